import Testing

@testable import Diagnostics

@Suite("Misspelt words")
struct NearestWordTests {
    @Test(
        "The nearest word is suggested, whatever its case",
        arguments: [
            ("intger", ["string", "integer"], "integer"), ("listBed", ["showBed", "listBeds"], "listBeds"),
            ("VERSIONID", ["version", "versionID"], "versionID"), ("kee", ["key"], "key"), ("a", ["ab", "b"], "ab"),
            ("includes", ["exclude", "include"], "include"),
        ])
    func near(word: String, words: [String], expected: String) {
        #expect(NearestWord.suggestion(for: word, among: words) == "did you mean `\(expected)`?")
    }

    @Test("Where none is near, the words are listed")
    func far() {
        #expect(NearestWord.suggestion(for: "colour", among: ["id", "size"]) == "it can be `id`, `size`")
        #expect(NearestWord.suggestion(for: "xy", among: ["ab"]) == "it can be `ab`")
        #expect(NearestWord.suggestion(for: "", among: ["no", "yes"]) == "it can be `no`, `yes`")
        #expect(NearestWord.suggestion(for: "colour", among: []) == "there is none")
    }

    @Test("A list that is too long is not printed")
    func many() {
        let words = (1...25).map { "number\($0)" }
        #expect(
            NearestWord.suggestion(for: "colour", among: words)
                == "see the documentation for the words that exist")
        #expect(NearestWord.suggestion(for: "colour", among: words, other: "ask") == "ask")
        #expect(NearestWord.suggestion(for: "nmber7", among: words, other: "ask") == "did you mean `number7`?")
    }

    @Test("Of words that are equally near the first is meant")
    func first() {
        #expect(NearestWord.nearest(to: "bat", among: ["cat", "hat"]) == "cat")
    }

    @Test("A very long word takes no long time")
    func long() {
        let word = String(repeating: "x", count: 1_000_000)
        #expect(NearestWord.nearest(to: word, among: [word + "y"]) == word + "y")
        #expect(NearestWord.nearest(to: word, among: ["x"]) == nil)
    }
}

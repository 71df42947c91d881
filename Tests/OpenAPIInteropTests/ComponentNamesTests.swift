import Testing

@testable import OpenAPIExport
@testable import OpenAPIInterop

struct ComponentNamesTests {
    @Test func allowedNamesStay() {
        let names = ComponentNames(["a-Z.0_9", "Backup"])
        #expect(names["a-Z.0_9"] == "a-Z.0_9")
        #expect(names["Backup"] == "Backup")
        #expect(names["Other"] == nil)
    }

    @Test func namesNeverMerge() {
        let hostile = [
            "a b", "a/b", "a_b", "a_b_2", "", " ", "_", "A b", "a\u{0}b", "é", "e\u{301}", "../x", "#/$ref", "a~1b",
            "__proto__", "이름", "\u{202E}x", "\"", "}", String(repeating: "x ", count: 1000),
        ]
        let names = ComponentNames(hostile)
        // `é` and `e` with an accent are one string to Swift, and so one name.
        let keys = Set(hostile).map { names[$0] ?? "" }
        #expect(Set(keys).count == Set(hostile).count)
        for key in keys {
            #expect(!key.isEmpty && key.unicodeScalars.allSatisfy { allowed.contains($0) }, "\(key)")
        }
        #expect(names["a_b"] == "a_b")
        #expect(names["a_b_2"] == "a_b_2")
        #expect(names["a b"] == "a_b_3")
        #expect(names["a/b"] == "a_b_4")
        #expect(names["_"] == "_")
        #expect(names[""] == "__2")
    }

    private let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-".unicodeScalars)
}

import Foundation
import Patterns
import Testing

@Suite struct PatternTests {
    @Test(
        arguments: [
            ("^[a-z][a-z0-9-_ ]*$", ["a", "a-b_c 9"], ["", "A", "9a", "aé"]),
            ("^(HDD|SSD)$", ["HDD", "SSD"], ["HDDSSD", "hdd", ""]),
            ("^5min|hourly$", ["5min", "5minutes", "bihourly"], ["hourlyx", "15min"]),
            ("^([0-9]|1[0-9]|2[0-3])$", ["0", "19", "23"], ["24", "", "007"]),
            (
                "^[a-z]([a-z0-9_]){2,20}$", ["abc", "a_9" + String(repeating: "z", count: 18)],
                ["ab", "a" + String(repeating: "z", count: 21)]
            ),
            (#"^\d{3}-\w+\.(com|kr)$"#, ["123-a_b.com", "000-x.kr"], ["12-a.com", "123-a.org", "123-axcom"]),
            ("a.c", ["xabcx", "a😀c"], ["ac", "a\nc"]), ("^a?b+c*$", ["b", "abbcc"], ["a", "aab"]),
            ("^(?:ab)*$", ["", "abab"], ["aba"]), ("^x{0}y{2,}$", ["yy", "yyyy"], ["y", "xyy"]),
            ("[^0-9]", ["a", "1a"], ["", "42"]), (#"^[\]\\-]+$"#, [#"]\-"#], ["a"]), ("^a{b$", ["a{b"], ["a"]),
            ("^$", [""], ["a"]), ("(a|b)*c|", ["", "xyz"], []),
            ("^(?:ab|c|d?|ef)$", ["ab", "c", "", "ef"], ["abc", "e"]),
            (#"^\p{Lu}\p{L}*$"#, ["É", "Aé"], ["é", "A1"]), (#"^\P{L}+$"#, ["1-2"], ["1a"]),
            (#"^[\p{L}\p{Nd}]+$"#, ["é4"], ["_"]), (#"^\p{gc=Sc}$"#, ["€"], ["e"]),
            (#"^\x41\u0042\u{43}\ud83d\ude00$"#, ["ABC😀"], ["ABC"]), (#"\bcat\b"#, ["a cat!"], ["concat"]),
            (#"^\Bat"#, [], ["at"]), (#"a\B"#, ["ab"], ["a b"]),
            (#"^\s$"#, ["\u{FEFF}", "\u{3000}"], ["\u{85}", "x"]),
            (#"^[\S\s]$"#, ["\n", "x"], [""]), (#"^[^\W_]+$"#, ["a1"], ["a_"]), (#"^[\w-.]+$"#, ["a-b.c"], ["a b"]),
            (#"^\cA\f\v\0$"#, ["\u{1}\u{C}\u{B}\u{0}"], [""]), (#"^[\b]$"#, ["\u{8}"], ["b"]),
        ] as [(String, [String], [String])])
    func aPatternTellsItsTexts(source: String, right: [String], wrong: [String]) throws {
        let pattern = try #require(LinearRegex(source))
        for text in right { #expect(pattern.matches(text), "\(source) and \(text)") }
        for text in wrong { #expect(!pattern.matches(text), "\(source) and \(text)") }
    }

    @Test(arguments: [
        "(?=a)b", #"(a)\1"#, "[a", "(a", "a)", "*a", "[z-a]", #"\p{Script=Greek}"#, #"\p{Nothing}"#, #"\u{110000}"#,
        #"\u{+41}"#, #"\x+4"#, #"\u+041"#, #"\u{}"#,
        #"\01"#, #"a\"#, "a{99999}", "(a{99}){99}",
    ])
    func whatIsNotUnderstoodIsNotChecked(source: String) {
        #expect(LinearRegex(source) == nil)
    }

    @Test(
        arguments: [
            ("(?=a)b", .lookAround), ("^(?<!x)y", .lookAround), (#"(a)\1"#, .backReference),
            (#"(?<q>a)\k<q>"#, .backReference), (#"\p{Script=Greek}"#, .property("Script=Greek")),
            ("(a{99}){99}", .size),
            ("[a", .notation), (#"\Aa\z"#, .notation), ("(?i)a", .notation),
        ] as [(String, LinearRegex.Problem)])
    func whatStandsInTheWayIsTold(source: String, problem: LinearRegex.Problem) {
        #expect(throws: problem) { try LinearRegex(reading: source) }
    }

    @Test(
        arguments: [
            (#"^[\w-.]+$"#, true), (#"^a\-b$"#, true), ("^a{b$", true), ("^a]$", true), (#"^\_$"#, true),
            (#"^[\-a]$"#, false), (#"^a\/b$"#, false), ("^a{2}$", false), (#"^[a-z\d-]+$"#, false), ("^[^-]-$", false),
        ] as [(String, Bool)])
    func whatTheFlagForbidsIsReadAndKnown(source: String, isLoose: Bool) throws {
        #expect(try LinearRegex(reading: source).isLoose == isLoose)
    }

    @Test func aNamedGroupReadsWhatAnyGroupReads() throws {
        #expect(try LinearRegex(reading: "^(?<year>[0-9]{4})-x$").matches("2020-x"))
    }

    @Test func noPatternMakesACheckSlow() throws {
        let pattern = try #require(LinearRegex("^(a+)+(a|aa)*(a*)*$"))
        let start = ContinuousClock.now
        #expect(!pattern.matches(String(repeating: "a", count: 5_000) + "!"))
        #expect(ContinuousClock.now - start < .seconds(2))
        #expect(pattern.matches(String(repeating: "b", count: 2_000_000)), "too long to check")
    }

    @Test(
        arguments: [
            ("^[a-z][a-z0-9-_ ]*$", 3, 63), ("^(HDD|SSD)$", 0, nil),
            (#"^https?://[a-z]+\.example/[0-9]{3,5}$"#, 0, nil),
            ("^[^a0A_./ :-]$", 1, 1), (#"^\d{8}T\d{6}$"#, 0, 64), ("a|b", 5, 9), ("^가{2}$", 0, nil),
            (#"^\p{Lu}{3}-\d{2}$"#, 0, nil), (#"^\bword\b$"#, 0, nil),
        ] as [(String, Int, Int?)])
    func aSampleIsOneOfItsTexts(source: String, least: Int, most: Int?) throws {
        let pattern = try #require(LinearRegex(source))
        guard let sample = pattern.sample(least: least, most: most) else {
            #expect(source == "^[^a0A_./ :-]$" || source == "a|b", "\(source) has no sample")
            return
        }
        #expect(pattern.matches(sample))
        #expect(sample.unicodeScalars.count >= least && sample.unicodeScalars.count <= most ?? .max)
    }

    @Test("Very many alternatives are refused before they are put together", .timeLimit(.minutes(1)))
    func manyAlternatives() {
        let words = (0..<50_000).map { "w\($0)" }.joined(separator: "|")
        #expect(throws: LinearRegex.Problem.size) { try LinearRegex(reading: "^(\(words))$") }
        #expect(LinearRegex((0..<500).map { "\($0)" }.joined(separator: "|"))?.matches("499") == true)
    }
}

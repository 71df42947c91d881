import Testing
import YAML

@Suite("Writing a document")
struct WritingTests {
    private func written(_ value: YAMLValue, width: Int = 120) -> String { YAMLWriter(width: width).write(value) }

    private func mapping(_ members: KeyValuePairs<String, YAMLValue>, _ style: YAMLStyle = .block) -> YAMLValue {
        .mapping(members.map { YAMLMember($0.key, $0.value) }, style)
    }

    @Test func blockLayout() {
        let value = mapping([
            "name": .string("Backup"),
            "list": .sequence(
                [
                    .string("a"), mapping(["k": .number("1"), "l": .sequence([.null], .block)]),
                    .sequence([.bool(true), .bool(false)], .block), .sequence([], .block), mapping([:]),
                ], .block),
            "inner": mapping(["empty": mapping([:]), "flow": mapping(["x": .string("a, b")], .flow)]),
        ])
        #expect(
            written(value) == """
                name: Backup
                list:
                  - a
                  - k: 1
                    l:
                      - null
                  - - true
                    - false
                  - []
                  - {}
                inner:
                  empty: {}
                  flow: {x: 'a, b'}

                """)
    }

    @Test func automaticFitsExactly() {
        let value = mapping(["key": .sequence([.string("aaaa"), .string("bbb")], .automatic)])
        #expect(written(value, width: 16) == "key: [aaaa, bbb]\n")
        #expect(written(value, width: 15) == "key:\n  - aaaa\n  - bbb\n")
        let wide = mapping(["키": .sequence([.string("가나"), .string("다")], .automatic)])
        #expect(written(wide, width: 10) == "키: [가나, 다]\n")
        #expect(written(wide, width: 9) == "키:\n  - 가나\n  - 다\n")
    }

    @Test func automaticChildrenDecideThemselves() {
        let value = mapping(
            [
                "a": mapping(["type": .string("string"), "enum": .sequence([.string("X")], .automatic)], .automatic),
                "b": .sequence([mapping(["c": .number("1")], .automatic), .string("longer text")], .automatic),
            ], .automatic)
        #expect(
            written(value, width: 30) == """
                a: {type: string, enum: [X]}
                b: [{c: 1}, longer text]

                """)
        #expect(
            written(value, width: 20) == """
                a:
                  type: string
                  enum: [X]
                b:
                  - {c: 1}
                  - longer text

                """)
        #expect(written(value, width: 80).hasPrefix("{a: {type: string, enum: [X]}, b: [{c: 1}"))
    }

    @Test func automaticYieldsToBlocksAndTexts() {
        let block = mapping(["a": mapping(["b": .null], .block)], .automatic)
        #expect(written(block) == "a:\n  b: null\n")
        let empty = mapping(["a": mapping([:], .block)], .automatic)
        #expect(written(empty) == "{a: {}}\n")
        let text = mapping(["a": .string("x\ny")], .automatic)
        #expect(written(text) == "a: |-\n  x\n  y\n")
        let flow = mapping(["a": .string("x\ny"), "b": mapping(["c": .null], .block)], .flow)
        #expect(written(flow) == "{a: \"x\\ny\", b: {c: null}}\n")
    }

    @Test func literals() {
        let value = mapping([
            "one": .string("a\n  b\n\nc # d\n"),
            "keep": .string("a\n\n"),
            "space": .string("  a\nb"),
            "list": .sequence([.string("x: y\nz"), mapping(["k": .string("\n\ttab\n")])], .block),
        ])
        #expect(
            written(value) == """
                one: |
                  a
                    b

                  c # d
                keep: |+
                  a

                space: |2-
                    a
                  b
                list:
                  - |-
                    x: y
                    z
                  - k: |2

                      \ttab

                """)
    }

    @Test(arguments: [
        ("a\n \nb", #""a\n \nb""#), ("a\r\nb", #""a\r\nb""#), ("\n", #""\n""#), ("a\n ", #""a\n ""#),
        ("a\nb\u{2028}", #""a\nb\L""#), (" a\nb", #"" a\nb""#),
    ])
    func noLiteral(text: String, expected: String) { #expect(written(.string(text)) == expected + "\n") }

    @Test(arguments: [
        ("plain text", "plain text"), ("a:b", "a:b"), ("/v1/{id}", "/v1/{id}"), ("it's", "it's"), ("a#b", "a#b"),
        ("-x", "-x"), ("30d", "30d"), ("WEEK_2", "WEEK_2"), ("가나다", "가나다"), ("🙂", "🙂"), ("null value", "null value"),
        ("https://x.y/?a=b", "https://x.y/?a=b"), ("=x", "=x"), ("~/x", "~/x"),
        ("", "''"), ("1.2", "'1.2'"), ("on", "'on'"), ("Yes", "'Yes'"), ("~", "'~'"), ("2026-03-31", "'2026-03-31'"),
        ("09:00:00", "'09:00:00'"), ("0x1F", "'0x1F'"), ("0b1", "'0b1'"), ("1e3", "'1e3'"), ("1_000", "'1_000'"),
        (".inf", "'.inf'"), ("-.NaN", "'-.NaN'"), (" lead", "' lead'"), ("trail ", "'trail '"), ("a: b", "'a: b'"),
        ("a:", "'a:'"), ("# x", "'# x'"), ("a #b", "'a #b'"), ("- a", "'- a'"), ("-", "'-'"), ("---", "'---'"),
        ("... x", "'... x'"), ("<<", "'<<'"), ("=", "'='"), ("|", "'|'"), (">x", "'>x'"), ("%TAG", "'%TAG'"),
        ("@x", "'@x'"), ("`x`", "'`x`'"), ("'x'", "'''x'''"), ("\"x\"", "'\"x\"'"), ("[a]", "'[a]'"), ("?x", "'?x'"),
        ("&a", "'&a'"), ("*a", "'*a'"), ("!x", "'!x'"), ("NULL", "'NULL'"), ("\\", "\\"),
        ("a\tb", #""a\tb""#), ("a\u{85}b", #""a\Nb""#), ("\u{2028}\u{2029}", #""\L\P""#), ("\u{FEFF}", #""\uFEFF""#),
        ("\u{0}\u{1B}\"\\", #""\0\x1B\"\\""#), ("\u{202E}x", #""\u202Ex""#), ("x\u{7F}", #""x\x7F""#),
        ("\u{FFFF}", #""\uFFFF""#),
    ])
    func quotes(text: String, expected: String) throws {
        #expect(written(.string(text)) == expected + "\n")
        #expect(written(mapping([text: .null])) == "\(expected): null\n")
        #expect(try value(read(written(.string(text)))) == .string(text))
    }

    @Test func quotesInFlow() {
        let texts = ["a, b", "/v1/{id}", "https://x", "what?", "fine text"].map { YAMLValue.string($0) }
        #expect(
            written(.sequence(texts, .flow)) == "['a, b', '/v1/{id}', 'https://x', 'what?', fine text]\n")
    }

    @Test func numbers() {
        let texts = ["1", "-1.5e3", "0x1F", ".inf", "abc", "1, 2", ""]
        #expect(
            written(.sequence(texts.map { .number($0) }, .flow)) == "[1, -1.5e3, 0x1F, .inf, abc, '1, 2', '']\n")
    }

    @Test func comments() {
        let comment = ["yaml-language-server: $schema=x.json", "# kept", "", "two\r\nlines\u{2028}a: b\u{7}"]
        #expect(
            YAMLWriter().write(.string("x"), comment: comment)
                == "# yaml-language-server: $schema=x.json\n# kept\n#\n# two\n# lines\n# a: b\\u{7}\nx\n")
    }

    @Test func longKeys() throws {
        let key = String(repeating: "k", count: 1_500)
        let value = mapping([key: mapping(["a": .number("1")]), "b": mapping([key: .null], .flow)])
        #expect(written(value) == "? \(key)\n:\n  a: 1\nb: {? \(key) : null}\n")
        #expect(try YAMLTests.value(read(written(value))) == withoutStyle(value))
    }

    @Test func longTextsAreNotFolded() {
        let text = Array(repeating: "word", count: 500).joined(separator: " ")
        #expect(written(mapping(["a": .string(text)], .automatic), width: 40) == "a: \(text)\n")
    }
}

import Foundations
import Testing

@Suite struct JSONFormatTests {
    private let value = JSONValue.object([
        .init("a", .array([.number("1"), .null])), .init("b", .object([])), .init("c", .array([])),
        .init("d\u{200B}", .string("\u{1}\n\"\u{2028}é")),
    ])

    @Test func compactEscapesWhatItHasTo() {
        #expect(
            JSONFormat.compact.text(value)
                == "{\"a\":[1,null],\"b\":{},\"c\":[],\"d\u{200B}\":\"\\u0001\\n\\\"\u{2028}é\"}")
    }

    @Test func peopleSeeEveryCharacter() {
        #expect(
            JSONFormat.line.text(value)
                == #"{"a": [1, null], "b": {}, "c": [], "d\u200b": "\u0001\n\"\u2028é"}"#)
        #expect(JSONFormat.line.text("\u{E0001}\u{7F}") == #""\udb40\udc01\u007f""#)
    }

    @Test func anItemALine() {
        #expect(
            JSONFormat.lines.text(value) == """
                {
                  "a": [
                    1,
                    null
                  ],
                  "b": {},
                  "c": [],
                  "d\\u200b": "\\u0001\\n\\"\\u2028é"
                }
                """)
    }

    @Test func whatDoesNotFitIsOpened() {
        let inner = JSONValue.array([.string("some words"), .string("other words")])
        let value = JSONValue.object([.init("first", inner), .init("second", .array([inner, .null]))])
        #expect(JSONFormat.fitted(value, width: 200) == [JSONFormat.line.text(value)])
        #expect(
            JSONFormat.fitted(value, width: 32) == [
                "{", #"  "first": ["some words", "other words"],"#, #"  "second": ["#,
                #"    ["some words", "other words"],"#, "    null", "  ]", "}",
            ])
    }

    @Test("What fits on a line shares it where the value is packed, and the value is the same")
    func packed() throws {
        let text = #"{"a": 1, "b": [1, 2], "c": {"d": "eeeeeeeeeeeeeeeeeeee", "f": true}, "g": null, "h": 2}"#
        let value = try JSONReader.read(Array(text.utf8)).value
        #expect(
            JSONFormat.fitted(value, width: 30, packed: true) == [
                "{", #"  "a": 1, "b": [1, 2],"#, #"  "c": {"#, #"    "d": "eeeeeeeeeeeeeeeeeeee","#, #"    "f": true"#,
                "  },", #"  "g": null, "h": 2"#, "}",
            ])
        let lines = JSONFormat.fitted(value, width: 30, packed: true)
        #expect(try JSONReader.read(Array(lines.joined(separator: "\n").utf8)).value == value)
    }
}

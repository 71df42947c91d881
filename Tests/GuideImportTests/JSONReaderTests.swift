import APISpec
import Testing

@testable import GuideImport

@Suite struct JSONReaderTests {
    private func remark(_ text: String, as dialect: JSONReader.Dialect = .json) -> JSONReader.Remark? {
        do {
            _ = try JSONReader.read(text, as: dialect)
            return nil
        } catch {
            return error
        }
    }

    @Test func keepsOrderAndSpelling() throws {
        let text = #"{"b": [1.50, -0, 1e9], "a": {"x": null, "y": true}, "c": "\u00e9\n\ud83c\udf31 \"q\""}"#
        #expect(
            try JSONReader.read(text).value
                == .object([
                    .init("b", .array([.number("1.50"), .number("-0"), .number("1e9")])),
                    .init("a", .object([.init("x", .null), .init("y", .bool(true))])),
                    .init("c", .string("é\n🌱 \"q\"")),
                ]))
    }

    @Test func keepsTheFirstOfEqualNames() throws {
        let (value, duplicates) = try JSONReader.read("{\n\"a\": 1,\n  \"a\": 2}")
        #expect(value == .object([.init("a", .number("1"))]))
        #expect(duplicates == [.init(text: "a", line: 2, column: 3)])
    }

    @Test func literalsOfPython() throws {
        let value = try JSONReader.read(#"{'a': [True, False, None], "b": 'it\'s'}"#, as: .literal).value
        #expect(
            value
                == .object([
                    .init("a", .array([.bool(true), .bool(false), .null])), .init("b", .string("it's")),
                ]))
    }

    @Test(arguments: [
        ("", "a value is missing", 0, 1),
        ("{\n\"a\" 1}", "`:` is missing", 1, 5),
        ("[1,\n2", "`,` or `]` is missing", 1, 2),
        ("[1,]", "this is no value", 0, 4),
        ("{a: 1}", "a name in quotation marks is missing", 0, 2),
        ("[01]", "this is no number", 0, 2),
        ("[1.]", "this is no number", 0, 2),
        ("\"abc", "the string that starts here does not end", 0, 1),
        ("\"a\nb\"", "a control character stands inside a string", 0, 3),
        ("\"\\x\"", "this escape is unknown", 0, 2),
        ("\"\\ud800\"", "this escape is half a character", 0, 2),
        ("{} {}", "the value has ended before this", 0, 4),
        ("['a']", "this is no value", 0, 2),
        ("True", "this is no value", 0, 1),
        (String(repeating: "[", count: 100), "this is nested deeper than 64 levels", 0, 65),
    ])
    func namesWhatIsWrong(_ text: String, _ message: String, _ line: Int, _ column: Int) {
        #expect(remark(text) == JSONReader.Remark(text: message, line: line, column: column))
    }
}

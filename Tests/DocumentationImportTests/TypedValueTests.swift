import APISpec
import Testing

@testable import DocumentationImport

@Suite struct TypedValueTests {
    private static let string = Schema(.string(format: nil))
    private static let integer = Schema(.integer(format: nil))

    @Test(arguments: [
        ("3", string, JSONValue.string("3")), ("None", string, .string("None")),
        ("None", Schema(.string(format: nil), isNullable: true), .null),
        ("3", integer, .number("3")), ("2.50", Schema(.number(format: nil)), .number("2.50")),
        ("True", Schema(.boolean), .bool(true)), ("false", Schema(.boolean), .bool(false)),
        ("WEEK_2", Schema(.enumeration(["WEEK_1", "WEEK_2"])), .string("WEEK_2")),
        ("[]", Schema(.array(Schema(.reference("Tag")))), .array([])),
        ("['/aaa', '/bbb']", Schema(.array(string)), .array([.string("/aaa"), .string("/bbb")])),
        ("['/aaa']", Schema(.union([string, Schema(.array(string))])), .array([.string("/aaa")])),
        ("plain", Schema(.union([string, Schema(.array(string))])), .string("plain")),
        ("{'a': 1}", Schema(.object), .object([.init("a", .number("1"))])),
        ("19.5", Schema(.unknown), .number("19.5")), ("as it is", Schema(.unknown), .string("as it is")),
    ])
    func reads(_ text: String, _ schema: Schema, _ value: JSONValue) {
        #expect(TypedValue.read(text, as: schema) == value)
    }

    @Test(arguments: [
        ("three", integer), ("3.0", integer), ("\"3\"", integer), ("None", integer), ("yes", Schema(.boolean)),
        ("A | B", Schema(.enumeration(["A", "B"]))), ("[1]", Schema(.array(string))), ("a", Schema(.array(string))),
        ("123.4", Schema(.object)), ("x", Schema(.reference("Tag"))),
        ("x", Schema(.union([integer, Schema(.boolean)]))),
    ])
    func refuses(_ text: String, _ schema: Schema) {
        #expect(TypedValue.read(text, as: schema) == nil)
    }
}

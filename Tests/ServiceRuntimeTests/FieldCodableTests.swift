import Foundation
import ServiceRuntime
import Testing

@Suite("Models that read and write their members by name")
struct FieldCodableTests {
    struct Point: FieldCodable, Equatable {
        var a: Int
        var accent: String?
        var quoted: String?
        var empty: Bool?
        var list: [Point]?
        var rest: [String: JSONValue]

        init(_ a: Int) { (self.a, rest) = (a, [:]) }

        init(from fields: FieldReader) throws {
            a = try fields.required("a")
            accent = try fields.nullable("é")
            quoted = try fields.optional("\"\\")
            empty = try fields.optional("")
            list = try fields.optional("list")
            rest = try fields.additional(besides: Self.fieldNames)
        }

        func write(to fields: FieldWriter) throws {
            try fields.write("a", a)
            try fields.writeOrNull("é", accent)
            try fields.writeIfPresent("\"\\", quoted)
            try fields.writeIfPresent("", empty)
            try fields.writeIfPresent("list", list)
            try fields.write(additional: rest, besides: Self.fieldNames)
        }

        private static let fieldNames: [FieldName] = ["a", "é", "\"\\", "", "list"]
    }

    private let json = Data(#"{"a":1,"é":null,"\"\\":"q","":true,"list":[{"a":2,"é":"x"}],"more":null}"#.utf8)

    @Test("Names of one letter, of other scripts, with quotes, and the empty one")
    func names() throws {
        let point = try JSONCoding().decode(Point.self, from: json)
        #expect(point.quoted == "q" && point.empty == true && point.list?[0].accent == "x")
        // What has a value for `null` keeps it.
        #expect(point.rest == ["more": .null])
        #expect(try JSONCoding().encode(point) == json)
    }

    @Test("Other coders read and write the same")
    func otherCoders() throws {
        let point = try JSONCoding().decode(Point.self, from: json)
        #expect(try JSONDecoder().decode(Point.self, from: json) == point)
        #expect(try JSONCoding().decode(Point.self, from: JSONEncoder().encode(point)) == point)
        var plain = Point(3)
        plain.accent = "x"
        plain.list = [plain]
        let list = try PropertyListEncoder().encode(plain)
        #expect(try PropertyListDecoder().decode(Point.self, from: list) == plain)
    }

    @Test("An element that does not fit is named with its place, whoever decodes", arguments: [true, false])
    func places(isOurs: Bool) throws {
        let data = Data(#"{"a":1,"list":[{"a":2,"é":null},{"a":"no number","é":null}]}"#.utf8)
        #expect {
            _ =
                try isOurs
                ? JSONCoding().decode(Point.self, from: data) : JSONDecoder().decode(Point.self, from: data)
        } throws: { error in
            guard case DecodingError.typeMismatch(_, let context)? = error as? DecodingError else { return false }
            return context.codingPath.map(\.stringValue) == ["list", "Index 1", "a"]
        }
    }
}

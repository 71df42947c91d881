import APIModel
import Testing

@Suite("Whether a value can be one of a type")
struct SchemaAdmitsTests {
    private static let text = Schema(.string(format: nil))

    @Test("Lengths count, also inside lists and maps")
    func lengths() {
        let short = Schema(.string(format: nil), minLength: 1, maxLength: 2)
        #expect(!short.admits(.string("")) && short.admits(.string("ab")) && !short.admits(.string("abc")))
        #expect(!Schema(.array(short)).admits(.array([.string("ab"), .string("")])))
        #expect(!Schema(.map(short)).admits(.object([.init("a", .string("abc"))])))
    }

    @Test("Null is one of what may be null, and of unions with such a member")
    func null() {
        let nullable = Schema(.string(format: nil), isNullable: true)
        #expect(nullable.admits(.null) && !Self.text.admits(.null))
        #expect(Schema(.union([Schema(.boolean), nullable])).admits(.null))
        #expect(Schema(.union([Schema(.boolean)]), isNullable: true).admits(.null))
        #expect(!Schema(.union([Schema(.boolean), Self.text])).admits(.null))
    }

    @Test("Who knows more is asked first, at every depth")
    func decided() {
        let list = Schema(.array(Schema(.union([Schema(.reference("Bed")), Schema(.boolean)]))))
        let value = JSONValue.array([.string("x"), .bool(true)])
        #expect(list.admits(value))
        #expect(
            !list.admits(value) { schema, _ in if case .reference = schema.kind { false } else { nil } })
    }

    @Test("An example is taken where it obeys the type, its length too; else a value is made")
    func examples() {
        let model = APIModel(
            SpecDocument(service: Service(id: "a", title: "A", server: .init(url: "https://a.example"))))
        func example(_ kind: Schema.Kind, _ value: JSONValue, least: Int? = nil) -> JSONValue {
            model.exampleValue(of: Schema(kind, example: value, minLength: least))
        }
        #expect(example(.string(format: nil), .string("ab"), least: 2) == .string("ab"))
        #expect(example(.string(format: nil), .string("ab"), least: 3) == .string("xxx"))
        #expect(example(.string(format: "date-time"), .string("today")) == .string("2024-01-02T03:04:05Z"))
        #expect(example(.integer(format: nil), .number("99999999999999999999")) == .number("1"))
        #expect(example(.unknown, .string("x")) == .object([]))
        #expect(example(.array(Schema(.reference("Bed"))), .array([.object([])])) == .array([]))
    }
}

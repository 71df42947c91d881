import APISpec
import Testing

@testable import OpenAPIExport
@testable import OpenAPIInterop

struct SchemaExporterTests {
    private func text(_ schema: Schema, _ dialect: OpenAPIDialect) -> String {
        SchemaExporter(dialect: dialect, keys: ComponentNames(["A", "B c"]), model: Sample.nothing, zoneless: nil)
            .object(
                for: schema
            ).line
    }

    private func expect(
        _ schema: Schema, _ v31: String, _ v30: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        #expect(text(schema, .v3_1) == v31, sourceLocation: sourceLocation)
        #expect(text(schema, .v3_0) == v30, sourceLocation: sourceLocation)
    }

    @Test func primitives() {
        expect(Schema(.string(format: nil)), "{type: string}", "{type: string}")
        expect(
            Schema(.string(format: "date-time"), isNullable: true), "{type: [string, null], format: date-time}",
            "{type: string, format: date-time, nullable: true}")
        expect(Schema(.integer(format: "int64")), "{type: integer, format: int64}", "{type: integer, format: int64}")
        expect(Schema(.number(format: nil)), "{type: number}", "{type: number}")
        expect(Schema(.boolean, isNullable: true), "{type: [boolean, null]}", "{type: boolean, nullable: true}")
        expect(Schema(.object), "{type: object}", "{type: object}")
    }

    @Test func unknownTakesAnything() {
        expect(Schema(.unknown), "{x-apidoc-unknown: true}", "{x-apidoc-unknown: true}")
        let nullable = "{x-apidoc-unknown: true, x-apidoc-nullable: true}"
        expect(Schema(.unknown, isNullable: true), nullable, nullable)
    }

    @Test func enumerations() {
        expect(
            Schema(.enumeration(["A", "B", "A"])), "{type: string, enum: [A, B]}", "{type: string, enum: [A, B]}")
        expect(
            Schema(.enumeration(["A"]), isNullable: true), "{type: [string, null], enum: [A, null]}",
            "{type: string, nullable: true, enum: [A, null]}")
        expect(Schema(.enumeration([])), "{type: string}", "{type: string}")
        expect(
            Schema(.array(Schema(.enumeration(["A"])))), "{type: array, items: {type: string, enum: [A]}}",
            "{type: array, items: {type: string, enum: [A]}}")
    }

    @Test func references() {
        expect(
            Schema(.reference("A")), "{$ref: #/components/schemas/A}", "{$ref: #/components/schemas/A}")
        expect(
            Schema(.reference("B c"), description: "d"), "{$ref: #/components/schemas/B_c, description: d}",
            "{allOf: [{$ref: #/components/schemas/B_c}], description: d}")
        expect(
            Schema(.reference("A"), isNullable: true), "{anyOf: [{$ref: #/components/schemas/A}, {type: null}]}",
            "{allOf: [{$ref: #/components/schemas/A}], nullable: true}")
        expect(
            Schema(.array(Schema(.reference("A")))), "{type: array, items: {$ref: #/components/schemas/A}}",
            "{type: array, items: {$ref: #/components/schemas/A}}")
        expect(
            Schema(.reference("Gone")), "{x-apidoc-unknown: true, x-apidoc-missing: Gone}",
            "{x-apidoc-unknown: true, x-apidoc-missing: Gone}")
    }

    @Test func unions() {
        let members = [Schema(.array(Schema(.string(format: nil)))), Schema(.string(format: nil))]
        expect(
            Schema(.union(members)), "{anyOf: [{type: array, items: {type: string}}, {type: string}]}",
            "{anyOf: [{type: array, items: {type: string}}, {type: string}]}")
        expect(
            Schema(.union(members), isNullable: true),
            "{anyOf: [{type: array, items: {type: string}}, {type: string}, {type: null}]}",
            "{anyOf: [{type: array, items: {type: string}}, {type: string}], nullable: true}")
        expect(Schema(.union([])), "{x-apidoc-unknown: true}", "{x-apidoc-unknown: true}")
    }

    @Test func annotations() {
        expect(
            Schema(
                .string(format: nil), description: "d", defaultValue: .string("ab"), example: .string("abc"),
                pattern: "^[a-z]*$", minLength: 1, maxLength: 63),
            "{type: string, description: d, default: ab, pattern: ^[a-z]*$, minLength: 1, maxLength: 63, "
                + "examples: [abc]}",
            "{type: string, description: d, default: ab, pattern: ^[a-z]*$, minLength: 1, maxLength: 63, "
                + "example: abc}")
        expect(Schema(.string(format: nil), minLength: -1), "{type: string}", "{type: string}")
    }

    @Test(arguments: [
        (Schema.Kind.integer(format: nil), JSONValue.number("20"), true),
        (.integer(format: nil), .number("2.5"), false),
        (.integer(format: nil), .number("1E3"), false),
        (.integer(format: nil), .string("20"), false),
        (.number(format: nil), .number("2.5"), true),
        (.boolean, .bool(true), true),
        (.boolean, .string("True"), false),
        (.string(format: nil), .null, false),
        (.enumeration(["A"]), .string("A"), true),
        (.enumeration(["A"]), .string("B"), false),
        (.array(Schema(.string(format: nil))), .array([]), true),
        (.array(Schema(.string(format: nil))), .array([.number("1")]), false),
        (.union([Schema(.boolean), Schema(.string(format: nil))]), .string("x"), true),
        (.union([Schema(.boolean)]), .string("x"), false),
        (.reference("A"), .object([]), true),
        (.unknown, .null, true),
    ])
    func defaultsThatTheTypeRefusesStandAside(kind: Schema.Kind, value: JSONValue, isDefault: Bool) {
        let object = SchemaExporter(dialect: .v3_1, keys: ComponentNames(["A"]), model: Sample.nothing, zoneless: nil)
            .object(
                for: Schema(kind, defaultValue: value))
        #expect(object["default"] == (isDefault ? value : nil))
        #expect(object["x-apidoc-default"] == (isDefault ? nil : value))
    }

    @Test func namedSchemas() {
        let exporter = SchemaExporter(
            dialect: .v3_1, keys: ComponentNames(["Empty", "목록", "Lost"]), model: Sample.nothing, zoneless: nil)
        let empty = exporter.component(for: NamedSchema(name: "Empty"))
        #expect(empty.name == "Empty")
        #expect(empty.value.line == "{type: object, properties: {}}")
        let korean = exporter.component(
            for: NamedSchema(
                name: "목록",
                properties: [
                    .init(name: "a", isRequired: true, schema: Schema(.boolean)),
                    .init(name: "a", isRequired: false, schema: Schema(.object)),
                ], recovered: ["response-example"]))
        #expect(korean.name == "__")
        #expect(
            korean.value.line
                == "{x-apidoc-name: 목록, type: object, required: [a], properties: {a: {type: boolean}}, "
                + "x-apidoc-recovered: [response-example]}")
        let lost = exporter.component(for: NamedSchema(name: "Lost", description: "d", isLost: true))
        #expect(lost.value.line == "{description: d, x-apidoc-lost: true}")
    }
}

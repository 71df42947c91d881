import APISpec
import Diagnostics
import Testing
import YAML

@testable import OpenAPIInterop

/// Small documents that stand for much: reading takes no more time than they are large, and ends.
@Suite("Reading is bounded", .timeLimit(.minutes(1)))
struct BoundedReadingTests {
    private func read(_ schemas: [(name: String, text: String)]) throws -> OpenAPIImport {
        var text = """
            openapi: 3.1.0
            info: {title: Bounds, version: '1'}
            servers: [{url: https://bounds.example.test}]
            paths: {/a: {get: {operationId: a, responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Top'}}}}}}}}
            components:
              schemas:

            """
        for schema in schemas { text += "    \(schema.name): \(schema.text)\n" }
        return try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml")
    }

    private func reference(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

    @Test("More lists of alternatives than can be multiplied are left out, with a finding")
    func lists() throws {
        let lists = (0..<70).map { index in
            "{oneOf: [{type: object, properties: {a\(index): {type: string}}}, {type: object, properties: {b\(index): {type: string}}}]}"
        }
        let result = try read([("Top", "{allOf: [\(lists.joined(separator: ", "))]}")])
        #expect(result.document.schemas.first?.name == "Top")
        #expect(result.findings.contains { $0.rule == "openapi-unkept-constraint" })
    }

    @Test("Alternatives of alternatives beside members are written out as far as a document may hold them")
    func alternatives() throws {
        func level(_ number: Int, _ member: String) -> String {
            let next = "[\(reference("L\(number + 1)")), \(reference("M\(number + 1)"))]"
            return "{type: object, properties: {\(member)\(number): {type: string}}, oneOf: \(next)}"
        }
        var schemas = [("Top", level(0, "t"))]
        for number in 1..<16 { schemas += [("L\(number)", level(number, "l")), ("M\(number)", level(number, "m"))] }
        schemas += ["L16", "M16"].map { ($0, "{type: object, properties: {\($0): {type: string}}}") }
        let result = try read(schemas)
        #expect(result.document.schemas.count < 1_100)
        #expect(result.findings.contains { $0.rule == "openapi-union-beside-members" })
    }

    @Test("A schema that many ways lead to is read once")
    func diamonds() throws {
        var schemas = [("Top", "{allOf: [\(reference("L0")), \(reference("L0"))]}")]
        for level in 0..<30 {
            let next = reference("L\(level + 1)")
            schemas.append(("L\(level)", "{allOf: [\(next), {required: [m]}, \(next)]}"))
        }
        let bottom = "{type: object, required: [a], properties: {a: {type: string}, m: {type: string}}, "
        schemas.append(("L30", bottom + "not: {required: [z]}}"))
        let top = try #require(try read(schemas).document.schemas.first)
        #expect(top.properties.map(\.name) == ["a", "m"])
        #expect(top.properties.allSatisfy { $0.isRequired })
        #expect(top.checks == .object(["not": .object(["required": .array([.string("z")])])]))
    }

    @Test("What a nearer part says of a schema holds, however many ways lead to that")
    func nearer() throws {
        let top = try #require(
            try read([
                ("Top", "{allOf: [\(reference("Left")), \(reference("Base"))]}"),
                ("Left", "{allOf: [\(reference("Base")), {properties: {a: {maxLength: 3}}}]}"),
                ("Base", "{type: object, properties: {a: {type: string}}, additionalProperties: false}"),
            ]).document.schemas.first)
        #expect(top.properties.map(\.schema.maxLength) == [3])
        #expect(top.additionalProperties == .forbidden)
    }

    @Test("Many alternatives with many values of a tag")
    func tags() throws {
        let names = (0..<300).map { "Kind\($0)" }
        func tags(_ index: Int) -> String { (0..<100).map { "t\(index)x\($0)" }.joined(separator: ", ") }
        let union = "{oneOf: [\(names.map(reference).joined(separator: ", "))], discriminator: {propertyName: kind}}"
        let result = try read(
            [("Top", union)]
                + names.enumerated().map { index, name in
                    (name, "{type: object, properties: {kind: {type: string, enum: [\(tags(index))]}}}")
                })
        #expect(result.document.schemas.first?.definition?.discriminator?.mapping.count == 30_000)
    }

    @Test("Checks repeat no more than a document may hold, and say what they would repeat")
    func checks() throws {
        let values = (0..<3_000).map { "v\($0)" }.joined(separator: ", ")
        let members = (0..<200).map { "p\($0): {type: string, not: \(reference("Large"))}" }.joined(separator: ", ")
        let result = try read([
            ("Top", "{type: object, properties: {\(members)}}"), ("Large", "{type: string, enum: [\(values)]}"),
        ])
        let checked = result.document.schemas.first?.properties.filter { $0.schema.checks != nil } ?? []
        #expect(checked.count == 13)
        let findings = result.findings.filter { $0.rule == "openapi-unkept-constraint" }
        #expect(findings.count == 187)
        #expect(findings.first?.message.contains("repeats `#/components/schemas/Large`") == true)
    }
}

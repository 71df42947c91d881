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
}

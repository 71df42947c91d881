import APISpec
import Diagnostics
import OpenAPIInterop
import Testing

@Suite("Discriminators that tell nothing")
struct TagTests {
    /// The discriminator of a union of two objects whose tags have these schemas, and what is said of it.
    private func read(_ first: String, _ second: String) throws -> (Schema.Discriminator?, [String]) {
        func object(_ tag: String, _ member: String) -> String {
            "{type: object, required: [kind], properties: {kind: \(tag), \(member): {type: string}}}"
        }
        let text = """
            openapi: 3.1.0
            info: {title: Tags, version: '1'}
            servers: [{url: https://tags.example.test}]
            paths: {/a: {get: {operationId: a, responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Either'}}}}}}}}
            components:
              schemas:
                Either:
                  oneOf: [{$ref: '#/components/schemas/Left'}, {$ref: '#/components/schemas/Right'}]
                  discriminator: {propertyName: kind}
                Left: \(object(first, "a"))
                Right: \(object(second, "b"))
            """
        let result = try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml")
        let either = result.document.schemas.first { $0.name == "Either" }
        return (
            either?.definition?.discriminator,
            result.findings.filter { $0.rule == "openapi-unusable-discriminator" }.map(\.description)
        )
    }

    @Test(
        "Tags that repeat, and tags that are no texts",
        arguments: [
            ("{const: x}", "{const: x}"), ("{const: 1}", "{const: 2}"),
            ("{type: boolean, const: true}", "{const: false}"),
            ("{enum: [x, y]}", "{enum: [y, x]}"), ("{type: integer}", "{type: integer}"),
        ])
    func useless(_ first: String, _ second: String) throws {
        let (discriminator, findings) = try read(first, second)
        #expect(discriminator == nil)
        #expect(findings.count == 1)
        #expect(findings.first?.hasPrefix("a.yaml:10:") == true)
    }

    @Test("One value of its own is enough")
    func useful() throws {
        let (discriminator, findings) = try read("{enum: [x, y]}", "{enum: [y, z]}")
        #expect(discriminator?.mapping == [.init("x", "Left"), .init("z", "Right")])
        #expect(findings == [])
    }
}

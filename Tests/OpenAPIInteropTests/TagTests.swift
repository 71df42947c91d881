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

/// Without a mapping a discriminator has the name of a schema as the document writes it, whatever the schema is called
/// here (OpenAPI 3.1, Discriminator Object).
@Suite("Discriminators without a mapping")
struct ImpliedTagTests {
    private func read(_ schemas: String) throws -> SpecDocument {
        let text = """
            openapi: 3.1.0
            info: {title: Tags, version: '1'}
            servers: [{url: https://tags.example.test}]
            paths: {/a: {get: {operationId: a, responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Craft'}}}}}}}}
            components:
              schemas:
            \(schemas)
            """
        return try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml").document
    }

    private func object(_ member: String) -> String {
        "{type: object, required: [kind], properties: {kind: {type: string}, \(member): {type: string}}}"
    }

    @Test("Alternatives that are called otherwise here have the name of the document as their value")
    func union() throws {
        let document = try read(
            """
                Craft:
                  oneOf: [{$ref: '#/components/schemas/Sloop.7068f62'}, {$ref: '#/components/schemas/Barge-Output'}, {$ref: '#/components/schemas/Punt'}]
                  discriminator: {propertyName: kind}
                Sloop.7068f62: \(object("mast"))
                Barge-Output: \(object("load"))
                Barge-Input: \(object("cargo"))
                Punt: \(object("pole"))
            """)
        let craft = try #require(document.schemas.first { $0.name == "Craft" }?.definition)
        #expect(craft.kind == .union(["Sloop", "Barge", "Punt"].map { Schema(.reference($0)) }))
        #expect(craft.discriminator?.mapping == [.init("Sloop.7068f62", "Sloop"), .init("Barge-Output", "Barge")])
    }

    @Test("Heirs of a base that are called otherwise have the name of the document as their value")
    func heirs() throws {
        let document = try read(
            """
                Craft: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
                Sloop.7068f62: {allOf: [{$ref: '#/components/schemas/Craft'}, {type: object, properties: {mast: {type: string}}}]}
                Punt: {allOf: [{$ref: '#/components/schemas/Craft'}, {type: object, properties: {pole: {type: string}}}]}
            """)
        let craft = try #require(document.schemas.first { $0.name == "Craft" }?.definition)
        #expect(craft.discriminator?.mapping == [.init("Sloop.7068f62", "Sloop")])
        let sloop = try #require(document.schemas.first { $0.name == "Sloop" })
        #expect(sloop.properties.first { $0.name == "kind" }?.schema.kind == .enumeration(["Sloop.7068f62"]))
    }

    @Test("Alternatives beside members have the names of the alternatives as their values")
    func distributed() throws {
        let document = try read(
            """
                Craft:
                  type: object
                  required: [kind]
                  properties: {kind: {type: string}, name: {type: string}}
                  oneOf: [{$ref: '#/components/schemas/Sloop'}, {$ref: '#/components/schemas/Punt'}]
                  discriminator: {propertyName: kind}
                Sloop: {type: object, properties: {mast: {type: string}}}
                Punt: {type: object, properties: {pole: {type: string}}}
            """)
        let craft = try #require(document.schemas.first { $0.name == "Craft" }?.definition)
        #expect(craft.discriminator?.mapping == [.init("Sloop", "CraftSloop"), .init("Punt", "CraftPunt")])
    }

    @Test("A type that differs from version to version keeps its value")
    func versions() throws {
        func version(_ id: String, _ member: String) throws -> VersionedDocument {
            let text = """
                openapi: 3.1.0
                info: {title: Tags, version: '\(id)'}
                servers: [{url: https://tags.example.test/v\(id)}]
                paths: {/a: {get: {operationId: a, responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Craft'}}}}}}}}
                components:
                  schemas:
                    Craft:
                      oneOf: [{$ref: '#/components/schemas/Sloop'}, {$ref: '#/components/schemas/Punt'}]
                      discriminator: {propertyName: kind}
                    Sloop: \(object(member))
                    Punt: \(object("pole"))
                """
            let read = try OpenAPIImporter().read(Array(text.utf8), file: "\(id).yaml")
            return VersionedDocument(id: id, document: read.document, locations: read.locations)
        }
        let merged = try OpenAPIImporter().merge([version("1", "mast"), version("2", "masts")]).document
        let craft = try #require(merged.schemas.first { $0.name == "Craft@2" }?.definition)
        #expect(craft.kind == .union(["Sloop@2", "Punt"].map { Schema(.reference($0)) }))
        #expect(craft.discriminator?.mapping == [.init("Sloop", "Sloop@2")])
        let more = try OpenAPIImporter().adding(
            version("3", "masts"), to: merged, locations: SpecLocations(whole: .init(file: "spec.yaml"))
        ).document
        #expect(Set(more.schemas.map(\.name)) == Set(merged.schemas.map(\.name)))
    }
}

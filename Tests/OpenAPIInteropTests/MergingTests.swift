import APIModel
import APISpec
import Diagnostics
import OpenAPIExport
import OpenAPIInterop
import Testing

struct MergingTests {
    private func document(_ version: String, type: String, extra: String = "") throws -> SpecDocument {
        let text = """
            openapi: 3.1.0
            info: {title: A, version: '\(version)'}
            servers: [{url: /}]
            paths:
              /a:
                get:
                  operationId: getA
                  responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Outer'}}}}}
              /b:
                get:
                  operationId: getB
                  responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Same'}}}}}
            \(extra)
            components:
              schemas:
                Outer: {type: object, properties: {inner: {$ref: '#/components/schemas/Inner'}}}
                Inner: {type: object, properties: {x: {type: \(type)}}}
                Same: {type: object, properties: {again: {$ref: '#/components/schemas/Same'}}}
            """
        return try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml").document
    }

    private func merged(_ versions: [(String, SpecDocument)]) throws -> SpecDocument {
        try OpenAPIImporter().merge(
            versions.map {
                VersionedDocument(
                    id: $0.0, document: $0.1, locations: SpecLocations(whole: SourceLocation(file: "a.yaml")))
            }
        ).document
    }

    @Test func equalPartsAreSharedAndLaterShapesGetTheirOldestVersion() throws {
        let merged = try merged([
            ("1.0", try document("1.0", type: "integer")), ("1.10", try document("1.10", type: "string")),
            ("1.2", try document("1.2", type: "string")),
        ])
        #expect(merged.versions.map(\.id) == ["1.10", "1.2", "1.0"])
        #expect(merged.versions.map(\.status) == [.current, .supported, .supported])
        #expect(
            merged.schemas.map(\.name) == ["Outer@1.2", "Inner@1.2", "Same", "Outer", "Inner"])
        #expect(merged.operations.map(\.id) == ["getA", "getB"])
        #expect(merged.operations[0].revisions.map(\.versions) == [["1.10", "1.2"], ["1.0"]])
        #expect(merged.operations[1].revisions.map(\.versions) == [["1.10", "1.2", "1.0"]])
        #expect(
            merged.operations[0].revisions[1].responses[0].schema == Schema(.reference("Outer")))
        #expect(VersionedName("Outer@1.2").version == "1.2")
        let text = SpecWriter().write(merged)
        #expect(try SpecReader().read(Array(text.utf8), file: "spec.yaml").document == merged)
    }

    @Test func eachVersionKeepsItsServerAndItsSecurity() throws {
        func document(_ version: String, host: String, key: String, more: String) throws -> SpecDocument {
            let text = """
                openapi: 3.1.0
                info: {title: A, version: '\(version)'}
                servers: [{url: 'https://\(host).example.test'}]
                security: [{key: []}\(more)]
                paths: {/a: {get: {operationId: getA, responses: {'204': {description: OK}}}}}
                components: {securitySchemes: {key: {type: apiKey, in: header, name: \(key)}}}
                """
            return try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml").document
        }
        let one = try document("1", host: "one", key: "X-Key", more: "")
        let two = try document("2", host: "two", key: "X-Other", more: ", {}")
        let merged = try merged([("1", one), ("2", two)])
        #expect(merged.operations[0].revisions.map(\.versions) == [["2", "1"]])
        let text = SpecWriter().write(merged)
        let read = try SpecReader().read(Array(text.utf8), file: "spec.yaml")
        #expect(read.document == merged)
        #expect(SpecValidator().validate(read.document, locations: read.locations).isEmpty)
        for (version, document) in [("1", one), ("2", two)] {
            let service = merged.service(in: version)
            #expect(service.server == document.service.server)
            #expect(service.security == document.service.security)
            #expect(service.requirements == document.service.requirements)
            let exported = try OpenAPIExporter(dialect: .v3_1).document(APIModel(merged), version: version)
            let again = try OpenAPIImporter().read(Array(OpenAPIText.yaml(exported).utf8), file: "b.yaml").document
            #expect(again.service.server == document.service.server)
            #expect(again.service.security == document.service.security)
        }
    }

    @Test func nothingJoinedIsAServiceWithoutVersions() throws {
        #expect(try merged([]).versions.isEmpty)
    }
}

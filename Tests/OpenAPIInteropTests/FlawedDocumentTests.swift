import APIModel
import APISpec
import Diagnostics
import OpenAPIExport
import OpenAPIInterop
import Testing

/// Documents with a flaw that leaves no doubt of what was meant: a finding, and everything else as it stands.
struct FlawedDocumentTests {
    private func read(_ text: String, file: String = "api/boat-hire.yaml") throws -> OpenAPIImport {
        try OpenAPIImporter().read(Array(text.utf8), file: file)
    }

    private func document(
        info: String = "info: {title: Boats, version: '1'}", paths: String, schemas: String = "{}", rest: String = ""
    ) -> String {
        """
        openapi: 3.1.0
        \(info)
        servers: [{url: https://boats.example.test}]
        paths: \(paths)
        components: {schemas: \(schemas)}
        \(rest)
        """
    }

    private func warnings(_ result: OpenAPIImport) -> [String] {
        result.findings.filter { $0.severity > .note }.compactMap(\.rule)
    }

    @Test func aDocumentWithoutInfoIsCalledLikeItsFile() throws {
        let result = try read(document(info: "", paths: "{}"))
        #expect(result.document.service.title == "Boat Hire")
        #expect(result.document.versions.map(\.id) == ["1"])
        #expect(warnings(result) == ["openapi-missing-info"])
    }

    @Test func aParameterOfThePathThatNothingDeclaresIsAText() throws {
        let result = try read(document(paths: "{'/boats/{id}': {get: {operationId: showBoat, responses: {}}}}"))
        let parameters = result.document.operations[0].revisions[0].parameters
        #expect(
            parameters == [
                Parameter(
                    name: "id", location: .path, isRequired: true, schema: Schema(.string(format: nil)),
                    recovered: ["path"])
            ])
        #expect(warnings(result) == ["openapi-undeclared-path-parameter"])
    }

    @Test func ofTwoParametersOfOneNameTheLastHolds() throws {
        let result = try read(
            document(
                paths: """
                    {/a: {get: {operationId: x, responses: {}, parameters: [
                      {name: n, in: query, schema: {type: string}}, {name: m, in: query, schema: {type: string}},
                      {name: n, in: query, schema: {type: integer}}]}}}
                    """))
        let parameters = result.document.operations[0].revisions[0].parameters
        #expect(parameters.map(\.name) == ["n", "m"])
        #expect(parameters[0].schema.kind == .integer(format: nil))
        #expect(warnings(result) == ["openapi-repeated-parameter"])
    }

    @Test func aTakenOperationIDIsAsGoodAsNone() throws {
        let result = try read(
            document(paths: "{/a: {get: {operationId: x, responses: {}}, put: {operationId: x, responses: {}}}}"))
        #expect(result.document.operations.map(\.id) == ["x", "putA"])
        #expect(warnings(result) == ["openapi-taken-operation-id"])
    }

    @Test func aSecuritySchemeThatIsNotThereIsLeftOut() throws {
        let result = try read(
            document(
                paths: "{/a: {get: {operationId: x, security: [{gone: []}], responses: {}}}}",
                rest: "security: [{also: []}]"))
        #expect(result.document.service.requirements == [])
        #expect(result.document.operations[0].revisions[0].security == [])
        #expect(
            warnings(result) == ["openapi-undeclared-security-scheme", "openapi-undeclared-security-scheme"])
    }

    @Test func aQueryInAPathIsFixed() throws {
        let result = try read(
            document(
                paths: """
                    {'/tides?beta=true': {get: {operationId: betaTides, responses: {}}},
                     '/tides#now': {get: {operationId: tides, responses: {}}}}
                    """))
        let revisions = result.document.operations.flatMap(\.revisions)
        #expect(revisions.map(\.path) == ["/tides", "/tides"])
        #expect(
            revisions[0].parameters == [
                Parameter(
                    name: "beta", location: .query, isRequired: true, schema: Schema(.enumeration(["true"])))
            ])
        #expect(revisions[1].parameters == [])
        let exported = OpenAPIText.yaml(
            try OpenAPIExporter(dialect: .v3_1).document(APIModel(result.document), version: "1"))
        #expect(exported.contains("/tides?beta=true"))
        #expect(try read(exported).document.operations == result.document.operations)
        #expect(
            SpecValidator().validate(result.document, locations: result.locations).filter { $0.severity == .error }
                .isEmpty)
    }

    @Test func aMappingThatLeadsNowhereIsLeftOut() throws {
        let result = try read(
            document(
                paths: "{}",
                schemas: """
                    {Hull: {oneOf: [{$ref: '#/components/schemas/Wood'}, {$ref: '#/components/schemas/Steel'}],
                      discriminator: {propertyName: of, mapping: {wood: '#/components/schemas/Wud', steel: Steel}}},
                     Wood: {type: object, properties: {of: {const: timber}}},
                     Steel: {type: object, properties: {of: {type: string}}}}
                    """))
        #expect(
            result.document.schemas[0].definition?.discriminator?.mapping
                == [.init("steel", "Steel"), .init("timber", "Wood")])
        #expect(warnings(result) == ["openapi-unusable-discriminator"])
    }

    @Test func partsInOtherPlacesAreRead() throws {
        let result = try read(
            """
            openapi: 3.1.0
            info:
              title: Boats
              version: '1'
              components: {schemas: {Oar: {type: object, properties: {length: {type: number}}}}}
            $defs: {Row: {type: object, properties: {seat: {type: integer}}}}
            servers: [{url: https://boats.example.test}]
            paths:
              /oars:
                post:
                  operationId: addOar
                  parameters:
                    - {name: label, in: formData, required: true, type: string}
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Oar'}}}}
                    '201': {description: ok, content: {'': {schema: {type: string, format: binary}}}}
                    '202': {description: ok, content: {application/json: {schema: {$ref: '#/$defs/Row'}}}}
            """)
        let revision = result.document.operations[0].revisions[0]
        #expect(revision.request?.mediaType == "application/x-www-form-urlencoded")
        #expect(
            revision.responses.map(\.schema?.kind) == [.reference("Oar"), .string(format: "binary"), .reference("Row")])
        #expect(revision.responses[1].mediaType == "application/octet-stream")
        #expect(
            Set(warnings(result)) == ["openapi-stray-definition", "openapi-empty-media-type"])
        #expect(result.findings.allSatisfy { $0.location.map { $0.line > 0 } == true })
    }

    @Test func mergeKeysStandForTheirKeys() throws {
        let result = try read(
            """
            openapi: 3.1.0
            info: {title: Boats, version: '1'}
            servers: [{url: https://boats.example.test}]
            x-parts:
              id: &id
                type: integer
                description: A number.
            paths: {}
            components:
              schemas:
                Boat:
                  type: object
                  properties:
                    id:
                      <<: *id
                      description: Its own.
            """)
        let id = result.document.schemas[0].properties[0].schema
        #expect(id.kind == .integer(format: nil))
        #expect(id.description == "Its own.")
        #expect(result.findings.contains { $0.rule == "openapi-merge-key" && $0.location?.line == 15 })
    }

    @Test func aRangeOfMediaTypesIsTheOneThatFits() throws {
        let result = try read(
            document(
                paths: """
                    {/a: {get: {operationId: x, responses: {
                      '200': {description: a, content: {'*/*': {schema: {type: string, format: binary}}}},
                      '201': {description: a, content: {'text/*': {schema: {type: string}}}},
                      '202': {description: a, content: {'*/*': {schema: {$ref: '#/components/schemas/B'}}}}}}}}
                    """, schemas: "{B: {type: object, properties: {c: {type: string}}}}"))
        #expect(
            result.document.operations[0].revisions[0].responses.map(\.mediaType)
                == ["application/octet-stream", "text/plain", "application/json"])
    }
}

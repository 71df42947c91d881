import APISpec
import Diagnostics
import OpenAPIInterop
import Testing

@Suite("Types of operations that versions call differently")
struct NamesAcrossVersionsTests {
    private func document(_ version: String, _ operation: String, _ response: String) throws -> VersionedDocument {
        let text = """
            openapi: 3.0.3
            info: {title: Crew, version: '\(version)'}
            servers: [{url: 'https://crew.example'}]
            paths:
              /sailor:
                get:
                  operationId: \(operation)
                  parameters:
                    - {name: api-version, in: query, required: true, schema: {type: string, enum: ['\(version)']}}
                  responses: {'200': {description: OK, content: {application/json: {schema: \(response)}}}}
            components:
              schemas:
                Sailor: {type: object, properties: {name: {type: string}, papers: {type: object, properties: {id: {type: string}}}}}
                SailorSettings: {type: object, properties: {watch: {type: string}}}

            """
        let read = try OpenAPIImporter().read(Array(text.utf8), file: "\(version).yaml")
        return VersionedDocument(
            id: version, document: read.document, locations: read.locations, namedAfter: read.namedAfter)
    }

    @Test("What the document has a name for keeps it, also where it sounds like the operation")
    func components() throws {
        let response = "{$ref: '#/components/schemas/Sailor'}"
        let merged = try OpenAPIImporter().merge([
            try document("1", "sailor", response), try document("2", "getSailor", response),
        ]).document
        #expect(merged.operations.map(\.id) == ["getSailor"])
        #expect(merged.schemas.map(\.name).sorted() == ["Sailor", "SailorPapers", "SailorSettings"])
        #expect(merged.operations[0].revisions.map(\.operationID) == [nil, "sailor"])
    }

    @Test("What is called after the operation follows it, with what lies inside")
    func inline() throws {
        let response =
            "{type: object, properties: {rank: {type: string}, ship: {type: object, properties: {flag: {type: string}}}}}"
        let merged = try OpenAPIImporter().merge([
            try document("1", "sailor", response), try document("2", "getSailor", response),
        ]).document
        #expect(
            merged.schemas.map(\.name).sorted() == [
                "GetSailorResponse200", "GetSailorResponse200Ship", "Sailor", "SailorPapers", "SailorSettings",
            ])
        #expect(merged.operations[0].revisions.count == 2, "only the name of the operation differs")
    }
}

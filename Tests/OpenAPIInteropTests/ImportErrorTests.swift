import APISpec
import Diagnostics
import OpenAPIInterop
import Testing

/// What a document must not say, told with its place.
struct ImportErrorTests {
    private func problems(_ text: String) -> [String] {
        do {
            _ = try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml")
            return []
        } catch let error as DiagnosticError {
            return error.diagnostics.map(\.description)
        } catch { return ["\(error)"] }
    }

    private func document(paths: String = "{}", schemas: String = "{}", version: String = "3.1.0") -> String {
        """
        openapi: \(version)
        info: {title: A, version: '1'}
        servers: [{url: /}]
        paths: \(paths)
        components: {schemas: \(schemas)}
        """
    }

    @Test func otherVersionsAreRefused() {
        #expect(
            problems("swagger: '1.2'\ninfo: {title: A, version: '1'}") == [
                "a.yaml:1:10: error: this is a document of Swagger `1.2`; 2.0, and OpenAPI 3, are read (at `#/swagger`)"
            ])
        #expect(
            problems(document(version: "4.0.0")) == [
                "a.yaml:1:10: error: this is a document of OpenAPI `4.0.0`; 3.0, 3.1 and 3.2, and Swagger 2.0, are read (at `#/openapi`)"
            ])
        #expect(
            problems("a: 1") == [
                "a.yaml:1:1: error: this is not an OpenAPI document: it lacks its version, `openapi: 3.0.3` or `openapi: 3.1.0` (at `#`)"
            ])
    }

    @Test(arguments: [
        (
            "{A: {$ref: 'other.yaml#/A'}}",
            "the reference leads to the file `other.yaml`, and only one document was given; name a file on disk, or "
                + "bundle the documents into one (at `#/components/schemas/A`)"
        ),
        (
            "{A: {$ref: '../other.yaml#/A'}}",
            "the reference leads to the file `../other.yaml`, and only one document was given; name a file on disk, or "
                + "bundle the documents into one (at `#/components/schemas/A`)"
        ),
    ])
    func schemasInFilesThatNobodyGave(schemas: String, message: String) {
        let found = problems(document(schemas: schemas))
        #expect(found.first?.hasSuffix(": error: \(message)") == true, "\(found)")
        #expect(found.first?.hasPrefix("a.yaml:5:") == true)
    }

    @Test(arguments: ["[]", "[{}]", "[{description: x}]", "[{$ref: '#/components/schemas/B'}]"])
    func aReferenceBesideAnAllOfEnds(parts: String) throws {
        let text = document(
            schemas: "{A: {$ref: '#/components/schemas/B', allOf: \(parts)}, B: {properties: {x: {type: string}}}}")
        let result = try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml")
        #expect(result.document.schemas.first?.name == "A")
    }

    @Test func headersThatOpenAPIReservesAreIgnored() throws {
        let text = document(
            paths: """
                {/a: {get: {operationId: x, responses: {}, parameters: [
                  {name: accept, in: header, schema: {type: string}}, {name: Scp-Zone, in: header, schema: {type: string}},
                  {name: gone, in: path, required: true, schema: {type: string}}]}}}
                """)
        let result = try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml")
        #expect(result.document.operations[0].revisions[0].parameters.map(\.name) == ["Scp-Zone", "gone"])
        #expect(
            result.findings.map(\.rule) == ["openapi-ignored-header", "openapi-parameter-not-in-path"])
    }

    @Test func rulesHaveStableNamesAndNoTwoTheSame() {
        let ids = OpenAPIImportRules.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        // Those about versions hold for several documents.
        let prefixes = ["openapi-", "version", "many-versions", "operation-named-differently"]
        #expect(ids.allSatisfy { id in prefixes.contains { id.hasPrefix($0) } })
    }
}

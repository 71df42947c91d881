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
            problems("swagger: '2.0'\ninfo: {title: A, version: '1'}") == [
                "a.yaml:1:10: error: this is a document of OpenAPI 2.0; convert it to 3.0 or 3.1 (at `#/swagger`)"
            ])
        #expect(
            problems(document(version: "4.0.0")) == [
                "a.yaml:1:10: error: this is a document of OpenAPI `4.0.0`; 3.0 and 3.1 are read (at `#/openapi`)"
            ])
        #expect(
            problems("a: 1") == [
                "a.yaml:1:1: error: this is no OpenAPI document: it lacks its version, `openapi: 3.0.3` or `openapi: 3.1.0` (at `#`)"
            ])
        #expect(
            problems("openapi: 3.1.0") == [
                "a.yaml:1:1: error: the document lacks `info` with `title` and `version` (at `#`)"
            ])
    }

    @Test(arguments: [
        (
            "{A: {$ref: 'other.yaml#/A'}}",
            "the reference `other.yaml#/A` leads out of the document; bundle the documents into one first "
                + "(at `#/components/schemas/A`)"
        ),
        (
            "{A: {$ref: 'https://example.com/a.json'}}",
            "the reference `https://example.com/a.json` leads out of the document; bundle the documents into one "
                + "first (at `#/components/schemas/A`)"
        ),
        (
            "{A: {type: array, items: {$ref: '#/components/schemas/B'}}}",
            "the reference `#/components/schemas/B` leads nowhere (at `#/components/schemas/A/items`)"
        ),
        (
            "{A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}",
            "the schema `A` refers to itself without a list or an object in between; give it a type "
                + "(at `#/components/schemas/A`)"
        ),
        (
            "{A: {properties: {x: {type: string}}, allOf: [{$ref: '#/components/schemas/A'}]}}",
            "the `allOf` leads back to itself through `#/components/schemas/A`; take it out "
                + "(at `#/components/schemas/A/allOf/0`)"
        ),
        (
            "{A: {type: object, properties: {x: {type: text}}}}",
            "`text` is no type; it is `string`, `integer`, `number`, `boolean`, `array` or `object` "
                + "(at `#/components/schemas/A/properties/x`)"
        ),
        (
            "{A: {type: object, properties: {x: {$ref: '#/components/schemas/A/properties/x'}}}}",
            "the reference `#/components/schemas/A/properties/x` leads back to itself; move the schema to "
                + "`components` (at `#/components/schemas/A/properties/x`)"
        ),
    ])
    func schemasThatLeadNowhere(schemas: String, message: String) {
        let found = problems(document(schemas: schemas))
        #expect(found.first?.hasSuffix(": error: \(message)") == true, "\(found)")
        #expect(found.first?.hasPrefix("a.yaml:5:") == true)
    }

    @Test(arguments: [
        (
            "{/a: {get: {operationId: x, responses: {}}, put: {operationId: x, responses: {}}}}",
            "a.yaml:4:71: error: the operationId `x` is taken since line 4 (at `#/paths/~1a/put`)"
        ),
        (
            "{'/a/{b}': {get: {operationId: x, responses: {}}}}",
            "a.yaml:4:20: error: the path `/a/{b}` has a parameter `{b}` that nothing declares; add it with "
                + "`in: path` (at `#/paths/~1a~1{b}/get`)"
        ),
        (
            "{a: {get: {operationId: x, responses: {}}}}",
            "a.yaml:4:9: error: `a` is no path such as `/v1/things/{thing_id}` (at `#/paths/a`)"
        ),
        (
            "{/a: {get: {operationId: x, responses: {abc: {description: x}}}}}",
            "a.yaml:4:48: error: `abc` is no status; it is a number of 100 to 599, `1XX` to `5XX`, or `default` "
                + "(at `#/paths/~1a/get/responses`)"
        ),
        (
            "{/a: {get: {operationId: x, security: [{key: []}], responses: {}}}}",
            "a.yaml:4:48: error: there is no security scheme `key` under `components` (at "
                + "`#/paths/~1a/get/security`)"
        ),
    ])
    func operationsThatCannotBe(paths: String, message: String) {
        #expect(problems(document(paths: paths)) == [message])
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
        #expect(ids.allSatisfy { $0.hasPrefix("openapi-") })
    }
}

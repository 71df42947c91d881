import Diagnostics
import OpenAPIInterop
import Testing

@Suite("Findings of OpenAPI documents")
struct ImportRuleTests {
    /// A document around an operation and the schema `S` that it answers with.
    private func document(
        servers: String = "servers: [{url: 'https://a.example'}]", operationID: String = "operationId: show",
        method: String = "get", operation: String = "", schema: String = "type: object"
    ) -> String {
        """
        openapi: 3.0.3
        info: {title: Rules, version: '1.0'}
        \(servers)
        paths:
          /things/{id}:
            \(method):
              \(operationID.isEmpty ? "summary: Show" : operationID)
              parameters:
                - {name: id, in: path, \(operation.isEmpty ? "required: true" : operation), schema: {type: string}}
              responses:
                '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}
        components:
          schemas:
            S: {\(schema)}

        """
    }

    private func rules(_ text: String) throws -> [String] {
        try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml").findings.compactMap(\.rule)
    }

    @Test(
        "What a schema says and a spec cannot",
        arguments: [
            ("type: string, contentSchema: {type: object}", "openapi-unkept-constraint"),
            ("type: string, minLength: 99999999999999999999999", "openapi-unkept-constraint"),
            ("type: integer, minimum: low", "openapi-unkept-constraint"),
            ("allOf: [{type: array, maxItems: -1}, {minItems: {}}]", "openapi-unkept-constraint"),
            ("type: string, pattern: '(?=a)b'", "openapi-unchecked-pattern"),
            ("type: string, pattern: 'a\\-b'", "openapi-loose-pattern"),
            ("type: object, required: [a]", "openapi-required-without-property"),
            (
                "type: object, properties: {a: {type: string}}, oneOf: [{type: string}, {type: integer}]",
                "openapi-union-beside-members"
            ),
            ("type: strin", "openapi-unknown-type"), ("enum: [a, true]", "openapi-unusual-enumeration"),
            ("allOf: [{type: string}, {type: integer}]", "openapi-merged-types"),
            ("type: object, nullable: true, properties: {a: {type: string}}", "openapi-nullable-model"),
        ])
    func schemas(_ schema: String, _ rule: String) throws {
        #expect(try rules(document(schema: schema)).contains(rule))
    }

    @Test("What a document says around its schemas")
    func document() throws {
        #expect(try rules(document()) == [])
        #expect(try rules(document(servers: "tags: []")).contains("openapi-missing-server"))
        #expect(try rules(document(operationID: "")).contains("openapi-made-operation-id"))
        #expect(
            try rules(document(operationID: "operationId: show_things__id__get"))
                .contains("openapi-shortened-operation-id"))
        #expect(try rules(document(method: "additionalOperations")).contains("openapi-unkept-method"))
        #expect(
            try rules(document(operation: "required: false")).contains("openapi-optional-path-parameter"))
    }

    @Test("What is flawed and clear all the same")
    func flawed() throws {
        let plain = document(schema: "type: object")
        #expect(
            try rules(plain.replacing("/things/{id}:", with: "/things/{id}?beta=true:")).contains("openapi-fixed-query")
        )
        #expect(try rules(plain.replacing("/things/{id}:", with: "things/{id}:")).contains("openapi-unusable-path"))
        #expect(try rules(plain.replacing("application/json", with: "'*/*'")).contains("openapi-media-range"))
        let scheme = "components:\n  securitySchemes: {odd: {type: apiKey}}\n"
        #expect(
            try rules(plain.replacing("components:\n", with: scheme)).contains("openapi-unusable-security-scheme"))
        let deep =
            String(repeating: "type: array, items: {", count: 60) + "type: string" + String(repeating: "}", count: 60)
        #expect(try rules(document(schema: deep)).contains("openapi-deep-schema"))
    }

    @Test("A second description beside a body's own")
    func descriptions() throws {
        let text = """
            openapi: 3.0.3
            info: {title: Rules, version: '1.0'}
            servers: [{url: 'https://a.example'}]
            paths:
              /things:
                post:
                  operationId: make
                  requestBody:
                    description: What to make.
                    content: {application/json: {schema: {type: string, description: A name.}}}
                  responses: {'204': {description: Made}}

            """
        #expect(try rules(text).contains("openapi-unkept-description"))
    }

    @Test("A response header that is a document of its own is told")
    func headerWithContent() throws {
        func text(_ type: String) -> String {
            """
            openapi: 3.1.0
            info: {title: A, version: '1'}
            servers: [{url: 'https://a.example'}]
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    '204':
                      description: OK
                      headers: {X-Info: {content: {application/json: {schema: \(type)}}}}
            """
        }
        let finding = try #require(
            try OpenAPIImporter().read(
                Array(text("{type: object, properties: {q: {type: string}}}").utf8), file: "a.yaml"
            )
            .findings.first { $0.rule == "openapi-unkept-keyword" })
        #expect(finding.location?.line == 11)
        #expect(try !rules(text("{type: integer}")).contains("openapi-unkept-keyword"))
    }
}

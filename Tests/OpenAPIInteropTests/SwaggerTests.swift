import APISpec
import Diagnostics
import OpenAPIInterop
import Testing

/// Documents of Swagger 2.0, read as what OpenAPI 3 says of the same service.
struct SwaggerTests {
    private static let older = """
        swagger: '2.0'
        info: {title: Kites, version: '2.1'}
        host: kites.example.test
        basePath: /api/
        schemes: [http, https]
        consumes: [application/json]
        produces: [application/json]
        securityDefinitions:
          key: {type: apiKey, name: X-Key, in: header}
          plain: {type: basic}
          wind: {type: oauth2, flow: application, tokenUrl: 'https://kites.example.test/token', scopes: {fly: Fly}}
        security: [{key: []}]
        parameters:
          Tail: {name: tail, in: query, type: array, items: {type: string}, collectionFormat: multi}
        responses:
          Gone: {description: Gone., schema: {$ref: '#/definitions/Trouble'}}
        paths:
          /kites:
            get:
              operationId: listKites
              parameters:
                - {$ref: '#/parameters/Tail'}
                - {name: colours, in: query, type: array, items: {type: string}}
                - {name: least, in: query, type: integer, format: int32, minimum: 1, default: 3}
              responses:
                '200': {description: Kites., schema: {type: array, items: {$ref: '#/definitions/Kite'}}}
                '404': {$ref: '#/responses/Gone'}
            post:
              operationId: addKite
              parameters: [{name: body, in: body, required: true, schema: {$ref: '#/definitions/Kite'}}]
              responses: {'201': {description: Made.}}
          /kites/{id}/photo:
            put:
              operationId: setPhoto
              consumes: [multipart/form-data]
              parameters:
                - {name: id, in: path, required: true, type: string}
                - {name: photo, in: formData, type: file, required: true}
                - {name: caption, in: formData, type: string}
              responses: {'204': {description: Set.}}
        definitions:
          Kite:
            type: object
            required: [id]
            properties:
              id: {type: string}
              length: {type: number, x-nullable: true}
          Trouble: {type: object, properties: {title: {type: string}}}
        """

    private static let newer = """
        openapi: 3.0.3
        info: {title: Kites, version: '2.1'}
        servers: [{url: https://kites.example.test/api}, {url: http://kites.example.test/api}]
        security: [{key: []}]
        paths:
          /kites:
            get:
              operationId: listKites
              parameters:
                - {name: tail, in: query, schema: {type: array, items: {type: string}}}
                - {name: colours, in: query, explode: false, schema: {type: array, items: {type: string}}}
                - {name: least, in: query, schema: {type: integer, format: int32, minimum: 1, default: 3}}
              responses:
                '200': {description: Kites., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Kite'}}}}}
                '404': {description: Gone., content: {application/json: {schema: {$ref: '#/components/schemas/Trouble'}}}}
            post:
              operationId: addKite
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Kite'}}}}
              responses: {'201': {description: Made.}}
          /kites/{id}/photo:
            put:
              operationId: setPhoto
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [photo]
                      properties: {photo: {type: string, format: binary}, caption: {type: string}}
              responses: {'204': {description: Set.}}
        components:
          securitySchemes:
            key: {type: apiKey, name: X-Key, in: header}
            plain: {type: http, scheme: basic}
            wind: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://kites.example.test/token', scopes: {fly: Fly}}}}
          schemas:
            Kite:
              type: object
              required: [id]
              properties:
                id: {type: string}
                length: {type: number, nullable: true}
            Trouble: {type: object, properties: {title: {type: string}}}
        """

    @Test func isReadAsTheSameServiceInOpenAPI3() throws {
        let older = try OpenAPIImporter().read(Array(Self.older.utf8), file: "old.yaml")
        let newer = try OpenAPIImporter().read(Array(Self.newer.utf8), file: "new.yaml")
        #expect(SpecWriter().write(older.document) == SpecWriter().write(newer.document))
        #expect(older.findings.isEmpty, "\(older.findings)")
    }

    @Test("JSON by any of its names is taken before other media types")
    func json() throws {
        let older = Self.older.replacing("produces: [application/json]", with: "produces: [text/csv, text/json]")
        let document = try OpenAPIImporter().read(Array(older.utf8), file: "a.yaml").document
        #expect(document.operations[0].revisions[0].responses[0].mediaType == "text/json")
        let newer = Self.newer.replacing(
            "content: {application/json: {", with: "content: {text/csv: {schema: {type: string}}, text/json: {")
        let same = try OpenAPIImporter().read(Array(newer.utf8), file: "b.yaml").document
        #expect(same.operations[0].revisions[0].responses[0].mediaType == "text/json")
    }

    @Test("What else a list of media types has is told, once a list")
    func otherMediaTypes() throws {
        let text = Self.older
            .replacing("produces: [application/json]", with: "produces: [text/csv, application/json]")
            .replacing("consumes: [application/json]", with: "consumes: [application/json, application/xml]")
            .replacing("consumes: [multipart/form-data]", with: "consumes: [multipart/form-data, text/plain]")
        let findings = try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml").findings
            .filter { $0.rule == "openapi-unkept-media-type" }
        #expect(
            findings.map(\.message) == [
                "`application/json` is taken, and `application/xml` left out (at `#/consumes`)",
                "`application/json` is taken, and `text/csv` left out (at `#/produces`)",
                "`multipart/form-data` is taken, and `text/plain` left out (at `#/paths/~1kites~1{id}~1photo/put/consumes`)",
            ])
        #expect(findings.map { $0.location?.line } == [6, 7, 35])
    }

    /// What a range of media types stands for is one fact, wherever a version of OpenAPI writes it.
    @Test(arguments: [
        ("*/*", "{type: string}", "text/plain"), ("text/*", "{type: string}", "text/plain"),
        ("*/*", "{$ref: '#/definitions/Word'}", "text/plain"),
        ("*/*", "{$ref: '#/definitions/Kite'}", "application/json"),
        ("*/*", "{type: array, items: {type: string}}", "application/json"),
        ("application/*", "{type: string}", "application/json"), ("image/png", "{type: string}", "image/png"),
    ])
    func rangesAreNamedAsInOpenAPI3(range: String, schema: String, expected: String) throws {
        let definitions = "{Word: {type: string}, Kite: {type: object, properties: {id: {type: string}}}}"
        let older = """
            swagger: '2.0'
            info: {title: Kites, version: '2'}
            host: kites.example.test
            produces: ['\(range)']
            consumes: ['\(range)']
            paths:
              /kites:
                post:
                  operationId: addKite
                  parameters: [{name: body, in: body, required: true, schema: \(schema)}]
                  responses: {'200': {description: Made., schema: \(schema)}}
            definitions: \(definitions)
            """
        let inPlace = schema.replacing("#/definitions/", with: "#/components/schemas/")
        let newer = """
            openapi: 3.0.3
            info: {title: Kites, version: '2'}
            servers: [{url: 'https://kites.example.test'}]
            paths:
              /kites:
                post:
                  operationId: addKite
                  requestBody: {required: true, content: {'\(range)': {schema: \(inPlace)}}}
                  responses: {'200': {description: Made., content: {'\(range)': {schema: \(inPlace)}}}}
            components: {schemas: \(definitions)}
            """
        let first = try OpenAPIImporter().read(Array(older.utf8), file: "old.yaml")
        let second = try OpenAPIImporter().read(Array(newer.utf8), file: "new.yaml")
        let revision = first.document.operations[0].revisions[0]
        #expect(revision.responses[0].mediaType == expected)
        #expect(revision.request?.mediaType == expected)
        #expect(SpecWriter().write(first.document) == SpecWriter().write(second.document))
        #expect(first.findings.map(\.rule) == second.findings.map(\.rule))
    }

    @Test func aFileIsBytesWhateverIsProduced() throws {
        for produces in ["['*/*']", "['application/json']", "['application/vnd.kites+json']"] {
            let text = """
                swagger: '2.0'
                info: {title: Kites, version: '2'}
                host: kites.example.test
                paths:
                  /photo:
                    get: {operationId: photo, produces: \(produces), responses: {'200': {description: It., schema: {type: file}}}}
                """
            let document = try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml").document
            #expect(document.operations[0].revisions[0].responses[0].mediaType == "application/octet-stream")
        }
    }
}

import Diagnostics
import Testing

@testable import APISpec

/// What specs of OpenAPI documents say and those of pages do not.
struct OpenAPIFactsTests {
    static let text = """
        # yaml-language-server: $schema=apidoc-spec.schema.json
        apidoc: 1
        service:
          id: shop
          title: Shop
          server:
            url: https://{host}:{port}/v1
            description: Production
            variables:
              host: {default: shop.example.com, description: The host}
              port: {default: '443', values: ['443', '8443']}
            alternatives:
              - {url: 'http://localhost'}
          security:
            key: {type: apiKey, name: X-Key, in: header, description: A key}
            login: {type: basic}
            token: {type: bearer, format: JWT}
            flow: {type: oauth2, definition: {type: oauth2, flows: {}}}
          requirements: [{key: []}, {token: [], flow: [read]}]
        versions:
          '1.0': {status: current}
        operations:
          upload:
            title: Upload
            method: POST
            path: /pets/{pet}
            revisions:
              - versions: ['1.0']
                operationId: upload_pets
                deprecated: true
                tags: [pets]
                security: []
                parameters:
                  - {name: pet, in: path, style: label, type: integer, required: true}
                  - {name: session, in: cookie, explode: false, type: array, items: {type: string}, deprecated: true}
                  - {name: filter, in: query, mediaType: application/json, schema: Pet}
                request:
                  mediaType: multipart/form-data
                  schema: Pet
                  description: The pet
                  parts:
                    photo: {contentType: image/png, style: form, explode: true, headers: {X-Size: {type: integer}}}
                responses:
                  '200':
                    description: OK
                    mediaType: application/octet-stream
                    type: string
                    format: binary
                    headers:
                      ETag: {type: string, required: true}
                  2XX: {description: Also fine}
                  default: {description: Anything else, schema: Pet}
        schemas:
          Pet:
            title: A pet
            description: It barks
            deprecated: true
            properties:
              id: {type: integer, minimum: 1, exclusiveMaximum: 10.5, multipleOf: 1, readOnly: true}
              names: {type: array, items: {type: string}, minItems: 1, maxItems: 3, uniqueItems: true, title: Names}
              labels: {type: object, additionalProperties: {type: string}, minProperties: 0, maxProperties: 4}
              size: {type: integer, enum: [1, 2]}
              ratio: {type: number, enum: [0.5, 1e3], nullable: true, deprecated: true, writeOnly: true}
            additionalProperties: {type: boolean}
            example: {id: 1}
          Cat:
            properties: {}
            additionalProperties: false
          Animal:
            description: One of them
            oneOf: [{schema: Pet}, {schema: Cat}]
            discriminator: {property: kind, mapping: {pet: Pet, a cat: Cat}}
          Color:
            type: string
            enum: [red, green]
            example: red
          Tree:
            type: array
            items: {schema: Tree}

        """

    @Test func readsAndWritesTheSameText() throws {
        let file = try SpecReader().read(Array(Self.text.utf8), file: "shop.yaml")
        #expect(SpecWriter().write(file.document) == Self.text)
    }

    @Test func readsStatuses() {
        #expect(["default", "2XX", "404"].map { Response.status($0) } == [0, 2, 404])
        #expect(["6XX", "2xx", "99", "600", "Default"].allSatisfy { Response.status($0) == nil })
        var responses = [0, 5, 404, 4, 200, 2].map { Response(status: $0) }
        responses.sortByStatus()
        #expect(responses.map(\.statusText) == ["200", "2XX", "404", "4XX", "5XX", "default"])
        #expect(responses.map(\.isSuccess) == [true, true, false, false, false, false])
    }

    @Test(arguments: [
        (
            "2XX: {", "2xx: {",
            "`2xx` is not a status code; it is a number of 100 to 599, `1XX` to `5XX`, or `default`"
        ),
        ("{pet: Pet,", "{pet: Pat,", "there is no schema `Pat`; did you mean `Pet`?"),
        ("items: {schema: Tree}", "items: {type: string, additionalProperties: {type: string}}", nil),
        ("enum: [1, 2]", "enum: [1, two]", "`enum` of this type is a list of numbers"),
        ("minimum: 1,", "minimum: one,", "`minimum` is a number"),
        ("in: cookie, explode: false", "in: jar", nil),
        (
            "requirements: [{key: []}", "requirements: [{kee: []}",
            "there is no security scheme `kee`; did you mean `key`?"
        ),
    ])
    func tellsWhatIsWrong(_ good: String, _ bad: String, _ message: String?) {
        let text = Self.text.replacing(good, with: bad)
        let error = #expect(throws: DiagnosticError.self) {
            try SpecReader().read(Array(text.utf8), file: "shop.yaml")
        }
        if let message { #expect(error?.diagnostics.map(\.message) == [message]) }
    }

    @Test func refusesSchemasThatAreNothingButThemselves() {
        let text = Self.text.replacing("type: array\n    items: {schema: Tree}", with: "schema: Tree")
        let error = #expect(throws: DiagnosticError.self) {
            try SpecReader().read(Array(text.utf8), file: "shop.yaml")
        }
        #expect(error?.diagnostics.map(\.message) == ["schema `Tree` is nothing but a reference to itself"])
        #expect(error?.diagnostics.map(\.rule) == ["circular-schema"])
    }

    @Test func putsDefinitionsWhereTheyAreUsed() throws {
        var document = try SpecReader().read(Array(Self.text.utf8), file: "shop.yaml").document
        document.schemas[0].properties.append(
            .init(name: "color", isRequired: false, schema: Schema(.reference("Color"), isNullable: true)))
        document.schemas[0].properties.append(
            .init(name: "tree", isRequired: false, schema: Schema(.array(Schema(.reference("Tree"))))))
        let inlined = document.inliningDefinitions()
        #expect(inlined.schemas.map(\.name) == document.schemas.map(\.name))
        let properties = inlined.schemas[0].properties.suffix(2).map(\.schema)
        #expect(
            properties.map { $0.structure() } == [
                Schema(.enumeration(["red", "green"]), isNullable: true),
                Schema(.array(Schema(.array(Schema(.reference("Tree")))))),
            ])
        #expect(properties.map(\.example) == [.string("red"), nil])
        #expect(properties.map(\.definitionName) == ["Color", nil])
        guard case .array(let tree) = properties[1].kind else { Issue.record("no list"); return }
        #expect(tree.definitionName == "Tree")
        // Names are still known to be mentioned, so that versions find what they need.
        #expect(properties.map(\.referencedNames) == [["Color"], ["Tree", "Tree"]])
    }
}

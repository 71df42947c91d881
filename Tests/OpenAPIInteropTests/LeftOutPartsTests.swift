import APISpec
import Diagnostics
import OpenAPIExport
import Testing

@testable import OpenAPIInterop

/// What one flawed part of a document costs: that part, with a finding, and nothing else.
@Suite struct LeftOutPartsTests {
    private func read(_ text: String, openapi: String = "3.1.0") throws -> OpenAPIImport {
        let text =
            "openapi: \(openapi)\ninfo: {title: Quarry, version: '1'}\nservers: [{url: 'https://quarry.example'}]\n"
            + text
        return try OpenAPIImporter().read(Array(text.utf8), file: "quarry.yaml")
    }

    private static let broken = """
        paths:
          /stones:
            get:
              operationId: listStones
              parameters: [{$ref: '#/components/parameters/Lost'}, {in: query, schema: {type: string}}, {name: a, in: nowhere, schema: {}},
                {name: size, in: query, schema: {type: integer}}]
              responses:
                '200': {description: Stones, content: {application/json: {schema: {$ref: '#/components/schemas/Lost'}}}}
                '404': {$ref: '#/components/responses/Circle'}
                '888': {description: None}
                XX: {description: None}
          /lost: {$ref: '#/components/pathItems/Lost'}
        components:
          responses: {Circle: {$ref: '#/components/responses/Circle'}}
          schemas:
            Pile: {allOf: [{$ref: '#/components/schemas/Gone'}, {type: object, properties: {height: {type: integer}}}]}
            Far: {$ref: 'https://elsewhere.example/schemas.yaml#/Far'}
            Mute: {$ref: "\\0.yaml#/Mute"}
        """

    @Test func whatLeadsNowhereIsLeftOut() throws {
        let reading = try read(Self.broken)
        let revision = try #require(reading.document.operations.first?.revisions.first)
        #expect(reading.document.operations.count == 1)
        #expect(revision.parameters.map(\.name) == ["size"])
        #expect(revision.responses.map(\.status) == [200])
        #expect(revision.responses[0].schema?.kind == .unknown)
        #expect(reading.document.schemas.first { $0.name == "Pile" }?.properties.map(\.name) == ["height"])
        #expect(reading.document.schemas.first { $0.name == "Far" }?.definition?.kind == .unknown)
        let rules = Dictionary(reading.findings.map { ($0.rule ?? "", 1) }, uniquingKeysWith: +)
        #expect(rules["openapi-broken-reference"] == 7)
        #expect(rules["openapi-unusable-parameter"] == 2)
        #expect(rules["openapi-unusable-status"] == 2)
        #expect(reading.findings.allSatisfy { $0.location?.file == "quarry.yaml" })
    }

    @Test(
        arguments: [
            ("/a/{b", "/a/%7Bb", []), ("/a/{}/b", "/a/%7B%7D/b", []), ("/a/{b}}", "/a/{b}%7D", ["b"]),
            ("/{{a}}", "/%7B{a}%7D", ["a"]),
        ] as [(String, String, [String])])
    func bracesThatEncloseNothingStandForThemselves(path: String, written: String, names: [String]) throws {
        let reading = try read("paths: {'\(path)': {get: {operationId: x, responses: {}}}}")
        let revision = try #require(reading.document.operations.first?.revisions.first)
        #expect(revision.path == written)
        #expect(revision.parameters.map(\.name) == names)
        #expect(reading.findings.contains { $0.rule == "openapi-unusable-path" })
        #expect(PathTemplate.isWhole(written))
    }

    @Test func operationsThatDifferInNothingThatIsSentAreOne() throws {
        let reading = try read(
            "paths: {/a: {get: {operationId: x, responses: {}}}, '/a#again': {get: {operationId: y, responses: {}}}, "
                + "'/a?b=1': {get: {operationId: z, responses: {}}}}")
        #expect(reading.document.operations.map(\.id) == ["x", "z"])
        #expect(reading.findings.filter { $0.rule == "openapi-same-call" }.count == 1)
    }

    @Test func responsesMayStandElsewhere() throws {
        let reading = try read(
            "paths: {/a: {get: {operationId: x, responses: {$ref: '#/x-usual'}}}}\nx-usual: {'204': {description: Done}}"
        )
        #expect(reading.document.operations[0].revisions[0].responses.map(\.status) == [204])
    }

    @Test(arguments: ["---\n  openapi: 3.0.0\n  info: {}\n", "# a\n\n   swagger: '2.0'\n", "'swagger': '2.0'\n"])
    func aDocumentMayStandFurtherToTheRight(text: String) {
        #expect(OpenAPIImporter.isDescription(Array(text.utf8)))
    }

    @Test(arguments: ["title: x\n  openapi: 3.0.0\n", "text\n openapi: the story\n"])
    func aDeeperKeyMakesNoDocument(text: String) {
        #expect(!OpenAPIImporter.isDescription(Array(text.utf8)))
    }

    // MARK: OpenAPI 3.2

    private static let newer = """
        $self: https://quarry.example/api.yaml
        paths:
          /stones:
            query:
              operationId: findStones
              requestBody: {content: {application/json: {$ref: '#/components/mediaTypes/Wish'}}}
              responses: {'200': {description: Stones}}
            trace: {operationId: traceStones, responses: {'200': {description: Echo}}}
            additionalOperations:
              COPY: {operationId: copyStones, responses: {'204': {description: Copied}}}
              sift: {responses: {'204': {description: Sifted}}}
              POST: {operationId: addStones, responses: {'204': {description: Added}}}
              'A B': {operationId: badStones, responses: {'204': {description: Bad}}}
          /sizes:
            get:
              operationId: listSizes
              parameters:
              - name: all
                in: querystring
                content:
                  application/x-www-form-urlencoded:
                    schema: {type: object, required: [unit], properties: {unit: {type: string}, least: {type: integer}}}
              responses: {'200': {description: Sizes, content: {application/json: {schema: {$ref: 'https://quarry.example/api.yaml#/components/schemas/Size'}}}}}
        components:
          mediaTypes: {Wish: {schema: {$ref: '#/components/schemas/Wish'}}}
          schemas:
            Wish: {type: object, properties: {kind: {type: string}}}
            Size: {type: object, properties: {unit: {type: string}}}
        """

    @Test("Methods of any name are written back, and read again", arguments: OpenAPIDialect.allCases)
    func additionalOperationsComeBack(dialect: OpenAPIDialect) throws {
        let document = try read(Self.newer, openapi: "3.2.0").document
        let exported = try OpenAPIExporter(dialect: dialect).document(APIModel(document), version: "1")
        let again = try OpenAPIImporter().read(Array(OpenAPIText.json(exported).utf8), file: "again.json").document
        func calls(_ document: SpecDocument) -> [String] {
            document.operations.map { "\($0.id) \($0.revisions[0].method) \($0.revisions[0].path)" }
        }
        #expect(calls(again) == calls(document))
        let text = SpecWriter().write(document)
        #expect(try SpecReader().read(Array(text.utf8), file: "quarry.yaml").document == document)
    }

    @Test func whatIsNewIsUsed() throws {
        let reading = try read(Self.newer, openapi: "3.2.0")
        let calls = reading.document.operations.map { "\($0.id) \($0.revisions[0].method)" }
        #expect(
            calls == [
                "findStones QUERY", "traceStones TRACE", "copyStones COPY", "siftStones sift", "listSizes GET",
            ])
        #expect(reading.document.operations[0].revisions[0].request?.schema.kind == .reference("Wish"))
        let sizes = reading.document.operations[4].revisions[0]
        #expect(sizes.parameters.map { "\($0.name) \($0.isRequired)" } == ["unit true", "least false"])
        #expect(sizes.responses[0].schema?.kind == .reference("Size"))
        let unkept = reading.findings.filter { $0.rule == "openapi-unkept-method" }
        #expect(unkept.map { $0.message.prefix(6) } == ["`POST`", "`A B` "])
    }

    @Test func theWholeQueryOfAnOperationTakesThePlaceOfThatOfItsPath() throws {
        func query(_ members: String) -> String {
            "{name: all, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {\(members)}}}}}"
        }
        let reading = try read(
            """
            paths:
              /sizes:
                parameters: [\(query("unit: {type: string}, least: {type: integer}"))]
                get: {operationId: listSizes, parameters: [\(query("unit: {type: integer}"))], responses: {'204': {description: OK}}}
                delete: {operationId: dropSizes, responses: {'204': {description: OK}}}
            """, openapi: "3.2.0")
        let parameters = reading.document.operations.map { $0.revisions[0].parameters }
        #expect(parameters[0].map(\.name) == ["unit"])
        #expect(parameters[0].map(\.schema.kind) == [.integer(format: nil)])
        #expect(parameters[1].map(\.name) == ["unit", "least"])
    }
}

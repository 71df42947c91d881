import APIModel
import APISpec
import Diagnostics
import Testing

@testable import OpenAPIInterop

/// Keywords of JSON Schema that only restrict values are kept, and come back from an export.
@Suite struct ChecksTests {
    private func read(_ schemas: String) throws -> OpenAPIImport {
        let text = """
            openapi: 3.1.0
            info: {title: Mint, version: '1'}
            servers: [{url: 'https://mint.example'}]
            paths:
              /coins:
                put: {operationId: putCoin, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Coin'}}}}, responses: {}}
            components:
              schemas:
            \(schemas)
            """
        return try OpenAPIImporter().read(Array(text.utf8), file: "mint.yaml")
    }

    private static let coin = """
            Coin:
              type: object
              properties: {metal: {type: string}, mark: {type: string}, sides: {type: array, items: {type: integer}, contains: {const: 1}, minContains: 2}}
              dependentRequired: {mark: [metal]}
              propertyNames: {pattern: '^[a-z]+$'}
              if: {properties: {metal: {const: gold}}}
              then: {required: [mark]}
              not: {$ref: '#/components/schemas/Fake'}
            Fake: {description: Not ours, type: object, required: [forged]}
        """

    @Test func checksAreKept() throws {
        let reading = try read(Self.coin)
        let coin = try #require(reading.document.schemas.first { $0.name == "Coin" })
        #expect(coin.checks?["not"] == .object(["type": .string("object"), "required": .array([.string("forged")])]))
        #expect(coin.checks?["dependentRequired"]?["mark"] == .array([.string("metal")]))
        #expect(coin.checks?["then"] != nil)
        let sides = try #require(coin.properties.first { $0.name == "sides" }?.schema)
        #expect(sides.checks == .object(["contains": .object(["const": .number("1")]), "minContains": .number("2")]))
        #expect(!reading.findings.contains { $0.rule == "openapi-unkept-constraint" })
    }

    @Test(arguments: [OpenAPIDialect.v3_1, .v3_0])
    func checksComeBack(dialect: OpenAPIDialect) throws {
        let document = try read(Self.coin).document
        let exported = try OpenAPIExporter(dialect: dialect).document(APIModel(document), version: "1")
        let again = try OpenAPIImporter().read(Array(OpenAPIText.json(exported).utf8), file: "again.json").document
        #expect(again.schemas.first { $0.name == "Coin" } == document.schemas.first { $0.name == "Coin" })
        let text = SpecWriter().write(document)
        #expect(try SpecReader().read(Array(text.utf8), file: "mint.yaml").document == document)
    }

    /// A document of OpenAPI 3.0 has no words for most of JSON Schema, at any depth.
    @Test(arguments: [
        ("{const: 5}", false), ("{type: [string, 'null']}", false), ("{exclusiveMinimum: 3}", false),
        ("{type: integer, minimum: 3}", true), ("{anyOf: [{enum: [1, 2]}, {const: 3}]}", false),
        ("{properties: {metal: {type: string}}, required: [metal]}", true), ("{items: true, type: array}", false),
        ("{type: array}", false), ("{additionalProperties: false}", true), ("true", false),
    ])
    func documentsOf30HaveTheirOwnWordsOnly(check: String, isPlain: Bool) throws {
        let document = try read("    Coin: {type: object, properties: {sides: {type: integer, not: \(check)}}}")
            .document
        for dialect in OpenAPIDialect.allCases {
            let exported = try OpenAPIExporter(dialect: dialect).document(APIModel(document), version: "1")
            let sides = exported.at("components", "schemas", "Coin", "properties", "sides")
            #expect((sides?["not"] != nil) == (isPlain || dialect == .v3_1), "\(dialect) \(check)")
            let again = try OpenAPIImporter().read(Array(OpenAPIText.json(exported).utf8), file: "again.json").document
            #expect(again.schemas == document.schemas)
        }
    }

    @Test func noFurtherMembersIsSaidByTheType() throws {
        let reading = try read(
            "    Coin: {allOf: [{type: object, properties: {a: {type: string}}}], type: object, properties: {b: {type: string}}, "
                + "unevaluatedProperties: false}")
        let coin = try #require(reading.document.schemas.first { $0.name == "Coin" })
        #expect(coin.properties.map(\.name) == ["a", "b"])
        #expect(coin.additionalProperties == .forbidden)
    }

    @Test func valuesOfEveryTypeAreChecked() throws {
        let reading = try read("    Coin: {enum: [{a: 1}, x]}\n    Flag: {type: boolean, const: false}")
        #expect(
            reading.document.schemas[0].definition?.checks
                == .object(["enum": .array([.object(["a": .number("1")]), .string("x")])]))
        #expect(reading.document.schemas[1].definition?.kind == .boolean)
        #expect(reading.document.schemas[1].definition?.checks == .object(["enum": .array([.bool(false)])]))
    }

    @Test func whatRefersToItselfIsAFinding() throws {
        let reading = try read(
            "    Coin: {type: object, properties: {a: {type: string}}, not: {$ref: '#/components/schemas/Coin'}}")
        #expect(reading.findings.contains { $0.rule == "openapi-unkept-constraint" })
        #expect(reading.document.schemas.first?.checks == nil)
    }
}

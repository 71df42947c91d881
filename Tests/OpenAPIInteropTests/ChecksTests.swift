import APIModel
import APISpec
import Diagnostics
import Testing

@testable import OpenAPIExport
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

    /// The schemas in a list of a check.
    private func parts(_ check: JSONValue?, _ keyword: String = "allOf") -> [JSONValue] {
        if case .array(let parts)? = check?[keyword] { parts } else { [] }
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

    @Test(
        "What a part lets in stays",
        arguments: [
            "{type: object, properties: {a: {type: string}}, additionalProperties: {type: integer}}",
            "{type: object, properties: {a: {type: string}}, patternProperties: {'^x-': {type: integer}}}",
            "{type: object, properties: {a: {type: string}}, if: {required: [a]}, then: {properties: {c: {type: string}}}}",
            "{allOf: [{$ref: '#/components/schemas/Open'}]}",
        ])
    func unevaluatedBesideOpenParts(part: String) throws {
        let reading = try read(
            "    Coin: {allOf: [{$ref: '#/components/schemas/Part'}], properties: {b: {type: string}}, "
                + "unevaluatedProperties: false}\n    Part: \(part)\n"
                + "    Open: {type: object, properties: {a: {type: string}}, additionalProperties: true}")
        let coin = try #require(reading.document.schemas.first { $0.name == "Coin" })
        #expect(coin.additionalProperties != .forbidden)
        let check = try #require(parts(coin.checks).first { $0["unevaluatedProperties"] == .bool(false) })
        #expect(check["properties"] == .object(["b": .bool(true)]))
        #expect(!reading.findings.contains { $0.rule == "openapi-unkept-constraint" })
    }

    @Test("What a type cannot say is a check of the whole, and comes back", arguments: [OpenAPIDialect.v3_1, .v3_0])
    func unevaluatedComesBack(dialect: OpenAPIDialect) throws {
        let reading = try read(
            """
                Coin:
                  type: object
                  properties: {metal: {type: string}, back: {$ref: '#/components/schemas/Coin'}}
                  anyOf: [{required: [mint], properties: {mint: {type: string}}}, {required: [year], properties: {year: {type: integer}}}]
                  if: {properties: {metal: {const: gold}}, required: [metal]}
                  then: {properties: {carat: {type: integer}}}
                  unevaluatedProperties: {type: boolean}
                Row: {type: array, items: {type: integer}, contains: {const: 1}, unevaluatedItems: false}
                Pair: {type: array, prefixItems: [{type: string}], allOf: [{prefixItems: [true, {type: integer}]}], unevaluatedItems: false}
            """)
        let coin = try #require(reading.document.schemas.first { $0.name == "Coin" })
        let checks = coin.checks ?? coin.definition?.checks
        let check = try #require(
            parts(checks).first { $0["unevaluatedProperties"] == .object(["type": .string("boolean")]) })
        #expect(check["properties"] == .object(["metal": .bool(true), "back": .bool(true)]))
        #expect(parts(check, "anyOf").count == 2)
        #expect(check["then"] == .object(["properties": .object(["carat": .bool(true)])]))
        #expect(
            reading.findings.contains { $0.rule == "openapi-untyped-keyword" && $0.message.contains("unevaluated") })
        let exported = try OpenAPIExporter(dialect: dialect).document(APIModel(reading.document), version: "1")
        let again = try OpenAPIImporter().read(Array(OpenAPIText.json(exported).utf8), file: "again.json").document
        #expect(again.schemas == reading.document.schemas)
        // What OpenAPI 3.1 has words for stands there in them, so that every validator knows.
        let keyword = #"(?s)"allOf": \[\s*\{\s*"x-apidoc-checks": true,.*?"unevaluatedProperties": \{"#
        let isPlain = OpenAPIText.json(exported).firstMatch(of: try Regex(keyword)) != nil
        #expect(isPlain == (dialect == .v3_1))
        #expect(OpenAPIText.json(exported).contains(#""x-apidoc-checks": {"#) == (dialect == .v3_0))
        let text = SpecWriter().write(reading.document)
        #expect(try SpecReader().read(Array(text.utf8), file: "mint.yaml").document == reading.document)
    }

    @Test("A name for another schema with checks stays one", arguments: [OpenAPIDialect.v3_1, .v3_0])
    func checkedReference(dialect: OpenAPIDialect) throws {
        let document = try read(
            """
                Coin: {$ref: '#/components/schemas/Base', unevaluatedProperties: false, not: {required: [forged]}}
                Base: {type: object, properties: {metal: {type: string}}}
            """
        ).document
        let coin = try #require(document.schemas.first { $0.name == "Coin" })
        #expect(coin.definition?.kind == .reference("Base"))
        let exported = try OpenAPIExporter(dialect: dialect).document(APIModel(document), version: "1")
        let again = try OpenAPIImporter().read(Array(OpenAPIText.json(exported).utf8), file: "again.json").document
        #expect(again.schemas == document.schemas)
    }

    @Test("Where all members are known, the rest has the type that is demanded")
    func unevaluatedIsTheTypeOfTheRest() throws {
        let reading = try read(
            "    Coin: {allOf: [{type: object, properties: {a: {type: string}}}], properties: {b: {type: string}}, "
                + "unevaluatedProperties: {type: integer}}\n    Purse: {type: object, unevaluatedProperties: {type: integer}}"
        )
        let coin = try #require(reading.document.schemas.first { $0.name == "Coin" })
        #expect(coin.additionalProperties == .schema(Schema(.integer(format: nil))))
        #expect(coin.checks == nil)
        #expect(!reading.findings.contains { $0.message.contains("unevaluated") })
    }

    @Test func whatTellsNoTypeIsKeptAndSaidToBe() throws {
        let reading = try read(
            """
                Coin:
                  type: object
                  properties:
                    pair: {prefixItems: [{type: string}, {type: integer}], items: false}
                    rest: {type: array, prefixItems: [{type: integer}], items: {type: string}}
                    same: {type: array, prefixItems: [{type: string, enum: [a]}], items: {type: string, maxLength: 3}}
                    old: {type: array, items: [{type: string}, {type: integer}]}
                    open: {type: object, patternProperties: {'^x-': {type: integer}}, additionalProperties: {type: string}}
                    named: {type: object, patternProperties: {'^x-': {type: integer}, '^y-': {type: string}}, additionalProperties: false}
                    one: {type: object, properties: {a: {type: string}}, patternProperties: {'^x-': {type: integer}}, additionalProperties: false}
            """)
        let coin = try #require(reading.document.schemas.first { $0.name == "Coin" })
        func member(_ name: String) throws -> Schema {
            try #require(coin.properties.first { $0.name == name }?.schema)
        }
        let types: JSONValue = .array([.object(["type": .string("string")]), .object(["type": .string("integer")])])
        #expect(try member("pair").kind == .array(Schema(.unknown)))
        #expect(try member("pair").checks == .object(["prefixItems": types]))
        #expect(try member("pair").limits?.maxItems == 2)
        #expect(try member("rest").kind == .array(Schema(.unknown)))
        #expect(try member("rest").checks?["items"] == .object(["type": .string("string")]))
        #expect(try member("same").kind == .array(Schema(.string(format: nil))))
        #expect(try member("same").checks?["items"]?["maxLength"] == .number("3"))
        #expect(try member("old").checks == .object(["prefixItems": types]))
        #expect(try member("open").kind != .map(Schema(.string(format: nil))))
        #expect(try member("open").checks?["allOf"] != nil)
        #expect(try member("named").checks?["propertyNames"]?["anyOf"] != nil)
        guard case .reference(let name) = try member("one").kind else { throw MissingType() }
        let one = try #require(reading.document.schemas.first { $0.name == name })
        #expect(one.additionalProperties == .schema(Schema(.integer(format: nil))))
        #expect(one.checks?["propertyNames"]?["anyOf"] != nil)
        let rules = reading.findings.compactMap(\.rule)
        #expect(!rules.contains("openapi-unkept-keyword") && !rules.contains("openapi-unkept-constraint"))
        // All but `one`, whose type says it.
        #expect(rules.count { $0 == "openapi-untyped-keyword" } == 6)
        // Lists whose elements have no one type come back without a demand that nobody made.
        let exported = try OpenAPIExporter(dialect: .v3_1).document(APIModel(reading.document), version: "1")
        let again = try OpenAPIImporter().read(Array(OpenAPIText.json(exported).utf8), file: "again.json").document
        #expect(again.schemas.first { $0.name == "Coin" } == coin)
    }

    private struct MissingType: Error {}

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

import APIModel
import APISpec
import Diagnostics
import Foundation
import OpenAPIExport
import OpenAPIInterop
import Testing

/// Documents of well-known kinds of interfaces, in our own words.
struct ImportFixtureTests {
    static let names = [
        "beacon.yaml", "depot.yaml", "forge.yaml", "kennel.yaml", "meters.yaml", "orchard.json", "pantry.yaml",
        "parley.yaml", "pigeon.yaml", "tills.yaml", "weir.yaml",
    ]

    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func read(_ name: String) throws -> OpenAPIImport { try OpenAPIImporter().read(bytes(name), file: name) }

    /// The document that an export of `document` is read as.
    static func exported(_ document: SpecDocument, _ dialect: OpenAPIDialect) throws -> SpecDocument {
        let value = try OpenAPIExporter(dialect: dialect)
            .document(APIModel(document), version: document.versions[0].id)
        return try OpenAPIImporter().read(Array(OpenAPIText.json(value).utf8), file: "export.json").document
    }

    @Test(arguments: names)
    func theSpecIsReadBackAsItIs(name: String) throws {
        let document = try Self.read(name).document
        let text = SpecWriter().write(document)
        #expect(try SpecReader().read(Array(text.utf8), file: "spec.yaml").document == document)
    }

    @Test(arguments: names)
    func anExportIsReadAsTheSameDocument(name: String) throws {
        let document = try Self.read(name).document
        for dialect in OpenAPIDialect.allCases { #expect(try Self.exported(document, dialect) == document) }
    }

    @Test(arguments: names)
    func nothingOfThe3_1FormIsIn3_0(name: String) throws {
        let document = try Self.read(name).document
        let value = try OpenAPIExporter(dialect: .v3_0).document(
            APIModel(document), version: document.versions[0].id)
        Self.walk(value) { object in
            if case .array? = object["type"] { Issue.record("a list of types") }
            if object["type"] == .string("null") { Issue.record("the type null") }
            if object["const"] != nil { Issue.record("const") }
            if case .number? = object["exclusiveMinimum"] { Issue.record("a number for exclusiveMinimum") }
            if object["$ref"] != nil, case .object(let members) = object, members.count > 1 {
                Issue.record("something beside $ref")
            }
        }
    }

    private static func walk(_ value: JSONValue, _ visit: (JSONValue) -> Void) {
        switch value {
        case .object(let members):
            visit(value)
            // Members of examples and properties are named by the interface.
            for member in members where !["example", "examples", "default"].contains(member.name) {
                walk(member.value, visit)
            }
        case .array(let items): items.forEach { walk($0, visit) }
        default: break
        }
    }

    @Test func namesOfOperationsAndSchemasAreReadable() throws {
        let tills = try Self.read("tills.yaml").document
        #expect(tills.operations.map(\.id) == ["getCharges", "postCharges"])
        #expect(tills.operations.map { $0.revisions[0].operationID } == ["GetCharges", "PostCharges"])
        #expect(
            tills.schemas.map(\.name) == [
                "charge", "customer", "error", "api_errors", "GetChargesCreatedOption1", "GetChargesResponse200",
                "PostChargesRequest", "PostChargesRequestSource",
            ])
        let orchard = try Self.read("orchard.json").document
        #expect(orchard.operations[0].id == "listTrees")
        #expect(orchard.operations[0].revisions[0].operationID == "list_trees_v1_trees_get")
        let ferries = try Self.read("ferries.yaml").document
        #expect(ferries.operations.map(\.id) == ["showFerry", "keepFerry", "uploadPhoto", "timetable"])
        let pigeon = try Self.read("pigeon.yaml").document
        #expect(pigeon.operations[0].id == "postChannelsChannelFiles")
        #expect(pigeon.operations[0].revisions[0].operationID == nil)
        #expect(pigeon.service.id == "pigeon-messages-beta")
        #expect(pigeon.versions.map(\.id) == ["v2-beta"])
    }

    @Test func nullsAreReadInAllTheirForms() throws {
        let orchard = try Self.read("orchard.json").document
        let create = try #require(orchard.schemas.first { $0.name == "TreeCreate" })
        func type(_ name: String) -> Schema? { create.properties.first { $0.name == name }?.schema }
        #expect(
            type("age") == Schema(.reference("Age"), isNullable: true, description: "In years"))
        #expect(
            type("ref")
                == Schema(
                    .union([Schema(.integer(format: nil)), Schema(.string(format: nil))]), isNullable: true,
                    title: "Ref"))
        #expect(
            type("height")
                == Schema(
                    .number(format: nil), isNullable: true, limits: .init(exclusiveMinimum: "0"), title: "Height"))
        #expect(type("kind") == Schema(.reference("TreeKind"), defaultValue: .string("apple")))
        let base = try #require(orchard.schemas.first { $0.name == "TreeBase" })
        #expect(base.properties[0].schema.description == "A name \u{1F333}")
        let forge = try Self.read("forge.yaml").document
        let issue = try #require(forge.schemas.first { $0.name == "issue" })
        #expect(
            issue.properties.first { $0.name == "user" }?.schema
                == Schema(.reference("nullable-simple-user"), isNullable: true))
    }

    @Test func findingsTellWhatIsLeftOut() throws {
        let findings = try Self.read("parley.yaml").findings.map(\.description)
        #expect(
            findings == [
                "parley.yaml:17:15: note: there are 2 examples; the first value is taken (at "
                    + "`#/paths/~1talks/post/requestBody/content/application~1json/examples`) [openapi-unkept-example]",
                "parley.yaml:23:13: warning: `application/json` is taken, and `text/event-stream` left out (at "
                    + "`#/paths/~1talks/post/responses/200/content`) [openapi-unkept-media-type]",
                "parley.yaml:25:7: warning: `callbacks` has no place in specs and is left out (at "
                    + "`#/paths/~1talks/post/callbacks`) [openapi-unkept-keyword]",
                "parley.yaml:28:7: note: `x-group` has no place in specs and is left out (at "
                    + "`#/paths/~1talks/post/x-group`) [openapi-unkept-member]",
                "parley.yaml:29:1: warning: `webhooks` has no place in specs and is left out (at `#/webhooks`) "
                    + "[openapi-unkept-keyword]",
            ])
    }

    @Test func partsOfAnAllOfShareWhatIsInline() throws {
        let pantry = try Self.read("pantry.yaml").document
        let entry = try #require(pantry.schemas.first { $0.name == "Entry" })
        #expect(entry.properties.map(\.name) == ["id", "inner", "ttl", "value", "names"])
        #expect(entry.properties.map(\.isRequired) == [true, false, false, true, false])
        #expect(entry.properties[1].schema == Schema(.reference("BaseInner")))
        #expect(pantry.schemas.count { $0.name.hasPrefix("BaseInner") } == 1)
    }

    @Test func placesOfPartsAreKnown() throws {
        let result = try Self.read("parley.yaml")
        #expect(result.locations[["operations", "createTalk", "1"]].line == 7)
        #expect(result.locations[["schemas", "Message"]].line == 52)
        #expect(result.locations[["schemas", "ToolMessage", "call"]].line == 74)
    }

    @Test func aLargeDocumentIsReadInTime() throws {
        var text = "openapi: 3.1.0\ninfo: {title: Large, version: '1.0'}\nservers: [{url: /}]\npaths:\n"
        for number in 0..<2_000 {
            text += """
                  /things{n}/{id}:
                    get:
                      operationId: get_thing_{n}
                      parameters: [{name: id, in: path, required: true, schema: {type: string, title: Id}}]
                      responses:
                        '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/T{n}'}}}}

                """.replacing("{n}", with: String(number))
        }
        text += "components:\n  schemas:\n"
        for number in 0..<2_000 {
            text += """
                    T{n}:
                      type: object
                      required: [a]
                      properties:
                        a: {anyOf: [{type: integer}, {type: 'null'}], title: A}
                        b: {$ref: '#/components/schemas/T0', description: Another}
                        c: {type: array, items: {type: object, properties: {d: {type: string}}}}

                """.replacing("{n}", with: String(number))
        }
        let clock = ContinuousClock()
        let bytes = Array(text.utf8)
        let time = try clock.measure { _ = try OpenAPIImporter().read(bytes, file: "large.yaml") }
        // A debug build beside all other tests; alone it takes a sixth of that, and a release build a small part.
        #expect(time < .seconds(60), "\(bytes.count) bytes took \(time)")
    }
}

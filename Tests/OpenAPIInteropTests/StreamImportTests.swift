import APIModel
import APISpec
import Diagnostics
import OpenAPIInterop
import Testing

@Suite("Bodies that are streams of items")
struct StreamImportTests {
    private func read(_ media: String, version: String = "3.1.0") throws -> (schema: Schema?, rules: [String]) {
        let text = """
            openapi: \(version)
            info: {title: Weir, version: '1'}
            servers: [{url: https://weir.example.test}]
            paths: {/levels: {get: {operationId: watch, responses: {'200': {description: Levels., content: {\(media)}}}}}}
            components:
              schemas:
                Level: {type: object, required: [height], properties: {height: {type: integer}}}
                Storm: {type: object, required: [force], properties: {force: {type: integer}}}
                Event:
                  type: object
                  properties:
                    data: {type: string, contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Level'}}
                    id: {type: string}
            """
        let result = try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml")
        let response = result.document.operations[0].revisions[0].responses[0]
        return (response.schema, result.findings.compactMap(\.rule).filter { $0 != "openapi-unkept-constraint" })
    }

    private static let level = "{$ref: '#/components/schemas/Level'}"
    private static let event =
        "{type: object, properties: {event: {type: string}, data: {type: string, contentMediaType: application/json, contentSchema: \(level)}}}"

    @Test(
        "Items that are named as such, in every dialect",
        arguments: [
            ("application/jsonl: {itemSchema: \(level)}", "Level"),
            ("application/x-ndjson: {itemSchema: \(level)}", "Level"),
            ("application/json-seq: {schema: {type: array, items: \(level)}}", "Level"),
            ("text/event-stream: {itemSchema: \(event)}", "Level"),
            ("text/event-stream: {itemSchema: {$ref: '#/components/schemas/Event'}}", "Level"),
            ("text/event-stream: {schema: {type: array, items: \(event)}}", "Level"),
            (
                "text/event-stream: {itemSchema: \(event.replacing("application/json", with: "text/json"))}", "Level"
            ),
            ("text/event-stream: {itemSchema: {properties: {data: \(level)}}}", "Level"),
            ("text/event-stream: {itemSchema: {properties: {data: {type: string}}}}", nil),
            ("text/event-stream: {itemSchema: {properties: {event: {type: string}}}}", nil),
        ])
    func items(_ media: String, _ name: String?) throws {
        for version in ["3.0.3", "3.1.0", "3.2.0"] {
            let found = try read(media, version: version)
            #expect(found.schema == Schema(.array(Schema(name.map { .reference($0) } ?? .string(format: nil)))))
            #expect(!found.rules.contains("openapi-unkept-member"))
        }
    }

    @Test func aSchemaThatIsNoListIsThatOfEachItem() throws {
        let found = try read("text/event-stream: {schema: \(Self.level)}")
        #expect(found.schema == Schema(.array(Schema(.reference("Level")))))
        #expect(found.rules == ["openapi-schema-of-items"])
    }

    @Test func aTextIsTheBodyAsItComes() throws {
        #expect(try read("text/event-stream: {schema: {type: string}}").schema == Schema(.string(format: nil)))
        #expect(try read("text/event-stream: {}").schema == Schema(.unknown))
    }

    @Test func kindsOfEventsAreAUnion() throws {
        func kind(_ name: String, _ schema: String) -> String {
            "{properties: {event: {const: \(name)}, data: {type: string, contentSchema: {$ref: '#/components/schemas/\(schema)'}}}}"
        }
        let found = try read(
            "text/event-stream: {itemSchema: {properties: {event: {type: string}, data: {type: string}}, oneOf: "
                + "[\(kind("rise", "Level")), \(kind("fall", "Level")), \(kind("storm", "Storm"))]}}")
        #expect(
            found.schema == Schema(.array(Schema(.union([Schema(.reference("Level")), Schema(.reference("Storm"))])))))
        #expect(found.rules == ["openapi-event-kinds"])
    }

    @Test func anItemSchemaWhereNothingStreamsIsAFinding() throws {
        let found = try read("application/json: {itemSchema: \(Self.level)}")
        #expect(found.rules == ["openapi-unkept-keyword"])
    }
}

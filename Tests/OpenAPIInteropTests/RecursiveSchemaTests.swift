import APIModel
import APISpec
import Diagnostics
import Foundation
import OpenAPIExport
import OpenAPIInterop
import Synchronization
import Testing

/// Schemas that hold themselves in every way that there is: each is read, written and read again on a small stack.
struct RecursiveSchemaTests {
    /// Schemas that refer to another one, `~`, each in another way.
    private static let shapes = [
        "{type: object, properties: {x: ~}}", "{type: array, items: ~}", "{allOf: [~]}",
        "{allOf: [{type: object, properties: {y: {type: string}}}, ~]}", "{oneOf: [~, {type: string}]}",
        "{anyOf: [~, {type: string}]}", "{anyOf: [~]}", "{not: ~}", "{type: object, additionalProperties: ~}", "~",
        "{type: array, items: {allOf: [{type: object, properties: {z: {type: integer}}}, ~]}}",
        "{type: array, items: {allOf: [~, ~]}}",
        "{type: object, properties: {c: {allOf: [~, {properties: {c: {properties: {w: ~}}}}]}}}",
        "{type: object, properties: {k: {type: string}}, oneOf: [~, {type: object, properties: {m: {type: string}}}]}",
        "{type: object, patternProperties: {'^x': ~}, additionalProperties: false}", "{type: array, prefixItems: [~]}",
        "{type: object, discriminator: {propertyName: k}, properties: {k: {type: string}, n: ~}, allOf: [~]}",
        "{if: ~, then: ~, else: ~}", "{type: object, propertyNames: ~, dependentSchemas: {a: ~}}",
        "{oneOf: [{type: 'null'}, ~]}",
    ]

    private static func document(_ schemas: String) -> String {
        """
        openapi: 3.1.0
        info: {title: Mirrors, version: '1'}
        servers: [{url: https://mirrors.example.test}]
        paths:
          /mirrors:
            post:
              operationId: addMirror
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
              responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
        components: {schemas: \(schemas)}
        """
    }

    /// What comes of a document after reading, writing and reading again, on a stack of 512 KB.
    private static func outcome(of text: String) -> String {
        let result = Mutex("it did not end")
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            result.withLock { result in
                do {
                    let first = try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml").document
                    let spec = try SpecReader().read(Array(SpecWriter().write(first).utf8), file: "a.spec").document
                    let model = APIModel(spec)
                    let exported = OpenAPIText.yaml(try OpenAPIExporter(dialect: .v3_1).document(model, version: "1"))
                    let second = try OpenAPIImporter().read(Array(exported.utf8), file: "b.yaml").document
                    _ = spec.inliningDefinitions()
                    result = SpecWriter().write(first) == SpecWriter().write(second) ? "equal" : "differs"
                } catch { result = "\(error)" }
            }
            done.signal()
        }
        thread.stackSize = 512 << 10
        thread.start()
        done.wait()
        return result.withLock { $0 }
    }

    private static func reference(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

    @Test(arguments: shapes)
    func aSchemaThatHoldsItself(shape: String) {
        let text = Self.document("{A: \(shape.replacing("~", with: Self.reference("A")))}")
        #expect(Self.outcome(of: text) == "equal")
    }

    @Test(arguments: shapes)
    func twoSchemasThatHoldEachOther(shape: String) {
        for other in Self.shapes {
            let first = shape.replacing("~", with: Self.reference("B"))
            let second = other.replacing("~", with: Self.reference("A"))
            #expect(Self.outcome(of: Self.document("{A: \(first), B: \(second)}")) == "equal", "\(other)")
        }
    }

    @Test(arguments: [
        "{A: {type: array, items: {$ref: '#/components/schemas/A/items'}}}",
        "{A: {type: array, items: {type: array, items: {$ref: '#/components/schemas/A/items'}}}}",
        "{A: {type: object, properties: {x: {$ref: '#/components/schemas/A/properties/x'}}}}",
        "{A: {type: object, properties: {x: {type: object, properties: {y: {$ref: '#/components/schemas/A/properties/x'}}}}}}",
    ])
    func aReferenceIntoTheSchemaItself(schemas: String) {
        #expect(Self.outcome(of: Self.document(schemas)) == "equal")
    }

    @Test func schemasDeepInEachOther() {
        let inner = (0..<80).reduce("{type: string}") { inner, _ in "{type: array, items: \(inner)}" }
        #expect(Self.outcome(of: Self.document("{A: \(inner)}")) == "equal")
        let objects = (0..<50).reduce("{type: string}") { inner, _ in "{type: object, properties: {x: \(inner)}}" }
        #expect(Self.outcome(of: Self.document("{A: \(objects)}")) == "equal")
    }

    @Test func aUnionThatIsItsOwnAlternativeHasTheOthers() throws {
        let text = Self.document(
            "{A: {anyOf: [{$ref: '#/components/schemas/A'}, {type: string}, {type: integer}]}}")
        let result = try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml")
        #expect(
            result.document.schemas[0].definition?.kind
                == .union([Schema(.string(format: nil)), Schema(.integer(format: nil))]))
        #expect(result.findings.contains { $0.rule == "openapi-schema-of-itself" })
    }

    @Test func manyDefinitionsOfManyDefinitionsStaySmall() throws {
        // Ten levels with ten alternatives each: written out, ten thousand million types.
        let levels = (0..<10).map { level in
            let next = level == 9 ? "{type: string}" : "{$ref: '#/components/schemas/L\(level + 1)'}"
            let members = (0..<10).map { "{type: array, maxItems: \($0 + 1), items: \(next)}" }
            return "L\(level): {anyOf: [\(members.joined(separator: ", "))]}"
        }
        let text = Self.document("{A: {$ref: '#/components/schemas/L0'}, \(levels.joined(separator: ", "))}")
        #expect(Self.outcome(of: text) == "equal")
    }
}

import APISpec
import Diagnostics
import OpenAPIInterop
import Testing

/// Dynamic references (JSON Schema 2020-12, Core, section 8.2.3.2), which make templates of schemas.
struct DynamicReferenceTests {
    private func read(_ paths: String, _ schemas: String) throws -> OpenAPIImport {
        let text = """
            openapi: 3.1.0
            info: {title: Quarry, version: '1'}
            paths:
            \(paths)
            components:
              schemas:
            \(schemas)
            """
        return try OpenAPIImporter().read(Array(text.utf8), file: "quarry.yaml")
    }

    private func get(_ path: String, _ schema: String) -> String {
        "  \(path): {get: {responses: {'200': {description: D, content: {application/json: {schema: \(schema)}}}}}}"
    }

    private func members(of path: String, in document: SpecDocument) -> [String: Schema.Kind]? {
        let operation = document.operations.first(where: { $0.revisions[0].path == path })
        guard case .reference(let name)? = operation?.revisions[0].responses.first?.schema?.kind,
            let schema = document.schemas.first(where: { $0.name == name })
        else { return nil }
        return Dictionary(uniqueKeysWithValues: schema.properties.map { ($0.name, $0.schema.kind) })
    }

    private let page = """
            Page:
              $id: https://quarry.example/page
              $dynamicAnchor: entry
              properties: {items: {type: array, items: {$dynamicRef: '#entry'}}, next: {type: string}}
            Slab: {properties: {width: {type: integer}}}
            Vein: {properties: {depth: {type: number}}}
        """

    @Test("one template is as many types as there are bindings")
    func bindings() throws {
        let paths = ["Slab", "Vein"].map { name in
            get(
                "/\(name)",
                "{$defs: {of: {$dynamicAnchor: entry, $ref: '#/components/schemas/\(name)'}}, $ref: '#/components/schemas/Page'}"
            )
        }
        let document = try read(paths.joined(separator: "\n"), page).document
        for name in ["Slab", "Vein"] {
            let found = try #require(members(of: "/\(name)", in: document))
            #expect(found["items"] == .array(Schema(.reference(name))))
            #expect(found["next"] == .string(format: nil))
        }
    }

    @Test("what is bound where it stands needs no template")
    func listAtThePlace() throws {
        let schema =
            "{$defs: {of: {$dynamicAnchor: entry, $ref: '#/components/schemas/Vein'}}, type: array, "
            + "items: {$dynamicRef: '#entry'}}"
        let document = try read(get("/veins", schema), page).document
        #expect(
            document.operations[0].revisions[0].responses.first?.schema?.kind == .array(Schema(.reference("Vein"))))
    }

    @Test("a schema that is its own anchor is recursive, whatever others are called")
    func ownAnchor() throws {
        let document = try read(
            get("/layers", "{$ref: '#/components/schemas/Layer'}"),
            """
                Layer: {$dynamicAnchor: node, properties: {below: {$dynamicRef: '#node'}}}
                Other: {$dynamicAnchor: node, properties: {odd: {type: string}}}
            """
        ).document
        #expect(members(of: "/layers", in: document)?["below"] == .reference("Layer"))
    }

    @Test("an heir with the anchor of its base is what the base holds")
    func heirs() throws {
        let document = try read(
            get("/marble", "{$ref: '#/components/schemas/Marble'}"),
            """
                Layer: {$dynamicAnchor: node, properties: {below: {$dynamicRef: '#node'}}}
                Marble: {$dynamicAnchor: node, allOf: [{$ref: '#/components/schemas/Layer'}], properties: {hue: {type: string}}}
            """
        ).document
        #expect(members(of: "/marble", in: document)?["below"] == .reference("Marble"))
        let layer = document.schemas.first { $0.name == "Layer" }
        #expect(layer == nil || layer?.properties.first?.schema.kind == .reference("Layer"))
    }

    @Test("what is bound nowhere, or might be several schemas, is any value, with a finding")
    func unbound() throws {
        let box = "    Box: {properties: {held: {$dynamicRef: '#node'}}}\n"
        let one = "    A: {$dynamicAnchor: node, properties: {a: {type: string}}}\n"
        let two = "    B: {$dynamicAnchor: node, properties: {b: {type: string}}}\n"
        let path = get("/box", "{$ref: '#/components/schemas/Box'}")
        for (schemas, kind, isFound) in [
            (box, Schema.Kind.unknown, false), (box + one, .reference("A"), true), (box + one + two, .unknown, false),
        ] {
            let result = try read(path, schemas)
            #expect(members(of: "/box", in: result.document)?["held"] == kind)
            #expect(result.findings.contains(where: { $0.rule == "openapi-broken-reference" }) != isFound)
        }
    }

    @Test("templates that multiply are left out with a finding, in bounded time")
    func endless() throws {
        // Each of the templates holds the next one twice, and is bound anew there.
        var schemas = "    Slab: {properties: {width: {type: integer}}}\n"
        for level in 0..<40 {
            let next =
                "{$ref: '#/components/schemas/T\(level + 1)', $defs: {x: {$dynamicAnchor: e\(level + 1), type: string}}}"
            schemas += "    T\(level): {properties: {a: \(next), b: \(next), of: {$dynamicRef: '#e0'}}}\n"
        }
        schemas += "    T40: {properties: {of: {$dynamicRef: '#e0'}}}\n"
        let schema =
            "{$defs: {of: {$dynamicAnchor: e0, $ref: '#/components/schemas/Slab'}}, $ref: '#/components/schemas/T0'}"
        let result = try read(get("/all", schema), schemas)
        #expect(result.findings.contains(where: { $0.rule == "openapi-deep-schema" }))
    }
}

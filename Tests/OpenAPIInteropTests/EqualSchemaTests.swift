import APISpec
import Diagnostics
import OpenAPIInterop
import Testing

@Suite("Inline schemas that are the same")
struct EqualSchemaTests {
    /// A document with an operation for each body, `/a0`, `/a1` and so on, that answers with it.
    private func read(_ bodies: [String], components: String = "{}") throws -> (
        types: [String], schemas: [String], rules: [String]
    ) {
        var text = """
            openapi: 3.1.0
            info: {title: Same, version: '1'}
            servers: [{url: https://same.example.test}]
            components: {schemas: \(components)}
            paths:

            """
        for (index, body) in bodies.enumerated() {
            text += "  /a\(index): {get: {operationId: get\(index), responses: {'200': {description: OK, content: "
            text += "{application/json: {schema: \(body)}}}}}}\n"
        }
        let result = try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml")
        let document = result.document
        let types = document.operations.map { operation -> String in
            guard case .reference(let name)? = operation.revisions[0].responses[0].schema?.kind else { return "-" }
            return name
        }
        return (types, document.schemas.map(\.name), result.findings.compactMap(\.rule))
    }

    private func object(_ members: String, title: String? = nil) -> String {
        "{type: object, \(title.map { "title: \($0), " } ?? "")required: [a], properties: {\(members)}}"
    }

    private let two = "a: {type: string}, b: {type: integer}"

    @Test func theChecksOfObjectsKeepThemApart() throws {
        func checked(_ check: String) -> String { "{type: object, properties: {\(two)}, not: {required: [\(check)]}}" }
        let found = try read([checked("a"), checked("b"), checked("a")])
        #expect(found.types[0] == found.types[2])
        #expect(found.types[0] != found.types[1])
        let besideComponent = try read([checked("a")], components: "{Pair: {type: object, properties: {\(two)}}}")
        #expect(besideComponent.types != ["Pair"])
    }

    @Test func theyAreOneType() throws {
        let found = try read([object(two), object(two), object("a: {type: string}, b: {type: string}")])
        #expect(found.types == ["Get0Response200", "Get0Response200", "Get2Response200"])
        #expect(found.schemas == ["Get0Response200", "Get2Response200"])
        #expect(found.rules == ["openapi-equal-schema"])
    }

    @Test func theOrderOfMembersAndWordsForPeopleMakeNoDifference() throws {
        let found = try read([
            object("a: {type: string, title: A, description: First}, b: {type: integer}"),
            object("b: {type: integer, example: 3}, a: {type: string}"),
        ])
        #expect(Set(found.types).count == 1)
    }

    @Test func theComponentOfThatTitleOrShape() throws {
        let components = "{Boat: \(object(two)), Ship: \(object("a: {type: string}"))}"
        #expect(try read([object(two)], components: components).types == ["Boat"])
        #expect(try read([object(two, title: "Boat")], components: components).types == ["Boat"])
        // One member alone says little, and another title says that it is something else.
        #expect(try read([object("a: {type: string}")], components: components).types == ["Get0Response200"])
        #expect(try read([object("a: {type: string}", title: "Ship")], components: components).types == ["Ship"])
        #expect(try read([object(two, title: "Car")], components: components).types == ["Get0Response200"])
        // Of two that are the same, the title decides.
        let twins = "{Boat: \(object(two)), Ship: \(object(two))}"
        #expect(
            try read([object(two), object(two, title: "Ship")], components: twins).types == ["Get0Response200", "Ship"])
    }

    @Test func titlesNameThemAndKeepThemApart() throws {
        let found = try read([object(two, title: "Boat"), object(two, title: "Boat"), object(two, title: "Car")])
        #expect(found.types == ["Boat", "Boat", "Get2Response200"])
    }

    @Test func whatHoldsThemMayBeTheSameToo() throws {
        let outer = object("a: {type: array, items: \(object(two))}, b: {type: string}")
        let found = try read([outer, outer])
        #expect(found.types == ["Get0Response200", "Get0Response200"])
        #expect(found.schemas.count == 2)
    }

    @Test func equalAlternativesAreOne() throws {
        let found = try read(["{oneOf: [\(object(two)), \(object(two))]}"])
        #expect(found.types.count == 1 && found.schemas.count == 1)
        #expect(found.types[0] == found.schemas[0])
    }
}

import APISpec

/// The examples of schemas whose tables are lost: pieces of call examples that stand where such a schema is named.
struct LostExamples {
    /// One piece of an example.
    struct Piece {
        var members: [JSONValue.Member]
        var direction: Words.Direction
        var version: VersionNumber?
    }

    private(set) var pieces: [Int: [Piece]] = [:]
    private let catalog: SchemaCatalog
    private let matcher: ExampleMatcher

    init(table: CellTable, catalog: SchemaCatalog) {
        self.catalog = catalog
        matcher = ExampleMatcher(catalog: catalog)
        for cell in table.cells {
            guard let example = cell.revision.example else { continue }
            if let value = example.requestBody, let request = cell.revision.request {
                walk(value, request.schema, .request, cell.number)
            }
            if let value = example.responseBody,
                let schema = cell.revision.responses.first(where: { $0.status == example.status })?.schema
            {
                walk(value, schema, .response, cell.number)
            }
        }
    }

    private mutating func walk(
        _ value: JSONValue, _ schema: Schema, _ direction: Words.Direction, _ version: VersionNumber?
    ) {
        switch (schema.kind, value) {
        case (.reference(let name), .object(let members)):
            guard let position = catalog.position(name) else { return }
            if catalog.schemas[position].isLost {
                pieces[position, default: []].append(Piece(members: members, direction: direction, version: version))
                return
            }
            for member in members {
                if let property = catalog.property(member.name, of: position) {
                    walk(member.value, property.schema, direction, version)
                }
            }
        case (.array(let items), .array(let elements)):
            for element in elements { walk(element, items, direction, version) }
        case (.map(let values), .object(let members)):
            for member in members { walk(member.value, values, direction, version) }
        case (.union(let types), _):
            if let type = types.first(where: { matcher.fit(value, $0).isPossible }) {
                walk(value, type, direction, version)
            }
        default: break
        }
    }
}

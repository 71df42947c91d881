import APISpec

/// What the tables that are left say of the use of schemas.
struct TableUse {
    /// What tables say of one schema.
    struct Entry {
        /// The operations whose tables name it.
        var operations: Set<Int> = []
        /// The status codes that it stands under.
        var statuses: Set<Int> = []
        /// The methods of the operations whose tables name it.
        var methods: Set<String> = []
        /// Whether a request table names it.
        var isSent = false
        /// Whether a response table names it.
        var isReceived = false
        /// Whether another schema mentions it.
        var isPart = false
    }

    private(set) var entries: [Entry]
    /// For each schema whether nothing that is left uses it: some lost table must have named it.
    private(set) var isUnused: [Bool] = []
    /// Answers without a body whose example shows none.
    private(set) var emptyAnswers = 0
    /// Responses with a body whose example shows none.
    private(set) var unshownAnswers = 0
    private var directed: [Words.Direction: (all: Int, named: Int)] = [:]

    init(catalog: SchemaCatalog, table: CellTable) {
        entries = Array(repeating: Entry(), count: catalog.schemas.count)
        for cell in table.cells { add(cell, catalog) }
        for (position, schema) in catalog.schemas.enumerated() {
            for property in schema.properties {
                for name in property.schema.referencedNames {
                    if let part = catalog.position(name), part != position { entries[part].isPart = true }
                }
            }
        }
        for position in catalog.schemas.indices {
            let direction = catalog.entries[position].words.direction
            if entries[position].isSent { note(.request, isNamed: direction == .request) }
            if entries[position].isReceived { note(.response, isNamed: direction == .response) }
        }
        let lostLists = catalog.schemas.indices.filter {
            catalog.schemas[$0].isLost && catalog.entries[$0].words.actions.contains(.list)
        }.map { catalog.entries[$0].words.content }
        isUnused = catalog.schemas.indices.map { position in
            guard entries[position].operations.isEmpty, !entries[position].isPart else { return false }
            // The elements of a list whose table is lost are used by that list.
            let words = catalog.entries[position].words
            return words.actions.contains(.list) || !lostLists.contains(words.content)
        }
    }

    /// Whether nearly all schemas that tables name for a direction say so in their names.
    func areDirected(_ direction: Words.Direction) -> Bool {
        guard let counts = directed[direction] else { return true }
        return counts.named * 10 >= counts.all * 9
    }

    private mutating func note(_ direction: Words.Direction, isNamed: Bool) {
        let counts = directed[direction] ?? (0, 0)
        directed[direction] = (counts.all + 1, counts.named + (isNamed ? 1 : 0))
    }

    private mutating func add(_ cell: OperationVersion, _ catalog: SchemaCatalog) {
        let revision = cell.revision
        func note(_ schema: Schema, _ change: (inout Entry) -> Void) {
            for name in schema.referencedNames {
                guard let position = catalog.position(name) else { continue }
                entries[position].operations.insert(cell.operation)
                entries[position].methods.insert(revision.method)
                change(&entries[position])
            }
        }
        for parameter in revision.parameters { note(parameter.schema) { $0.isSent = true } }
        if let request = revision.request { note(request.schema) { $0.isSent = true } }
        for response in revision.responses {
            if let schema = response.schema {
                note(schema) { entry in
                    entry.isReceived = true
                    entry.statuses.insert(response.status)
                }
            }
            guard cell.hasResponses, let example = revision.example, example.status == response.status,
                example.responseBody == nil
            else { continue }
            if response.schema == nil { emptyAnswers += 1 } else { unshownAnswers += 1 }
        }
    }
}

/// Finds out which versions use a schema, which schemas are equal, and which hold themselves.
struct SchemaResolver {
    private let schemas: [NamedSchema]
    private let index: [String: Int]
    private let operations: [ResolvedOperation]
    private let versionIDs: [String]
    /// The positions of the schemas that each one mentions, in order; -1 for a name that no schema has.
    private let references: [[Int]]

    init(document: SpecDocument, operations: [ResolvedOperation]) {
        schemas = document.schemas
        let index = Dictionary(
            document.schemas.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.index = index
        references = document.schemas.map { $0.referencedNames.map { index[$0] ?? -1 } }
        self.operations = operations
        versionIDs = document.versions.map(\.id)
    }

    func resolve() -> [ResolvedSchema] {
        let usage = usages()
        let classes = equalityClasses()
        let components = directComponents()
        return schemas.enumerated().map { position, schema in
            let name = VersionedName(schema.name)
            return ResolvedSchema(
                schema: schema, baseName: name.base, suffixVersion: name.version,
                versions: versionIDs.filter { usage.versions[position].contains($0) },
                isSent: usage.sent.contains(position), isReceived: usage.received.contains(position),
                equalTo: schemas[classes[position]].name,
                recursiveProperties: recursiveProperties(of: position, components: components))
        }
    }

    // MARK: Use

    private struct Usage {
        var versions: [Set<String>]
        var sent: Set<Int> = []
        var received: Set<Int> = []
    }

    private func usages() -> Usage {
        let known = Set(versionIDs)
        var usage = Usage(versions: Array(repeating: [], count: schemas.count))
        // Versions that say the same use the same schemas: each contract is followed once.
        for call in operations.flatMap(\.calls) where call.sameIn.first(where: known.contains) == call.version {
            var sent = call.revision.parameters.map(\.schema)
            if let request = call.request { sent.append(request.schema) }
            sent += call.request?.parts.flatMap { $0.headers.map(\.schema) } ?? []
            let received = call.revision.responses.flatMap { response in
                [response.schema].compactMap { $0 } + response.headers.map(\.schema)
            }
            for position in closure(of: sent) {
                usage.versions[position].formUnion(call.sameIn)
                usage.sent.insert(position)
            }
            for position in closure(of: received) {
                usage.versions[position].formUnion(call.sameIn)
                usage.received.insert(position)
            }
        }
        return usage
    }

    /// All schemas that are reached from these types.
    private func closure(of roots: [Schema]) -> Set<Int> {
        var reached: Set<Int> = []
        var pending = roots.flatMap(\.referencedNames).compactMap { index[$0] }
        while let position = pending.popLast() {
            guard reached.insert(position).inserted else { continue }
            pending += references[position].filter { $0 >= 0 }
        }
        return reached
    }

    // MARK: Equality

    /// For each schema the position of the first one that is equal to it.
    ///
    /// Starts from "same base name, same structure apart from references" and splits until references agree too;
    /// recursive schemas that are equal stay together.
    private func equalityClasses() -> [Int] {
        var classes = Array(0..<schemas.count)
        var firstOfShape: [Shape: Int] = [:]
        for (position, schema) in schemas.enumerated() {
            let shape = Shape(
                base: VersionedName(schema.name).base, isLost: schema.isLost,
                properties: schema.properties.map { Shape.Property($0, naming: { _ in "" }) },
                definition: schema.definition?.structure(naming: { _ in "" }),
                additional: schema.additionalProperties?.structure(naming: { _ in "" }))
            classes[position] = firstOfShape[shape] ?? position
            firstOfShape[shape] = firstOfShape[shape] ?? position
        }
        while true {
            var firstOfRefined: [Refined: Int] = [:]
            var refined = classes
            for position in schemas.indices {
                let targets = references[position].map { $0 < 0 ? -1 : classes[$0] }
                let key = Refined(previous: classes[position], targets: targets)
                refined[position] = firstOfRefined[key] ?? position
                firstOfRefined[key] = firstOfRefined[key] ?? position
            }
            if refined == classes { return classes }
            classes = refined
        }
    }

    private struct Refined: Hashable {
        var previous: Int
        var targets: [Int]
    }

    private struct Shape: Hashable {
        var base: String
        var isLost: Bool
        var properties: [Property]
        var definition: Schema?
        var additional: NamedSchema.Additional?

        struct Property: Hashable {
            var name: String
            var isRequired: Bool
            var schema: Schema

            init(_ property: NamedSchema.Property, naming: (String) -> String) {
                name = property.name
                isRequired = property.isRequired
                schema = property.schema.structure(naming: naming)
            }
        }
    }

    // MARK: Recursion

    /// For each schema the number of its strongly connected component over references without a list in between.
    ///
    /// A union in between counts as a list does: it keeps its value in a place of its own.
    private func directComponents() -> [Int] {
        let edges = schemas.map { schema in
            (schema.properties.map(\.schema) + (schema.definition.map { [$0] } ?? [])).compactMap(target(of:))
        }
        let reachable = schemas.indices.map { start in
            var seen: Set<Int> = []
            var pending = edges[start]
            while let next = pending.popLast() {
                if seen.insert(next).inserted { pending += edges[next] }
            }
            return seen
        }
        return schemas.indices.map { position in
            guard reachable[position].contains(position) else { return -1 }
            return reachable[position].filter { reachable[$0].contains(position) }.min() ?? -1
        }
    }

    private func recursiveProperties(of position: Int, components: [Int]) -> Set<String> {
        guard components[position] >= 0 else { return [] }
        return Set(
            schemas[position].properties.filter { property in
                target(of: property.schema).map { components[$0] == components[position] } ?? false
            }.map(\.name))
    }

    /// The schema whose values are kept in a value of `schema` itself.
    private func target(of schema: Schema) -> Int? {
        guard case .reference(let name) = schema.kind else { return nil }
        return index[name]
    }
}

extension NamedSchema.Additional {
    fileprivate func structure(naming: (String) -> String) -> Self {
        if case .schema(let schema) = self { .schema(schema.structure(naming: naming)) } else { self }
    }
}

import APISpec

/// What properties of the same name say in the schemas whose tables are left.
struct PropertyFacts {
    private let catalog: SchemaCatalog
    private let stated: [String: [Int]]

    init(catalog: SchemaCatalog) {
        self.catalog = catalog
        var stated: [String: [Int]] = [:]
        for (position, schema) in catalog.schemas.enumerated() where !schema.isLost && schema.recovered.isEmpty {
            for property in schema.properties { stated[property.name, default: []].append(position) }
        }
        self.stated = stated
    }

    private struct Opinion: Hashable {
        var shape: Schema
        var isRequired: Bool
    }

    /// The property as most schemas state it; those count more that are more like the lost one.
    func vote(
        on name: String, value: JSONValue, in context: RebuildContext, matcher: ExampleMatcher
    ) -> NamedSchema.Property? {
        var ballots: [(opinion: Opinion, weight: Double, property: NamedSchema.Property)] = []
        for position in stated[name] ?? [] {
            guard let property = catalog.property(name, of: position) else { continue }
            // What the members of an object are is not asked here, only whether it is one.
            guard value.hasShape(of: property.schema) else { continue }
            let fit = matcher.fit(value, property.schema)
            var weight = likeness(of: position, to: context)
            if fit.oddities > 0 { weight *= 0.2 }
            if let example = property.schema.example?.scalarText, !example.isEmpty, example == value.scalarText {
                weight += 1
            }
            ballots.append(
                (
                    Opinion(shape: property.schema.structure(naming: { _ in "" }), isRequired: property.isRequired),
                    weight, property
                ))
        }
        var sums: [Opinion: Double] = [:]
        for ballot in ballots { sums[ballot.opinion, default: 0] += ballot.weight }
        let order = ballots.map(\.opinion)
        guard
            let winner = order.enumerated().max(by: { left, right in
                let sums = (sums[left.element] ?? 0, sums[right.element] ?? 0)
                return sums.0 == sums.1 ? left.offset > right.offset : sums.0 < sums.1
            })?.element
        else { return nil }
        return ballots.filter { $0.opinion == winner }.max { $0.weight < $1.weight }?.property
    }

    /// Whether more than half of the properties that travel the same way are required.
    func isUsuallyRequired(in context: RebuildContext) -> Bool {
        var required = 0
        var all = 0
        for (position, schema) in catalog.schemas.enumerated()
        where !schema.isLost && catalog.entries[position].words.direction == context.direction {
            all += schema.properties.count
            required += schema.properties.count { $0.isRequired }
        }
        return required * 2 >= all
    }

    /// The type of a member that no other schema has: that of the value; where the value is empty, text if most
    /// members without an example are text.
    func type(showing value: JSONValue) -> Schema {
        guard value == .string("") else { return Schema(showing: value) }
        var texts = 0
        var all = 0
        for schema in catalog.schemas where !schema.isLost && schema.recovered.isEmpty {
            for property in schema.properties where property.schema.example?.fitsAnything ?? true {
                switch property.schema.kind {
                case .array, .reference: continue
                case .string: texts += 1
                default: break
                }
                all += 1
            }
        }
        return texts * 4 >= all * 3 ? Schema(showing: value) : Schema(.unknown)
    }

    /// How much a schema is like the one to rebuild: it travels the same way, does the same, has the same members.
    private func likeness(of position: Int, to context: RebuildContext) -> Double {
        let words = catalog.entries[position].words
        let own = catalog.entries[context.position].words
        var weight = 0.3
        if words.direction == own.direction { weight += 0.5 }
        if words.actions == own.actions { weight += 0.5 }
        let shared = catalog.schemas[position].properties.count { context.names.contains($0.name) }
        let union = catalog.schemas[position].properties.count + context.names.count - shared
        return weight + 2 * Double(shared) / Double(max(union, 1))
    }
}

extension JSONValue {
    /// Whether a list is asked for a list, an object for an object, and other values for other types.
    fileprivate func hasShape(of schema: Schema) -> Bool {
        if fitsAnything { return true }
        switch schema.kind {
        case .unknown: return false
        case .union(let members): return members.contains { hasShape(of: $0) }
        case .array:
            if case .array = self { return true } else { return false }
        case .reference:
            if case .object = self { return true } else { return false }
        case .object, .map:
            if case .array = self { return false } else { return true }
        default: return !isContainer
        }
    }
}

/// Puts what a documentation lists in the order in which it stood before: rows that were moved in a table are no change.
public struct KnownOrder: Sendable {
    private let old: SpecDocument

    /// The order of a spec.
    public init(_ old: SpecDocument) { self.old = old }

    /// `new` with parameters, members and values that are known in their old order, new ones behind them; operations,
    /// models and regions in their old order, new ones where the documentation has them.
    public func applied(to new: SpecDocument) -> SpecDocument {
        var document = new
        document.operations = Self.merged(new.operations, known: old.operations.map(\.id), \.id)
        document.schemas = Self.merged(new.schemas, known: old.schemas.map(\.name), \.name)
        document.service.server.pairs = Self.merged(new.service.server.pairs, known: old.service.server.pairs) { $0 }
        let before = Dictionary(old.operations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for index in document.operations.indices {
            guard let known = before[document.operations[index].id] else { continue }
            document.operations[index].revisions = document.operations[index].revisions.map { apply(known, to: $0) }
        }
        let schemas = Dictionary(old.schemas.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for index in document.schemas.indices {
            guard let known = schemas[document.schemas[index].name] else { continue }
            document.schemas[index] = apply(known, to: document.schemas[index])
        }
        return document
    }

    private func apply(_ known: Operation, to revision: Revision) -> Revision {
        let same = known.revisions.first { !Set($0.versions).isDisjoint(with: revision.versions) }
        guard let before = same ?? known.revisions.first else { return revision }
        var revision = revision
        func key(_ parameter: Parameter) -> [String] { [parameter.location.rawValue, parameter.name] }
        revision.parameters = Self.knownFirst(revision.parameters, known: before.parameters.map(key), key)
        let types = Dictionary(before.parameters.map { (key($0), $0.schema) }, uniquingKeysWith: { first, _ in first })
        for index in revision.parameters.indices {
            guard let type = types[key(revision.parameters[index])] else { continue }
            revision.parameters[index].schema = Self.ordered(revision.parameters[index].schema, as: type)
        }
        return revision
    }

    private func apply(_ known: NamedSchema, to schema: NamedSchema) -> NamedSchema {
        var schema = schema
        schema.properties = Self.knownFirst(schema.properties, known: known.properties.map(\.name), \.name)
        let types = Dictionary(known.properties.map { ($0.name, $0.schema) }, uniquingKeysWith: { first, _ in first })
        for index in schema.properties.indices {
            guard let type = types[schema.properties[index].name] else { continue }
            schema.properties[index].schema = Self.ordered(schema.properties[index].schema, as: type)
        }
        if let definition = schema.definition, let type = known.definition {
            schema.definition = Self.ordered(definition, as: type)
        }
        return schema
    }

    /// The values of enumerations, also inside of lists and maps, in their old order.
    private static func ordered(_ schema: Schema, as known: Schema) -> Schema {
        var schema = schema
        switch (schema.kind, known.kind) {
        case (.enumeration(let values), .enumeration(let before)):
            schema.kind = .enumeration(knownFirst(values, known: before) { $0 })
        case (.numbers(let type, let values), .numbers(_, let before)):
            schema.kind = .numbers(type: type, knownFirst(values, known: before) { $0 })
        case (.array(let items), .array(let before)): schema.kind = .array(ordered(items, as: before))
        case (.map(let values), .map(let before)): schema.kind = .map(ordered(values, as: before))
        default: break
        }
        return schema
    }

    /// The items that are known in the order of `known`, then the others in their own.
    private static func knownFirst<Item, Key: Hashable>(_ items: [Item], known: [Key], _ key: (Item) -> Key) -> [Item] {
        let ranks = Dictionary(known.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return items.enumerated().sorted { left, right in
            let (a, b) = (ranks[key(left.element)] ?? .max, ranks[key(right.element)] ?? .max)
            return a == b ? left.offset < right.offset : a < b
        }.map(\.element)
    }

    /// The items that are known in the order of `known`, each new one behind the item that stands in front of it.
    private static func merged<Item, Key: Hashable>(_ items: [Item], known: [Key], _ key: (Item) -> Key) -> [Item] {
        let known = Set(known).intersection(items.map(key)).isEmpty ? [] : known
        let isKnown = Set(known)
        let sorted = knownFirst(items.filter { isKnown.contains(key($0)) }, known: known, key)
        var followers: [Key: [Item]] = [:]
        var first: [Item] = []
        var last: Key?
        for item in items {
            if isKnown.contains(key(item)) {
                last = key(item)
            } else if let last {
                followers[last, default: []].append(item)
            } else {
                first.append(item)
            }
        }
        return first + sorted.flatMap { [$0] + (followers.removeValue(forKey: key($0)) ?? []) }
    }
}

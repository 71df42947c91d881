import APIModel

extension APIModel {
    /// What is demanded of values of a type besides: its own checks and those of all that it names, each once.
    func checks(on schema: Schema, isObject: Bool) -> [JSONValue] {
        guard schema.checks != nil || schema.kind.name != nil else { return [] }
        var found: [JSONValue] = []
        var next: Schema? = schema
        var seen: Set<String> = []
        while let stated = next {
            if let checks = stated.checks, !found.contains(checks) { found.append(checks) }
            next = nil
            guard let name = stated.kind.name, seen.insert(name).inserted,
                let named = self.schema(named: name)?.schema
            else { break }
            if let definition = named.definition {
                next = definition
            } else if isObject, !named.isLost, let checks = named.checks, !found.contains(checks) {
                found.append(checks)
            }
        }
        return found
    }

    /// Whether a member stands in responses: all but those that stand in requests only. Whatever is made, read or
    /// checked of a response asks here.
    func isAnswered(_ property: NamedSchema.Property) -> Bool {
        !property.schema.isWriteOnly && !resolved(property.schema).isWriteOnly
    }

    /// The properties of the object that a type is, or that one of its alternatives is; `nil` where nothing tells them.
    func properties(of schema: Schema) -> [NamedSchema.Property]? { properties(of: schema, level: 0) }

    /// The items of the list that a type is; `nil` for anything else.
    func items(of schema: Schema) -> Schema? {
        if case .array(let items) = resolved(schema).kind { items } else { nil }
    }

    /// The type of the member with a name; `nil` where the type is not an object or has no such member.
    func member(_ name: String, of schema: Schema) -> Schema? {
        switch resolved(schema).kind {
        case .object, .unknown: return Schema(.unknown)
        case .map(let values): return values
        case .reference(let object):
            guard let named = self.schema(named: object)?.schema else { return Schema(.unknown) }
            if let property = named.properties.first(where: { $0.name == name }) { return property.schema }
            switch named.additionalProperties {
            case .schema(let schema): return schema
            case .any: return Schema(.unknown)
            case .forbidden, nil: return nil
            }
        default: return nil
        }
    }

    /// A union may hold itself; so many levels down its alternatives are looked at.
    private static let greatestLevel = 8

    private func properties(of schema: Schema, level: Int) -> [NamedSchema.Property]? {
        guard level < Self.greatestLevel else { return nil }
        switch resolved(schema).kind {
        case .reference(let name):
            guard let named = self.schema(named: name)?.schema, !named.properties.isEmpty else { return nil }
            return named.properties
        case .union(let alternatives):
            return alternatives.lazy.compactMap { properties(of: $0, level: level + 1) }.first
        default: return nil
        }
    }
}

extension Schema.Kind {
    /// Whether values are objects.
    var isObject: Bool {
        switch self {
        case .object, .map, .reference: true
        default: false
        }
    }

    /// The schema that is named; `nil` for a type that is written where it is used.
    var name: String? {
        if case .reference(let name) = self { name } else { nil }
    }
}

extension Schema.Discriminator {
    /// The name of the schema that a value of the property stands for.
    func schema(for value: String) -> String { mapping.first { $0.value == value }?.schema ?? value }

    /// The value of the property that stands for a schema.
    func value(for schema: String) -> String { mapping.first { $0.schema == schema }?.value ?? schema }

    /// The alternative that a value of the property stands for; `nil` where there is none.
    func alternative(for value: String, among alternatives: [Schema]) -> Schema? {
        let name = schema(for: value)
        return alternatives.first { $0.kind == .reference(name) }
    }

    /// The values of the property that stand for one of the alternatives; `nil` where an alternative has no name.
    func values(among alternatives: [Schema]) -> [String]? {
        var values: [String] = []
        for alternative in alternatives {
            guard case .reference(let name) = alternative.kind else { return nil }
            let stated = mapping.filter { $0.schema == name }.map(\.value)
            values += stated.isEmpty ? [name] : stated
        }
        return values
    }
}

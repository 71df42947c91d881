import APIModel

/// Puts what only has another name in the place of that name: definitions that Swift spells where they are used.
///
/// Enumerations and alternatives with a name have a type of their own in Swift, and so has what holds itself: such
/// definitions are compared once, like objects. All other names say nothing, neither on the wire nor in Swift.
struct AliasInlining {
    private let aliases: [String: NamedSchema]

    init(_ schemas: [NamedSchema]) {
        let definitions = Dictionary(
            schemas.filter { $0.definition != nil }.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        aliases = definitions.filter { name, schema in
            guard let definition = schema.definition, !Self.hasType(definition) else { return false }
            // Names that each stand for two others could grow without bound.
            guard definition.referencedNames.count(where: { definitions[$0] != nil }) < 2 else { return false }
            return !Self.reaches(name, from: definition, definitions)
        }
    }

    private static func hasType(_ definition: Schema) -> Bool {
        switch definition.kind {
        case .enumeration, .numbers, .union: true
        default: false
        }
    }

    private static func reaches(_ name: String, from schema: Schema, _ definitions: [String: NamedSchema]) -> Bool {
        var seen: Set<String> = []
        var pending = schema.referencedNames
        while let next = pending.popLast() {
            if next == name { return true }
            if seen.insert(next).inserted { pending += definitions[next]?.definition?.referencedNames ?? [] }
        }
        return false
    }

    /// The document without names that only are other names.
    func applied(to document: SpecDocument) -> SpecDocument {
        guard !aliases.isEmpty else { return document }
        var result = document
        result.mapTypes(inlined)
        result.schemas.removeAll { aliases[$0.name] != nil }
        return result
    }

    /// A type with the definition in the place of its name, and so on inside.
    private func inlined(_ schema: Schema) -> Schema {
        guard case .reference(let name) = schema.kind, let named = aliases[name], let definition = named.definition
        else { return schema }
        return definition.mapped(inlined).used(as: schema, of: named)
    }
}

import APISpec

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
        var result = document.mappingSchemas(inlined)
        result.schemas.removeAll { aliases[$0.name] != nil }
        return result
    }

    private func inlined(_ schema: Schema) -> Schema {
        var result = schema
        switch schema.kind {
        case .array(let items): result.kind = .array(inlined(items))
        case .map(let values): result.kind = .map(inlined(values))
        case .union(let members): result.kind = .union(members.map(inlined))
        case .reference(let name):
            guard let named = aliases[name], let definition = named.definition else { break }
            result = inlined(definition).used(as: schema, of: named)
        default: break
        }
        return result
    }
}

extension Schema {
    /// A definition with what is said of it where its name stands.
    func used(as reference: Schema, of named: NamedSchema) -> Schema {
        var result = self
        result.isNullable = isNullable || reference.isNullable
        result.description = reference.description ?? named.description
        result.defaultValue = reference.defaultValue ?? defaultValue
        result.example = reference.example ?? example
        result.pattern = reference.pattern ?? pattern
        result.minLength = reference.minLength ?? minLength
        result.maxLength = reference.maxLength ?? maxLength
        result.limits = reference.limits ?? limits
        result.title = reference.title ?? named.title
        result.isDeprecated = reference.isDeprecated || named.isDeprecated
        result.isReadOnly = isReadOnly || reference.isReadOnly
        result.isWriteOnly = isWriteOnly || reference.isWriteOnly
        return result
    }
}

extension Schema {
    /// The names of the schemas that this type mentions, at any depth, in order; those whose definitions stand in it
    /// among them.
    public var referencedNames: [String] {
        let inside: [String] =
            switch kind {
            case .reference(let name): [name]
            case .array(let items), .map(let items): items.referencedNames
            case .union(let members):
                members.flatMap(\.referencedNames) + (discriminator?.mapping.map(\.schema) ?? [])
            default: []
            }
        return definitionName.map { [$0] + inside } ?? inside
    }

    /// The names of the schemas whose values lie in a value of this type itself, not in a list or map inside it.
    public var directlyReferencedNames: [String] {
        switch kind {
        case .reference(let name): [name]
        case .union(let members): members.flatMap(\.directlyReferencedNames)
        default: []
        }
    }

    /// The type with everything left out that is told for people only, and names of schemas put through `naming`.
    public func structure(naming: (String) -> String = { $0 }) -> Schema {
        let kind: Kind =
            switch self.kind {
            case .reference(let name): .reference(naming(name))
            case .array(let items): .array(items.structure(naming: naming))
            case .map(let values): .map(values.structure(naming: naming))
            case .union(let members): .union(members.map { $0.structure(naming: naming) })
            default: self.kind
            }
        var discriminator = discriminator
        if let mapping = discriminator?.mapping {
            discriminator?.mapping = mapping.map { .init($0.value, naming($0.schema)) }
        }
        var result = Schema(
            kind, isNullable: isNullable, defaultValue: defaultValue, pattern: pattern, minLength: minLength,
            maxLength: maxLength, isExclusive: isExclusive, discriminator: discriminator, limits: limits,
            isDeprecated: isDeprecated, isReadOnly: isReadOnly, isWriteOnly: isWriteOnly)
        result.checks = checks
        result.isNullOnly = isNullOnly
        result.isFilePart = isFilePart
        return result
    }
}

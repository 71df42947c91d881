import APISpec

extension SchemaPairs {
    /// Two types such that both, or neither, name a schema that is a type of its own.
    ///
    /// Definitions stand where they are used unless they hold themselves. Where one document has such a definition and
    /// the other says the same on the spot, the name stands for what it defines. Nothing is unfolded within: the side
    /// without the name ends somewhere, and with it the comparison.
    func alike(_ old: Schema, _ new: Schema) -> (old: Schema, new: Schema) {
        switch (old.kind, new.kind) {
        case (.reference, .reference): (old, new)
        case (.reference, _): (Self.unfolded(old, in: documents.old), new)
        case (_, .reference): (old, Self.unfolded(new, in: documents.new))
        default: (old, new)
        }
    }

    private static func unfolded(_ schema: Schema, in side: DocumentPair.Side) -> Schema {
        var result = schema
        var seen: Set<String> = []
        while case .reference(let name) = result.kind, seen.insert(name).inserted,
            let named = side.schema(name), let definition = named.definition
        {
            let outer = result
            result = definition
            result.isNullable = definition.isNullable || outer.isNullable
            result.description = outer.description ?? named.description
            result.defaultValue = outer.defaultValue ?? definition.defaultValue
            result.example = outer.example ?? definition.example
            result.title = outer.title ?? named.title
            result.isDeprecated = outer.isDeprecated || named.isDeprecated
            result.isReadOnly = definition.isReadOnly || outer.isReadOnly
            result.isWriteOnly = definition.isWriteOnly || outer.isWriteOnly
        }
        // A name that leads to itself, or to an object with members, says no more than the name does.
        if case .reference = result.kind { return schema }
        return result
    }
}

extension Schema {
    /// A definition with what is said of it where its name stands.
    package func used(as reference: Schema, of named: NamedSchema) -> Schema {
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

extension APIModel {
    /// The type that a schema is where it names a definition: an enumeration, a union, a list, a map.
    ///
    /// Objects with members keep their name. A name that stands for itself is a type that nothing tells.
    public func resolved(_ schema: Schema) -> Schema {
        var result = schema
        var seen: Set<String> = []
        while case .reference(let name) = result.kind, let named = self.schema(named: name)?.schema,
            let definition = named.definition
        {
            guard seen.insert(name).inserted else {
                result.kind = .unknown
                break
            }
            result = definition.used(as: result, of: named)
        }
        return result
    }
}

extension SpecDocument {
    /// The document with each definition of a named schema in the places that name it; ``Schema/definitionName`` tells
    /// the name.
    ///
    /// The named schemas stay. A definition that holds itself is named where it comes again: what remains of references
    /// to definitions is finite to follow.
    public func inliningDefinitions() -> SpecDocument {
        guard schemas.contains(where: { $0.definition != nil }) else { return self }
        let inlining = DefinitionInlining(schemas)
        var result = self
        result.schemas = schemas.map(inlining.schema)
        for operation in result.operations.indices {
            for revision in result.operations[operation].revisions.indices {
                inlining.apply(to: &result.operations[operation].revisions[revision])
            }
        }
        return result
    }
}

/// Puts definitions in the place of their names.
private struct DefinitionInlining {
    private let definitions: [String: NamedSchema]
    private let budget = Budget()

    /// How many types one type may still grow by: definitions that use others many times over would grow without bound.
    private final class Budget {
        var left = 0
    }

    private static let greatestGrowth = 4_000

    init(_ schemas: [NamedSchema]) {
        definitions = Dictionary(
            schemas.filter { $0.definition != nil }.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func schema(_ schema: NamedSchema) -> NamedSchema {
        var result = schema
        result.properties = schema.properties.map { property in
            NamedSchema.Property(
                name: property.name, isRequired: property.isRequired, schema: whole(property.schema))
        }
        if case .schema(let values)? = schema.additionalProperties {
            result.additionalProperties = .schema(whole(values))
        }
        result.definition = schema.definition.map { whole($0, within: [schema.name]) }
        return result
    }

    func apply(to revision: inout Revision) {
        for index in revision.parameters.indices {
            revision.parameters[index].schema = whole(revision.parameters[index].schema)
        }
        if let request = revision.request { revision.request?.schema = whole(request.schema) }
        for index in revision.responses.indices {
            revision.responses[index].schema = revision.responses[index].schema.map { whole($0) }
            for header in revision.responses[index].headers.indices {
                let schema = revision.responses[index].headers[header].schema
                revision.responses[index].headers[header].schema = whole(schema)
            }
        }
    }

    /// Whether `null` is a value of a definition, or of the one that it stands for.
    private func isNullable(_ name: String, within outer: Set<String> = []) -> Bool {
        guard let definition = definitions[name]?.definition, !outer.contains(name) else { return false }
        if definition.isNullable { return true }
        guard case .reference(let next) = definition.kind else { return false }
        return isNullable(next, within: outer.union([name]))
    }

    /// A type that a document states, with the definitions in it.
    private func whole(_ schema: Schema, within outer: [String] = []) -> Schema {
        budget.left = Self.greatestGrowth
        return inlined(schema, within: outer)
    }

    private func inlined(_ schema: Schema, within outer: [String] = []) -> Schema {
        budget.left -= 1
        var result = schema
        switch schema.kind {
        case .array(let items): result.kind = .array(inlined(items, within: outer))
        case .map(let values): result.kind = .map(inlined(values, within: outer))
        case .union(let members):
            result.kind = .union(members.map { inlined($0, within: outer) })
        case .reference(let name):
            guard let named = definitions[name], let definition = named.definition else { break }
            guard !outer.contains(name), outer.count < 8, budget.left > 0 else {
                result.isNullable = schema.isNullable || isNullable(name)
                break
            }
            result = inlined(definition, within: outer + [name])
            result.definitionName = name
            result.isNullable = result.isNullable || schema.isNullable
            result.description = schema.description ?? named.description
            result.defaultValue = schema.defaultValue ?? result.defaultValue
            result.example = schema.example ?? result.example
            result.pattern = schema.pattern ?? result.pattern
            result.minLength = schema.minLength ?? result.minLength
            result.maxLength = schema.maxLength ?? result.maxLength
            result.limits = schema.limits ?? result.limits
            result.title = schema.title ?? named.title
            result.isDeprecated = schema.isDeprecated || named.isDeprecated
            result.isReadOnly = result.isReadOnly || schema.isReadOnly
            result.isWriteOnly = result.isWriteOnly || schema.isWriteOnly
        default: break
        }
        return result
    }
}

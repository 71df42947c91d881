import APISpec

/// Puts new names of schemas in the place of old ones.
struct SchemaRenaming {
    private let names: [String: String]

    init(_ names: [String: String]) { self.names = names }

    func schema(_ schema: NamedSchema) -> NamedSchema {
        var result = schema
        result.name = names[schema.name] ?? schema.name
        guard !names.isEmpty else { return result }
        result.mapStatedTypes(type)
        return result
    }

    func revision(_ revision: Revision) -> Revision {
        guard !names.isEmpty else { return revision }
        var result = revision
        result.mapStatedTypes(type)
        return result
    }

    private func type(_ schema: Schema) -> Schema {
        schema.mapped { type in
            var result = type
            if case .reference(let name) = type.kind { result.kind = .reference(names[name] ?? name) }
            if let mapping = type.discriminator?.mapping {
                result.discriminator?.mapping = mapping.map { .init($0.value, names[$0.schema] ?? $0.schema) }
            }
            return result
        }
    }
}

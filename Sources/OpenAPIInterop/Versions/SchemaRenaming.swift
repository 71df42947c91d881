import APISpec

/// Puts new names of schemas in the place of old ones.
struct SchemaRenaming {
    private let names: [String: String]
    private let oldNames: [String: String]

    init(_ names: [String: String]) {
        self.names = names
        oldNames = Dictionary(
            names.sorted { $0.key < $1.key }.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    }

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
                result.discriminator?.mapping = self.mapping(mapping, of: type)
            }
            return result
        }
    }

    /// The mapping with the new names. What a schema goes by on the wire stays: without an entry that was its old name.
    /// The alternatives of `union` have their new names already.
    private func mapping(
        _ mapping: [Schema.Discriminator.Target], of union: Schema
    ) -> [Schema.Discriminator.Target] {
        var result = mapping.map { Schema.Discriminator.Target($0.value, names[$0.schema] ?? $0.schema) }
        guard case .union(let members) = union.kind else { return result }
        for case .reference(let new) in members.map(\.kind) {
            guard let old = oldNames[new], new != old else { continue }
            let values = mapping.filter { $0.schema == old }.map(\.value)
            if values.isEmpty {
                result.append(.init(old, new))
            } else if values == [new] {
                result.removeAll { $0.schema == new }
            }
        }
        return result
    }
}

import APISpec

/// Puts new names of schemas in the place of old ones.
struct SchemaRenaming {
    private let names: [String: String]

    init(_ names: [String: String]) { self.names = names }

    func schema(_ schema: NamedSchema) -> NamedSchema {
        var result = schema
        result.name = names[schema.name] ?? schema.name
        guard !names.isEmpty else { return result }
        for index in result.properties.indices {
            result.properties[index].schema = type(result.properties[index].schema)
        }
        if case .schema(let values)? = result.additionalProperties {
            result.additionalProperties = .schema(type(values))
        }
        result.definition = result.definition.map(type)
        return result
    }

    func revision(_ revision: Revision) -> Revision {
        guard !names.isEmpty else { return revision }
        var result = revision
        for index in result.parameters.indices {
            result.parameters[index].schema = type(result.parameters[index].schema)
        }
        if var request = result.request {
            request.schema = type(request.schema)
            for part in request.parts.indices { rename(&request.parts[part].headers) }
            result.request = request
        }
        for index in result.responses.indices {
            result.responses[index].schema = result.responses[index].schema.map(type)
            rename(&result.responses[index].headers)
        }
        return result
    }

    private func rename(_ headers: inout [ResponseHeader]) {
        for index in headers.indices { headers[index].schema = type(headers[index].schema) }
    }

    private func type(_ schema: Schema) -> Schema {
        var result = schema
        switch schema.kind {
        case .reference(let name): result.kind = .reference(names[name] ?? name)
        case .array(let items): result.kind = .array(type(items))
        case .map(let values): result.kind = .map(type(values))
        case .union(let members): result.kind = .union(members.map(type))
        default: break
        }
        if let mapping = schema.discriminator?.mapping {
            result.discriminator?.mapping = self.mapping(mapping, of: schema)
        }
        return result
    }

    /// The mapping with the new names. What a schema goes by on the wire stays: without an entry that was its old name.
    private func mapping(
        _ mapping: [Schema.Discriminator.Target], of schema: Schema
    ) -> [Schema.Discriminator.Target] {
        var result = mapping.map { Schema.Discriminator.Target($0.value, names[$0.schema] ?? $0.schema) }
        guard case .union(let members) = schema.kind else { return result }
        for case .reference(let old) in members.map(\.kind) {
            guard let new = names[old], new != old else { continue }
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

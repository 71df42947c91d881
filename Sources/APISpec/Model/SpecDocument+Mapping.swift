extension SpecDocument {
    /// Puts every type of the document through `transform`, parts before wholes.
    package mutating func mapTypes(_ transform: (Schema) -> Schema) {
        for index in schemas.indices {
            for property in schemas[index].properties.indices {
                schemas[index].properties[property].schema =
                    schemas[index].properties[property].schema.mapped(transform)
            }
            if case .schema(let values)? = schemas[index].additionalProperties {
                schemas[index].additionalProperties = .schema(values.mapped(transform))
            }
            schemas[index].definition = schemas[index].definition?.mapped(transform)
        }
        for operation in operations.indices {
            for revision in operations[operation].revisions.indices {
                operations[operation].revisions[revision].mapTypes(transform)
            }
        }
    }
}

extension Revision {
    fileprivate mutating func mapTypes(_ transform: (Schema) -> Schema) {
        for index in parameters.indices { parameters[index].schema = parameters[index].schema.mapped(transform) }
        if let schema = request?.schema { request?.schema = schema.mapped(transform) }
        for part in request?.parts.indices ?? 0..<0 {
            for header in request?.parts[part].headers.indices ?? 0..<0 {
                if let schema = request?.parts[part].headers[header].schema {
                    request?.parts[part].headers[header].schema = schema.mapped(transform)
                }
            }
        }
        for index in responses.indices {
            responses[index].schema = responses[index].schema?.mapped(transform)
            for header in responses[index].headers.indices {
                responses[index].headers[header].schema = responses[index].headers[header].schema.mapped(transform)
            }
        }
    }
}

extension Schema {
    /// The type after `transform`, which its parts went through before.
    fileprivate func mapped(_ transform: (Schema) -> Schema) -> Schema {
        var copy = self
        switch kind {
        case .array(let items): copy.kind = .array(items.mapped(transform))
        case .map(let values): copy.kind = .map(values.mapped(transform))
        case .union(let members): copy.kind = .union(members.map { $0.mapped(transform) })
        default: break
        }
        return transform(copy)
    }
}

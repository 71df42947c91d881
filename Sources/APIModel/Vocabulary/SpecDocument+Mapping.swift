extension SpecDocument {
    /// Replaces every type of the document, and every type in it from the inside out, by what `transform` makes of it.
    package mutating func mapTypes(_ transform: (Schema) -> Schema) {
        mapStatedTypes { $0.mapped(transform) }
    }

    /// Replaces every type that the document states by what `transform` makes of it as a whole.
    package mutating func mapStatedTypes(_ transform: (Schema) -> Schema) {
        for index in schemas.indices { schemas[index].mapStatedTypes(transform) }
        for operation in operations.indices {
            for revision in operations[operation].revisions.indices {
                operations[operation].revisions[revision].mapStatedTypes(transform)
            }
        }
    }
}

extension NamedSchema {
    /// Replaces the types of the members and of the definition.
    package mutating func mapStatedTypes(_ transform: (Schema) -> Schema) {
        for index in properties.indices { properties[index].schema = transform(properties[index].schema) }
        if case .schema(let values)? = additionalProperties { additionalProperties = .schema(transform(values)) }
        definition = definition.map(transform)
    }
}

extension Revision {
    /// Replaces the types of parameters, bodies and header fields.
    package mutating func mapStatedTypes(_ transform: (Schema) -> Schema) {
        for index in parameters.indices { parameters[index].schema = transform(parameters[index].schema) }
        if var body = request {
            body.schema = transform(body.schema)
            for part in body.parts.indices { body.parts[part].headers.mapStatedTypes(transform) }
            request = body
        }
        for index in responses.indices {
            responses[index].schema = responses[index].schema.map(transform)
            responses[index].headers.mapStatedTypes(transform)
        }
    }
}

extension [ResponseHeader] {
    fileprivate mutating func mapStatedTypes(_ transform: (Schema) -> Schema) {
        for index in indices { self[index].schema = transform(self[index].schema) }
    }
}

extension Schema {
    /// The type with each type in it, from the inside out, as `transform` makes it.
    package func mapped(_ transform: (Schema) -> Schema) -> Schema {
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

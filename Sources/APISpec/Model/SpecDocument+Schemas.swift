extension SpecDocument {
    /// The document with every type that it states put through `transform`: those of parameters, bodies and properties.
    public func mappingSchemas(_ transform: (Schema) -> Schema) -> SpecDocument {
        var copy = self
        for index in copy.schemas.indices {
            copy.schemas[index].definition = copy.schemas[index].definition.map(transform)
            if case .schema(let schema) = copy.schemas[index].additionalProperties {
                copy.schemas[index].additionalProperties = .schema(transform(schema))
            }
            for position in copy.schemas[index].properties.indices {
                let schema = copy.schemas[index].properties[position].schema
                copy.schemas[index].properties[position].schema = transform(schema)
            }
        }
        for index in copy.operations.indices {
            copy.operations[index].revisions = copy.operations[index].revisions.map { revision in
                var revision = revision
                for position in revision.parameters.indices {
                    revision.parameters[position].schema = transform(revision.parameters[position].schema)
                }
                if let request = revision.request { revision.request?.schema = transform(request.schema) }
                for position in revision.responses.indices {
                    revision.responses[position].schema = revision.responses[position].schema.map(transform)
                    for header in revision.responses[position].headers.indices {
                        let schema = revision.responses[position].headers[header].schema
                        revision.responses[position].headers[header].schema = transform(schema)
                    }
                }
                return revision
            }
        }
        return copy
    }
}

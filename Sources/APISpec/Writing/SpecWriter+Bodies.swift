import YAML

extension SpecWriter {
    func request(_ request: RequestBody) -> YAMLValue {
        var mapping = MappingBuilder()
        if request.mediaType != MediaType.json { mapping.add("mediaType", request.mediaType) }
        mapping.add(request.schema, isRequired: request.isRequired)
        mapping.add("parts", request.parts.map { YAMLMember($0.name, part($0)) }, style: .block)
        mapping.add("recovered", request.recovered)
        mapping.add("confirmed", request.confirmed)
        return mapping.value(.automatic)
    }

    private func part(_ part: RequestBody.Part) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add("contentType", part.contentType)
        mapping.add("style", part.style?.rawValue)
        if let explode = part.explode { mapping.add("explode", .bool(explode)) }
        mapping.add("headers", members(part.headers), style: .automatic)
        return mapping.value(.automatic)
    }

    func parameter(_ parameter: Parameter) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add("name", parameter.name)
        mapping.add("in", parameter.location.rawValue)
        mapping.add("style", parameter.style?.rawValue)
        if let explode = parameter.explode { mapping.add("explode", .bool(explode)) }
        mapping.add("mediaType", parameter.mediaType)
        mapping.add("encoding", parameter.encoding?.rawValue)
        mapping.add(parameter.schema, isRequired: parameter.isRequired)
        mapping.add("recovered", parameter.recovered)
        mapping.add("confirmed", parameter.confirmed)
        return mapping.value(.automatic)
    }

    func response(_ response: Response) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add("description", response.description)
        if response.mediaType != MediaType.json { mapping.add("mediaType", response.mediaType) }
        if let schema = response.schema {
            var schema = schema
            // The words beside the status belong to the response, not to the type.
            schema.description = nil
            mapping.add(schema, isRequired: false)
        }
        mapping.add("headers", members(response.headers), style: .block)
        mapping.add("recovered", response.recovered)
        mapping.add("confirmed", response.confirmed)
        return mapping.value(.automatic)
    }

    private func members(_ headers: [ResponseHeader]) -> [YAMLMember] {
        headers.map { header in
            var mapping = MappingBuilder()
            mapping.add(header.schema, isRequired: header.isRequired)
            return YAMLMember(header.name, mapping.value(.automatic))
        }
    }
}

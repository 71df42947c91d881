import YAML

extension SpecWriter {
    func service(_ service: Service) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add("id", service.id)
        mapping.add("title", service.title)
        mapping.add("provider", service.provider)
        mapping.add("description", service.description)
        mapping.add("server", server(service.server))
        mapping.add("headers", service.headers.map { YAMLMember($0.name, .string($0.value)) }, style: .block)
        if let selector = service.selector { mapping.add("selector", self.selector(selector)) }
        mapping.add("authentication", service.authentication?.rawValue)
        mapping.add("security", service.security.map { YAMLMember($0.name, scheme($0)) }, style: .block)
        if !service.requirements.isEmpty { mapping.add("requirements", requirements(service.requirements)) }
        return mapping.value(.block)
    }

    func selector(_ selector: VersionSelector) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add("by", selector.kind.rawValue)
        mapping.add("name", selector.name)
        if selector.kind != .none { mapping.add("pattern", selector.pattern) }
        mapping.add("omittedBy", selector.omittedBy)
        if !selector.isRequired { mapping.add("required", .bool(false)) }
        mapping.add("accepted", selector.accepted)
        mapping.add("confidence", selector.confidence?.rawValue)
        mapping.add("recovered", selector.recovered)
        mapping.add("confirmed", selector.confirmed)
        return mapping.value(.automatic)
    }

    func server(_ server: Service.Server) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add("url", server.url)
        mapping.add("description", server.description)
        mapping.add("pairs", server.pairs) { pair in
            var entry = MappingBuilder()
            entry.add("environment", pair.environment)
            entry.add("region", pair.region)
            return entry.value(.flow)
        }
        let variables = server.variables.map { variable in
            var entry = MappingBuilder()
            entry.add("default", variable.defaultValue)
            entry.add("values", variable.values)
            entry.add("description", variable.description)
            return YAMLMember(variable.name, entry.value(.automatic))
        }
        mapping.add("variables", variables, style: .block)
        mapping.add("alternatives", server.alternatives) { alternative in
            var entry = MappingBuilder()
            entry.add("url", alternative.url)
            entry.add("description", alternative.description)
            return entry.value(.automatic)
        }
        return mapping.value(.block)
    }

    /// Security schemes by their names; an empty mapping where a version has none.
    func security(_ schemes: [SecurityScheme]) -> YAMLValue {
        .mapping(schemes.map { YAMLMember($0.name, scheme($0)) }, schemes.isEmpty ? .flow : .block)
    }

    private func scheme(_ scheme: SecurityScheme) -> YAMLValue {
        var mapping = MappingBuilder()
        switch scheme.kind {
        case .apiKey(let name, let location):
            mapping.add("type", "apiKey")
            mapping.add("name", name)
            mapping.add("in", location.rawValue)
        case .bearer(let format):
            mapping.add("type", "bearer")
            mapping.add("format", format)
        case .basic: mapping.add("type", "basic")
        case .other(let type, let definition):
            mapping.add("type", type)
            mapping.add("definition", definition.yaml)
        }
        mapping.add("description", scheme.description)
        return mapping.value(.automatic)
    }

    /// Lists of schemes, each with its scopes.
    func requirements(_ requirements: [[SecurityRequirement]]) -> YAMLValue {
        .sequence(
            requirements.map { list in
                .mapping(
                    list.map { YAMLMember($0.name, .sequence($0.scopes.map(YAMLValue.string), .automatic)) },
                    .automatic)
            }, .automatic)
    }
}

import APIModel

/// Writes where the service answers.
enum ServerExporter {
    /// The list of servers; `nil` where the documentation names none.
    static func servers(_ server: Service.Server) -> JSONValue? {
        guard !server.url.isEmpty else { return nil }
        var object = ObjectBuilder()
        object.add("url", text: server.url)
        var variables = ObjectBuilder()
        let named = Set(([server.url] + server.alternatives.map(\.url)).flatMap { PathTemplate($0).parameterNames })
        let others = server.variables.map(\.name).filter { !named.contains($0) }
        for name in PathTemplate(server.url).parameterNames + others {
            variables.add(name, variable(name, server))
        }
        object.add("description", text: server.description)
        object.add("variables", nonEmpty: variables)
        if !server.pairs.isEmpty {
            object.add(
                .pairs,
                .array(
                    server.pairs.map { pair in
                        .object([
                            "environment": .string(pair.environment),
                            "region": pair.region.map(JSONValue.string) ?? .null,
                        ])
                    }))
        }
        let alternatives = server.alternatives.map { alternative in
            var object = ObjectBuilder()
            object.add("url", text: alternative.url)
            object.add("description", text: alternative.description)
            var variables = ObjectBuilder()
            for name in PathTemplate(alternative.url).parameterNames { variables.add(name, variable(name, server)) }
            object.add("variables", nonEmpty: variables)
            return object.value
        }
        return .array([object.value] + alternatives)
    }

    private static func variable(_ name: String, _ server: Service.Server) -> JSONValue {
        if let stated = server.variables.first(where: { $0.name == name }) {
            var object = ObjectBuilder()
            object.add("enum", texts: stated.values)
            object.add("default", text: stated.defaultValue)
            object.add("description", text: stated.description)
            return object.value
        }
        let pairs = server.pairs
        var values: [String] = []
        switch name {
        case "region": values = pairs.compactMap(\.region)
        case "environment": values = pairs.map(\.environment)
        default: break
        }
        var seen: Set<String> = []
        values = values.filter { seen.insert($0).inserted }
        var object = ObjectBuilder()
        object.add("enum", texts: values)
        // OpenAPI demands a default; the name of the variable shows whoever uses it what is missing.
        object.add("default", text: values.first ?? name)
        object.add(.unknown, flag: values.isEmpty)
        return object.value
    }
}

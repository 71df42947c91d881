import APIModel
import APISpec

/// Writes where the service answers.
enum ServerExporter {
    /// The list of servers; `nil` where the documentation names none.
    static func servers(_ server: Service.Server) -> JSONValue? {
        guard !server.url.isEmpty else { return nil }
        var object = ObjectBuilder()
        object.add("url", text: server.url)
        var variables = ObjectBuilder()
        for name in PathTemplate(server.url).parameterNames {
            variables.add(name, variable(name, pairs: server.pairs))
        }
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
        return .array([object.value])
    }

    private static func variable(_ name: String, pairs: [Service.Server.Pair]) -> JSONValue {
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

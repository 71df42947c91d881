import Diagnostics
import YAML

extension SpecReading {
    mutating func service(_ node: YAMLNode) -> Service? {
        let allowed = [
            "id", "title", "provider", "description", "server", "headers", "selector", "authentication", "security",
            "requirements",
        ]
        check(mapping(node, "service"), allowed: allowed, in: "service")
        guard let id = requiredText("id", of: node, "service"), let title = requiredText("title", of: node, "service")
        else { return nil }
        guard let serverNode = node["server"] else {
            problem("`service` lacks `server` with its `url`", at: node.location)
            return nil
        }
        guard let server = server(serverNode) else { return nil }
        var service = Service(id: id, title: title, server: server)
        service.provider = text("provider", of: node)
        service.description = text("description", of: node)
        service.headers = headers(node["headers"])
        if let selector = node["selector"] { service.selector = self.selector(selector) }
        if node["authentication"] != nil { service.authentication = choice("authentication", of: node, "service") }
        for entry in mapping(node["security"], "security") {
            if let scheme = securityScheme(entry) { service.security.append(scheme) }
        }
        service.requirements = requirements("requirements", of: node) ?? []
        return service
    }

    mutating func selector(_ node: YAMLNode) -> VersionSelector? {
        let place = "selector"
        check(
            mapping(node, place),
            allowed: [
                "by", "name", "pattern", "omittedBy", "required", "accepted", "confidence", "recovered", "confirmed",
            ], in: place)
        locations.note(["service", "selector"], at: node.location)
        guard let kind: VersionSelector.Kind = choice("by", of: node, place) else { return nil }
        var selector = VersionSelector(kind)
        selector.name = text("name", of: node)
        selector.pattern = text("pattern", of: node) ?? VersionSelector.placeholder
        selector.omittedBy = texts("omittedBy", of: node)
        if node["required"] != nil { selector.isRequired = flag("required", of: node) }
        selector.accepted = texts("accepted", of: node)
        if node["confidence"] != nil { selector.confidence = choice("confidence", of: node, place) }
        selector.recovered = texts("recovered", of: node)
        selector.confirmed = text("confirmed", of: node)
        switch kind {
        case .header, .query:
            if selector.name == nil {
                problem("`selector` by \(kind.rawValue) lacks `name`, as requests write it", at: node.location)
            }
        case .mediaType, .path, .server, .none:
            if selector.name != nil {
                problem("`selector` by \(kind.rawValue) has no `name`; leave it out", at: node.location)
            }
            for key in ["required", "accepted"] where node[key] != nil {
                problem("`selector` by \(kind.rawValue) has no `\(key)`; leave it out", at: node.location)
            }
        }
        let count = selector.pattern.ranges(of: VersionSelector.placeholder).count
        if count != 1, kind != .none {
            problem("`pattern` has `{version}` \(count) times; it must be there once", at: node.location)
        }
        if kind == .path, !selector.pattern.hasPrefix("/") || selector.pattern.hasSuffix("/") {
            problem(
                "the `pattern` of a path begins with `/` and does not end with one: `/v{version}`", at: node.location)
        }
        return selector
    }

    mutating func server(_ node: YAMLNode) -> Service.Server? {
        check(
            mapping(node, "server"), allowed: ["url", "description", "pairs", "variables", "alternatives"],
            in: "server")
        guard let url = requiredText("url", of: node, "server") else { return nil }
        var server = Service.Server(url: url, description: text("description", of: node))
        for pair in list(node["pairs"], "pairs") {
            check(mapping(pair, "a pair"), allowed: ["environment", "region"], in: "a pair")
            guard let environment = requiredText("environment", of: pair, "a pair") else { continue }
            let region = pair["region"] == nil ? nil : requiredText("region", of: pair, "a pair")
            server.pairs.append(Service.Server.Pair(environment: environment, region: region))
        }
        for entry in mapping(node["variables"], "variables") {
            let place = "variable `\(entry.key.text)`"
            check(mapping(entry.value, place), allowed: ["default", "values", "description"], in: place)
            guard entry.value["default"] != nil else {
                problem("\(place) lacks `default`", at: entry.key.location)
                continue
            }
            guard let value = text("default", of: entry.value) else { continue }
            server.variables.append(
                Service.Server.Variable(
                    name: entry.key.text, defaultValue: value, values: texts("values", of: entry.value),
                    description: text("description", of: entry.value)))
        }
        for item in list(node["alternatives"], "alternatives") {
            check(mapping(item, "an alternative"), allowed: ["url", "description"], in: "an alternative")
            guard let url = requiredText("url", of: item, "an alternative") else { continue }
            server.alternatives.append(
                Service.Server.Alternative(url: url, description: text("description", of: item)))
        }
        return server
    }

    mutating func securityScheme(_ entry: YAMLNode.Entry) -> SecurityScheme? {
        let place = "security scheme `\(entry.key.text)`"
        let node = entry.value
        locations.note(["service", "security", entry.key.text], at: entry.key.location)
        let entries = mapping(node, place)
        guard let type = requiredText("type", of: node, place) else { return nil }
        let kind: SecurityScheme.Kind
        switch type {
        case "apiKey":
            check(entries, allowed: ["type", "name", "in", "description"], in: place)
            guard let name = requiredText("name", of: node, place),
                let location: Parameter.Location = choice("in", of: node, place)
            else { return nil }
            kind = .apiKey(name: name, in: location)
        case "bearer":
            check(entries, allowed: ["type", "format", "description"], in: place)
            kind = .bearer(format: text("format", of: node))
        case "basic":
            check(entries, allowed: ["type", "description"], in: place)
            kind = .basic
        default:
            check(entries, allowed: ["type", "definition", "description"], in: place)
            kind = .other(type: type, node["definition"].map { json($0) } ?? .object([]))
        }
        return SecurityScheme(name: entry.key.text, kind: kind, description: text("description", of: node))
    }

    /// Lists of schemes, one of which a request has to satisfy; `nil` where the key is missing.
    mutating func requirements(_ key: String, of node: YAMLNode) -> [[SecurityRequirement]]? {
        guard node[key] != nil else { return nil }
        return list(node[key], key).map { item in
            mapping(item, "a requirement").map { entry in
                SecurityRequirement(
                    entry.key.text,
                    scopes: list(entry.value, "the scopes of `\(entry.key.text)`").compactMap { $0.scalar?.text })
            }
        }
    }
}

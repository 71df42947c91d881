import Diagnostics
import YAML

/// The ways to authenticate.
extension WiddershinsDocument {
    mutating func schemes(
        _ schemes: [SecurityScheme], _ nodes: ShapeNodes
    ) -> [(key: String, value: YAMLNode?)] {
        var names = schemes.map(\.name)
        var scopes: [String: Set<String>] = [:]
        var used: [String] = []
        for scheme in operations.flatMap({ $0.facts.security ?? [] }).flatMap({ $0 }) {
            if !used.contains(scheme.name) { used.append(scheme.name) }
            scopes[scheme.name, default: []].formUnion(scheme.scopes)
        }
        func free() -> [String] { used.filter { !names.contains($0) } }
        // Scopes tell which of the ways without a name is meant.
        for name in free() {
            guard let wanted = scopes[name], !wanted.isEmpty else { continue }
            let fitting = schemes.indices.filter { names[$0] == nil && wanted.isSubset(of: schemes[$0].scopes) }
            if fitting.count == 1 { names[fitting[0]] = name }
        }
        // One way without a name, and one name without a way, are each other's.
        let unnamed = names.indices.filter { names[$0] == nil }
        if unnamed.count == 1, free().count == 1 { names[unnamed[0]] = free()[0] }
        for index in names.indices where names[index] == nil && used.isEmpty { names[index] = "scheme\(index + 1)" }
        for name in free() {
            findings.append(
                DialectRules.undescribed.finding(
                    "operations are authenticated by `\(printable(name))`, and the page does not say which way that is",
                    at: SourceLocation(file: nodes.file)))
        }
        knownSchemes = Set(names.compactMap(\.self))
        return zip(names, schemes).compactMap { name, scheme in name.map { ($0, node(of: scheme, nodes)) } }
    }

    private func node(of scheme: SecurityScheme, _ nodes: ShapeNodes) -> YAMLNode {
        let line = scheme.line
        var members: [(key: String, value: YAMLNode?)] = []
        switch scheme.kind {
        case .key(let parameter, let place):
            members = [
                ("type", nodes.text("apiKey", line)), ("name", nodes.text(parameter, line)),
                ("in", nodes.text(place, line)),
            ]
        case .http(let name): members = [("type", nodes.text("http", line)), ("scheme", nodes.text(name, line))]
        case .openID(let address):
            members = [("type", nodes.text("openIdConnect", line)), ("openIdConnectUrl", nodes.text(address, line))]
        case .oauth(let flows):
            let known = flows.map { flow -> (key: String, value: YAMLNode?) in
                let name =
                    switch flow.name.lowercased() {
                    case "accesscode": "authorizationCode"
                    case "application": "clientCredentials"
                    default: flow.name
                    }
                return (
                    name,
                    nodes.object(
                        [
                            ("authorizationUrl", flow.authorization.map { nodes.text($0, line) }),
                            ("tokenUrl", flow.token.map { nodes.text($0, line) }),
                            (
                                "scopes",
                                nodes.object(flow.scopes.map { ($0.name, nodes.text($0.description, line)) }, line)
                            ),
                        ], line)
                )
            }
            members = [("type", nodes.text("oauth2", line)), ("flows", nodes.object(known, line))]
        }
        members.append(("description", scheme.description.map { nodes.text($0, line) }))
        return nodes.object(members, line)
    }
}

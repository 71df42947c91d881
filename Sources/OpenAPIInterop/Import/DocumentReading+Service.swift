import APISpec
import Diagnostics
import OpenAPIExport
import YAML

extension DocumentReading {
    mutating func service(_ info: YAMLNode) -> (Service, APIVersion) {
        let place = JSONPlace().appending("info")
        for entry in info.entries ?? [] {
            switch entry.key.text {
            case "title", "version", "description": break
            case "components" where strayComponents != nil: break
            case let name where ExtensionName(rawValue: name) != nil: break
            default: log.unkept(entry, place)
            }
        }
        let stated = info["title"]?.text ?? ""
        let title = stated.isEmpty ? Self.title(ofFile: file) : stated
        var service = Service(
            id: info[.service]?.text ?? NameMaking.identifier(title), title: title, server: server())
        service.provider = info[.provider]?.text
        service.description = info["description"]?.text
        service.headers = (info[.headers]?.entries ?? []).map { Service.Header($0.key.text, $0.value.text ?? "") }
        service.authentication = info[.authentication]?.text.flatMap(Service.Authentication.init(rawValue:))
        service.security = securitySchemes()
        service.requirements = requirements(root["security"], JSONPlace().appending("security")) ?? []
        locations.note(["service"], at: root["info"]?.location ?? root.location)
        let text = info["version"]?.scalar?.text ?? "1"
        let version = APIVersion(
            id: info[.version]?.text ?? NameMaking.version(text),
            status: info[.status]?.text.flatMap(APIVersion.Status.init(rawValue:)) ?? .current,
            notBefore: info[.notBefore]?.text.flatMap { CalendarDate($0) })
        locations.note(["versions", version.id], at: info["version"]?.location ?? info.location)
        return (service, version)
    }

    /// The name of a file as a title: `boat-hire` of `api/boat-hire.v1.yaml`.
    private static func title(ofFile file: String) -> String {
        let name = file.split(separator: "/").last ?? ""
        let title = NameMaking.title(String(name.prefix { $0 != "." }))
        return title.isEmpty ? "Service" : title
    }

    // MARK: Servers

    private mutating func server() -> Service.Server {
        if isSwagger { return swaggerServer() }
        let place = JSONPlace().appending("servers")
        let nodes = root["servers"]?.items ?? []
        guard let first = nodes.first, let url = first["url"]?.text, !url.isEmpty else {
            log.report(
                OpenAPIImportRules.missingServer, "the document names no server", place,
                at: root["servers"]?.location ?? root.location)
            return Service.Server(url: "/")
        }
        var server = Service.Server(url: url, description: first["description"]?.text)
        for node in first[.pairs]?.items ?? [] {
            guard let environment = node["environment"]?.text else { continue }
            server.pairs.append(.init(environment: environment, region: node["region"]?.text))
        }
        for (index, node) in nodes.enumerated() {
            let here = place.appending(index)
            for entry in node.entries ?? [] {
                switch entry.key.text {
                case "url", "description", "variables", ExtensionName.pairs.rawValue: break
                default: log.unkept(entry, here)
                }
            }
            if index > 0, let url = node["url"]?.text {
                server.alternatives.append(.init(url: url, description: node["description"]?.text))
            }
            let stated = node["variables"]?.entries ?? []
            let inURL = PathTemplate(node["url"]?.text ?? "").parameterNames
            for name in inURL {
                if let entry = stated.first(where: { $0.key.text == name }) {
                    add(entry, to: &server, here.appending("variables"))
                }
            }
            for entry in stated where !inURL.contains(entry.key.text) {
                if index == 0 {
                    add(entry, to: &server, here.appending("variables"))
                } else {
                    log.unkept(entry, here.appending("variables"))
                }
            }
        }
        return server
    }

    private mutating func add(_ entry: YAMLNode.Entry, to server: inout Service.Server, _ place: JSONPlace) {
        let isFilledByPairs = !server.pairs.isEmpty && ["region", "environment"].contains(entry.key.text)
        if isFilledByPairs || entry.value[.unknown] != nil { return }
        let variable = Service.Server.Variable(
            name: entry.key.text, defaultValue: entry.value["default"]?.text ?? "",
            values: entry.value["enum"]?.texts ?? [], description: entry.value["description"]?.text)
        for member in entry.value.entries ?? [] where !["default", "enum", "description"].contains(member.key.text) {
            log.unkept(member, place.appending(entry.key.text))
        }
        guard let known = server.variables.first(where: { $0.name == variable.name }) else {
            return server.variables.append(variable)
        }
        if known != variable {
            log.report(
                OpenAPIImportRules.unkeptMember,
                "the variable `\(variable.name)` differs from the one of an earlier server, which is taken", place,
                at: entry.key.location)
        }
    }

    // MARK: Security

    private mutating func securitySchemes() -> [SecurityScheme] {
        let place = JSONPlace().appending("components").appending("securitySchemes")
        var schemes: [SecurityScheme] = []
        for entry in schemeEntries {
            guard let (node, here) = resolved(entry.value, place.appending(entry.key.text)), node[.shared] == nil else {
                continue
            }
            if let flag = node["deprecated"], flag.flag == true,
                let entry = node.entries?.first(where: { $0.key.text == "deprecated" })
            {
                log.unkept(entry, here)
            }
            let description = node["description"]?.text
            locations.note(["service", "security", entry.key.text], at: entry.key.location)
            guard Self.isUsable(node), !entry.key.text.isEmpty else {
                log.report(
                    OpenAPIImportRules.unusableSecurityScheme,
                    "the security scheme `\(entry.key.text)` lacks its type, or the name and place of its key", here,
                    at: entry.key.location)
                continue
            }
            schemes.append(SecurityScheme(name: entry.key.text, kind: Self.kind(node), description: description))
        }
        return schemes
    }

    /// Whether a scheme says what clients need of it.
    private static func isUsable(_ node: YAMLNode) -> Bool {
        guard let type = node["type"]?.text, !type.isEmpty else { return false }
        guard type == "apiKey" else { return true }
        let places = ["query", "header", "cookie"]
        return node["name"]?.text?.isEmpty == false && node["in"]?.text.map(places.contains) == true
    }

    /// The security schemes of the document.
    private var schemeEntries: [YAMLNode.Entry] {
        (isSwagger ? root["securityDefinitions"] : root["components"]?["securitySchemes"])?.entries ?? []
    }

    private static func kind(_ node: YAMLNode) -> SecurityScheme.Kind {
        let type = node["type"]?.text ?? ""
        switch (type, node["scheme"]?.text?.lowercased()) {
        case ("apiKey", _):
            if let name = node["name"]?.text, let location = node["in"]?.text.flatMap(Parameter.Location.init) {
                return .apiKey(name: name, in: location)
            }
        case ("http", "bearer"): return .bearer(format: node["bearerFormat"]?.text)
        case ("http", "basic"), ("basic", _): return .basic
        default: break
        }
        let rest = (node.entries ?? []).filter { !["type", "description", "deprecated"].contains($0.key.text) }
        if type == "oauth2", let flow = node["flow"]?.text { return .other(type: type, oauth(flow, rest)) }
        return .other(type: type, .object(rest.map { JSONValue.Member($0.key.text, $0.value.json) }))
    }

    /// Lists of schemes; `nil` where the document says nothing. Schemes that stand for a signature are left out.
    ///
    /// A list that only signs is how an export writes that the service asks for nothing else; of an operation it is a
    /// list of its own.
    mutating func requirements(
        _ node: YAMLNode?, _ place: JSONPlace, ofOperation: Bool = false
    ) -> [[SecurityRequirement]]? {
        guard let items = node?.items else { return nil }
        let schemes = schemeEntries
        var lists: [[SecurityRequirement]] = []
        for item in items {
            var list: [SecurityRequirement] = []
            var isUndeclared = false
            for entry in item.entries ?? [] {
                let declared = schemes.first { $0.key.text == entry.key.text }?.value
                guard let scheme = declared.flatMap({ resolved($0, place)?.node }),
                    scheme[.shared] != nil || Self.isUsable(scheme)
                else {
                    log.report(
                        OpenAPIImportRules.undeclaredSecurityScheme,
                        "there is no security scheme `\(entry.key.text)`; the requirement is left out", place,
                        at: entry.key.location)
                    isUndeclared = true
                    continue
                }
                if scheme[.shared] == nil {
                    list.append(SecurityRequirement(entry.key.text, scopes: entry.value.texts))
                }
            }
            if isUndeclared, list.isEmpty { continue }
            if !list.isEmpty || ofOperation || item.entries?.isEmpty == true { lists.append(list) }
        }
        return lists
    }
}

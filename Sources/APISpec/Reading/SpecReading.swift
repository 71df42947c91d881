import Diagnostics
import YAML

/// One reading of a spec: collects what is wrong instead of stopping at the first mistake.
struct SpecReading {
    private(set) var problems: [Diagnostic] = []
    var locations: SpecLocations

    init(file: String) { locations = SpecLocations(whole: SourceLocation(file: file)) }

    mutating func problem(_ message: String, at location: SourceLocation) {
        problems.append(.error(message, at: location))
    }

    // MARK: The document

    mutating func document(_ root: YAMLNode) -> SpecDocument? {
        guard let entries = root.entries else {
            problem("a spec is a mapping that begins with `apidoc: \(SpecDocument.format)`", at: root.location)
            return nil
        }
        guard let format = root["apidoc"] else {
            problem("this is not a spec: it lacks `apidoc: \(SpecDocument.format)`", at: root.location)
            return nil
        }
        guard format.scalar?.resolved == .integer(String(SpecDocument.format)) else {
            problem(
                "this spec is of format `\(format.scalar?.text ?? "?")`; this version of apidoc reads format "
                    + "\(SpecDocument.format)",
                at: format.location)
            return nil
        }
        check(
            entries, allowed: ["apidoc", "service", "sources", "versions", "operations", "schemas", "resources"],
            in: "a spec")
        guard let serviceNode = root["service"] else {
            problem("the spec lacks `service`", at: root.location)
            return nil
        }
        locations.note(["service"], at: serviceNode.location)
        guard let service = service(serviceNode) else { return nil }
        var document = SpecDocument(service: service)
        document.sources = list(root["sources"], "sources").compactMap { source($0) }
        for entry in mapping(root["versions"], "versions") {
            locations.note(["versions", entry.key.text], at: entry.key.location)
            if let version = version(entry) { document.versions.append(version) }
        }
        for entry in mapping(root["operations"], "operations") {
            if let operation = operation(entry) { document.operations.append(operation) }
        }
        for entry in mapping(root["schemas"], "schemas") {
            if let schema = namedSchema(entry) { document.schemas.append(schema) }
        }
        for entry in mapping(root["resources"], "resources") {
            if let resource = resource(entry) { document.resources.append(resource) }
        }
        return document
    }

    private mutating func source(_ node: YAMLNode) -> Source? {
        check(
            mapping(node, "a source"),
            allowed: ["page", "sha256", "etag", "lastModified", "foundOn", "dialect", "version", "overlay"],
            in: "a source")
        guard let page = requiredText("page", of: node, "a source"),
            let digest = requiredText("sha256", of: node, "a source")
        else { return nil }
        return Source(
            page: page, sha256: digest, etag: text("etag", of: node), lastModified: text("lastModified", of: node),
            foundOn: text("foundOn", of: node), dialect: text("dialect", of: node), version: text("version", of: node),
            isOverlay: flag("overlay", of: node))
    }

    mutating func version(_ entry: YAMLNode.Entry) -> APIVersion? {
        check(
            mapping(entry.value, "a version"),
            allowed: ["status", "notBefore", "selected", "server", "security", "requirements"], in: "a version")
        guard let status: APIVersion.Status = choice("status", of: entry.value, "a version") else { return nil }
        var date: CalendarDate?
        if let node = entry.value["notBefore"] {
            date = node.scalar.flatMap { CalendarDate($0.text) }
            if date == nil { problem("`notBefore` is a day of the calendar, written yyyy-mm-dd", at: node.location) }
        }
        var version = APIVersion(id: entry.key.text, status: status, notBefore: date)
        version.selected = text("selected", of: entry.value)
        if let node = entry.value["server"] { version.server = server(node) }
        if let node = entry.value["security"] {
            version.security = mapping(node, "security").compactMap { securityScheme($0) }
        }
        version.requirements = requirements("requirements", of: entry.value)
        return version
    }

    mutating func headers(_ node: YAMLNode?) -> [Service.Header] {
        mapping(node, "headers").compactMap { entry in
            guard let value = entry.value.scalar else {
                problem("the value of a header is a text", at: entry.value.location)
                return nil
            }
            return Service.Header(entry.key.text, value.text)
        }
    }
}

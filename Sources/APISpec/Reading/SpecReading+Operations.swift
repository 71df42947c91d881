import Diagnostics
import YAML

extension SpecReading {
    mutating func operation(_ entry: YAMLNode.Entry) -> Operation? {
        let id = entry.key.text
        let node = entry.value
        locations.note(["operations", id], at: entry.key.location)
        check(
            mapping(node, "an operation"), allowed: ["title", "description", "method", "path", "source", "revisions"],
            in: "an operation")
        guard let title = requiredText("title", of: node, "operation `\(id)`") else { return nil }
        let method = self.method(of: node)
        let path = text("path", of: node)
        let description = text("description", of: node)
        let pages = self.pages(of: node)
        guard let revisionsNode = node["revisions"] else {
            problem("operation `\(id)` lacks `revisions`", at: entry.key.location)
            return nil
        }
        if revisionsNode.items?.isEmpty == true {
            problem(
                "operation `\(id)` has no revisions; remove it, or say which versions have it",
                at: revisionsNode.location)
        }
        var revisions: [Revision] = []
        for item in list(revisionsNode, "revisions") {
            if var revision = revision(item, operation: id, method: method, path: path, description: description) {
                if revision.pages.isEmpty { revision.pages = pages }
                revisions.append(revision)
            }
        }
        return Operation(id: id, title: title, revisions: revisions)
    }

    /// One entry of `revisions`; what it does not say itself is as the operation says.
    mutating func revision(
        _ node: YAMLNode, operation id: String, method: String?, path: String?, description: String?
    ) -> Revision? {
        check(
            mapping(node, "a revision"),
            allowed: [
                "versions", "description", "method", "path", "state", "parameters", "request", "responses", "lost",
                "example", "deprecated", "tags", "security", "operationId", "source",
            ], in: "a revision")
        let versions = texts("versions", of: node)
        if versions.isEmpty, node.entries != nil {
            problem("a revision lacks `versions`, the versions that it holds for", at: node.location)
        }
        let places = versions.map { SpecPath(["operations", id, $0]) }
        for place in places { locations.note(place, at: node.location) }
        guard let method = self.method(of: node) ?? method else {
            problem("operation `\(id)` lacks `method`", at: node.location)
            return nil
        }
        guard let path = text("path", of: node) ?? path else {
            problem("operation `\(id)` lacks `path`", at: node.location)
            return nil
        }
        var revision = Revision(versions: versions, method: method, path: path)
        revision.description = text("description", of: node) ?? description
        revision.state = text("state", of: node)
        for parameter in list(node["parameters"], "parameters") {
            if let parameter = self.parameter(parameter, in: places) { revision.parameters.append(parameter) }
        }
        if let request = node["request"] { revision.request = self.request(request, in: places) }
        for response in mapping(node["responses"], "responses") {
            if let response = self.response(response, in: places) { revision.responses.append(response) }
        }
        revision.lost = lostTables(of: node)
        if let example = node["example"] { revision.example = self.example(example, in: places) }
        revision.isDeprecated = flag("deprecated", of: node)
        revision.tags = texts("tags", of: node)
        revision.security = requirements("security", of: node)
        revision.operationID = text("operationId", of: node)
        revision.pages = pages(of: node)
        return revision
    }

    private mutating func method(of node: YAMLNode) -> String? {
        guard let method = text("method", of: node), let value = node["method"] else { return nil }
        if let meant = RequestMethod.meant(by: method) {
            problem("`\(method)` is not an HTTP method; write `\(meant)`", at: value.location)
        } else if !RequestMethod.isToken(method) {
            let hint = NearestWord.suggestion(for: method, among: RequestMethod.standard)
            problem("`\(method)` is not an HTTP method; \(hint)", at: value.location)
        }
        return method
    }

    /// The pages that `source` names: one, or a list.
    private mutating func pages(of node: YAMLNode) -> [String] {
        guard let value = node["source"] else { return [] }
        return value.items == nil ? text("source", of: node).map { [$0] } ?? [] : texts("source", of: node)
    }

    private mutating func lostTables(of node: YAMLNode) -> Set<Revision.LostTable> {
        var tables: Set<Revision.LostTable> = []
        for item in list(node["lost"], "lost") {
            if let table = item.scalar.flatMap({ Revision.LostTable(rawValue: $0.text) }) {
                tables.insert(table)
            } else {
                problem("`lost` is a list of `parameters` and `responses`", at: item.location)
            }
        }
        return tables
    }

    private mutating func example(_ node: YAMLNode, in places: [SpecPath]) -> CallExample {
        check(
            mapping(node, "an example"), allowed: ["path", "headers", "request", "status", "response"],
            in: "an example")
        var example = CallExample(path: text("path", of: node))
        example.headers = headers(node["headers"])
        if let body = node["request"] {
            for place in places { locations.note(place.appending("example", "request"), at: body.location) }
            example.requestBody = json(body)
        }
        example.status = count("status", of: node)
        if let body = node["response"] {
            for place in places { locations.note(place.appending("example", "response"), at: body.location) }
            example.responseBody = json(body)
        }
        return example
    }
}

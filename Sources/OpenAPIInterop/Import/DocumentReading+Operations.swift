import APISpec
import Diagnostics
import YAML

extension DocumentReading {
    private static let methods = ["get", "put", "post", "delete", "options", "head", "patch"]

    /// All operations; those whose ids `order` lists stand in that order.
    mutating func operations(order: [String]) -> [Operation] {
        var operations: [Operation] = []
        var ids: [String: SourceLocation] = [:]
        var taken: Set<String> = []
        let place = JSONPlace().appending("paths")
        operationIDs = OperationIDs(paths: root["paths"], methods: Self.methods)
        for path in root["paths"]?.entries ?? [] {
            let here = place.appending(path.key.text)
            if path.key.text.hasPrefix("x-") {
                log.unkept(path, place)
                continue
            }
            guard path.key.text.hasPrefix("/"), PathTemplate.isWhole(path.key.text),
                !path.key.text.contains("?"), !path.key.text.contains("#")
            else {
                log.error(
                    "`\(path.key.text)` is no path such as `/v1/things/{thing_id}`", here, at: path.key.location)
                continue
            }
            guard let (item, itemPlace) = resolved(path.value, here) else { continue }
            let context = PathContext(
                path: path.key.text, description: item["description"]?.text, parameters: item["parameters"],
                place: itemPlace)
            for entry in item.entries ?? [] {
                switch entry.key.text {
                case let method where Self.methods.contains(method):
                    operations.append(operation(entry, context, ids: &ids, taken: &taken))
                case "trace":
                    log.report(
                        OpenAPIImportRules.unkeptMethod, "`trace` has no place in specs and is left out",
                        itemPlace.appending("trace"), at: entry.key.location)
                case "parameters", "description", "$ref": break
                case "servers": log.unkeptKeyword(entry, itemPlace)
                default: log.unkept(entry, itemPlace)
                }
            }
        }
        guard !order.isEmpty else { return operations }
        let ranks = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return operations.enumerated().sorted { left, right in
            let ranks = (ranks[left.element.id] ?? .max, ranks[right.element.id] ?? .max)
            return ranks.0 == ranks.1 ? left.offset < right.offset : ranks.0 < ranks.1
        }.map(\.element)
    }

    private mutating func operation(
        _ entry: YAMLNode.Entry, _ path: PathContext, ids: inout [String: SourceLocation], taken: inout Set<String>
    ) -> Operation {
        let node = entry.value
        let place = path.place.appending(entry.key.text)
        let method = entry.key.text.uppercased()
        let original = node["operationId"]?.text
        if let original, let node = node["operationId"] {
            if let first = ids[original] {
                log.error(
                    "the operationId `\(original)` is taken since line \(first.line)", place, at: node.location)
            } else {
                ids[original] = node.location
            }
        } else {
            log.report(
                OpenAPIImportRules.madeOperationID, "the operation has no `operationId`", place,
                at: entry.key.location)
        }
        let readable = node[.id] == nil ? original.flatMap(operationIDs.shortened) : nil
        if let readable, let original, let node = node["operationId"] {
            log.report(
                OpenAPIImportRules.shortenedOperationID,
                "the operationId `\(original)` repeats the method and the path; the operation is called "
                    + "`\(NameMaking.lowerCamel(readable))`", place, at: node.location)
        }
        var id = node[.id]?.text ?? NameMaking.lowerCamel(readable ?? original ?? "\(entry.key.text) \(path.path)")
        let stem = id
        var number = 2
        while !taken.insert(id).inserted {
            id = "\(stem)\(number)"
            number += 1
        }
        locations.note(["operations", id], at: entry.key.location)
        locations.note(["operations", id, versionID], at: entry.key.location)
        var reading = OperationContext(
            owner: NameMaking.upperCamel(id), spec: ["operations", id, versionID], place: place)
        var revision = Revision(versions: [versionID], method: method, path: path.path)
        revision.operationID = original == id ? nil : original
        revision.description = node["description"]?.text ?? path.description
        revision.isDeprecated = node["deprecated"]?.flag == true && node[.deprecated] == nil
        revision.tags = node["tags"]?.texts ?? []
        revision.security = requirements(node["security"], place.appending("security"), ofOperation: true)
        revision.state = node[.state]?.text
        revision.lost = Set((node[.lost]?.texts ?? []).compactMap(Revision.LostTable.init(rawValue:)))
        revision.parameters = parameters(of: node, path, reading)
        if let body = node["requestBody"] { revision.request = request(body, &reading) }
        revision.responses = responses(node["responses"], &reading)
        revision.example = example(of: node, reading)
        for member in node.entries ?? [] {
            switch member.key.text {
            case "operationId", "summary", "description", "deprecated", "tags", "security", "parameters",
                "requestBody", "responses":
                break
            case "callbacks", "servers": log.unkeptKeyword(member, place)
            case let name where ExtensionName(rawValue: name) != nil: break
            default: log.unkept(member, place)
            }
        }
        let title = node["summary"]?.text ?? ""
        return Operation(
            id: id, title: title.isEmpty ? NameMaking.title(readable ?? original ?? id) : title, revisions: [revision])
    }

    private func example(of node: YAMLNode, _ context: OperationContext) -> CallExample? {
        var example = CallExample(requestBody: context.requestExample)
        if let (status, body) = context.responseExample {
            example.status = status
            example.responseBody = body
        }
        guard let rest = node[.example] else { return example == CallExample() ? nil : example }
        example.path = rest["path"]?.text
        example.headers = (rest["headers"]?.entries ?? []).map { Service.Header($0.key.text, $0.value.text ?? "") }
        example.status = rest["status"]?.count
        example.requestBody = rest["requestBody"]?.json ?? example.requestBody
        example.responseBody = rest["responseBody"]?.json ?? example.responseBody
        return example
    }
}

/// What a path says of all its operations.
struct PathContext {
    let path: String
    let description: String?
    let parameters: YAMLNode?
    let place: JSONPlace
}

/// Where an operation stands, and the examples of its bodies as far as they are read.
struct OperationContext {
    /// What the names of its inline schemas begin with.
    let owner: String
    let spec: SpecPath
    let place: JSONPlace
    var requestExample: JSONValue?
    var responseExample: (status: Int, body: JSONValue)?

    /// What an inline schema of a body is called; of a shared one, after the component.
    func hint(_ part: String, of node: YAMLNode) -> SchemaHint {
        guard let key = node["$ref"]?.text?.split(separator: "/").last.map(String.init) else {
            return SchemaHint(owner, part)
        }
        let name = NameMaking.upperCamel(key)
        return SchemaHint(name, name.hasSuffix(part) ? "" : part)
    }
}

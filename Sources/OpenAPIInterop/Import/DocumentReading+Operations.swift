import APISpec
import Diagnostics
import OpenAPIExport
import YAML

extension DocumentReading {
    static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]

    /// A path as it is written, with the query that is fixed for its operations.
    private struct WrittenPath {
        let path: String
        let query: [(name: String, value: String)]
    }

    /// A path without its query and fragment; `nil` after an error.
    private mutating func writtenPath(_ key: YAMLNode.Key, _ place: JSONPlace) -> WrittenPath? {
        var path = key.text
        var query: [(name: String, value: String)] = []
        if let end = path.firstIndex(where: { $0 == "?" || $0 == "#" }) {
            let rest = path[end...]
            path = String(path[..<end])
            if rest.first == "?" {
                for item in rest.dropFirst().prefix(while: { $0 != "#" }).split(separator: "&") {
                    let parts = item.split(separator: "=", maxSplits: 1).map { Self.unescaped(String($0)) }
                    if let name = parts.first { query.append((name, parts.count > 1 ? parts[1] : "")) }
                }
            }
            log.report(
                OpenAPIImportRules.fixedQuery,
                query.isEmpty
                    ? "the path has a fragment, which no request sends; it is left out"
                    : "the path has a query, which is fixed for its operations", place, at: key.location)
        }
        if !path.hasPrefix("/"), !path.contains("://") {
            log.report(
                OpenAPIImportRules.unusablePath, "the path `\(key.text)` begins with a slash, as all paths do", place,
                at: key.location)
            path = "/" + path
        }
        if !PathTemplate.isWhole(path) {
            log.report(
                OpenAPIImportRules.unusablePath,
                "`\(key.text)` has a brace without its partner, or a pair without a name; it is read as plain text",
                place,
                at: key.location)
            path = PathTemplate.whole(path)
        }
        for parameter in PathTemplate.unknownPatterns(in: path) {
            log.report(
                OpenAPIImportRules.unusablePath,
                "the pattern of `{\(parameter)}` is none: it has fixed segments, `*`, and `**` at its end; the value is taken "
                    + "for one segment", place, at: key.location)
        }
        guard path.hasPrefix("/") else {
            log.report(
                OpenAPIImportRules.unusablePath,
                "`\(key.text)` is an address, and no path such as `/v1/things/{thing_id}`; its operations are left out",
                place, at: key.location)
            return nil
        }
        return WrittenPath(path: path, query: query)
    }

    /// What is sent of a method and a path: `GET /things?kind=new`.
    private static func call(_ method: String, _ path: WrittenPath) -> String {
        let query = path.query.map { "\($0.name)=\($0.value)" }.sorted().joined(separator: "&")
        return "\(method) \(path.path)" + (query.isEmpty ? "" : "?" + query)
    }

    /// All operations; those whose ids `order` lists stand in that order.
    mutating func operations(order: [String]) -> [Operation] {
        var operations: [Operation] = []
        var ids: [String: SourceLocation] = [:]
        var taken: Set<String> = []
        var calls: Set<String> = []
        let place = JSONPlace().appending("paths")
        for path in root["paths"]?.entries ?? [] {
            let here = place.appending(path.key.text)
            if path.key.text.hasPrefix("x-") {
                log.unkept(path, place)
                continue
            }
            guard let written = writtenPath(path.key, here), let (item, itemPlace) = resolved(path.value, here) else {
                continue
            }
            let context = PathContext(
                path: written.path, query: written.query, description: item["description"]?.text,
                parameters: item["parameters"], place: itemPlace)
            for entry in item.entries ?? [] {
                switch entry.key.text {
                case let method where Self.methods.contains(method):
                    guard entry.value.entries != nil else { continue }
                    let call = Self.call(entry.key.text.uppercased(), written)
                    guard calls.insert(call).inserted else {
                        log.report(
                            OpenAPIImportRules.sameCall,
                            "`\(call)` is an operation already; this one differs in nothing that is sent, and is left out",
                            itemPlace.appending(entry.key.text), at: entry.key.location)
                        continue
                    }
                    operations.append(operation(entry, context, ids: &ids, taken: &taken))
                case ExtensionName.query.rawValue:
                    let entry = YAMLNode.Entry(key: entry.value.asKey("query"), value: entry.value)
                    operations.append(operation(entry, context, ids: &ids, taken: &taken))
                case "additionalOperations", ExtensionName.additionalOperations.rawValue:
                    let here = itemPlace.appending(entry.key.text)
                    for entry in entry.value.entries ?? [] {
                        let method = entry.key.text
                        guard RequestMethod.isToken(method), RequestMethod.meant(by: method) == nil,
                            !RequestMethod.standard.contains(method), entry.value.entries != nil
                        else {
                            log.report(
                                OpenAPIImportRules.unkeptMethod,
                                "`\(method)` cannot be a method here: it must be a token, and one that path items have no member for; "
                                    + "the operation is left out", here.appending(method), at: entry.key.location)
                            continue
                        }
                        calls.insert(Self.call(method, written))
                        operations.append(
                            operation(entry, context, ids: &ids, taken: &taken, method: method, within: here))
                    }
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
        _ entry: YAMLNode.Entry, _ path: PathContext, ids: inout [String: SourceLocation], taken: inout Set<String>,
        method additional: String? = nil, within item: JSONPlace? = nil
    ) -> Operation {
        let node = entry.value
        let place = (item ?? path.place).appending(entry.key.text)
        let method = additional ?? entry.key.text.uppercased()
        var original = node["operationId"]?.scalar?.text
        if original?.isEmpty == true { original = nil }
        var isTaken = false
        if let original, let node = node["operationId"] {
            if let first = ids[original] {
                log.report(
                    OpenAPIImportRules.takenOperationID,
                    "the operationId `\(original)` is taken since line \(first.line); the operation is named after its "
                        + "method and path", place, at: node.location)
                isTaken = true
            } else {
                ids[original] = node.location
            }
        } else {
            log.report(
                OpenAPIImportRules.madeOperationID, "the operation has no `operationId`", place,
                at: entry.key.location)
        }
        let readable = node[.id] == nil && !isTaken ? original.flatMap(operationIDs.shortened) : nil
        if let readable, let original, let node = node["operationId"] {
            log.report(
                OpenAPIImportRules.shortenedOperationID,
                "the operationId `\(original)` holds more than the name of the operation, which is called "
                    + "`\(NameMaking.lowerCamel(readable))`", place, at: node.location)
        }
        let stated = readable ?? (isTaken ? nil : original)
        var id =
            node[.id]?.text ?? stated.map(NameMaking.lowerCamel)
            ?? MadeOperationName.name(method: entry.key.text, path: path.path)
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
        if let body = node["requestBody"] {
            revision.request = request(body, &reading)
        } else {
            revision.request = swaggerRequest(of: node, path, &reading)
        }
        if isSwagger { reading.produces = mediaTypes("produces", of: node) }
        revision.responses = responses(node["responses"], &reading)
        if reading.hasProduced {
            noteMediaTypes("produces", of: node, place, taking: Self.preferred(reading.produces))
        }
        revision.example = example(of: node, reading)
        for member in node.entries ?? [] {
            switch member.key.text {
            case "operationId", "summary", "description", "deprecated", "tags", "security", "parameters",
                "requestBody", "responses":
                break
            case "consumes", "produces", "schemes":
                if !isSwagger { log.unkept(member, place) }
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
    /// The query that is fixed for all its operations.
    let query: [(name: String, value: String)]
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
    /// What the responses of Swagger 2.0 are written in.
    var produces: [String] = []
    /// Whether a response has a body that is one of ``produces``.
    var hasProduced = false
    var requestExample: JSONValue?
    var responseExample: (status: Int, body: JSONValue)?

    /// What an inline schema of a body is called; of a shared one, after the component.
    func hint(_ part: String, of node: YAMLNode) -> SchemaHint {
        guard let key = node["$ref"]?.text?.split(separator: "/").last.map(String.init) else {
            return hint(part)
        }
        let name = NameMaking.upperCamel(key)
        return SchemaHint(name, name.hasSuffix(part) ? "" : part)
    }

    /// What an inline schema of the operation is called.
    func hint(_ part: String) -> SchemaHint { SchemaHint(owner, part, operation: owner) }
}

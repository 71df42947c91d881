/// Finds the problems that a JSON body names, whichever of the usual forms it has.
struct ErrorForms {
    /// How many problems are kept of one body, and how many texts of a problem.
    private static let limit = 50

    private let redactor: Redactor

    init(_ redactor: Redactor) { self.redactor = redactor }

    /// The problems in the order of the body; empty where it has none of the forms.
    func problems(in json: JSONValue) -> [ServiceProblem] {
        switch json {
        case .array(let items): Array(items.prefix(Self.limit).compactMap(item))
        case .object: object(json)
        default: []
        }
    }

    private func object(_ json: JSONValue) -> [ServiceProblem] {
        // A list of problems is what the body is about; beside it stands at most what sums them up.
        for name in ["errors", "detail", "error", "message"] {
            guard let items = json[name]?.arrayValue, items.contains(where: { $0.objectValue != nil }) else { continue }
            let listed = items.prefix(Self.limit).compactMap(item)
            guard !listed.isEmpty else { continue }
            let summary = problem(json, leaving: name)
            return (summary.map { [$0] } ?? []) + listed
        }
        if json["error"]?.objectValue != nil, let inner = json["error"], let problem = problem(inner) {
            return [problem]
        }
        if let problem = problem(json) { return [problem] }
        return fields(json).map { [$0] } ?? []
    }

    private func item(_ json: JSONValue) -> ServiceProblem? {
        if let text = json.stringValue { return ServiceProblem(detail: [display(text)]) }
        return problem(json)
    }

    /// What one object says; `nil` where it has none of the members that problems are described by.
    private func problem(_ json: JSONValue, leaving list: String? = nil) -> ServiceProblem? {
        guard json.objectValue != nil else { return nil }
        func value(_ names: String...) -> JSONValue? {
            names.lazy.filter { $0 != list }.compactMap { json[$0] }.first { !$0.isNull && $0 != .string("") }
        }
        var code = text(value("code", "error_code", "errorCode"))
        var title = text(value("title"))
        var detail: [String] = []
        let place = place(json["loc"] ?? json["path"])
        for name in ["detail", "message", "msg", "error_description", "description", "reason"] where name != list {
            guard let value = json[name], !value.isNull else { continue }
            detail += texts(value).map { text in place.map { "\($0): \(text)" } ?? text }
        }
        if let value = value("error"), value.objectValue == nil {
            // OAuth's is a code; a gateway's, beside a status, is the title.
            if json["error_description"] != nil, code == nil {
                code = text(value)
            } else {
                title = title ?? text(value)
            }
        }
        if let value = value("errors") { detail += texts(value) }
        if code == nil, let kind = value("type")?.stringValue, kind != "about:blank" { code = display(kind) }
        if code == nil { code = text(json["extensions"]?["code"]) }
        guard code != nil || title != nil || !detail.isEmpty else { return nil }
        // The kind of something that is not a problem, such as `{"type": "pet", "name": "Rex"}`.
        if title == nil, detail.isEmpty, value("code", "error_code", "errorCode") == nil { return nil }
        return ServiceProblem(
            code: code, title: title, detail: Array(detail.prefix(Self.limit)), status: json["status"]?.intValue)
    }

    /// An object of nothing but lists of texts: what is wrong with each field.
    private func fields(_ json: JSONValue) -> ServiceProblem? {
        guard let members = json.objectValue, !members.isEmpty,
            members.values.allSatisfy({ $0.arrayValue?.allSatisfy { $0.stringValue != nil } ?? false })
        else { return nil }
        return ServiceProblem(detail: texts(json))
    }

    /// The texts of a value: of a list each element, of an object each member with its name in front.
    private func texts(_ value: JSONValue, named name: String? = nil, depth: Int = 0) -> [String] {
        guard depth < 6 else { return [] }
        switch value {
        case .null: return []
        case .array(let elements):
            return Array(elements.prefix(Self.limit).flatMap { texts($0, named: name, depth: depth + 1) })
        case .object(let members):
            if depth > 0, let problem = problem(value) { return [problem.description] }
            return members.sorted { $0.key < $1.key }.prefix(Self.limit).flatMap { member in
                let inner = name.map { "\($0).\(member.key)" } ?? member.key
                return texts(member.value, named: inner, depth: depth + 1)
            }
        default:
            guard let name else { return text(value).map { [$0] } ?? [] }
            // Together, so that a name can give away a secret.
            return [display("\(name): \(value.stringValue ?? value.description)")]
        }
    }

    /// Where in the request a problem is: `["body", "name"]` as `body.name`.
    private func place(_ value: JSONValue?) -> String? {
        guard let parts = value?.arrayValue, !parts.isEmpty else { return nil }
        return display(parts.prefix(20).map { $0.stringValue ?? $0.description }.joined(separator: "."))
    }

    private func text(_ value: JSONValue?) -> String? {
        guard let value, !value.isNull else { return nil }
        return display(value.stringValue ?? value.description)
    }

    private func display(_ text: String) -> String { redactor.display(text, limit: 500) }
}

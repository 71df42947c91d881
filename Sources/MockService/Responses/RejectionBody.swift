import APIModel

/// Fills in the documented body of an error: the reason in the members that are for it, the rest as its schema wants
/// it.
struct RejectionBody {
    private let refusal: RequestRejection
    private let status: Int
    private let model: APIModel
    private let fit: ExampleBuilder

    /// Members that hold the reason, by their names without case and punctuation.
    private static let reasons: Set<String> = [
        "message", "detail", "details", "description", "error", "errormessage", "errordescription", "errordetail",
        "msg",
        "reason", "fault", "explanation", "userdescription", "text", "info", "cause",
    ]
    private static let lists: Set<String> = [
        "errors", "detail", "details", "violations", "messages", "issues", "problems", "invalidparams", "fields",
        "causes",
    ]
    private static let places: Set<String> = [
        "loc", "path", "location", "field", "pointer", "property", "source", "param", "name", "target",
    ]
    /// Members that hold something else, and are never taken for the reason.
    private static let others: Set<String> = [
        "type", "id", "code", "errorcode", "status", "statuscode", "httpstatus", "title", "instance", "timestamp",
        "time",
        "path", "requestid", "traceid", "correlationid", "docs", "help", "link", "url", "severity", "kind",
    ]
    /// An error may hold the error that caused it; so many levels down it is filled in.
    private static let greatestLevel = 6

    /// The body of a response with this status.
    init(_ refusal: RequestRejection, _ status: Int, _ model: APIModel, _ fit: ExampleBuilder) {
        self.refusal = refusal
        self.status = status
        self.model = model
        self.fit = fit
    }

    /// A value of the documented type with the reason in it.
    func filled(_ value: JSONValue, _ schema: Schema) -> JSONValue {
        let body = filled(value, schema, refusal, level: 0)
        guard !tells(body), case .object(var members) = body, let properties = fit.properties(of: schema) else {
            return body
        }
        // No member has a name that says so: the first plain text is for people.
        for property in properties where !Self.others.contains(Self.plain(property.name)) {
            guard case .string(nil) = fit.resolved(property.schema).kind,
                let text = fit.read(.string(text(refusal)), as: property.schema)
            else { continue }
            if let place = members.firstIndex(where: { $0.name == property.name }) {
                members[place].value = text
            } else {
                members.append(.init(property.name, text))
            }
            return .object(members)
        }
        return body
    }

    /// Whether a value has the reason in it somewhere.
    private func tells(_ value: JSONValue) -> Bool {
        switch value {
        case .string(let text): refusal.details.contains { text.contains($0) }
        case .array(let elements): elements.contains(where: tells)
        case .object(let members): members.contains { tells($0.value) }
        default: false
        }
    }

    private func filled(_ value: JSONValue, _ schema: Schema, _ refusal: RequestRejection, level: Int) -> JSONValue {
        guard level < Self.greatestLevel else { return value }
        if level == 0 {
            if case .string = value { return fit.read(.string(text(refusal)), as: schema) ?? value }
            if let items = model.items(of: schema) {
                return fit.read(.array(elements(items, refusal, level: level)), as: schema) ?? value
            }
            if case .map(let values) = fit.resolved(schema).kind { return map(values, refusal) ?? value }
        }
        guard case .object(var members) = value, let properties = fit.properties(of: schema) else { return value }
        for property in properties {
            let place = members.firstIndex { $0.name == property.name }
            let old = place.map { members[$0].value }
            guard let new = member(property, old, refusal, level: level) else { continue }
            if let place { members[place].value = new } else { members.append(.init(property.name, new)) }
        }
        return .object(members)
    }

    private func member(
        _ property: NamedSchema.Property, _ old: JSONValue?, _ refusal: RequestRejection, level: Int
    ) -> JSONValue? {
        let name = Self.plain(property.name)
        let schema = property.schema
        if Self.lists.contains(name), let items = model.items(of: schema) {
            return fit.read(.array(elements(items, refusal, level: level)), as: schema)
        }
        if Self.lists.contains(name), case .map(let values) = fit.resolved(schema).kind { return map(values, refusal) }
        if fit.properties(of: schema) != nil {
            return old.map { filled($0, schema, refusal, level: level + 1) }
                ?? (Self.reasons.contains(name)
                    ? filled(fit.make(schema), schema, refusal, level: level + 1) : nil)
        }
        let texts: [String] =
            switch name {
            case _ where Self.reasons.contains(name): [text(refusal), refusal.code]
            case "title": [StatusTitle.of(status)]
            case "code", "errorcode": [refusal.code, String(status)]
            case "status", "statuscode", "httpstatus": [String(status), StatusTitle.of(status)]
            default: []
            }
        guard old != nil || Self.reasons.contains(name) else { return nil }
        return texts.lazy.compactMap { fit.read(.string($0), as: schema) }.first { $0 != .null }
    }

    /// One element for each thing that is wrong.
    private func elements(_ items: Schema, _ refusal: RequestRejection, level: Int) -> [JSONValue] {
        zip(refusal.details, refusal.places).map { detail, stated in
            let only = RequestRejection(status, refusal.code, detail, at: stated)
            guard let properties = fit.properties(of: items) else { return .string(detail) }
            let value = filled(fit.make(items), items, only, level: level + 1)
            guard case .object(var members) = value else { return value }
            let place = stated ?? (detail.hasPrefix("the body") ? "body" : "request")
            for (index, member) in members.enumerated() where Self.places.contains(Self.plain(member.name)) {
                let schema = properties.first { $0.name == member.name }?.schema ?? Schema(.unknown)
                let steps = place.split(separator: ".").map { JSONValue.string(String($0)) }
                let value = model.items(of: schema) == nil ? JSONValue.string(place) : .array(steps)
                members[index].value = fit.read(value, as: schema) ?? member.value
            }
            return .object(members)
        }
    }

    /// An object that names each place with what is wrong there; `nil` where its values are no texts and no lists of
    /// texts.
    private func map(_ values: Schema, _ refusal: RequestRejection) -> JSONValue? {
        var members: [JSONValue.Member] = []
        for (detail, place) in zip(refusal.details, refusal.places) {
            let name = place?.split(separator: ".").last.map(String.init) ?? "request"
            let text = JSONValue.string(detail)
            guard let value = fit.read(text, as: values) ?? fit.read(.array([text]), as: values) else { return nil }
            if !members.contains(where: { $0.name == name }) { members.append(.init(name, value)) }
        }
        return .object(members)
    }

    private func text(_ refusal: RequestRejection) -> String { refusal.details.joined(separator: "; ") }

    private static func plain(_ name: String) -> String { name.filter { $0.isLetter || $0.isNumber }.lowercased() }
}

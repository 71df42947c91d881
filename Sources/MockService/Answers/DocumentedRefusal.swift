import APIModel
import APISpec
import HTTPTypes

/// Tells a client of a refusal in the form that the documentation of its operation has for it.
struct DocumentedRefusal: Sendable {
    private let model: APIModel
    private let fit: SchemaFit

    /// Members that hold the reason, by their names without case and punctuation.
    private static let reasons: Set<String> = [
        "message", "detail", "details", "description", "error", "errormessage", "errordescription", "errordetail",
        "msg",
        "reason", "fault", "explanation", "userdescription",
    ]
    private static let lists: Set<String> = [
        "errors", "detail", "details", "violations", "messages", "issues", "problems",
    ]
    private static let places: Set<String> = [
        "loc", "path", "location", "field", "pointer", "property", "source", "param",
    ]
    /// An error may hold the error that caused it; so many levels down it is filled in.
    private static let greatestLevel = 6

    init(_ model: APIModel, _ fit: SchemaFit) {
        self.model = model
        self.fit = fit
    }

    /// The answer; `nil` where the documentation has none for it, or none with a body.
    ///
    /// A request that does not fit is answered with 400, else 422, else what is documented for all of 400 to 499, else for
    /// all statuses; anything else with its own status, else likewise. Statuses of ranges are the refusal's own.
    func answer(_ refusal: Refusal, _ call: Call, requestID: String) -> Answer? {
        let own = refusal.status == 400 ? [400, 422] : [refusal.status]
        let failures = call.failures
        let found = (own + [refusal.status / 100, 0]).lazy.compactMap { status in
            failures.first { $0.status == status }
        }.first
        guard let found else { return nil }
        let status = found.status >= 100 ? found.status : refusal.status
        guard let schema = found.schema, model.resolved(schema).kind != .unknown else {
            if status == refusal.status { return nil }
            var plain = ErrorEnvelope.answer(refusal, requestID: requestID)
            plain.status = status
            return plain
        }
        let writing = AnswerBody(found, model)
        let body = filled(fit.make(schema), schema, refusal, status, level: 0)
        return Answer(
            status: status, body: writing.bytes(body), mediaType: writing.mediaType,
            fields: ResponseFields.fields(found.headers, model, fit).filter { field in
                !refusal.fields.contains { $0.name == field.name }
            } + refusal.fields)
    }

    // MARK: Bodies

    /// A value of the documented type with the reason in the members that are for it.
    private func filled(
        _ value: JSONValue, _ schema: Schema, _ refusal: Refusal, _ status: Int, level: Int
    ) -> JSONValue {
        guard level < Self.greatestLevel else { return value }
        if case .string = value, level == 0 { return fit.read(.string(text(refusal)), as: schema) ?? value }
        guard case .object(var members) = value, let properties = model.properties(of: schema) else { return value }
        for property in properties {
            let place = members.firstIndex { $0.name == property.name }
            let old = place.map { members[$0].value }
            guard let new = member(property, old, refusal, status, level: level) else { continue }
            if let place { members[place].value = new } else { members.append(.init(property.name, new)) }
        }
        return .object(members)
    }

    private func member(
        _ property: NamedSchema.Property, _ old: JSONValue?, _ refusal: Refusal, _ status: Int, level: Int
    ) -> JSONValue? {
        let name = Self.plain(property.name)
        let schema = property.schema
        if Self.lists.contains(name), let items = model.items(of: schema) {
            return fit.read(.array(elements(items, refusal, status, level: level)), as: schema)
        }
        if model.properties(of: schema) != nil {
            return old.map { filled($0, schema, refusal, status, level: level + 1) }
                ?? (Self.reasons.contains(name)
                    ? filled(fit.make(schema), schema, refusal, status, level: level + 1) : nil)
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
    private func elements(_ items: Schema, _ refusal: Refusal, _ status: Int, level: Int) -> [JSONValue] {
        refusal.details.map { detail in
            let only = Refusal(status, refusal.code, detail)
            guard let properties = model.properties(of: items) else { return .string(detail) }
            let value = filled(fit.make(items), items, only, status, level: level + 1)
            guard case .object(var members) = value, let colon = detail.firstRange(of: ": ") else { return value }
            // `body.watts: must be 1 or more` begins with the place.
            let steps = detail[..<colon.lowerBound].split(separator: ".").map { JSONValue.string(String($0)) }
            for (index, member) in members.enumerated() where Self.places.contains(Self.plain(member.name)) {
                let schema = properties.first { $0.name == member.name }?.schema ?? Schema(.unknown)
                let text = JSONValue.string(String(detail[..<colon.lowerBound]))
                let place = model.items(of: schema) == nil ? text : .array(steps)
                members[index].value = fit.read(place, as: schema) ?? member.value
            }
            return .object(members)
        }
    }

    private func text(_ refusal: Refusal) -> String { refusal.details.joined(separator: "; ") }

    private static func plain(_ name: String) -> String { name.filter { $0.isLetter || $0.isNumber }.lowercased() }
}

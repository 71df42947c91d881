import APIModel
import APISpec
import HTTPTypes

/// Holds the body of a request against the documentation.
struct BodyCheck: Sendable {
    private let check: SchemaCheck
    private let unknownFields: MockService.UnknownFields

    /// A check by the rules of `check`.
    init(_ check: SchemaCheck, unknownFields: MockService.UnknownFields) {
        self.check = check
        self.unknownFields = unknownFields
    }

    /// The body as a value, `nil` where there is none; what does not fit its schema goes to `problems`.
    ///
    /// Throws where it is no JSON.
    func value(
        _ request: IncomingRequest, _ call: Call, _ problems: inout [SchemaCheck.Problem]
    ) throws(Refusal) -> JSONValue? {
        guard let stated = call.request else {
            let isUnknown = call.revision.lost.contains(.parameters)
            if !request.body.isEmpty, !isUnknown, unknownFields == .refused {
                problems.append(.init(place: "body", demand: "must be left out: \(call.operation) takes none"))
            }
            return nil
        }
        guard !request.body.isEmpty else {
            if stated.isRequired { problems.append(.init(place: "body", demand: "is required")) }
            return nil
        }
        if let type = request.fields[.contentType], !Self.isJSON(type) {
            throw Refusal(415, "UnsupportedMediaType", "the body must be sent as application/json")
        }
        let value: JSONValue
        do {
            value = try JSONText.read(request.body)
        } catch {
            throw Refusal(400, "InvalidRequest", "the body is no JSON: \(error.text), at byte \(error.offset)")
        }
        problems += check.problems(of: value, stated.schema, at: "body")
        return value
    }

    /// `application/json`, with or without parameters, and types that end in `+json` (RFC 6839 §3.1).
    private static func isJSON(_ type: String) -> Bool {
        let name = (type.split(separator: ";").first ?? "").lowercased().filter { $0 != " " }
        return name == "application/json" || name.hasSuffix("+json")
    }
}

import APIModel

/// The form in which the service reports errors:
/// `{"errors": [{"code", "detail", "status", "title", "request_id", "global_request_id", "links", …}]}`.
struct ErrorEnvelope: Sendable {
    /// Whether the service tells its errors as RFC 9457 has them.
    private let isProblem: Bool

    /// The form of a service. Where all errors with a body are documented as `application/problem+json`, so are those
    /// that no operation documents.
    init(_ model: APIModel) {
        let types = model.operations.flatMap(\.calls).flatMap(\.failures).filter { $0.schema != nil }.map(\.mediaType)
        isProblem = !types.isEmpty && types.allSatisfy { MediaRange.name($0) == Self.problemType }
    }

    /// The media type of errors of RFC 9457.
    static let problemType = "application/problem+json"

    /// The response that tells a client of a refusal which no operation documents.
    func answer(_ refusal: RequestRejection, requestID: String) -> MockResponse {
        guard isProblem else { return Self.answer(refusal, requestID: requestID) }
        return MockResponse(
            status: refusal.status, body: Self.problem(refusal, refusal.status).json, mediaType: Self.problemType,
            fields: refusal.fields)
    }

    /// A refusal as RFC 9457, section 3, has it.
    static func problem(_ refusal: RequestRejection, _ status: Int) -> JSONValue {
        .object([
            .init("type", .string("about:blank")), .init("title", .string(StatusTitle.of(status))),
            .init("status", .number(String(status))),
            .init("detail", .string(refusal.details.joined(separator: "; "))),
        ])
    }

    /// The response that tells a client of a refusal. `detail` is a list where parts of a request are wrong, else a
    /// text.
    static func answer(_ refusal: RequestRejection, requestID: String) -> MockResponse {
        let details = refusal.details.map { JSONValue.string($0) }
        let isList = refusal.code == "ValidationError"
        let error = JSONValue.object([
            .init("code", .string(refusal.code)),
            .init("detail", isList ? .array(details) : details.first ?? .string("")),
            .init("status", .number(String(refusal.status))),
            .init("title", .string(StatusTitle.of(refusal.status))),
            .init("request_id", .string(requestID)),
            .init("global_request_id", .string(requestID)),
            .init("links", .array([])),
            .init("related_resources", .array([])),
            .init("response", .null),
        ])
        return MockResponse(
            status: refusal.status, body: JSONValue.object([.init("errors", .array([error]))]).json,
            fields: refusal.fields)
    }
}

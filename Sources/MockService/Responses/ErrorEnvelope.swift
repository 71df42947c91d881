import APIModel

/// The form in which the service reports errors:
/// `{"errors": [{"code", "detail", "status", "title", "request_id", "global_request_id", "links", …}]}`.
enum ErrorEnvelope {
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

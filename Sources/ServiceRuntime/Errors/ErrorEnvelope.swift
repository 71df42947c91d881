import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads what the response of an error says, in the forms that services have.
///
/// The service's own `{"errors": [{"code", "title", "detail", "status", "request_id", …}]}`, where `detail` is a text
/// or a list, and that of the gateway in front of it, `{"timestamp", "path", "status", "error", "requestId"}`; the
/// problem details of RFC 9457; OAuth's `{"error", "error_description"}` (RFC 6749, section 5.2); and what web
/// frameworks make: `{"detail"}` as a text or a list of `{"loc", "msg", "type"}`, `{"message"}`, `{"error": {…}}`,
/// `{"errors": {field: …}}` and objects of nothing but lists of texts. HTML and empty bodies occur too; they leave a
/// snippet.
struct ErrorEnvelope {
    private var problems: [ServiceProblem] = []
    private var requestIDs: [String] = []
    private let redactor: Redactor

    /// The response as an error shows it.
    ///
    /// `now` is the time at which it came; a `Retry-After` header may name a date.
    static func read(_ head: HTTPResponse, _ body: ErrorBody, redactor: Redactor, now: Date) -> ErrorResponse {
        var envelope = ErrorEnvelope(redactor: redactor)
        if !body.isIncomplete, let json = try? JSONValue(json: body.bytes) {
            envelope.problems = ErrorForms(redactor).problems(in: json)
            envelope.readRequestIDs(json)
        }
        envelope.readRequestIDs(head)
        return ErrorResponse(
            status: head.status.code, problems: envelope.problems, requestIDs: envelope.requestIDs,
            snippet: redactor.snippet(
                of: body.bytes, isHTML: HTMLText.isHTML(body.bytes, contentType: head.contentType)),
            retryAfter: head.retryAfter(now: now), body: body, location: head.headerFields[.location])
    }

    /// The ids that the head of a response names.
    static func requestIDs(of head: HTTPResponse, _ redactor: Redactor) -> [String] {
        var envelope = ErrorEnvelope(redactor: redactor)
        envelope.readRequestIDs(head)
        return envelope.requestIDs
    }

    private init(redactor: Redactor) {
        self.redactor = redactor
    }

    private mutating func readRequestIDs(_ head: HTTPResponse) {
        for name in ["x-request-id", "x-global-request-id"] {
            if let field = HTTPField.Name(name) { addRequestID(head.headerFields[field]) }
        }
    }

    private mutating func readRequestIDs(_ json: JSONValue) {
        for error in json["errors"]?.arrayValue ?? [] {
            addRequestID(error["request_id"]?.stringValue)
            addRequestID(error["global_request_id"]?.stringValue)
        }
        for name in ["requestId", "request_id"] { addRequestID(json[name]?.stringValue) }
    }

    private mutating func addRequestID(_ id: String?) {
        guard let id, !id.isEmpty else { return }
        let shown = redactor.display(id, limit: 100)
        if !requestIDs.contains(shown) { requestIDs.append(shown) }
    }
}

extension HTTPResponse {
    /// The media type of the body without its parameters, in lower case; nil if the response names none.
    var contentType: String? {
        guard let field = headerFields[.contentType] else { return nil }
        let type = field.prefix { $0 != ";" && $0 != "," }.filter { !$0.isWhitespace }.lowercased()
        return type.isEmpty ? nil : type
    }
}

import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads what an error answer says.
///
/// There are two forms: the service's own `{"errors": [{"code", "title", "detail", "status", "request_id", …}]}`, where
/// `detail` is a text or a list, and that of the gateway in front of it,
/// `{"timestamp", "path", "status", "error", "requestId"}`. HTML and empty bodies occur too; they leave a snippet.
struct ErrorEnvelope {
    /// How much of the body of an error is read; longer ones are something else.
    static let bodyLimit = 1 << 20

    private(set) var problems: [ServiceProblem] = []
    private var requestIDs: [String] = []
    private let redactor: Redactor

    /// The answer as an error shows it.
    ///
    /// `now` is the time at which it came; a `Retry-After` header may name a date.
    static func read(_ head: HTTPResponse, _ body: Data, redactor: Redactor, now: Date) -> ErrorAnswer {
        var envelope = ErrorEnvelope(redactor: redactor)
        if let json = try? JSONValue(json: body) { envelope.read(json) }
        envelope.readRequestIDs(head)
        return ErrorAnswer(
            status: head.status.code, problems: envelope.problems, requestIDs: envelope.requestIDs,
            snippet: redactor.snippet(of: body, isHTML: HTMLText.isHTML(body, contentType: head.contentType)),
            retryAfter: head.retryAfter(now: now))
    }

    /// The ids that the head of an answer names.
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

    private mutating func read(_ json: JSONValue) {
        if let errors = json["errors"]?.arrayValue {
            for error in errors { readService(error) }
        } else if json["error"] != nil || json["requestId"] != nil {
            readGateway(json)
        }
    }

    private mutating func readService(_ error: JSONValue) {
        problems.append(
            ServiceProblem(
                code: text(error["code"]), title: text(error["title"]), detail: texts(error["detail"]),
                status: error["status"]?.intValue))
        addRequestID(error["request_id"]?.stringValue)
        addRequestID(error["global_request_id"]?.stringValue)
    }

    private mutating func readGateway(_ json: JSONValue) {
        problems.append(
            ServiceProblem(title: text(json["error"]), detail: texts(json["message"]), status: json["status"]?.intValue)
        )
        addRequestID(json["requestId"]?.stringValue)
    }

    private mutating func addRequestID(_ id: String?) {
        guard let id, !id.isEmpty else { return }
        let shown = redactor.display(id, limit: 100)
        if !requestIDs.contains(shown) { requestIDs.append(shown) }
    }

    private func text(_ value: JSONValue?) -> String? {
        guard let value, !value.isNull else { return nil }
        return redactor.display(value.stringValue ?? value.description, limit: 500)
    }

    private func texts(_ value: JSONValue?) -> [String] {
        (value?.arrayValue ?? value.map { [$0] } ?? []).compactMap(text)
    }
}

extension HTTPResponse {
    /// The media type of the body without its parameters, in lower case; nil if the answer names none.
    var contentType: String? {
        guard let field = headerFields[.contentType] else { return nil }
        let type = field.prefix { $0 != ";" && $0 != "," }.filter { !$0.isWhitespace }.lowercased()
        return type.isEmpty ? nil : type
    }
}

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
    private(set) var problems: [ServiceProblem] = []
    private var requestIDs: [String] = []
    private let redactor: Redactor

    /// The answer as an error shows it.
    static func read(_ head: HTTPResponse, _ body: Data, redactor: Redactor) -> ErrorAnswer {
        var envelope = ErrorEnvelope(redactor: redactor)
        // Error bodies are short. A long one is something else and not worth the time.
        if body.count <= 1 << 20, let json = try? JSONValue(json: body) { envelope.read(json) }
        for name in ["x-request-id", "x-global-request-id"] {
            if let field = HTTPField.Name(name) { envelope.addRequestID(head.headerFields[field]) }
        }
        return ErrorAnswer(
            status: head.status.code, problems: envelope.problems, requestIDs: envelope.requestIDs,
            snippet: redactor.snippet(of: body))
    }

    private init(redactor: Redactor) {
        self.redactor = redactor
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
        let shown = redactor.redact(id).singleLine.shortened(to: 100)
        if !requestIDs.contains(shown) { requestIDs.append(shown) }
    }

    private func text(_ value: JSONValue?) -> String? {
        guard let value, !value.isNull else { return nil }
        return redactor.redact(Redactor.redactMembers(of: value.stringValue ?? value.description))
            .singleLine.shortened(to: 500)
    }

    private func texts(_ value: JSONValue?) -> [String] {
        (value?.arrayValue ?? value.map { [$0] } ?? []).compactMap(text)
    }
}

import Foundations
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads what a call has answered, and says which call that was where it cannot.
struct ResponseReader: Sendable {
    let context: OperationContext
    let configuration: ClientConfiguration
    private var redactor: Redactor { context.redactor }

    init(context: OperationContext, configuration: ClientConfiguration) {
        self.context = context
        self.configuration = configuration
    }

    /// The value that a JSON body holds; an empty body is `JSONValue.null` or nil.
    func decode<Answer: Decodable>(_ type: Answer.Type, _ head: HTTPResponse, _ body: Data) throws -> Answer {
        if body.isEmpty, let type = Answer.self as? any EmptyResponse.Type, let empty = type.emptyAnswer as? Answer {
            return empty
        }
        do {
            guard let onDeviation = configuration.onDeviation else {
                return try JSONCoding(policy: configuration.decoding).decode(Answer.self, from: body)
            }
            return try JSONCoding(policy: configuration.decoding).decode(Answer.self, from: body) { deviation in
                onDeviation(deviation, context)
            }
        } catch {
            throw undecodable(error, head, body)
        }
    }

    /// The text of a body, in the character set that its head names: UTF-8, US-ASCII or ISO-8859-1.
    func text(_ head: HTTPResponse, _ body: Data) throws -> String {
        let charset = head.charset
        if charset == "iso-8859-1" { return String(String.UnicodeScalarView(body.map { Unicode.Scalar($0) })) }
        guard charset == nil || charset == "utf-8" || charset == "us-ascii" else {
            throw unreadable("the text is in the character set \(charset ?? ""), which is not known", head, body)
        }
        guard let text = String(validating: body, as: UTF8.self) else {
            throw unreadable("the text is not UTF-8", head, body)
        }
        return text
    }

    /// An error for a response that is not as documented.
    func unreadable(_ reason: String, _ head: HTTPResponse, _ body: Data, path: JSONPath = JSONPath()) -> ServiceError {
        let isHTML = HTMLText.isHTML(body, contentType: head.contentType)
        return ServiceError(
            context: context, kind: .undecodable(path: path, reason: redactor.display(reason, limit: 500)),
            answer: ErrorResponse(
                status: head.status.code, requestIDs: ErrorEnvelope.requestIDs(of: head, redactor),
                snippet: redactor.snippet(of: body, isHTML: isHTML)))
    }

    private func undecodable(_ error: any Error, _ head: HTTPResponse, _ body: Data) -> ServiceError {
        let place = error as? DecodingError
        let path = place?.path ?? JSONPath()
        let isHTML = HTMLText.isHTML(body, contentType: head.contentType)
        let reason: String
        if body.isEmpty {
            reason = "the body is empty"
        } else if place?.isNoJSON == true, let type = Self.otherType(head.contentType, isHTML: isHTML) {
            reason = "the answer is \(type), not JSON"
        } else if SecretNames.matches(path), place?.showsValue == true {
            // Such a reason quotes the value.
            reason = "the value does not fit; it is not shown"
        } else {
            reason = place?.reason ?? "\(type(of: error))"
        }
        return unreadable(reason, head, body, path: path)
    }

    /// What a body is that is not JSON, if the response says so or it is plain to see.
    private static func otherType(_ contentType: String?, isHTML: Bool) -> String? {
        if let contentType, !contentType.hasSuffix("/json"), !contentType.hasSuffix("+json") { return contentType }
        return isHTML ? "HTML" : nil
    }

    /// The error that a caller sees for one of the layers below.
    func failure(_ error: any Error) -> any Error {
        let kind: ServiceError.Kind
        switch error {
        case is CancellationError, is ServiceError: return error
        // A transport may have its own word for a task that was cancelled.
        case _ where Task.isCancelled: return CancellationError()
        case let problem as RequestProblem: kind = .requestInvalid(redactor.redact(problem.description))
        case let problem as RequestStreamError: kind = .requestInvalid(problem.description)
        case let tooLarge as ResponseBodyTooLarge: kind = .responseTooLarge(limit: tooLarge.limit)
        case let error as TransportError:
            switch error.kind {
            case .notSent: kind = .notSent(error)
            case .timeout: kind = .noResponse(.timeout)
            case .connectionLost: kind = .noResponse(.connectionLost(error))
            }
        default: kind = .noResponse(.connectionLost(error))
        }
        return ServiceError(context: context, kind: kind)
    }
}

extension HTTPResponse {
    /// The `charset` parameter of the `Content-Type` header in lower case, if there is one.
    fileprivate var charset: String? {
        for parameter in (headerFields[.contentType] ?? "").split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].filter({ $0 != " " }).lowercased() == "charset" else { continue }
            return parts[1].filter { $0 != " " && $0 != "\"" }.lowercased()
        }
        return nil
    }
}

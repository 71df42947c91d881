import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a generated client calls its operations through: one version of one service at one address.
public struct ServiceConnection: Sendable {
    /// The service, such as `Backup`.
    public let service: String
    /// The version of its API, such as `1.2`.
    public let version: String
    /// How the client behaves.
    public let configuration: ClientConfiguration

    private var builder: RequestBuilder
    private let chain: RequestChain
    private let redactor: Redactor

    /// A connection; nothing is sent yet.
    ///
    /// `baseURL` is an absolute http or https URL. Where it is not, each call fails with
    /// ``ServiceError/Kind/requestInvalid(_:)``. `headers` go with every request.
    public init(
        service: String, version: String, baseURL: String, headers: HeaderParameters = [:],
        authentication: Authentication = .none, transport: any Transport,
        configuration: ClientConfiguration = ClientConfiguration()
    ) {
        self.service = service
        self.version = version
        self.configuration = configuration
        builder = RequestBuilder(baseURL: baseURL, headers: headers)
        chain = RequestChain(authentication: authentication, transport: transport, configuration: configuration)
        redactor = Redactor(secrets: authentication.secrets)
    }

    /// Calls an operation and decodes its answer.
    ///
    /// `success` are the documented statuses of success; none means any status from 200 to 299. An empty body decodes
    /// as `JSONValue.null` or as nil. Throws ``ServiceError``, or `CancellationError`.
    public func call<Answer: Decodable & Sendable>(
        _ request: OperationRequest, success: [Int]
    ) async throws -> Answer {
        let answer = try await answer(to: request, success: success)
        if answer.body.isEmpty, let type = Answer.self as? any EmptyAnswer.Type,
            let empty = type.emptyAnswer as? Answer
        {
            return empty
        }
        let context = context(of: request)
        do {
            guard let onDeviation = configuration.onDeviation else {
                return try JSONCoding(policy: configuration.decoding).decode(Answer.self, from: answer.body)
            }
            return try JSONCoding(policy: configuration.decoding).decode(Answer.self, from: answer.body) { deviation in
                onDeviation(deviation, context)
            }
        } catch {
            throw undecodable(error, answer, context)
        }
    }

    /// Calls an operation whose answer has no content.
    ///
    /// `success` are the documented statuses of success; none means any status from 200 to 299. A body is read and
    /// ignored. Throws ``ServiceError``, or `CancellationError`.
    public func call(_ request: OperationRequest, success: [Int]) async throws {
        _ = try await answer(to: request, success: success)
    }

    /// Calls an operation and gives its answer as it came.
    ///
    /// `success` are the documented statuses of success; none means any status from 200 to 299. Throws
    /// ``ServiceError``, or `CancellationError`.
    public func answer(to request: OperationRequest, success: [Int]) async throws -> ServiceAnswer {
        let context = context(of: request)
        let head: HTTPResponse
        let body: Data
        let isSuccess: Bool
        do {
            try Task.checkCancellation()
            let (requestHead, requestBody) = try builder.build(request)
            let response = try await chain.send(requestHead, requestBody, context)
            head = response.head
            let status = head.status.code
            isSuccess = success.isEmpty ? (200...299).contains(status) : success.contains(status)
            // The status of an error counts, also where its body is too long or breaks off.
            body =
                isSuccess
                ? try await response.body.collect(upTo: configuration.bodyLimit)
                : try await response.body.beginning(upTo: min(configuration.bodyLimit, ErrorEnvelope.bodyLimit))
        } catch {
            throw failure(error, context)
        }
        if isSuccess { return ServiceAnswer(head: head, body: body) }
        throw ServiceError(
            context: context, kind: Self.kind(ofStatus: head.status.code),
            answer: ErrorEnvelope.read(head, body, redactor: redactor, now: configuration.now()))
    }

    private func context(of request: OperationRequest) -> OperationContext {
        context(request.operation, title: request.title)
    }

    /// What errors and logs say about an operation.
    func context(_ operation: String, title: String?) -> OperationContext {
        OperationContext(service: service, version: version, operation: operation, title: title, redactor: redactor)
    }

    /// The same connection without one of the headers that go with every request.
    func without(header name: String) -> ServiceConnection {
        var copy = self
        copy.builder.headers.remove(name)
        return copy
    }
}

extension ServiceConnection {
    private static func kind(ofStatus status: Int) -> ServiceError.Kind {
        switch status {
        case 401, 403: .refused
        case 404: .notFound
        case 409: .conflict
        case 400...: .rejected
        default: .undocumentedAnswer(status: status)
        }
    }

    /// The error that a caller sees for one of the layers below.
    private func failure(_ error: any Error, _ context: OperationContext) -> any Error {
        let kind: ServiceError.Kind
        switch error {
        case is CancellationError, is ServiceError: return error
        // A transport may have its own word for a task that was cancelled.
        case _ where Task.isCancelled: return CancellationError()
        case let problem as RequestProblem: kind = .requestInvalid(redactor.redact(problem.description))
        case let tooLarge as ResponseBodyTooLarge: kind = .answerTooLarge(limit: tooLarge.limit)
        case let error as TransportError:
            switch error.kind {
            case .notSent: kind = .notSent(error)
            case .timeout: kind = .noAnswer(.timeout)
            case .connectionLost: kind = .noAnswer(.connectionLost(error))
            }
        default: kind = .noAnswer(.connectionLost(error))
        }
        return ServiceError(context: context, kind: kind)
    }

    private func undecodable(_ error: any Error, _ answer: ServiceAnswer, _ context: OperationContext) -> ServiceError {
        let place = error as? DecodingError
        let path = place?.path ?? JSONPath()
        let isHTML = HTMLText.isHTML(answer.body, contentType: answer.head.contentType)
        let reason: String
        if answer.body.isEmpty {
            reason = "the body is empty"
        } else if place?.isNoJSON == true, let type = Self.otherType(answer.head.contentType, isHTML: isHTML) {
            reason = "the answer is \(type), not JSON"
        } else if SensitiveNames.matches(path), place?.showsValue == true {
            // Such a reason quotes the value.
            reason = "the value does not fit; it is not shown"
        } else {
            reason = place?.reason ?? "\(type(of: error))"
        }
        return ServiceError(
            context: context, kind: .undecodable(path: path, reason: redactor.display(reason, limit: 500)),
            answer: ErrorAnswer(
                status: answer.statusCode, requestIDs: ErrorEnvelope.requestIDs(of: answer.head, redactor),
                snippet: redactor.snippet(of: answer.body, isHTML: isHTML)))
    }

    /// What a body is that is no JSON, if the answer says so or it is plain to see.
    private static func otherType(_ contentType: String?, isHTML: Bool) -> String? {
        if let contentType, !contentType.hasSuffix("/json"), !contentType.hasSuffix("+json") { return contentType }
        return isHTML ? "HTML" : nil
    }
}

/// Why a call failed.
///
/// Every call of a generated client throws this type, or `CancellationError` where its task was cancelled. No
/// description of it contains keys, signatures or passwords.
public struct ServiceError: Error, Sendable {
    /// What went wrong, in cases that a caller can act on.
    public enum Kind: Sendable {
        /// The request cannot be built from what was given; nothing was sent.
        ///
        /// The text says what is wrong.
        case requestInvalid(String)
        /// The request did not reach the service.
        case notSent(any Error)
        /// The request was sent, but no complete response came.
        ///
        /// The service may have acted on it.
        case noResponse(NoResponse)
        /// Status 401: the credentials are missing, wrong or out of date.
        case unauthorized
        /// Status 403: the credentials do not allow this operation.
        case forbidden
        /// Status 404.
        case notFound
        /// Status 409.
        case conflict
        /// A redirection (status 300 to 308 but 304) that the operation does not list as success.
        ///
        /// ``ServiceError/location`` says where. No redirect is followed: signed requests stay with their host.
        case redirected
        /// Another status from 400 to 499: the service takes the request for wrong.
        case clientError
        /// A status from 500 on: the service, or what stands before it, has failed.
        case serverError
        /// Another status below 400 that the documentation of the operation does not list.
        case undocumentedResponse(status: Int)
        /// The response has a documented status, but its body does not decode.
        case undecodable(path: JSONPath, reason: String)
        /// The body of the response exceeds ``ClientConfiguration/bodyLimit``.
        case responseTooLarge(limit: Int)
        /// Waiting reached ``WaitPolicy/timeout``.
        ///
        /// The text says what the last poll saw, such as `the last state was CREATING`; nil if there was none.
        case waitTimedOut(last: String?)
        /// Waiting met a state that the caller does not want, such as `ERROR`.
        case unwantedState(String)
    }

    /// Why no response came.
    public enum NoResponse: Sendable {
        /// The time was up.
        case timeout
        /// The connection broke.
        case connectionLost(any Error)
    }

    /// The operation that was called.
    public let context: OperationContext
    /// What went wrong.
    public let kind: Kind
    /// What the service answered, if it did.
    public let answer: ErrorResponse?

    /// An error; a service's client makes them by itself, others for tests and in middlewares.
    public init(context: OperationContext, kind: Kind, answer: ErrorResponse? = nil) {
        self.context = context
        self.kind = kind
        self.answer = answer
    }
}

extension ServiceError {
    /// The service, such as `Backup`.
    public var service: String { context.service }
    /// The version of its API, such as `1.2`.
    public var version: String { context.version }
    /// The operation, such as `createBackup`.
    public var operation: String { context.operation }
    /// Where the documentation describes the operation, such as `Create Backup, version 1.2`, if it is known.
    public var documentation: String? { context.documentation }

    /// The HTTP status, if there was a response.
    public var statusCode: Int? { answer?.status }
    /// The service's code for the first problem, such as `ValidationError`.
    public var code: String? { answer?.problems.first?.code }
    /// The service's title for the first problem.
    public var title: String? { answer?.problems.first?.title }
    /// The service's explanation of the first problem.
    public var detail: String? {
        guard let detail = answer?.problems.first?.detail, !detail.isEmpty else { return nil }
        return detail.joined(separator: "; ")
    }
    /// The ids under which the service knows the request, for its support.
    public var requestIDs: [String] { answer?.requestIDs ?? [] }
    /// The beginning of the response's body in one line, without secrets; empty if there was none.
    public var snippet: String { answer?.snippet ?? "" }
    /// How long the service asks to wait before the next attempt, if it does.
    public var retryAfter: Duration? { answer?.retryAfter }

    /// Where the service points to, by its `Location` header; nil where it does not.
    public var location: String? { answer?.location }
    /// The body of the response as it came; empty if there was none.
    public var body: ErrorBody { answer?.body ?? ErrorBody() }

    /// The body of the response as a type: one that the documentation gives, or one of your own.
    ///
    /// Throws a `DecodingError` where the body is not of that type.
    public func body<Body: Decodable>(as type: Body.Type = Body.self) throws -> Body { try body.json(type) }

    /// Whether the same call may succeed if it is repeated after a while.
    ///
    /// This does not say that a repetition is safe: after ``Kind/noResponse(_:)`` the service may have acted already.
    public var isRetryable: Bool {
        switch kind {
        case .notSent, .noResponse: true
        case .clientError, .serverError: RetryPolicy.temporaryStatuses.contains(answer?.status ?? 0)
        default: false
        }
    }
}

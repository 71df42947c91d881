import Foundations
public import HTTPTypes
public import Logging

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Logs each request and its response: operation, method, URL, status, duration.
///
/// Bodies are never logged. Nothing that suggests a secret is shown: neither values of headers and query parameters
/// whose name does, nor users in URLs, nor the keys that requests are signed with, wherever they stand.
///
/// Where it stands among ``ClientConfiguration/middlewares`` decides what it sees: before a ``RetryMiddleware`` one
/// line for each call, after it one line for each attempt.
public struct LoggingMiddleware: Middleware {
    private let logger: Logger
    private let level: Logger.Level

    /// Logs to `logger`; answers and requests at `level`, failures at `warning`.
    public init(logger: Logger, level: Logger.Level = .debug) {
        self.logger = logger
        self.level = level
    }

    /// Logs a request, passes it on, and logs what came back.
    public func intercept(
        _ request: HTTPRequest, body: Data?, context: OperationContext, next: @escaping Next
    ) async throws -> TransportResponse {
        var logger = logger
        logger[metadataKey: "operation"] = "\(context)"
        logger[metadataKey: "method"] = "\(request.method.rawValue)"
        logger[metadataKey: "url"] = "\(context.redactor.url(of: request))"
        logger.log(
            level: level, "sending",
            metadata: headers(of: request, bytes: body.map(\.count) ?? length(of: context.stream), context))

        let clock = ContinuousClock()
        let start = clock.now
        do {
            let response = try await next(request, body)
            logger.log(
                level: level, "answered",
                metadata: ["status": "\(response.head.status.code)", "duration": "\(clock.now - start)"])
            return response
        } catch {
            logger.warning(
                "no answer",
                metadata: [
                    "error": "\(context.redact(Self.reason(error)))", "duration": "\(clock.now - start)",
                ])
            throw error
        }
    }

    /// What may be said of an error; most may hold anything, so that their type has to do.
    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as TransportError: error.reason
        case let error as RequestProblem: error.description
        default: "\(type(of: error))"
        }
    }

    /// The length of a stream, nil where it is not known; no stream has no bytes.
    private func length(of stream: RequestStream?) -> Int? { stream.map(\.length) ?? 0 }

    private func headers(of request: HTTPRequest, bytes: Int?, _ context: OperationContext) -> Logger.Metadata {
        var shown: Logger.Metadata = [:]
        for field in request.headerFields {
            let name = field.name.rawName
            let isSecret = context.redactor.hides(header: name)
            shown[name] = isSecret ? "\(SecretNames.replacement)" : "\(context.redact(field.value))"
        }
        return ["headers": .dictionary(shown), "bytes": "\(bytes.map(String.init) ?? "unknown")"]
    }
}

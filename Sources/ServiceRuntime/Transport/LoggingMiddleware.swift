public import HTTPTypes
public import Logging

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Logs each request and its answer: operation, method, URL, status, duration.
///
/// Bodies are never logged, and values of headers and query parameters whose name suggests a secret are redacted.
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
        logger[metadataKey: "url"] = "\(SensitiveNames.redactedURL(of: request))"
        logger.log(level: level, "sending", metadata: headers(of: request.headerFields, bytes: body?.count ?? 0))

        let clock = ContinuousClock()
        let start = clock.now
        do {
            let response = try await next(request, body)
            logger.log(
                level: level, "answered",
                metadata: ["status": "\(response.head.status.code)", "duration": "\(clock.now - start)"])
            return response
        } catch {
            // Other errors may hold anything; their type has to do.
            let reason = (error as? TransportError)?.reason ?? "\(type(of: error))"
            logger.warning("no answer", metadata: ["error": "\(reason)", "duration": "\(clock.now - start)"])
            throw error
        }
    }

    private func headers(of fields: HTTPFields, bytes: Int) -> Logger.Metadata {
        var shown: Logger.Metadata = [:]
        for field in fields {
            let name = field.name.rawName
            shown[name] = SensitiveNames.matches(name) ? "\(SensitiveNames.replacement)" : "\(field.value)"
        }
        return ["headers": .dictionary(shown), "bytes": "\(bytes)"]
    }
}

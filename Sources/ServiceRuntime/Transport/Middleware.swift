public import HTTPTypes

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Stands between a call and the transport: it may look at or change the request and the response, call `next` once,
/// several times or not at all.
///
/// Middlewares run in the order of ``ClientConfiguration/middlewares``; the first one is the outermost. Signing comes
/// after the last one, so that each call of `next` is signed anew.
///
/// A response with a status below 400 is complete when it reaches a middleware: its body is in memory, and a connection
/// that broke before the last byte is an error of `next`. The body of another answer may still be arriving, and so may
/// that of any response where ``OperationContext/streamsAnswer`` holds.
///
/// A request whose body is a stream has no body here, but ``OperationContext/stream``; it is sent where `next` is
/// called without a body.
public protocol Middleware: Sendable {
    /// Sends what comes after this middleware.
    typealias Next = @Sendable (HTTPRequest, Data?) async throws -> TransportResponse

    /// Handles one request.
    func intercept(
        _ request: HTTPRequest, body: Data?, context: OperationContext, next: @escaping Next
    ) async throws -> TransportResponse
}

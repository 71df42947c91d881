public import Foundation
public import HTTPTypes
public import ServiceRuntime

#if canImport(FoundationNetworking)
public import FoundationNetworking
#endif

/// Sends requests with `URLSession`.
///
/// It follows no redirect, keeps no cookies, caches nothing and answers no authentication challenge other than that of
/// TLS, so that a request is sent exactly as it was signed. What `URLSession` would send in another way is refused with
/// an error of kind `notSent`: a body with GET or HEAD, a path with a segment `.` or `..`.
///
/// A request body that is a stream is collected in memory first, up to 64 MB; a longer one is refused with an error of
/// kind `notSent`.
///
/// ## On Linux
///
/// There `URLSession` has flaws that nothing outside of it can mend. `AsyncHTTPClientTransport` has none of them.
///
/// - A reader that is slow does not slow down the service. The body is received ahead of it; the call fails with an
///   error of kind `connectionLost` when more than 64 MB wait to be read.
/// - A response whose head breaks off, and a chunked body with trailers, stop the process.
/// - GET, HEAD and OPTIONS may be sent again where a kept connection closes before any byte of the response. All other
///   requests, and those with a body, get a connection of their own, so that they are sent only once.
/// - Responses that are compressed arrive decompressed.
public struct URLSessionTransport: Transport {
    private let sessions: Sessions

    /// A transport with sessions of its own, which end with the last copy of the transport.
    ///
    /// `configuration` may set proxies, TLS and the number of connections. Cookies, caches and stored credentials are
    /// switched off in a copy of it.
    public init(configuration: URLSessionConfiguration = .ephemeral) {
        sessions = Sessions(configuration: configuration)
    }

    /// Sends a request and returns once the head of the response has arrived.
    ///
    /// `timeout` counts until the last byte of the body. Throws `TransportError`, or `CancellationError` where the task
    /// was cancelled; then the connection is given up. Giving up the body before its end closes the connection.
    public func send(_ request: HTTPRequest, body: Data?, timeout: Duration) async throws -> TransportResponse {
        try Task.checkCancellation()
        let exchange = sessions.exchange(try URLRequest(request, body: body, timeout: timeout))
        return try await exchange.run(timeout: timeout.limited)
    }
}

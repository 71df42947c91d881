public import Foundation
public import HTTPTypes
public import ServiceRuntime

#if canImport(FoundationNetworking)
public import FoundationNetworking
#endif

/// Sends requests with `URLSession`.
///
/// It follows no redirect, keeps no cookies, caches nothing and answers no authentication challenge other than that of
/// TLS, so that a request is sent exactly as it was signed. Bodies of answers arrive in chunks.
public struct URLSessionTransport: Transport {
    private let sessions: SessionBox

    /// A transport with a session of its own, which ends with the last copy of the transport.
    ///
    /// `configuration` may set proxies, TLS and the number of connections. Cookies, caches and stored credentials are
    /// switched off in it.
    public init(configuration: URLSessionConfiguration = .ephemeral) {
        sessions = SessionBox(configuration: configuration)
    }

    /// Sends a request and returns once the head of the response has arrived.
    ///
    /// `timeout` counts until the last byte of the body. Throws `TransportError`, or `CancellationError` where the task
    /// was cancelled; then the connection is given up.
    public func send(_ request: HTTPRequest, body: Data?, timeout: Duration) async throws -> TransportResponse {
        try Task.checkCancellation()
        let task = sessions.session.dataTask(with: try URLRequest(request, body: body, timeout: timeout))
        let exchange = Exchange(task: task, owner: sessions)
        sessions.delegate.add(exchange, for: task)
        return try await exchange.run(timeout: timeout)
    }
}

/// Ends the session when nobody needs it any more.
final class SessionBox: Sendable {
    let session: URLSession
    let delegate = SessionDelegate()

    init(configuration: URLSessionConfiguration) {
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }

    deinit {
        session.finishTasksAndInvalidate()
    }
}

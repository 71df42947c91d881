public import HTTPTypes

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Carries requests over HTTP.
///
/// A transport sends one request as it is and returns the answer as it is: it follows no redirect, repeats nothing and
/// changes no byte of the request target, since that is signed. It throws ``TransportError`` where it knows what went
/// wrong, and `CancellationError` where the task was cancelled.
public protocol Transport: Sendable {
    /// Sends a request and returns once the head of the response has arrived.
    ///
    /// `timeout` is the longest time from now to the last byte of the body.
    func send(_ request: HTTPRequest, body: Data?, timeout: Duration) async throws -> TransportResponse
}

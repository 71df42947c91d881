public import HTTPTypes

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Carries requests over HTTP.
///
/// A transport sends one request as it is and returns the response as it is: it follows no redirect, repeats nothing
/// and changes no byte of the request target, since that is signed. It throws ``TransportError`` where it knows what
/// went wrong, and `CancellationError` where the task was cancelled.
public protocol Transport: Sendable {
    /// Sends a request and returns once the head of the response has arrived.
    ///
    /// `timeout` is the longest time from now to the last byte of the body.
    func send(_ request: HTTPRequest, body: Data?, timeout: Duration) async throws -> TransportResponse

    /// Sends a request with a body that is sent as it is read, and returns once the head of the response has arrived.
    ///
    /// A transport asks for the next chunk when the last one has left. One that does not implement this gets the body
    /// collected, up to 64 MB; a longer one is an error of kind `notSent`.
    func send(_ request: HTTPRequest, stream: RequestStream, timeout: Duration) async throws -> TransportResponse
}

extension Transport {
    /// Collects the stream, up to 64 MB, and sends it as a body in memory.
    public func send(
        _ request: HTTPRequest, stream: RequestStream, timeout: Duration
    ) async throws -> TransportResponse {
        let body: Data
        do {
            body = try await stream.collect(upTo: 64 << 20)
        } catch let error as RequestStreamError {
            throw TransportError(.notSent, reason: error.description, underlying: error)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw TransportError(
                .notSent, reason: "the stream of the request body failed: \(type(of: error))", underlying: error)
        }
        return try await send(request, body: body, timeout: timeout)
    }
}

public import AsyncHTTPClient
public import HTTPTypes
public import NIOCore
import NIOSSL
public import ServiceRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Sends requests with AsyncHTTPClient, the HTTP client on SwiftNIO.
///
/// It follows no redirect and repeats nothing, so that a request is sent exactly once and exactly as it was signed.
/// Bodies of responses arrive in chunks of at most 64 KB. A reader that is slow slows down the service: at most 16
/// chunks wait in memory.
///
/// Connections are kept and used again. A service may close a kept connection in the moment in which a request goes out
/// on it; that is an error of kind `connectionLost`, since nobody can know whether the service has read the request.
public struct AsyncHTTPClientTransport: Transport {
    private let client: ClientHandle

    /// What a transport is configured with unless it is given something else.
    ///
    /// TLS 1.2 or newer, up to 64 connections to a host, 10 seconds for making one, and 30 seconds until one that is
    /// not used is closed. No proxy, no decompression. A request that finds all connections in use waits for one; after
    /// the time for making a connection it fails with an error of kind `notSent`.
    public static var defaultConfiguration: HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
        configuration.timeout.connect = .seconds(10)
        configuration.connectionPool.idleTimeout = .seconds(30)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        return configuration
    }

    /// A transport with a client of its own, which is shut down with the last copy of the transport.
    ///
    /// `configuration` may set proxies, TLS, the number of connections and their times. It is changed in three points:
    /// no redirects; no second attempt to connect, so that a host that refuses connections is reported at once;
    /// HTTP/1.1 only. The event loops must outlive the transport; the default ones last as long as the process.
    public init(
        configuration: HTTPClient.Configuration = defaultConfiguration,
        eventLoopGroup: any EventLoopGroup = HTTPClient.defaultEventLoopGroup
    ) {
        client = ClientHandle(configuration: configuration, eventLoopGroup: eventLoopGroup)
    }

    /// A transport over a client that someone else owns and shuts down, after the last call has ended.
    ///
    /// Such a client may be set to follow redirects, which would show signed headers to another server. Therefore a
    /// redirect ends the call as soon as its head is there: the response has an empty body, and its connection is
    /// closed. All else is as the client is configured; `HTTPClient.shared`, for example, tries for 10 seconds to reach
    /// a host that refuses connections. A transport with a client of its own is guarded against answers that would stop
    /// the process in async-http-client 1.37.0 (such as the status 000); this one is not.
    public init(client: HTTPClient) {
        self.client = ClientHandle(sharing: client)
    }

    /// Sends a request and returns once the head of the response has arrived.
    ///
    /// `timeout` counts from now to the last byte of the body. Throws `TransportError`, or `CancellationError` where
    /// the task was cancelled; then the connection is given up. Giving up the body before its end closes the
    /// connection.
    public func send(_ request: HTTPRequest, body: Data?, timeout: Duration) async throws -> TransportResponse {
        let deadline = NIODeadline.now() + TimeAmount(timeout)
        try Task.checkCancellation()
        return try await Call(client).run(HTTPClient.Request(request, body: body), deadline: deadline)
    }

    /// Sends a request with a body that is sent as it is read, and returns once the head of the response has arrived.
    ///
    /// The next chunk is asked for when the last one was taken by the connection, so that no more than a chunk is held.
    /// Where the stream throws, the connection is given up and the call fails with an error of kind `connectionLost`:
    /// the service may have acted on what it got. Else as ``send(_:body:timeout:)``.
    public func send(
        _ request: HTTPRequest, stream: RequestStream, timeout: Duration
    ) async throws -> TransportResponse {
        let deadline = NIODeadline.now() + TimeAmount(timeout)
        try Task.checkCancellation()
        let upload = Upload(stream, on: client.client.eventLoopGroup.any())
        return try await Call(client, upload).run(
            HTTPClient.Request(request, content: upload.body), deadline: deadline)
    }
}

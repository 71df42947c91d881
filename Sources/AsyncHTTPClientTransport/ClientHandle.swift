import AsyncHTTPClient
import NIOCore

/// A client, and the duty to shut it down where it is our own.
final class ClientHandle: Sendable {
    let client: HTTPClient
    /// Whether the client may be set to follow redirects.
    let mayFollowRedirects: Bool
    private let isOwner: Bool

    /// A client of our own.
    init(configuration: HTTPClient.Configuration, eventLoopGroup: any EventLoopGroup) {
        var configuration = configuration
        configuration.redirectConfiguration = .disallow
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        let initializer = configuration.http1_1ConnectionDebugInitializer
        configuration.http1_1ConnectionDebugInitializer = { channel in
            let isGuarded = ResponseGuard.install(in: channel)
            return initializer.map { initializer in isGuarded.flatMap { initializer(channel) } } ?? isGuarded
        }
        client = HTTPClient(eventLoopGroup: eventLoopGroup, configuration: configuration)
        mayFollowRedirects = false
        isOwner = true
    }

    /// Someone else's client.
    init(sharing client: HTTPClient) {
        self.client = client
        mayFollowRedirects = true
        isOwner = false
    }

    deinit {
        // Returns at once. The client keeps itself alive until its connections are closed.
        if isOwner { client.shutdown { _ in } }
    }
}

import Diagnostics
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Synchronization

/// The server of an engine, listening at a port.
final class Listener: Sendable {
    /// The address that clients call.
    let url: String
    /// The port.
    let port: Int

    private let server: Server<HTTP1Channel>
    private let running: Task<Void, any Error>
    private let shutdownTimeout: Duration

    private init(
        url: String, port: Int, server: Server<HTTP1Channel>, running: Task<Void, any Error>, shutdownTimeout: Duration
    ) {
        self.url = url
        self.port = port
        self.server = server
        self.running = running
        self.shutdownTimeout = shutdownTimeout
    }

    deinit {
        // Nobody can stop it any more.
        running.cancel()
    }

    /// Starts to listen; returns once connections are accepted.
    ///
    /// Throws `DiagnosticError` where that fails.
    static func start(_ engine: MockEngine) async throws -> Listener {
        let (started, signal) = AsyncStream.makeStream(of: Int.self)
        let server = try Self.server(engine) { port in
            signal.yield(port)
            signal.finish()
        }
        let running = Task {
            defer { signal.finish() }
            try await server.run()
        }
        let options = engine.options
        for await port in started {
            return Listener(
                url: url(options.host, port), port: port, server: server, running: running,
                shutdownTimeout: options.shutdownTimeout)
        }
        do {
            try await running.value
        } catch {
            throw problem(error, options)
        }
        throw DiagnosticError("the mock service stopped before it listened", at: nil)
    }

    /// Stops to accept connections and waits until requests in flight are finished or their time is up.
    func stop() async throws {
        let limit = Task {
            try await Task.sleep(for: shutdownTimeout)
            running.cancel()
        }
        try await server.shutdownGracefully()
        try await running.value
        limit.cancel()
    }

    /// A server that is not running yet; `onListening` is told the port.
    static func server(
        _ engine: MockEngine, onListening: @escaping @Sendable (Int) async -> Void
    ) throws -> Server<HTTP1Channel> {
        let options = engine.options
        guard (0...65_535).contains(options.port) else {
            throw DiagnosticError("\(options.port) is no port; ports are 0 to 65535", at: nil)
        }
        let handler = RequestHandler(engine)
        let channel = HTTP1Channel(
            responder: { request, writer, _ in try await handler.handle(request, writer) },
            configuration: HTTP1Channel.Configuration(
                idleTimeout: TimeAmount(options.idleTimeout),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 64 << 10, maxHeaderFieldCount: 200)))
        return Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(
                address: .hostname(options.host, port: options.port),
                availableConnectionsDelegate: MaximumAvailableConnections(
                    max(1, options.connectionLimit), logger: Self.logger)),
            onServerRunning: { await onListening($0.localAddress?.port ?? options.port) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: Self.logger)
    }

    /// The address that clients call.
    static func url(_ host: String, _ port: Int) -> String {
        "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    /// Says nothing: headers of requests hold secrets, and a test has its own log.
    static let logger = Logger(label: "MockService") { _ in SwiftLogNoOpLogHandler() }

    /// What to tell a person about a failure to listen.
    static func problem(_ error: any Error, _ options: MockService.Options) -> any Error {
        let address = "\(options.host):\(options.port)"
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE:
            return DiagnosticError("\(address) is in use already; choose another port, or 0 for a free one", at: nil)
        case EACCES:
            return DiagnosticError("\(address) may not be used: ports below 1024 are for the administrator", at: nil)
        case EADDRNOTAVAIL:
            return DiagnosticError("\(options.host) is no address of this machine", at: nil)
        default:
            return DiagnosticError("cannot listen at \(address): \(error)", at: nil)
        }
    }
}

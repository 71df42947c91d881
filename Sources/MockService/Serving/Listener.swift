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
        Task { [server, running, shutdownTimeout] in
            try await Self.stop(server, running, within: shutdownTimeout)
        }
    }

    /// Starts to listen; returns once connections are accepted.
    ///
    /// Throws `DiagnosticError` where that fails, and `CancellationError` where the task was cancelled.
    static func start(_ engine: MockEngine) async throws -> Listener {
        let options = engine.options
        let beginning = Beginning()
        let server = try Self.server(engine) { beginning.resume(.success($0)) }
        let running = Task {
            do {
                try await server.run()
            } catch {
                beginning.resume(.failure(problem(error, options)))
                throw error
            }
        }
        let port = try await beginning.port()
        let listener = Listener(
            url: url(options.host, port), port: port, server: server, running: running,
            shutdownTimeout: options.shutdownTimeout)
        if Task.isCancelled {
            try await listener.stop()
            throw CancellationError()
        }
        return listener
    }

    /// Stops to accept connections and waits until requests in flight are finished or their time is up.
    func stop() async throws {
        try await Self.stop(server, running, within: shutdownTimeout)
    }

    private static func stop(
        _ server: Server<HTTP1Channel>, _ running: Task<Void, any Error>, within timeout: Duration
    ) async throws {
        let limit = Task {
            try await Task.sleep(for: timeout)
            // Only handlers are left to cancel: nothing is accepted any more.
            running.cancel()
        }
        defer { limit.cancel() }
        try await server.shutdownGracefully()
        try await running.value
    }

    /// A server that is not running yet; `onListening` is told the port.
    static func server(
        _ engine: MockEngine, onListening: @escaping @Sendable (Int) async -> Void
    ) throws -> Server<HTTP1Channel> {
        let options = engine.options
        guard (0...65_535).contains(options.port) else {
            throw DiagnosticError("\(options.port) is not a port; ports are 0 to 65535", at: nil)
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
            return DiagnosticError("\(options.host) is not an address of this machine", at: nil)
        default:
            return DiagnosticError("cannot listen at \(address): \(error)", at: nil)
        }
    }
}

/// Waits until a server listens or fails to.
private final class Beginning: Sendable {
    private enum State {
        case pending
        case waiting(CheckedContinuation<Int, any Error>)
        case done(Result<Int, any Error>)
    }

    private let state = Mutex(State.pending)

    /// The port; throws what `resume` was told.
    func port() async throws -> Int {
        try await withCheckedThrowingContinuation { continuation in
            let result = state.withLock { state -> Result<Int, any Error>? in
                if case .done(let result) = state { return result }
                state = .waiting(continuation)
                return nil
            }
            if let result { continuation.resume(with: result) }
        }
    }

    /// Tells what happened. Only the first call counts.
    func resume(_ result: Result<Int, any Error>) {
        let waiting = state.withLock { state -> CheckedContinuation<Int, any Error>? in
            switch state {
            case .pending:
                state = .done(result)
                return nil
            case .waiting(let continuation):
                state = .done(result)
                return continuation
            case .done: return nil
            }
        }
        waiting?.resume(with: result)
    }
}

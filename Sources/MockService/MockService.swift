public import APIModel
import Diagnostics

/// A service that answers as its documentation says, on a port of its own.
///
///     let mock = try await MockService.start(model)
///     // … call mock.url …
///     try await mock.stop()
///
/// Each one has its own port and its own state, so tests that run at the same time do not meet.
public final class MockService: Sendable {
    /// Where the service is reached, such as `http://127.0.0.1:49152`, without a slash at the end.
    public let url: String
    /// The port that it listens at.
    public let port: Int

    let engine: MockEngine
    private let listener: Listener

    private init(engine: MockEngine, listener: Listener) {
        self.engine = engine
        self.listener = listener
        url = listener.url
        port = listener.port
    }

    /// Starts a service that answers from a model, and returns once it accepts connections.
    ///
    /// Throws `DiagnosticError` where it cannot listen, for instance at a port that is taken.
    public static func start(_ model: APIModel, options: Options = Options()) async throws -> MockService {
        let engine = MockEngine(model, options)
        return MockService(engine: engine, listener: try await Listener.start(engine))
    }

    /// Stops the service: it accepts nothing new, and requests in flight are finished.
    ///
    /// Those that take longer than ``Options/shutdownTimeout`` are cut off. Stopping twice is fine.
    public func stop() async throws {
        try await listener.stop()
    }
}

extension MockService: CustomStringConvertible, CustomReflectable {
    /// Where it is reached.
    public var description: String { "MockService(\(url))" }

    /// A mirror without contents: requests hold keys and signatures.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

public import APIModel
import ServiceLifecycle
import Synchronization
import UnixSignals

extension MockService {
    /// Serves until the process is told to stop (SIGTERM or SIGINT); then requests in flight are finished.
    ///
    /// - Parameters:
    ///   - model: what to answer from.
    ///   - options: how the service behaves.
    ///   - onListening: is told the address, such as `http://127.0.0.1:8080`, once connections are accepted.
    /// - Throws: `DiagnosticError` where the service cannot listen, for instance at a port that is taken.
    public static func run(
        _ model: APIModel, options: Options = Options(), onListening: @escaping @Sendable (String) async -> Void
    ) async throws {
        let engine = MockEngine(model, options)
        let hasListened = Atomic(false)
        let server = try Listener.server(engine) { port in
            hasListened.store(true, ordering: .relaxed)
            await onListening(Listener.url(options.host, port))
        }
        var configuration = ServiceGroupConfiguration(
            services: [.init(service: server)], gracefulShutdownSignals: [.sigterm, .sigint], logger: Listener.logger)
        configuration.maximumGracefulShutdownDuration = options.shutdownTimeout
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch  where !hasListened.load(ordering: .relaxed) {
            throw Listener.problem(error, options)
        } catch is CancellationError {
            // Requests in flight took longer than they may, and were cut off.
        }
    }
}

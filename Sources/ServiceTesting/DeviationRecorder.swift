public import ServiceRuntime
import Synchronization

/// Keeps the deviations that a client meets.
public final class DeviationRecorder: Sendable {
    private let recorded = Mutex<[Deviation]>([])

    /// A recorder that has met none yet.
    public init() {}

    /// The deviations so far, in order.
    public var deviations: [Deviation] { recorded.withLock { $0 } }

    /// A configuration for a client whose deviations this recorder keeps.
    public var configuration: ClientConfiguration {
        ClientConfiguration(onDeviation: { [self] deviation, _ in add(deviation) })
    }

    /// Keeps a deviation.
    public func add(_ deviation: Deviation) {
        recorded.withLock { $0.append(deviation) }
    }
}

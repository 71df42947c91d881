import Synchronization

/// A clock on which no time passes but what is slept: a sleep ends at once and moves the clock.
final class VirtualClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }

        func duration(to other: Instant) -> Duration { other.offset - offset }

        static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
    }

    private struct State {
        var now = Instant(offset: .seconds(1000))
        var sleeps: [Duration] = []
    }

    private let state = Mutex(State())
    private let hangs: Bool

    /// A clock; with `hangs` a sleep ends only when its task is cancelled.
    init(hangs: Bool = false) {
        self.hangs = hangs
    }

    var now: Instant { state.withLock { $0.now } }
    var minimumResolution: Duration { .zero }

    /// What was slept, in order.
    var sleeps: [Duration] { state.withLock { $0.sleeps } }

    func advance(by duration: Duration) {
        state.withLock { $0.now = $0.now.advanced(by: duration) }
    }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        state.withLock { state in
            state.sleeps.append(state.now.duration(to: deadline))
            if !hangs { state.now = max(state.now, deadline) }
        }
        if hangs { try await Task.sleep(for: .seconds(3600)) }
    }
}

/// Waits until `condition` holds; a test that waits in vain goes on after 10 seconds and fails by what it expects next.
func eventually(_ condition: () -> Bool) async {
    for _ in 0..<10_000 where !condition() { try? await Task.sleep(for: .milliseconds(1)) }
}

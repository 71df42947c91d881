/// How often waiting asks, and how long it waits.
public struct WaitPolicy: Sendable {
    /// How long to wait altogether, by ``ClientConfiguration/clock``.
    ///
    /// A poll that is under way when the time is up is still awaited: for that, ``ClientConfiguration/timeout`` holds.
    public var timeout: Duration
    /// The wait between the first poll and the second.
    public var firstInterval: Duration
    /// By how much each further wait is longer than the one before; at least 1.
    public var factor: Double
    /// The longest wait between two polls.
    public var maximumInterval: Duration
    /// The part of each wait that is left to chance, from 0 to 1: with 0.2 a wait is up to 20 percent shorter or longer.
    public var jitter: Double
    /// How long a resource that was never seen may be missing.
    ///
    /// Right after it was created a service may not show it yet. Afterwards, and once it was seen, `notFound` ends the
    /// waiting. Waiting until a resource is gone does not look at this.
    public var notFoundGrace: Duration

    /// A policy: for 20 minutes, after 2 seconds, then half as long again each time up to 30 seconds, 10 percent of it by
    /// chance, with 10 seconds for a resource to appear, unless said otherwise.
    public init(
        timeout: Duration = .seconds(1200), firstInterval: Duration = .seconds(2), factor: Double = 1.5,
        maximumInterval: Duration = .seconds(30), jitter: Double = 0.1, notFoundGrace: Duration = .seconds(10)
    ) {
        self.timeout = timeout
        self.firstInterval = firstInterval
        self.factor = factor
        self.maximumInterval = maximumInterval
        self.jitter = jitter
        self.notFoundGrace = notFoundGrace
    }
}

extension WaitPolicy {
    /// The shortest wait: without one, a policy of zeros would ask without pause.
    private static let shortest = Duration.milliseconds(1)

    /// The wait after the first poll, before chance.
    var start: Duration { min(firstInterval, maximumInterval) }

    /// The wait after one of `interval`, before chance.
    func next(after interval: Duration) -> Duration {
        let longer = interval.inSeconds * (factor > 1 ? factor : 1)
        return longer < maximumInterval.inSeconds ? .seconds(longer) : maximumInterval
    }

    /// The wait with its part of chance; `random` is from 0 up to 1.
    func jittered(_ interval: Duration, random: Double) -> Duration {
        let share = min(max(jitter, 0), 1) * (2 * min(max(random, 0), 1) - 1)
        return max(Self.shortest, interval * (1 + share))
    }
}

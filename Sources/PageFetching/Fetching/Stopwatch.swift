/// Counts the time that a page takes, on the clock of the fetcher.
struct Stopwatch {
    private let sinceStart: () -> Duration
    private var paused: Duration = .zero

    init(_ clock: any Clock<Duration>) {
        sinceStart = Self.start(clock)
    }

    /// The time since the start, without that of pauses.
    var elapsed: Duration { sinceStart() - paused }

    /// Takes `duration` out of what has elapsed.
    mutating func pause(_ duration: Duration) {
        paused += duration
    }

    private static func start<C: Clock>(_ clock: C) -> () -> Duration where C.Duration == Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }
}

extension Duration {
    /// The duration for people: `30 seconds`, `0.5 seconds`.
    var inWords: String {
        let tenths = components.seconds * 10 + components.attoseconds / 100_000_000_000_000_000
        let fraction = tenths % 10 == 0 ? "" : ".\(tenths % 10)"
        return "\(tenths / 10)\(fraction) second\(tenths == 10 ? "" : "s")"
    }
}

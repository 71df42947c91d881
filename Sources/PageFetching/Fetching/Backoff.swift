/// How long to wait between attempts.
enum Backoff {
    /// The wait after attempt number `attempt`: exponential, with full jitter, so that many readers that failed
    /// together do not come back together.
    static func wait(after attempt: Int, options: PageFetcher.Options, random: Double) -> Duration {
        // Beyond 2^30 any wait is the longest one.
        let longest = min(options.firstBackoff * (1 << min(max(attempt - 1, 0), 30)), options.longestBackoff)
        return longest * (random >= 0 ? min(random, 1) : 0)
    }
}

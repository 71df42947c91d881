import ServiceRuntime

/// What all pages of a fetch share.
struct Environment: Sendable {
    let transport: any Transport
    let options: PageFetcher.Options
    let clock: any Clock<Duration>
    /// Seconds since 1970.
    let now: @Sendable () -> Int
    /// A number from 0 to 1.
    let randomness: @Sendable () -> Double
    let onProgress: (@Sendable (FetchProgress) -> Void)?
    let onMove: (@Sendable (PageMove) -> Void)?
    let gate: HostLimiter
}

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// How a client behaves apart from the service's own rules.
public struct ClientConfiguration: Sendable {
    /// The longest time for one attempt, from sending to the last byte of the response.
    ///
    /// Each attempt of a ``RetryMiddleware`` has this time anew, and so has each poll of waiting.
    public var timeout: Duration
    /// The longest time for a response that is a stream of items, to its last byte; shorter than ``timeout`` too. Its
    /// head has to come within ``timeout``, and so has the body of an error in its place, as far as it is kept.
    public var streamTimeout: Duration
    /// The largest body of a response that is accepted, in bytes.
    public var bodyLimit: Int
    /// How much of the body of an error is read and kept, in bytes.
    public var errorBodyLimit: Int
    /// The largest item of a stream that is accepted, in bytes; the stream itself may be endless.
    public var itemLimit: Int
    /// What stands between a call and the transport; the first one is the outermost.
    public var middlewares: [any Middleware]
    /// How answers are treated that depart from their documentation.
    public var decoding: DecodingPolicy
    /// Is told about each departure from the documentation that was tolerated.
    public var onDeviation: (@Sendable (Deviation, OperationContext) -> Void)?
    /// The time that signatures carry, and that dates of the service are compared with.
    public var now: @Sendable () -> Date
    /// The clock that waiting goes by; another one lets tests wait without time passing.
    public var clock: any Clock<Duration>
    /// Gives random numbers from 0 up to 1 for the intervals of waiting.
    public var random: @Sendable () -> Double

    /// A configuration: 60 seconds, a day for streams of items, 64 MB, 1 MB of an error, 4 MB an item of a stream,
    /// tolerant decoding, unless said otherwise.
    public init(
        timeout: Duration = .seconds(60), streamTimeout: Duration = .seconds(86_400),
        bodyLimit: Int = 64 << 20, errorBodyLimit: Int = 1 << 20, itemLimit: Int = 4 << 20,
        middlewares: [any Middleware] = [],
        decoding: DecodingPolicy = .tolerant,
        onDeviation: (@Sendable (Deviation, OperationContext) -> Void)? = nil,
        now: @escaping @Sendable () -> Date = { Date() },
        clock: any Clock<Duration> = ContinuousClock(),
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) {
        self.timeout = timeout
        self.streamTimeout = streamTimeout
        self.bodyLimit = bodyLimit
        self.errorBodyLimit = errorBodyLimit
        self.itemLimit = itemLimit
        self.middlewares = middlewares
        self.decoding = decoding
        self.onDeviation = onDeviation
        self.now = now
        self.clock = clock
        self.random = random
    }
}

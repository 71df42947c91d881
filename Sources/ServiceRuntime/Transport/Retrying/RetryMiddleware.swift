public import HTTPTypes

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Sends a request again after a failure that may pass, where that is safe.
///
/// What is repeated:
///
/// - GET, HEAD, PUT, DELETE, OPTIONS, TRACE and QUERY, after no response, a response that broke off, and the statuses
///   408, 425, 429, 500, 502, 503 and 504;
/// - any method after a request that did not reach the service, and after 425 and 429, with which a service refuses a
///   request without acting on it. A POST is not repeated after 503 or a broken connection: the service may have acted.
///
/// A body that is a stream which can be read only once is not sent again; see ``RequestStream``.
///
/// A DELETE whose first response was lost may find nothing the second time: then the caller sees `notFound` though the
/// call did its work.
///
/// Between attempts it waits: a random time up to a bound that doubles, or as long as `Retry-After` asks. It gives up
/// after ``RetryPolicy/maxAttempts``, where the service asks for a longer wait than ``RetryPolicy/maximumRetryAfter``,
/// and where the ``RetryBudget`` is used up; then the caller gets the last response or error as it is.
///
/// ## How long a call takes
///
/// ``ClientConfiguration/timeout`` is the time for each attempt; a call takes at most `maxAttempts` times as long, and
/// the waits in between: with the defaults about 4 minutes where nothing ever answers. Cancelling the task ends an
/// attempt as well as a wait at once.
///
/// ## Where it stands
///
/// Each attempt is signed anew. Middlewares after this one see each attempt, those before it see the call as one.
public struct RetryMiddleware: Middleware {
    private let policy: RetryPolicy
    private let budget: RetryBudget
    private let clock: any Clock<Duration>
    private let random: @Sendable () -> Double
    private let now: @Sendable () -> Date

    /// How much of a response that nobody wants is read, so that its connection can be used again.
    private static let drainLimit = 64 << 10

    /// Repeats by `policy`, within `budget`.
    ///
    /// `clock` is waited on, `random` gives numbers from 0 up to 1, and `now` is compared with the dates of
    /// `Retry-After` headers. Tests pass their own, so that no time passes.
    public init(
        policy: RetryPolicy = RetryPolicy(), budget: RetryBudget = RetryBudget(),
        clock: any Clock<Duration> = ContinuousClock(),
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.policy = policy
        self.budget = budget
        self.clock = clock
        self.random = random
        self.now = now
    }

    /// Sends the request until it is answered or repeating makes no sense.
    public func intercept(
        _ request: HTTPRequest, body: Data?, context: OperationContext, next: @escaping Next
    ) async throws -> TransportResponse {
        var attempt = 1
        while true {
            let outcome = await attempted { try await next(request, body) }
            if case .success(let response) = outcome, policy.isAnswer(response.head.status.code) { budget.deposit() }
            guard attempt < policy.maxAttempts, context.canBeSent, repeats(request.method, after: outcome),
                let delay = delay(after: outcome, attempt), budget.withdraw()
            else { return try outcome.get() }
            try await wait(delay, discarding: try? outcome.get().body)
            attempt += 1
        }
    }

    private func attempted(
        _ send: () async throws -> TransportResponse
    ) async -> Result<TransportResponse, any Error> {
        do {
            return .success(try await send())
        } catch {
            return .failure(error)
        }
    }

    private func repeats(_ method: HTTPRequest.Method, after outcome: Result<TransportResponse, any Error>) -> Bool {
        switch outcome {
        case .success(let response): policy.repeats(method, after: response.head.status.code)
        case .failure(let error): policy.repeats(method, after: error)
        }
    }

    private func delay(after outcome: Result<TransportResponse, any Error>, _ attempt: Int) -> Duration? {
        let retryAfter = (try? outcome.get()).flatMap { $0.head.retryAfter(now: now()) }
        return policy.delay(beforeRepetition: attempt, retryAfter: retryAfter, random: random())
    }

    /// Waits, and meanwhile reads what is left of a response, within bounds; the rest is given up.
    ///
    /// A connection whose response was read to its end can be used again, and one whose response is given up is closed;
    /// either way none is left waiting for a reader.
    private func wait(_ delay: Duration, discarding body: ResponseBody?) async throws {
        var draining: Task<Void, any Error>?
        if let body, !body.isInMemory {
            draining = Task {
                var chunks = body.makeAsyncIterator()
                var read = 0
                while read < Self.drainLimit {
                    guard let chunk = try await chunks.next() else { return }
                    read += chunk.count
                }
                // A source gives up when a cancelled task asks it for more.
                withUnsafeCurrentTask { $0?.cancel() }
                _ = try await chunks.next()
            }
        }
        defer { draining?.cancel() }
        try await clock.sleep(for: delay)
        try Task.checkCancellation()
    }
}

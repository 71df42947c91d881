import HTTPTypes

/// What a ``RetryMiddleware`` repeats, how often, and how long it waits in between.
public struct RetryPolicy: Sendable {
    /// The statuses that may pass by themselves: 408, 425, 429, 500, 502, 503 and 504.
    public static let temporaryStatuses: Set<Int> = [408, 425, 429, 500, 502, 503, 504]

    /// Repeats nothing.
    public static let disabled = RetryPolicy(maxAttempts: 1)

    /// How often a request is sent at most, the first time included.
    public var maxAttempts: Int
    /// The upper end of the first wait; it doubles with each further one.
    public var baseDelay: Duration
    /// The longest wait where the service does not say how long to wait.
    public var maximumDelay: Duration
    /// The longest wait that a service may ask for with `Retry-After`.
    ///
    /// Where it asks for more, the request is not repeated and the caller gets the response at once: to come back
    /// earlier than asked would be no help to the service. ``ServiceError/retryAfter`` tells the caller how long to
    /// wait.
    public var maximumRetryAfter: Duration
    /// The statuses that are repeated for the methods in ``methods``.
    public var statuses: Set<Int>
    /// The statuses that are repeated for every method, since the service has refused the request unseen.
    ///
    /// 425 (RFC 8470, section 5.2: the server does not want to risk processing the request) and 429 (RFC 6585, section
    /// 4: too many requests were sent). Not 503: a gateway also answers that where the service behind it may have begun
    /// to act.
    public var refusingStatuses: Set<Int>
    /// The methods that may be repeated after any failure, since doing it twice has the effect of doing it once (RFC
    /// 9110, section 9.2.2; QUERY asks like GET, and its definition says the same of it).
    public var methods: Set<OperationRequest.Method>

    /// A policy: at most 4 attempts, with waits of up to 0.5, 1 and 2 seconds, unless said otherwise.
    public init(
        maxAttempts: Int = 4, baseDelay: Duration = .milliseconds(500), maximumDelay: Duration = .seconds(20),
        maximumRetryAfter: Duration = .seconds(60), statuses: Set<Int> = temporaryStatuses,
        refusingStatuses: Set<Int> = [425, 429],
        methods: Set<OperationRequest.Method> = [.get, .head, .put, .delete, .options, .trace, .query]
    ) {
        self.maxAttempts = maxAttempts
        self.baseDelay = baseDelay
        self.maximumDelay = maximumDelay
        self.maximumRetryAfter = maximumRetryAfter
        self.statuses = statuses
        self.refusingStatuses = refusingStatuses
        self.methods = methods
    }
}

extension RetryPolicy {
    /// Whether a request that was answered with `status` may be sent again.
    func repeats(_ method: HTTPRequest.Method, after status: Int) -> Bool {
        refusingStatuses.contains(status) || (statuses.contains(status) && isRepeatable(method))
    }

    /// Whether a request that failed with `error` may be sent again.
    ///
    /// Errors of other layers say nothing about the request.
    func repeats(_ method: HTTPRequest.Method, after error: any Error) -> Bool {
        guard let error = error as? TransportError else { return false }
        return error.kind == .notSent || isRepeatable(method)
    }

    private func isRepeatable(_ method: HTTPRequest.Method) -> Bool {
        OperationRequest.Method(rawValue: method.rawValue).map(methods.contains) ?? false
    }

    /// Whether a response shows that the service works, be it an error.
    func isAnswer(_ status: Int) -> Bool {
        !statuses.contains(status) && !refusingStatuses.contains(status)
    }

    /// The wait before the repetition with this number, counted from 1.
    ///
    /// Full jitter: any time up to a bound that doubles. Clients that failed together do not come back together. After
    /// `Retry-After` a random part of ``baseDelay`` is added for the same reason. Nil where the service asks for more
    /// than ``maximumRetryAfter``.
    func delay(beforeRepetition number: Int, retryAfter: Duration?, random: Double) -> Duration? {
        let share = min(max(random, 0), 1)
        if let retryAfter {
            return retryAfter <= maximumRetryAfter ? retryAfter + max(.zero, baseDelay) * share : nil
        }
        var bound = max(.zero, min(baseDelay, maximumDelay))
        for _ in 1..<max(number, 1) where bound < maximumDelay {
            bound = bound <= maximumDelay / 2 ? bound * 2 : maximumDelay
            if bound == .zero { break }
        }
        return bound * share
    }
}

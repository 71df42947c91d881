/// What one poll found.
enum Poll<Answer: Sendable, Outcome: Sendable>: Sendable {
    /// The waiting is over.
    case done(Outcome)
    /// The waiting is over without success.
    case unwanted(Answer)
    /// It goes on.
    case pending(Answer)
}

extension ServiceConnection {
    /// Polls until the waiting is over, by the rules of ``wait(_:_:title:until:unless:describe:fetch:)``.
    func poll<Answer: Sendable, Outcome: Sendable>(
        _ policy: WaitPolicy, _ context: OperationContext, describe: @Sendable (Answer) -> String?,
        _ look: @Sendable () async throws -> Poll<Answer, Outcome>
    ) async throws -> Outcome {
        let elapsed = configuration.clock.stopwatch()
        var progress = PollingProgress(context: context, interval: policy.start)
        while true {
            try Task.checkCancellation()
            var pause = policy.jittered(progress.interval, random: configuration.random())
            do {
                switch try await look() {
                case .done(let outcome): return outcome
                case .unwanted(let answer): throw progress.unwanted(describe(answer))
                case .pending(let answer): progress.see(describe(answer))
                }
            } catch let error as ServiceError where progress.tolerates(error, elapsed() < policy.notFoundGrace) {
                progress.meet(error)
                pause = max(pause, error.retryAfter ?? .zero)
            }
            // To come back earlier than the service asks would be in vain.
            let left = policy.timeout - elapsed()
            guard left > .zero, progress.retryAfter.map({ $0 <= left }) ?? true else { throw progress.timedOut }
            try await configuration.clock.sleep(for: min(pause, left))
            progress.interval = policy.next(after: progress.interval)
        }
    }
}

/// What waiting has seen so far.
struct PollingProgress {
    let context: OperationContext
    /// The next wait, before chance.
    var interval: Duration
    /// How long the service asked to wait, if the last poll failed and it did.
    private(set) var retryAfter: Duration?
    private var wasSeen = false
    private var last: String?

    init(context: OperationContext, interval: Duration) {
        self.context = context
        self.interval = interval
    }

    /// Whether the waiting goes on after an error.
    func tolerates(_ error: ServiceError, _ isEarly: Bool) -> Bool {
        if case .notFound = error.kind { return isEarly && !wasSeen }
        return error.isRetryable
    }

    mutating func see(_ state: String?) {
        wasSeen = true
        retryAfter = nil
        last = state.map { "the last state was \(shown($0))" }
    }

    mutating func meet(_ error: ServiceError) {
        retryAfter = error.retryAfter
        last = "the last poll failed: \(shown(error.explanation))"
    }

    func unwanted(_ state: String?) -> ServiceError {
        ServiceError(context: context, kind: .unwantedState(state.map(shown) ?? "of its last answer"))
    }

    var timedOut: ServiceError { ServiceError(context: context, kind: .waitTimedOut(last: last)) }

    private func shown(_ text: String) -> String { context.redactor.display(text, limit: 300) }
}

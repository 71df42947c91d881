extension ServiceConnection {
    /// Asks again and again until a response shows one of the wanted states, and gives that response.
    ///
    /// The first poll comes at once. `fetch` gets a response and `state` takes the state from it; nil is a state that
    /// is neither wanted nor unwanted. `failures` are states from which the wanted ones are not reached. States are
    /// open enumerations or plain strings.
    ///
    /// Errors that may pass, ``ServiceError/isRetryable``, do not end the waiting, and neither does
    /// ``ServiceError/Kind/notFound`` within ``WaitPolicy/notFoundGrace``. Throws ``ServiceError``:
    /// ``ServiceError/Kind/waitTimedOut(last:)`` after ``WaitPolicy/timeout``, ``ServiceError/Kind/unwantedState(_:)``
    /// for one of `failures`, and each other error of `fetch`. Throws `CancellationError` at once where the task was
    /// cancelled.
    ///
    /// `operation` and `title` are those of the operation that is asked; errors name it.
    public func wait<Answer: Sendable, State: Hashable & Sendable>(
        _ policy: WaitPolicy, _ operation: String, title: String? = nil, until states: Set<State>,
        unless failures: Set<State> = [], state: @Sendable (Answer) -> State?,
        fetch: @Sendable () async throws -> Answer
    ) async throws -> Answer {
        guard !states.isEmpty else {
            throw ServiceError(
                context: context(operation, title: title),
                kind: .requestInvalid("there is no state to wait for"))
        }
        return try await wait(
            policy, operation, title: title, until: { state($0).map(states.contains) ?? false },
            unless: { state($0).map(failures.contains) ?? false }, describe: { state($0).map { "\($0)" } }, fetch: fetch
        )
    }

    /// Asks again and again until `isReached` holds for a response, and gives that response.
    ///
    /// As ``wait(_:_:title:until:unless:state:fetch:)``, for conditions that are more than a state: where `isUnwanted`
    /// holds, the waiting ends with ``ServiceError/Kind/unwantedState(_:)``. `describe` says in a few words what an
    /// answer shows; errors show it.
    public func wait<Answer: Sendable>(
        _ policy: WaitPolicy, _ operation: String, title: String? = nil,
        until isReached: @Sendable (Answer) -> Bool, unless isUnwanted: @Sendable (Answer) -> Bool = { _ in false },
        describe: @Sendable (Answer) -> String? = { _ in nil }, fetch: @Sendable () async throws -> Answer
    ) async throws -> Answer {
        try await poll(policy, context(operation, title: title), describe: describe) {
            let answer = try await fetch()
            if isReached(answer) { return .done(answer) }
            return isUnwanted(answer) ? .unwanted(answer) : .pending(answer)
        }
    }

    /// Asks again and again until `fetch` finds nothing any more: until it throws ``ServiceError/Kind/notFound``, or a
    /// ``ServiceError`` with status 410.
    ///
    /// Where a service goes on to show what is gone, `isGone` tells by the response, such as by a state `DELETED`.
    /// Where `isUnwanted` holds, such as for a state `ERROR`, the waiting ends with
    /// ``ServiceError/Kind/unwantedState(_:)``. `describe` says in a few words what a response shows; errors show it.
    /// Apart from that it waits and throws as ``wait(_:_:title:until:unless:describe:fetch:)``.
    public func waitUntilGone<Answer: Sendable>(
        _ policy: WaitPolicy, _ operation: String, title: String? = nil,
        isGone: @Sendable (Answer) -> Bool = { _ in false },
        unless isUnwanted: @Sendable (Answer) -> Bool = { _ in false },
        describe: @Sendable (Answer) -> String? = { _ in nil }, fetch: @Sendable () async throws -> Answer
    ) async throws {
        try await poll(policy, context(operation, title: title), describe: describe) {
            let answer: Answer
            do {
                answer = try await fetch()
            } catch let error as ServiceError where error.saysGone {
                return .done(())
            }
            if isGone(answer) { return .done(()) }
            return isUnwanted(answer) ? .unwanted(answer) : .pending(answer)
        }
    }
}

extension ServiceError {
    /// Whether it says that there is nothing, or nothing any more.
    fileprivate var saysGone: Bool {
        if case .notFound = kind { true } else { statusCode == 410 }
    }
}

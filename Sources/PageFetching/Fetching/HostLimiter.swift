import Synchronization

/// Lets only so many pages be fetched at once, in all and from one host.
///
/// A page comes in once and goes out once. Inside it takes a host before it asks anything of it, and frees it before it
/// takes another one; so no two pages can wait for each other. Pages inside go first.
final class HostLimiter: Sendable {
    private struct Waiter {
        let id: Int
        let host: String
        let isInside: Bool
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var inside = 0
        var taken: [String: Int] = [:]
        var waiters: [Waiter] = []
        var lastID = 0
    }

    private let limit: Int
    private let limitPerHost: Int
    private let state = Mutex(State())

    /// A gate for `limit` pages, and `limitPerHost` pages of one host; at least one each.
    init(limit: Int, limitPerHost: Int) {
        self.limit = max(limit, 1)
        self.limitPerHost = max(limitPerHost, 1)
    }

    /// Waits to come in and to take `host`. Throws `CancellationError`; then the page is still outside.
    func enter(_ host: String) async throws {
        try await wait(for: host, isInside: false)
    }

    /// Waits to take `host`, for a page inside that has none. Throws `CancellationError`; then it still has none.
    func take(_ host: String) async throws {
        try await wait(for: host, isInside: true)
    }

    /// Frees a host that was taken.
    func free(_ host: String) {
        change { state in
            let count = state.taken[host, default: 0] - 1
            state.taken[host] = count > 0 ? count : nil
        }
    }

    /// Goes out, for a page that has no host.
    func leave() {
        change { $0.inside -= 1 }
    }

    private func wait(for host: String, isInside: Bool) async throws {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                // Cancellation that comes after this look finds the waiter.
                let isCancelled = change { state in
                    if Task.isCancelled { return true }
                    state.waiters.append(
                        Waiter(id: id, host: host, isInside: isInside, continuation: continuation))
                    return false
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0) }
            }
            waiter?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Changes the state and lets those go on who can.
    private func change<Result: Sendable>(_ change: (inout State) -> Result) -> Result {
        let (result, admitted) = state.withLock { state in
            let result = change(&state)
            return (result, admit(&state, isInside: true) + admit(&state, isInside: false))
        }
        for waiter in admitted { waiter.continuation.resume() }
        return result
    }

    /// Takes out of the line those whose turn it is, the first come first.
    private func admit(_ state: inout State, isInside: Bool) -> [Waiter] {
        var admitted: [Waiter] = []
        state.waiters.removeAll { waiter in
            let count = state.taken[waiter.host, default: 0]
            guard waiter.isInside == isInside, count < limitPerHost, isInside || state.inside < limit else {
                return false
            }
            state.taken[waiter.host] = count + 1
            if !isInside { state.inside += 1 }
            admitted.append(waiter)
            return true
        }
        return admitted
    }
}

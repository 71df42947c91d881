import Foundation
import HTTPTypes
import ServiceRuntime
import Synchronization

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One request and its answer: brings the events of a session task into the order of `async`.
///
/// Whatever ends the exchange first decides what the caller sees: completion, the timer, or cancellation.
final class Exchange: Sendable {
    private struct State {
        var head: CheckedContinuation<TransportResponse, any Error>?
        var chunks: AsyncThrowingStream<Data, any Error>?
        var timer: Task<Void, Never>?
        var isOver = false
        /// Keeps the session alive until the exchange is over.
        var owner: SessionBox?
    }

    private let task: URLSessionTask
    private let body: AsyncThrowingStream<Data, any Error>.Continuation
    private let state: Mutex<State>

    init(task: URLSessionTask, owner: SessionBox) {
        self.task = task
        let (stream, continuation) = AsyncThrowingStream.makeStream(of: Data.self)
        body = continuation
        state = Mutex(State(chunks: stream, owner: owner))
    }

    /// Sends the request; returns once the head of the answer is there.
    func run(timeout: Duration) async throws -> TransportResponse {
        body.onTermination = { [weak self] reason in
            if case .cancelled = reason { self?.giveUp(CancellationError()) }
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                start(continuation, timeout)
            }
        } onCancel: {
            giveUp(CancellationError())
        }
    }

    private func start(_ continuation: CheckedContinuation<TransportResponse, any Error>, _ timeout: Duration) {
        let isOver = state.withLock { state in
            if state.isOver { return true }
            state.head = continuation
            state.timer = Task { [weak self] in
                guard (try? await Task.sleep(for: timeout)) != nil else { return }
                self?.giveUp(TransportError(.timeout, reason: "no complete answer within the time limit"))
            }
            return false
        }
        // Only cancellation can end an exchange that has not begun.
        if isOver { continuation.resume(throwing: CancellationError()) } else { task.resume() }
    }

    private func giveUp(_ reason: any Error) {
        if finish(reason) { task.cancel() }
    }

    /// Ends the exchange, with an error or well.
    ///
    /// Does nothing and returns false if it was over already.
    @discardableResult
    private func finish(_ failure: (any Error)?) -> Bool {
        let (isFirst, last) = state.withLock { state in
            let last = state
            state = State(isOver: true)
            return (!last.isOver, last)
        }
        guard isFirst else { return false }
        last.timer?.cancel()
        last.head?.resume(
            throwing: failure ?? TransportError(.connectionLost, reason: "the connection ended without an answer"))
        body.finish(throwing: failure)
        last.owner?.delegate.remove(task)
        return true
    }
}

extension Exchange {
    /// The head has arrived.
    func receive(_ response: URLResponse) {
        guard let response = response as? HTTPURLResponse else { return }
        let (continuation, chunks) = state.withLock { ($0.head.take(), $0.chunks.take()) }
        guard let continuation, let chunks else { return }
        continuation.resume(returning: TransportResponse(head: HTTPResponse(response), body: ResponseBody(chunks)))
    }

    /// A part of the body has arrived.
    func receive(_ data: Data) {
        body.yield(data)
    }

    /// The answer is complete, or there will be none.
    func complete(_ error: (any Error)?) {
        let hasAnswer = state.withLock { $0.chunks == nil }
        finish(error.map { TransportError($0, hasAnswer: hasAnswer) })
    }
}

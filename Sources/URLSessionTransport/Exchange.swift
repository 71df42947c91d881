import Foundation
import HTTPTypes
import ServiceRuntime
import Synchronization

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One request and its response: brings the events of a session task into the order of `async`.
///
/// Whatever ends the exchange first decides what the caller sees: completion, the timer, cancellation, or a reader that
/// goes away.
final class Exchange: Sendable {
    private struct State {
        var head: CheckedContinuation<TransportResponse, any Error>?
        var timer: Task<Void, Never>?
        /// The bytes that were received and not read yet.
        var waiting = 0
        var isSuspended = false
        var isOver = false
        /// Keeps the sessions alive until the exchange is over.
        var owner: Sessions?
    }

    private let task: URLSessionTask
    private let delegate: SessionDelegate
    private let cancelling: DispatchQueue
    private let chunks: AsyncThrowingStream<Data, any Error>
    private let body: AsyncThrowingStream<Data, any Error>.Continuation
    private let state: Mutex<State>

    init(task: URLSessionTask, delegate: SessionDelegate, owner: Sessions) {
        self.task = task
        self.delegate = delegate
        cancelling = owner.cancelling
        (chunks, body) = AsyncThrowingStream.makeStream(of: Data.self)
        state = Mutex(State(owner: owner))
    }

    /// Sends the request; returns once the head of the response is there.
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

    /// Ends the exchange and gives up its connection.
    func giveUp(_ reason: any Error) {
        if finish(reason) { cancelling.async { [task] in task.cancel() } }
    }

    /// Ends the exchange, with an error or well.
    ///
    /// Does nothing and returns false if it was over already.
    @discardableResult
    private func finish(_ failure: (any Error)?) -> Bool {
        let last = state.withLock { state in
            let last = state
            state = State(isOver: true)
            return last
        }
        if last.isOver { return false }
        last.timer?.cancel()
        last.head?.resume(
            throwing: failure ?? TransportError(.connectionLost, reason: "the connection ended without an answer"))
        body.finish(throwing: failure)
        delegate.remove(task)
        return true
    }
}

extension Exchange {
    /// The head has arrived.
    func receive(_ response: URLResponse) {
        guard let response = response as? HTTPURLResponse else { return }
        // On Linux an announcement such as 103 comes like a response; the response follows it.
        if (100..<200).contains(response.statusCode), response.statusCode != 101 { return }
        let continuation = state.withLock { $0.head.take() }
        continuation?.resume(
            returning: TransportResponse(
                head: HTTPResponse(response), body: ResponseBody(ExchangeBody(chunks, of: self))))
    }

    /// A part of the body has arrived.
    func receive(_ data: Data) {
        body.yield(data)
        let step = state.withLock { state in
            if state.isOver { return ReadAhead.Step.goOn }
            state.waiting += data.count
            let step = ReadAhead.step(waiting: state.waiting, isSuspended: state.isSuspended)
            if step == .suspend { state.isSuspended = true }
            return step
        }
        switch step {
        case .goOn: break
        case .suspend: task.suspend()
        case .giveUp:
            giveUp(TransportError(.connectionLost, reason: "the answer came too far ahead of its reader"))
        }
    }

    /// A part of the body was read.
    func didRead(_ count: Int) {
        let resumes = state.withLock { state in
            state.waiting -= count
            guard state.isSuspended, state.waiting < ReadAhead.resumption else { return false }
            state.isSuspended = false
            return true
        }
        if resumes { task.resume() }
    }

    /// The response is complete, or there will be none.
    func complete(_ error: (any Error)?) {
        let hasAnswer = state.withLock { $0.head == nil }
        finish(error.map { TransportError($0, hasAnswer: hasAnswer) })
    }
}

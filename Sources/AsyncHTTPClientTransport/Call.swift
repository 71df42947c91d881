import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1
import ServiceRuntime
import Synchronization

/// One request and its response: brings the events of the client into the order of `async`.
///
/// Whatever ends the call first decides what the caller sees: completion, the deadline, cancellation, or a reader that
/// goes away.
final class Call: Sendable {
    private struct State {
        var head: CheckedContinuation<TransportResponse, any Error>?
        var task: HTTPClient.Task<Void>?
        var body: CallBody.Chunks.Source?
        /// Succeeds when the reader wants more.
        var demand: EventLoopPromise<Void>?
        /// The reader wanted more before anybody waited for that.
        var hasDemand = false
        var isOver = false
        /// What sends the body, where it is a stream.
        var upload: Upload?
        /// Keeps a client of our own alive until the call is over.
        var client: ClientHandle?
    }

    private let state: Mutex<State>
    private let mayBeRedirected: Bool

    init(_ client: ClientHandle, _ upload: Upload? = nil) {
        mayBeRedirected = client.mayFollowRedirects
        state = Mutex(State(upload: upload, client: client))
    }

    /// Sends the request; returns once the head of the response is there.
    func run(_ request: HTTPClient.Request, deadline: NIODeadline) async throws -> TransportResponse {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { start(request, deadline, $0) }
        } onCancel: {
            end(CancellationError())
        }
    }

    private func start(
        _ request: HTTPClient.Request, _ deadline: NIODeadline,
        _ continuation: CheckedContinuation<TransportResponse, any Error>
    ) {
        let handle = state.withLock { state in
            if !state.isOver { state.head = continuation }
            return state.client
        }
        // Only cancellation can end a call that has not begun.
        guard let handle else { return continuation.resume(throwing: CancellationError()) }
        let task = handle.client.execute(request: request, delegate: self, deadline: deadline)
        let isOver = state.withLock { state in
            if !state.isOver { state.task = task }
            return state.isOver
        }
        if isOver { task.cancel() }
        // Some failures reach no delegate, such as that of a client that is shut down.
        task.futureResult.whenFailure { [self] error in
            let hasAnswer = state.withLock { $0.head == nil }
            end(TransportError(error, hasAnswer: hasAnswer))
        }
    }

    /// Ends the call, with an error or well; does nothing if it is over.
    private func end(_ failure: (any Error)?) {
        let last = state.withLock { state in
            let last = state
            state = State(isOver: true)
            return last
        }
        if last.isOver { return }
        last.upload?.cancel()
        last.head?.resume(
            throwing: failure ?? TransportError(.connectionLost, reason: "the connection ended without an answer"))
        if let failure {
            last.body?.finish(failure)
            last.task?.cancel()
        } else {
            last.body?.finish()
        }
        last.demand?.fail(failure ?? CancellationError())
    }
}

extension Call: HTTPClientResponseDelegate {
    typealias Response = Void

    /// Comes with each head, before the client follows a redirect.
    ///
    /// Here the client can be kept from it. That the response has no body then is the price.
    func didVisitURL(task: HTTPClient.Task<Void>, _ request: HTTPClient.Request, _ head: HTTPResponseHead) {
        guard mayBeRedirected, (300..<400).contains(head.status.code), head.headers.contains(name: "Location") else {
            return
        }
        state.withLock { $0.head.take() }?.resume(returning: TransportResponse(head: HTTPResponse(head)))
        end(CancellationError())
        task.cancel()
    }

    func didReceiveHead(task: HTTPClient.Task<Void>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        let body = CallBody.Chunks.makeSequence(
            backPressureStrategy: .init(lowWatermark: 8, highWatermark: 16), finishOnDeinit: true, delegate: self)
        let continuation = state.withLock { state in
            if !state.isOver { state.body = body.source }
            return state.head.take()
        }
        continuation?.resume(
            returning: TransportResponse(head: HTTPResponse(head), body: ResponseBody(CallBody(body.sequence))))
        return task.eventLoop.makeSucceededVoidFuture()
    }

    func didReceiveBodyPart(task: HTTPClient.Task<Void>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
        guard let body = state.withLock({ $0.body }), body.yield(buffer) == .stopProducing else {
            return task.eventLoop.makeSucceededVoidFuture()
        }
        let demand: EventLoopPromise<Void>? = state.withLock { state in
            if state.isOver || state.hasDemand {
                state.hasDemand = false
                return nil
            }
            let demand = task.eventLoop.makePromise(of: Void.self)
            state.demand = demand
            return demand
        }
        return demand?.futureResult ?? task.eventLoop.makeSucceededVoidFuture()
    }

    func didFinishRequest(task: HTTPClient.Task<Void>) throws {
        end(nil)
    }
}

extension Call: NIOAsyncSequenceProducerDelegate {
    func produceMore() {
        let demand = state.withLock { state in
            let demand = state.demand.take()
            if demand == nil { state.hasDemand = true }
            return demand
        }
        demand?.succeed(())
    }

    /// The reader went away, was cancelled, or has read everything.
    func didTerminate() {
        end(CancellationError())
    }
}

import AsyncHTTPClient
import NIOCore
import ServiceRuntime
import Synchronization

/// Sends a stream as the body of a request, chunk by chunk, at the pace of the connection.
final class Upload: Sendable {
    private struct State {
        var task: Task<Void, Never>?
        var isCancelled = false
    }

    private let stream: RequestStream
    private let eventLoop: any EventLoop
    private let state = Mutex(State())

    init(_ stream: RequestStream, on eventLoop: any EventLoop) {
        self.stream = stream
        self.eventLoop = eventLoop
    }

    /// The body for the client; it begins when the head of the request is sent.
    var body: HTTPClient.Body {
        .stream(contentLength: stream.length.map(Int64.init)) { [self] writer in
            let promise = eventLoop.makePromise(of: Void.self)
            let isCancelled = state.withLock { state in
                if !state.isCancelled { state.task = Task { await send(to: writer, promise) } }
                return state.isCancelled
            }
            if isCancelled { promise.fail(CancellationError()) }
            return promise.futureResult
        }
    }

    private func send(to writer: HTTPClient.Body.StreamWriter, _ promise: EventLoopPromise<Void>) async {
        do {
            var chunks = stream.makeAsyncIterator()
            while true {
                let chunk: ByteBuffer
                do {
                    guard let data = try await chunks.next() else { break }
                    chunk = ByteBuffer(bytes: data)
                } catch  where !(error is CancellationError) {
                    throw UploadError(cause: error)
                }
                if chunk.readableBytes > 0 { try await writer.write(.byteBuffer(chunk)).get() }
            }
            promise.succeed(())
        } catch {
            promise.fail(error)
        }
    }

    /// Stops reading the stream.
    func cancel() {
        let task = state.withLock { state in
            state.isCancelled = true
            return state.task.take()
        }
        task?.cancel()
    }
}

/// The stream of a request body failed.
struct UploadError: Error, CustomStringConvertible {
    let cause: any Error

    /// Fixed words, unless the error is our own: others may hold anything.
    var description: String {
        (cause as? RequestStreamError)?.description ?? "the stream of the request body failed: \(type(of: cause))"
    }
}

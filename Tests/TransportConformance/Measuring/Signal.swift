/// Something that happens in the thread of a server and that a test waits for.
package final class Signal: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    /// A signal that has not been given yet.
    package init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    /// Gives the signal once; each time lets one waiting pass.
    package func give() { continuation.yield() }

    /// Waits for the signal, or until the task is cancelled.
    package func wait() async {
        for await _ in stream { break }
    }
}

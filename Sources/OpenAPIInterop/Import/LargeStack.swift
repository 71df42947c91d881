import Dispatch
import Foundation

/// Runs work that goes as deep as its input on a stack that is known to be large enough, wherever it is called: tasks of
/// Swift have 512 KB on some platforms.
enum LargeStack {
    /// The size of the stack, in bytes: documents are followed to a depth that takes a fraction of it.
    private static let size = 32 << 20

    /// What passes between the two threads. The caller waits for the other one, so that only one uses it at a time.
    private final class Work: @unchecked Sendable {
        private var body: (() -> Void)?

        init(_ body: @escaping () -> Void) { self.body = body }

        /// Does the work and lets go of it: nothing of it may outlive the caller's wait.
        func run() {
            body?()
            body = nil
        }
    }

    /// The result of `body`, which runs on another thread while this one waits for it.
    static func run<Result>(_ body: () throws -> Result) throws -> Result {
        var result: Swift.Result<Result, any Error>?
        withoutActuallyEscaping(body) { body in
            let work = Work { result = Swift.Result { try body() } }
            let done = DispatchSemaphore(value: 0)
            let thread = Thread {
                work.run()
                done.signal()
            }
            thread.stackSize = size
            thread.start()
            done.wait()
        }
        // A thread that never began has left no result.
        return try (result ?? Swift.Result { try body() }).get()
    }
}

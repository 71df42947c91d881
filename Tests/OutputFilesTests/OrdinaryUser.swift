import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Runs a test as a user whom the modes of files bind: the superuser may write anywhere.
enum OrdinaryUser {
    /// The user `nobody` of Linux, who owns nothing.
    private static let nobody: UInt32 = 65_534

    /// Gives files to the user that ``run(_:)`` runs as.
    static func own(_ paths: [String]) {
        guard geteuid() == 0 else { return }
        for path in paths { #expect(chown(path, nobody, nobody) == 0, "\(path)") }
    }

    /// The result of `body`, which the superuser runs on a thread of its own that has given up all rights for good. On
    /// Linux rights belong to a thread; the C library's functions change them for all threads, the system call for one.
    static func run<Result>(_ body: () -> Result) -> Result? {
        #if os(Linux)
        guard geteuid() == 0 else { return body() }
        typealias SystemCall = @convention(c) (Int, UInt32, UInt32, UInt32) -> Int
        guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "syscall") else { return nil }
        let systemCall = unsafeBitCast(symbol, to: SystemCall.self)
        var result: Result?
        withoutActuallyEscaping(body) { body in
            let work = Work { if systemCall(number, nobody, nobody, nobody) == 0 { result = body() } }
            let done = DispatchSemaphore(value: 0)
            Thread.detachNewThread {
                work.run()
                done.signal()
            }
            done.wait()
        }
        return result
        #else
        return body()
        #endif
    }

    #if os(Linux)
    /// `setresuid`.
    #if arch(arm64)
    private static let number = 147
    #else
    private static let number = 117
    #endif

    /// What passes to the thread; the caller waits, so that only one of the two uses it at a time.
    private final class Work: @unchecked Sendable {
        private var body: (() -> Void)?

        init(_ body: @escaping () -> Void) { self.body = body }

        func run() {
            body?()
            body = nil
        }
    }
    #endif
}

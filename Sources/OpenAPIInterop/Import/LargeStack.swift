#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Runs work that goes as deep as its input on a stack that is known to be large enough, wherever it is called: tasks of
/// Swift have 512 KB on some platforms.
enum LargeStack {
    /// The size of the stack, in bytes: documents are followed to a depth that takes a fraction of it.
    private static let size = 32 << 20

    /// What stands between the two threads; the first waits for the second, so that only one uses it at a time.
    private final class Work {
        let body: () -> Void

        init(_ body: @escaping () -> Void) { self.body = body }
    }

    /// The result of `body`, which runs on another thread until it is done; on this one where there is no other to be had.
    static func run<Result>(_ body: () throws -> Result) throws -> Result {
        var result: Swift.Result<Result, any Error>?
        withoutActuallyEscaping(body) { body in
            let work = Work { result = Swift.Result { try body() } }
            var attributes = pthread_attr_t()
            pthread_attr_init(&attributes)
            defer { pthread_attr_destroy(&attributes) }
            pthread_attr_setstacksize(&attributes, size)
            let argument = Unmanaged.passRetained(work)
            #if canImport(Darwin)
            var thread: pthread_t?
            #else
            var thread = pthread_t()
            #endif
            let status = pthread_create(
                &thread, &attributes,
                { argument in
                    #if canImport(Darwin)
                    Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
                    #else
                    if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
                    #endif
                    return nil
                }, argument.toOpaque())
            guard status == 0 else {
                argument.release()
                return work.body()
            }
            #if canImport(Darwin)
            if let thread { pthread_join(thread, nil) }
            #else
            pthread_join(thread, nil)
            #endif
        }
        return try (result ?? Swift.Result { try body() }).get()
    }
}

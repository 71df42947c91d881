#if canImport(Glibc)
import Glibc
#endif

/// Has all threads take their memory from one heap.
///
/// A command does one thing after the other, if on several threads: work that goes deep has a thread of its own. By
/// default each thread has a heap, which keeps what it frees from the others, and a large document takes half as much
/// memory again. Large pieces, such as the texts of whole files, are given back to the system when they are let go; by default
/// they stay in the heap once there have been some.
package enum SharedHeap {
    /// To be called before there is a second thread. What serves many requests at a time is left as it is: there, threads
    /// would wait for each other.
    package static func choose(for arguments: some Sequence<String>) {
        guard !arguments.contains("serve") else { return }
        #if canImport(Glibc)
        // The module of the C library leaves out malloc.h.
        guard let address = dlsym(nil, "mallopt") else { return }
        typealias Option = @convention(c) (_ option: Int32, _ value: Int32) -> Int32
        let set = unsafeBitCast(address, to: Option.self)
        _ = set(greatestNumberOfHeaps, 1)
        _ = set(largePiece, 128 << 10)
        #endif
    }

    /// `M_ARENA_MAX` of malloc.h.
    private static let greatestNumberOfHeaps: Int32 = -8
    /// `M_MMAP_THRESHOLD` of malloc.h, in bytes; stating it keeps it from growing.
    private static let largePiece: Int32 = -3
}

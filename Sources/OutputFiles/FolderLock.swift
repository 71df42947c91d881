import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Keeps other runs from working on the files of a folder at the same time.
///
/// The lock is on the folder itself: no lock file stays behind, and it ends with the process. File systems that cannot
/// lock folders are worked on without one.
public struct FolderLock: ~Copyable {
    /// The open folder; -1 where there is none.
    private let number: Int32

    /// Waits until no other run holds `folder`, at most `patience` milliseconds; nothing is locked where there is no such
    /// folder.
    ///
    /// `onWait` is called once where there is somebody to wait for. Throws `DiagnosticError` when the time is up.
    public init(_ folder: String, patience: Int = 600_000, onWait: () -> Void = {}) throws {
        number = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else { return }
        let step = 20
        var waited = 0
        while flock(number, LOCK_EX | LOCK_NB) == -1 {
            if errno == EINTR { continue }
            guard errno == EWOULDBLOCK else { return }
            if waited == 0 { onWait() }
            guard waited < patience else {
                throw DiagnosticError(
                    "another run has been working in this folder for \(patience / 1000) seconds; wait for it or stop it, "
                        + "then run again", at: SourceLocation(file: folder))
            }
            usleep(UInt32(step * 1000))
            waited += step
        }
    }

    deinit { if number >= 0 { close(number) } }
}

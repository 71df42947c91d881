import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A system call that failed.
struct SystemError: Error, Equatable {
    /// The `errno` of the call.
    let code: Int32

    /// The error of the call that failed just now in this thread.
    static var last: Self { Self(code: errno) }

    /// What went wrong and, where it is clear, what to do.
    var words: String {
        switch code {
        case ENOENT: "there is no such file or folder"
        case EACCES, EPERM: "permission denied; check who owns it and who may write"
        case EROFS: "the file system is read-only"
        case ENOSPC: "the disk is full; free some space"
        case EDQUOT: "the disk quota is used up; free some space"
        case EFBIG: "the file system does not take files that large"
        case ENOTDIR: "a part of the path is not a folder"
        case EISDIR: "it is a folder"
        case ENAMETOOLONG: "the path or a name in it is too long"
        case ELOOP: "too many symbolic links"
        case EIO: "the disk reports an error"
        case EMFILE, ENFILE: "too many files are open"
        case EPIPE: "nobody reads the other end of the pipe"
        default: String(cString: strerror(code))
        }
    }

    /// The error for users: `what` could not be done with `path`.
    func diagnosed(_ what: String, path: String) -> DiagnosticError {
        DiagnosticError("\(what): \(words)", at: SourceLocation(file: path))
    }
}

/// Repeats a system call as long as signals interrupt it.
@discardableResult
func retrying<Result: SignedInteger>(_ call: () -> Result) throws(SystemError) -> Result {
    while true {
        let result = call()
        if result != -1 { return result }
        if errno != EINTR { throw .last }
    }
}

/// Runs `body` and words its system errors: `what` could not be done with `path`.
func diagnosing<Result: ~Copyable>(_ what: String, path: String, _ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch let error as SystemError {
        throw error.diagnosed(what, path: path)
    }
}

/// Refuses what C strings cannot hold: they would end at the zero byte and name another file.
func checkPath(_ path: String) throws {
    if path.isEmpty { throw DiagnosticError("the path is empty; name a file or folder", at: nil) }
    if path.utf8.contains(0) {
        throw DiagnosticError("the path holds a zero byte; remove it", at: SourceLocation(file: path))
    }
}

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Keeps folders of incomplete files out of git, whatever the project ignores: what a killed run leaves behind must not
/// be committed by the next `git add -A`.
enum GitIgnore {
    /// The file in which git looks for what to ignore below a folder.
    static let name = ".gitignore"
    private static let contents = Array("*\n".utf8)

    /// Makes git ignore `folder` and all that it holds, this file included. The folder is empty so far.
    ///
    /// The file is there at once with its whole content where the file system allows that; an empty one would itself be
    /// a new file to git.
    static func hide(_ folder: borrowing Descriptor) throws(SystemError) {
        #if os(Linux)
        // `O_TMPFILE`, which is a macro that Swift does not see: a file without a name.
        let unnamed = 0o20_000_000 | O_DIRECTORY
        if let file = try? Descriptor(".", in: folder, unnamed | O_WRONLY, mode: 0o600) {
            try file.write(contents)
            let parent = folder.number
            if linkat(AT_FDCWD, "/proc/self/fd/\(file.number)", parent, name, AT_SYMLINK_FOLLOW) == 0 { return }
            if errno == EEXIST { return }
        }
        #endif
        do {
            let file = try Descriptor(name, in: folder, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
            try file.write(contents)
            try file.finish()
        } catch  where error.code == EEXIST {
            return
        }
    }
}

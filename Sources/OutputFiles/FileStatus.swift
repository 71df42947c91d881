#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What a path leads to.
struct FileStatus {
    enum Kind {
        case file
        case folder
        case symbolicLink
        /// A device, pipe or socket.
        case special
    }

    /// Which file it is, whatever its names are.
    struct Identity: Hashable {
        let device: UInt64
        let number: UInt64
    }

    let kind: Kind
    let size: Int
    /// The permission bits.
    let mode: mode_t
    let owner: uid_t
    let group: gid_t
    let identity: Identity

    /// The status of `path`; `nil` if there is nothing.
    init?(path: String, followingLinks: Bool) throws(SystemError) {
        try self.init(path, in: AT_FDCWD, followingLinks: followingLinks)
    }

    /// The status of the entry `name` itself, be it a link; `nil` if there is nothing.
    init?(_ name: String, in folder: borrowing Descriptor) throws(SystemError) {
        try self.init(name, in: folder.number, followingLinks: false)
    }

    /// The status of an open file.
    init(of descriptor: borrowing Descriptor) throws(SystemError) {
        var raw = stat()
        let number = descriptor.number
        try retrying { fstat(number, &raw) }
        self.init(raw)
    }

    private init?(_ path: String, in folder: Int32, followingLinks: Bool) throws(SystemError) {
        var raw = stat()
        do {
            try retrying { fstatat(folder, path, &raw, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW) }
        } catch  where error.code == ENOENT {
            return nil
        }
        self.init(raw)
    }

    private init(_ raw: stat) {
        kind =
            switch raw.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .symbolicLink
            default: .special
            }
        size = Int(raw.st_size)
        mode = raw.st_mode & 0o7777
        owner = raw.st_uid
        group = raw.st_gid
        identity = Identity(device: UInt64(truncatingIfNeeded: raw.st_dev), number: UInt64(raw.st_ino))
    }
}

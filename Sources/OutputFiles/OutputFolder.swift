import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The output folder, open and locked; every path below it is walked name by name without following links.
final class OutputFolder {
    /// The folder as the user named it, for messages.
    let path: String
    let manifestName: String
    let stagingName: String
    private let descriptor: Descriptor

    private static let largestManifest = 64 << 20
    private static let folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW

    /// A regular file that is there.
    struct Found {
        let digest: Digest
        /// The digest with the line ends of Unix, where the file has others: a checkout may turn LF into CR LF, and
        /// turns them back.
        let unixDigest: Digest?
        let mode: mode_t
        let identity: FileStatus.Identity

        /// Whether the file holds what a digest says, but for line ends that a checkout has changed.
        func holds(_ digest: Digest?) -> Bool { digest != nil && (self.digest == digest || unixDigest == digest) }
    }

    /// Opens and locks the folder; `nil` if there is none. The lock ends with the object, or with the process.
    init?(_ folder: GeneratedFolder, isExclusive: Bool) throws {
        path = folder.path
        manifestName = folder.manifestName
        stagingName = folder.stagingName
        let location = SourceLocation(file: path)
        let opened: Descriptor? = try diagnosing("cannot read the folder", path: path) { [path] in
            switch try FileStatus(path: path, followingLinks: false)?.kind {
            case nil: return nil
            case .folder: return try Descriptor(path: path, Self.folderFlags)
            case .symbolicLink:
                throw DiagnosticError("the output folder is a symbolic link; name the folder itself", at: location)
            case .file, .special:
                throw DiagnosticError("the output folder is a file; name a folder", at: location)
            }
        }
        guard let opened else { return nil }
        descriptor = opened
        try lock(isExclusive: isExclusive, patience: folder.patience)
    }

    /// Creates the folder and those above it; `false` if it was there.
    static func create(_ path: String) throws -> Bool {
        try checkPath(path)
        return try diagnosing("cannot create the folder", path: path) {
            if mkdir(path, 0o777) == 0 { return true }
            if errno == EEXIST { return false }
            guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
                throw SystemError.last
            }
            _ = try create(String(path[..<slash]))
            if mkdir(path, 0o777) == 0 { return true }
            if errno == EEXIST { return false }
            throw SystemError.last
        }
    }

    /// Removes the folder if nothing is in it.
    static func removeIfEmpty(_ path: String) {
        rmdir(path)
    }

    // MARK: Looking

    /// The regular file at `path`; `nil` if there is nothing.
    func find(_ path: RelativePath) throws -> Found? {
        let location = location(of: path.text)
        return try diagnosing("cannot read the file", path: location.file) {
            try withParent(of: path, creating: false) { parent, name in
                guard let status = try FileStatus(name, in: parent) else { return nil }
                switch status.kind {
                case .file: break
                case .folder:
                    throw DiagnosticError("this is a folder where a file is generated; move or remove it", at: location)
                case .symbolicLink: throw DiagnosticError(Self.linkMessage, at: location)
                case .special:
                    throw DiagnosticError(
                        "this is not a regular file where one is generated; move or remove it", at: location)
                }
                let file = try Descriptor(name, in: parent, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
                let (digest, hasCarriageReturns) = try Digest.digest(of: file)
                var unixDigest: Digest?
                if hasCarriageReturns {
                    let again = try Descriptor(name, in: parent, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
                    unixDigest = try Digest(ofLinesOf: again)
                }
                return Found(
                    digest: digest, unixDigest: unixDigest, mode: status.mode, identity: status.identity)
            }
        }
    }

    /// The bytes of the manifest; `nil` if there is none.
    func manifestBytes() throws -> [UInt8]? {
        try read(manifestName, in: descriptor)
    }

    /// The bytes of a file of ours directly in `parent`; `nil` if there is none.
    func read(_ name: String, in parent: borrowing Descriptor) throws -> [UInt8]? {
        let location = location(of: name)
        let number = parent.number
        do {
            let file = Descriptor(owning: try retrying { openat(number, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) })
            let status = try FileStatus(of: file)
            guard status.kind == .file, status.size <= Self.largestManifest else {
                throw DiagnosticError("this is not a manifest of generated files; move or remove it", at: location)
            }
            var bytes: [UInt8] = []
            try file.forEachChunk { bytes.append(contentsOf: $0) }
            return bytes
        } catch let error as SystemError where error.code == ENOENT {
            return nil
        } catch let error as SystemError where error.code == ELOOP {
            throw DiagnosticError(Self.linkMessage, at: location)
        } catch let error as SystemError {
            throw error.diagnosed("cannot read the file", path: location.file)
        }
    }

    // MARK: Changing

    /// Creates the folders above `path`.
    func createParents(of path: RelativePath) throws {
        try diagnosing("cannot create the folder", path: location(of: path.text).file) {
            _ = try withParent(of: path, creating: true) { _, _ in }
        }
    }

    /// Gives the staged file `name` the name `path`.
    func move(_ name: String, from staging: borrowing Descriptor, to path: RelativePath) throws {
        let source = staging.number
        try diagnosing("cannot write the file", path: location(of: path.text).file) {
            _ = try withParent(of: path, creating: true) { parent, target in
                let number = parent.number
                try retrying { renameat(source, name, number, target) }
            }
        }
    }

    /// Makes the staged file `name` the manifest.
    func moveToManifest(_ name: String, from staging: borrowing Descriptor) throws {
        let source = staging.number
        try diagnosing("cannot write the file", path: location(of: manifestName).file) {
            try retrying { renameat(source, name, descriptor.number, manifestName) }
            try descriptor.synchronize()
        }
    }

    /// Removes the manifest, if there is one.
    func removeManifest() throws {
        try diagnosing("cannot remove the file", path: location(of: manifestName).file) {
            if unlinkat(descriptor.number, manifestName, 0) == -1, errno != ENOENT { throw SystemError.last }
            try descriptor.synchronize()
        }
    }

    /// Removes the file, then the folders above it that are empty.
    func remove(_ path: RelativePath) throws {
        try diagnosing("cannot remove the file", path: location(of: path.text).file) {
            _ = try withParent(of: path, creating: false) { parent, name in
                let number = parent.number
                if unlinkat(number, name, 0) == -1, errno != ENOENT { throw SystemError.last }
            }
        }
        removeEmptyParents(of: path)
    }

    /// Removes the folders above `path` that are empty; leaves the output folder itself.
    func removeEmptyParents(of path: RelativePath) {
        var names = path.names.dropLast()
        while !names.isEmpty {
            guard let folder = try? RelativePath(names.joined(separator: "/")) else { return }
            let isRemoved = try? withParent(of: folder, creating: false) { parent, name in
                unlinkat(parent.number, name, AT_REMOVEDIR) == 0
            }
            guard isRemoved == true else { return }
            names.removeLast()
        }
    }

    /// The folder for staged contents; created if asked for, else `nil` if there is none.
    func staging(creating: Bool) throws -> Descriptor? {
        let location = location(of: stagingName)
        return try diagnosing("cannot write into the folder", path: location.file) {
            if creating, mkdirat(descriptor.number, stagingName, 0o700) == -1, errno != EEXIST {
                throw SystemError.last
            }
            return try step(into: stagingName, from: descriptor, at: stagingName)
        }
    }

    /// Removes the empty folder for staged contents.
    func removeStaging() throws {
        try diagnosing("cannot remove the folder", path: location(of: stagingName).file) {
            if unlinkat(descriptor.number, stagingName, AT_REMOVEDIR) == -1, errno != ENOENT { throw SystemError.last }
        }
    }

    // MARK: Walking

    static let linkMessage = "this is a symbolic link; generated files are not written through links, so remove it"

    private func location(of relative: String) -> SourceLocation { SourceLocation(file: "\(path)/\(relative)") }

    /// Calls `body` with the folder that holds the last name of `path`; `nil` if there is no such folder.
    private func withParent<Result>(
        of path: RelativePath, creating: Bool, _ body: (borrowing Descriptor, String) throws -> Result?
    ) throws -> Result? {
        let names = path.names
        var current = try Descriptor(copyOf: descriptor)
        for (depth, name) in names.dropLast().enumerated() {
            if creating {
                let number = current.number
                if mkdirat(number, name, 0o777) == -1, errno != EEXIST { throw SystemError.last }
            }
            let walked = names[...depth].joined(separator: "/")
            guard let next = try step(into: name, from: current, at: walked) else { return nil }
            current = next
        }
        return try body(current, names[names.count - 1])
    }

    /// Opens the folder `name`; `nil` if there is nothing.
    private func step(
        into name: String, from parent: borrowing Descriptor, at walked: String
    ) throws -> Descriptor? {
        guard let status = try FileStatus(name, in: parent) else { return nil }
        switch status.kind {
        case .folder: return try Descriptor(name, in: parent, Self.folderFlags)
        case .symbolicLink: throw DiagnosticError(Self.linkMessage, at: location(of: walked))
        case .file, .special:
            throw DiagnosticError(
                "this is a file where a folder is needed; move or remove it", at: location(of: walked))
        }
    }

    // MARK: Locking

    /// Waits for other runs. The lock is on the folder itself, so no lock file stays behind.
    private func lock(isExclusive: Bool, patience: Int) throws {
        let step = 20
        var waited = 0
        while flock(descriptor.number, (isExclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) == -1 {
            switch errno {
            case EWOULDBLOCK:
                guard waited < patience else {
                    throw DiagnosticError(
                        "another run has been working in this folder for \(patience / 1000) seconds; "
                            + "wait for it or stop it, then run again", at: SourceLocation(file: path))
                }
                usleep(UInt32(step * 1000))
                waited += step
            case EINTR: continue
            // Some network file systems cannot lock folders; a single run works there as well.
            default: return
            }
        }
    }
}

import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Writing a file so that others see either the old content or the new, never a part.
public enum AtomicFile {
    /// Replaces the content of a file, or creates it.
    ///
    /// The new content goes to a temporary file beside the old one, in a folder that git ignores, to the disk, and only
    /// then takes the name. What a killed process has left of that is removed by the next write. The file keeps its permissions, and its owner where the system allows that. A symbolic link to a file stays a link; the
    /// file that it names is replaced. Devices and pipes, such as `/dev/stdout`, are written to directly.
    ///
    /// - Parameters:
    ///   - bytes: The content.
    ///   - path: The file; its folder must exist.
    /// - Returns: `false` if the file already holds exactly these bytes; then it is not touched.
    /// - Throws: `DiagnosticError`; the old content is then whole, and no temporary file is left.
    @discardableResult
    public static func write(_ bytes: [UInt8], to path: String) throws -> Bool {
        try write(bytes, to: path) {}
    }

    /// Replaces the content of a file, or creates it, with `text` in UTF-8; otherwise as for bytes.
    ///
    /// - Parameters:
    ///   - text: The content.
    ///   - path: The file; its folder must exist.
    /// - Returns: `false` if the file already holds exactly this text; then it is not touched.
    /// - Throws: `DiagnosticError`; the old content is then whole, and no temporary file is left.
    @discardableResult
    public static func write(_ text: String, to path: String) throws -> Bool {
        try write(Array(text.utf8), to: path)
    }

    /// As above; `beforeSwitch` is called when the new content is complete but has not taken the name.
    static func write(_ bytes: [UInt8], to path: String, beforeSwitch: () throws -> Void) throws -> Bool {
        try checkPath(path)
        return try diagnosing("cannot write the file", path: path) {
            let old = try FileStatus(path: path, followingLinks: true)
            switch old?.kind {
            case .folder: throw refusal("this is a folder; name a file in it", path)
            case .special:
                try Descriptor(path: path, O_WRONLY).write(bytes)
                return true
            case .file, .symbolicLink, nil: break
            }
            let target = try target(of: path, exists: old != nil)
            if let old {
                if try holds(bytes, path: target, status: old) { return false }
                guard access(target, W_OK) == 0 else {
                    throw refusal("cannot write the file: it is read-only; make it writable", path)
                }
            }
            try replace(target, with: bytes, old: old, named: path, beforeSwitch: beforeSwitch)
            return true
        }
    }

    /// The path behind a symbolic link, the path itself otherwise; says what is wrong with it if nothing is there.
    private static func target(of path: String, exists: Bool) throws -> String {
        let isLink = try FileStatus(path: path, followingLinks: false)?.kind == .symbolicLink
        guard exists else {
            if isLink { throw refusal("this symbolic link leads nowhere; remove it, or create what it names", path) }
            if path.hasSuffix("/") { throw refusal("this names a folder; name a file in it", path) }
            let folder = folder(of: path)
            guard try FileStatus(path: folder, followingLinks: true) != nil else {
                throw refusal("there is no folder \(folder); create it first", path)
            }
            return path
        }
        guard isLink else { return path }
        guard let resolved = realpath(path, nil) else { throw SystemError.last }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func replace(
        _ target: String, with bytes: [UInt8], old: FileStatus?, named path: String, beforeSwitch: () throws -> Void
    ) throws {
        let folder = folder(of: target)
        // A new file gets the usual permissions; the copy of an old one is private until it has the old ones.
        let mode: mode_t = old == nil ? 0o666 : 0o600
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
        let scratch = try diagnosing("cannot write into the folder \(folder)", path: path) {
            try ScratchFolder(in: folder)
        }
        do {
            let temporary = scratch.file
            let file = try Descriptor(path: temporary, flags, mode: mode)
            try file.write(bytes)
            if let old {
                // Only the superuser may give files away.
                _ = fchown(file.number, old.owner, old.group)
                let number = file.number
                try retrying { fchmod(number, old.mode) }
            }
            try file.synchronize()
            try file.finish()
            try beforeSwitch()
            try retrying { rename(temporary, target) }
        } catch {
            scratch.remove()
            throw error
        }
        scratch.remove()
        // The content is safe whether or not the system can also promise the name.
        try? Descriptor(path: folder, O_RDONLY | O_DIRECTORY).synchronize()
    }

    /// Whether the file holds exactly `bytes`; `false` for one that may not be read.
    private static func holds(_ bytes: [UInt8], path: String, status: FileStatus) throws -> Bool {
        guard status.size == bytes.count else { return false }
        do {
            var offset = 0
            var isEqual = true
            try Descriptor(path: path, O_RDONLY).forEachChunk { chunk in
                let end = offset + chunk.count
                isEqual = isEqual && end <= bytes.count && chunk.elementsEqual(bytes[offset..<min(end, bytes.count)])
                offset = end
            }
            return isEqual && offset == bytes.count
        } catch let error as SystemError where error.code == EACCES {
            return false
        }
    }

    private static func refusal(_ message: String, _ path: String) -> DiagnosticError {
        DiagnosticError(message, at: SourceLocation(file: path))
    }
}

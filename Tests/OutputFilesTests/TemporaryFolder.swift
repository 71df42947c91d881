import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A folder for one test, removed with the object.
final class TemporaryFolder {
    let path: String

    init() {
        var template = Array("/tmp/output-files-XXXXXX".utf8CString)
        // Without links in it, so that paths in messages are known.
        path = mkdtemp(&template).flatMap { realpath($0, nil) }.map { String(cString: $0) } ?? "/nowhere"
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    func put(_ text: String, _ name: String) throws {
        let folder = name.split(separator: "/").dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(atPath: self(folder), withIntermediateDirectories: true)
        let file = open(self(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        defer { close(file) }
        let bytes = Array(text.utf8)
        guard write(file, bytes, bytes.count) == bytes.count else { throw CocoaError(.fileWriteUnknown) }
    }

    func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: self(name)).map { String(decoding: $0, as: UTF8.self) }
    }

    func link(_ name: String, to target: String) { symlink(target, self(name)) }

    /// All files below `name` with their contents, folders with a slash.
    func tree(_ name: String = "") -> [String: String] {
        var tree: [String: String] = [:]
        for entry in (try? FileManager.default.subpathsOfDirectory(atPath: self(name))) ?? [] {
            let path = name.isEmpty ? entry : "\(name)/\(entry)"
            var isFolder = false
            _ = FileManager.default.fileExists(atPath: self(path), isDirectory: &isFolder)
            tree[isFolder ? entry + "/" : entry] = isFolder ? "" : text(path)
        }
        return tree
    }

    func mode(_ name: String) -> mode_t {
        var status = stat()
        lstat(self(name), &status)
        return status.st_mode & 0o7777
    }

    /// What tells an untouched file from one that was written again.
    func identity(_ name: String) -> UInt64 {
        var status = stat()
        lstat(self(name), &status)
        return UInt64(status.st_ino)
    }
}

/// What `body` complains about, without the folder of the test; `nil` if it succeeds.
func complaint(_ folder: TemporaryFolder, _ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch {
        return "\(error)".split(separator: folder.path + "/").joined()
    }
}

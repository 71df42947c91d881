#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A folder for a file that is not complete yet, beside the one that it will replace: a rename works within one file
/// system only.
///
/// Git ignores it. It is locked while it is in use, so that what a killed process left can be told from what another one
/// is working on.
struct ScratchFolder: ~Copyable {
    /// Where the new content goes.
    let file: String
    private let path: String
    private let descriptor: Descriptor

    private static let prefix = ".apidoc-"
    private static let suffix = ".tmp"
    private static let contentName = "new"

    /// Creates a folder in `parent`, and removes those that killed processes have left there.
    init(in parent: String) throws {
        Self.removeLeftovers(in: parent)
        let base = parent == "/" ? "" : parent
        while true {
            let path = "\(base)/\(Self.prefix)\(String(UInt64.random(in: .min ... .max), radix: 36))\(Self.suffix)"
            try retrying { mkdir(path, 0o700) }
            let opened = try Descriptor(path: path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
            _ = flock(opened.number, LOCK_EX | LOCK_NB)
            do {
                try GitIgnore.hide(opened)
            } catch  where error.code == ENOENT {
                // Another process took it for a leftover before it was locked.
                continue
            } catch {
                rmdir(path)
                throw error
            }
            self.path = path
            file = "\(path)/\(Self.contentName)"
            descriptor = opened
            return
        }
    }

    /// Removes the folder with what is in it.
    consuming func remove() { Self.remove(descriptor, path) }

    /// Removes what killed processes have left in `parent`; what is in use, or cannot be removed, stays.
    static func removeLeftovers(in parent: String) {
        guard let stream = opendir(parent) else { return }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
            }
            if name.hasPrefix(prefix), name.hasSuffix(suffix) { names.append(name) }
        }
        for name in names {
            let path = "\(parent == "/" ? "" : parent)/\(name)"
            guard let folder = try? Descriptor(path: path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW),
                flock(folder.number, LOCK_EX | LOCK_NB) == 0
            else { continue }
            remove(folder, path)
        }
    }

    /// The file that hides the folder from git goes last.
    private static func remove(_ folder: borrowing Descriptor, _ path: String) {
        for name in [contentName, GitIgnore.name] { unlinkat(folder.number, name, 0) }
        rmdir(path)
    }
}

/// What killed runs have left behind.
public enum Leftovers {
    /// Removes the incomplete files that killed processes have left in `folder`; what is in use stays.
    public static func remove(in folder: String) { ScratchFolder.removeLeftovers(in: folder.isEmpty ? "." : folder) }
}

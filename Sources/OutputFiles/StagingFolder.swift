import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The hidden folder that holds new contents until they take their names; git ignores it.
///
/// It lies inside the output folder, since a rename works within one file system only. Its name is fixed: the lock on
/// the output folder keeps other runs out, and the next run finds what an interrupted one left.
struct StagingFolder: ~Copyable {
    /// What is being written and not complete.
    static let partialName = "partial"

    let descriptor: Descriptor
    private let folder: OutputFolder

    /// Opens or creates the folder.
    init?(_ folder: OutputFolder) throws {
        guard let opened = try folder.staging(creating: true) else { return nil }
        try diagnosing("cannot write into the folder", path: "\(folder.path)/\(folder.stagingName)") {
            try GitIgnore.hide(opened)
        }
        descriptor = opened
        self.folder = folder
    }

    /// Writes a new file, with the usual permissions if `mode` is `nil`; waits until it is on the disk.
    func write(_ bytes: [UInt8], as name: String, mode: mode_t?) throws {
        try diagnosing("cannot write into the folder", path: path) {
            if unlinkat(descriptor.number, name, 0) == -1, errno != ENOENT { throw SystemError.last }
            let file = try Descriptor(name, in: descriptor, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o666)
            try file.write(bytes)
            if let mode {
                let number = file.number
                try retrying { fchmod(number, mode) }
            }
            try file.synchronize()
            try file.finish()
        }
    }

    /// Writes a file that is either complete or not there.
    func writeAtOnce(_ bytes: [UInt8], as name: String) throws {
        try write(bytes, as: Self.partialName, mode: nil)
        try diagnosing("cannot write into the folder", path: path) {
            let number = descriptor.number
            try retrying { renameat(number, Self.partialName, number, name) }
            try descriptor.synchronize()
        }
    }

    /// Removes all that is staged, and the folder.
    func removeAll() throws {
        let names = try names()
        try diagnosing("cannot remove what an interrupted run left in the folder", path: path) {
            // The journal goes first: without it the rest means nothing. What hides the folder from git goes last.
            let first = names.filter { $0 == Recovery.journalName }
            let last = names.filter { $0 == GitIgnore.name }
            for name in first + names.filter({ !(first + last).contains($0) }) + last {
                if unlinkat(descriptor.number, name, 0) == -1, errno != ENOENT { throw SystemError.last }
            }
        }
        try folder.removeStaging()
    }

    private var path: String { "\(folder.path)/\(folder.stagingName)" }

    private func names() throws -> [String] {
        try diagnosing("cannot read the folder", path: path) {
            let number = try retrying { openat(descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
            guard let stream = fdopendir(number) else {
                let error = SystemError.last
                close(number)
                throw error
            }
            defer { closedir(stream) }
            var names: [String] = []
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
                }
                if name != ".", name != ".." { names.append(name) }
            }
            return names
        }
    }
}

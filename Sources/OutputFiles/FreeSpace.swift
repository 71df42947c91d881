import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

extension GeneratedFolder {
    /// Throws `DiagnosticError` where the disks have no room for all that the plans write.
    ///
    /// Each folder is whole whatever happens; this keeps several of them from being of two runs. What others write
    /// meanwhile, and quotas, it does not know.
    public static func checkSpace(for plans: [(folder: GeneratedFolder, plan: Plan)]) throws {
        var disks: [UInt64: (free: Int, needed: Int)] = [:]
        for (folder, plan) in plans where !plan.isUpToDate {
            guard let place = existing(folder.path), let status = try? FileStatus(path: place, followingLinks: true),
                let disk = Disk(at: place)
            else { continue }
            let needed = plan.bytesToWrite(inBlocksOf: disk.blockSize)
            let sum = (disks[status.identity.device]?.needed ?? 0) + needed
            disks[status.identity.device] = (disk.free, sum)
            guard sum <= disk.free else {
                throw SystemError(code: ENOSPC).diagnosed("cannot write into the folder", path: folder.path)
            }
        }
    }

    /// The folder, or the nearest one above it that is there.
    private static func existing(_ path: String) -> String? {
        var path = path
        while (try? FileStatus(path: path, followingLinks: true)) == nil {
            guard let slash = path.lastIndex(of: "/") else { return path == "." ? nil : existing(".") }
            path = slash == path.startIndex ? "/" : String(path[..<slash])
        }
        return path
    }
}

extension GeneratedFolder.Plan {
    /// The room that new contents take beside the old ones, which stay until all are there, with the list of the files.
    func bytesToWrite(inBlocksOf size: Int) -> Int {
        let paths = Set(added + changed)
        let files = wanted.filter { paths.contains($0.path.text) }.map(\.contents.count)
        // A line of the list holds a path and a digest.
        let list = wanted.reduce(256) { $0 + $1.path.text.utf8.count + 100 }
        return (files + [list]).reduce(0) { $0 + ($1 + size - 1) / size * size }
    }
}

/// A file system.
private struct Disk {
    /// The bytes that anybody may still write.
    let free: Int
    /// Files take multiples of this.
    let blockSize: Int

    init?(at path: String) {
        var raw = statvfs()
        guard statvfs(path, &raw) == 0, raw.f_frsize > 0 else { return nil }
        blockSize = Int(raw.f_frsize)
        free =
            Int(clamping: raw.f_bavail).multipliedReportingOverflow(by: blockSize).overflow
            ? .max : Int(clamping: raw.f_bavail) * blockSize
    }
}

import Foundation
import Testing

@Suite("A disk that is full")
struct FullDiskTests {
    /// A small file system, or nil where this process may not mount one.
    private static let disk: String? = {
        let path = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString)").path()
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard run("mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", path) else {
            try? FileManager.default.removeItem(atPath: path)
            return nil
        }
        return path
    }()

    private static func run(_ arguments: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    @Test("Nothing is written where not everything has room", .enabled(if: disk != nil, "only the superuser may mount"))
    func nothingIsWritten() throws {
        let disk = try #require(Self.disk)
        defer {
            _ = Self.run("umount", disk)
            try? FileManager.default.removeItem(atPath: disk)
        }
        let tool = try Tool()
        _ = try tool.run("import", Tool.sample, "-o", "greenhouse.yaml")
        let run = try tool.run("generate", "greenhouse.yaml", "-o", disk)
        #expect(run.status == 2)
        #expect(run.errors.contains("error: cannot write into the folder: the disk is full; free some space"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk) == [])
        #expect(!tool.files().contains("greenhouse.names.yaml"))
    }
}

import Foundation

/// The built `apidoc`, run as a process.
struct Tool {
    /// What a run gave.
    struct Run {
        var status: Int32
        var output: String
        var errors: String
        var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
    }

    /// A folder of its own for each test, removed with the tool.
    let folder: Folder

    init() throws { folder = try Folder() }

    /// The page that the repository brings along.
    static let sample: String = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "DocumentationImportTests/Fixtures/greenhouse.txt").path()

    func path(_ name: String) -> String { folder.path + "/" + name }

    func write(_ text: String, to name: String) throws -> String {
        try FileManager.default.createDirectory(
            atPath: (path(name) as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: path(name)))
        return path(name)
    }

    func read(_ name: String) -> String? { try? String(contentsOfFile: path(name), encoding: .utf8) }

    /// Everything below the folder, sorted.
    func files() -> [String] { ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []).sorted() }

    /// Runs `apidoc` in the folder.
    func run(_ arguments: String..., input: String? = nil) throws -> Run { try run(arguments, input: input) }

    /// Runs `apidoc` in the folder.
    func run(_ arguments: [String], input: String? = nil) throws -> Run {
        let process = Process()
        process.executableURL = try Self.executable()
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        // What runs remember stays out of the folder, whose files tests list, and out of the user's.
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["XDG_CACHE_HOME": folder.path + ".caches"]) { $1 }
        // Files, not pipes: a full pipe would stop the process.
        let out = path(".out-\(UUID().uuidString)"), err = path(".err-\(UUID().uuidString)")
        for file in [out, err] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: out))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: err))
        if let input {
            let file = path(".in-\(UUID().uuidString)")
            try Data(input.utf8).write(to: URL(filePath: file))
            process.standardInput = try FileHandle(forReadingFrom: URL(filePath: file))
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
        process.waitUntilExit()
        let run = Run(
            status: process.terminationStatus,
            output: try String(contentsOfFile: out, encoding: .utf8).replacing(folder.path + "/", with: ""),
            errors: try String(contentsOfFile: err, encoding: .utf8).replacing(folder.path + "/", with: ""))
        for file in [out, err] { try FileManager.default.removeItem(atPath: file) }
        return run
    }

    /// Starts `apidoc` in the folder; what it says on standard output is in the file whose path is returned.
    func start(_ arguments: [String]) throws -> (process: Process, output: String) {
        let process = Process()
        process.executableURL = try Self.executable()
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        let out = path(".out-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: out, contents: nil)
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: out))
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return (process, out)
    }

    static func executable() throws -> URL {
        // The test bundle and the tool are built into one folder.
        var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        for argument in CommandLine.arguments where argument.hasSuffix(".xctest") {
            folder = URL(filePath: argument).deletingLastPathComponent()
        }
        let tool = folder.appending(path: "apidoc")
        guard FileManager.default.isExecutableFile(atPath: tool.path()) else { throw MissingTool(path: tool.path()) }
        return tool
    }
}

struct MissingTool: Error {
    var path: String
}

/// A folder that goes away with its last user.
final class Folder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "apidoc-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path()
    }

    deinit {
        for path in [path, path + ".caches"] { try? FileManager.default.removeItem(atPath: path) }
    }
}

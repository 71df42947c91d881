import Foundation
import Testing

@Suite("Standard output as scripts use it")
struct StandardOutputTests {
    private let tool: Tool

    init() throws {
        tool = try Tool()
        _ = try tool.run("import", Tool.sample, "-o", "greenhouse.yaml")
    }

    private static let commands = [
        ["--help"], ["--version"], ["diff", "--help"], ["--generate-completion-script", "bash"],
        ["diff", "--list-rules"], ["versions", "greenhouse.yaml"],
        ["export", "greenhouse.yaml", "--version", "1.2"], ["check", "greenhouse.yaml", "--format", "json"],
        ["diff", "greenhouse.yaml", "--from", "1.0", "--to", "1.2", "--fail-on", "none"],
        ["serve", "greenhouse.yaml", "--port", "0", "--unsigned"],
    ]

    /// Runs `apidoc` with a redirection of the shell, after other commands of it.
    private func shell(
        _ arguments: [String], _ redirection: String, after commands: String = ""
    ) throws -> (status: Int32, errors: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "\(commands)\"$@\" \(redirection)", "sh", try Tool.executable().path()] + arguments
        process.currentDirectoryURL = URL(filePath: tool.folder.path)
        let errors = tool.path(".errors-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOfFile: errors, encoding: .utf8))
    }

    #if os(Linux)
    @Test("A full disk is an error", arguments: commands)
    func full(_ arguments: [String]) throws {
        let run = try shell(arguments, "> /dev/full")
        #expect(run.status == 2)
        #expect(run.errors.contains("error: standard output cannot be written to: No space left on device"))
    }
    #endif

    @Test("A closed output is an error, and no file takes its place", arguments: commands)
    func closed(_ arguments: [String]) throws {
        let run = try shell(arguments, ">&-")
        #expect(run.status == 2)
        #expect(run.errors.contains("error: standard output cannot be written to: it is closed"))
    }

    @Test("A reader that goes away ends nothing without a word", arguments: commands)
    func pipe(_ arguments: [String]) throws {
        // The reader is gone before the command starts: it is the other end of the same pipe, and is closed.
        let run = try shell(arguments, ">&6", after: "mkfifo gone; exec 5<>gone 6>gone 5<&-; ")
        #expect(run.status == 2)
        #expect(run.errors.contains("error: standard output cannot be written to: its reader has gone"))
    }

    @Test("`-` is standard output")
    func hyphen() throws {
        let run = try tool.run("import", Tool.sample, "-o", "-")
        #expect(run.status == 0)
        #expect(run.output == tool.read("greenhouse.yaml"))
        let export = try tool.run("export", "greenhouse.yaml", "--version", "1.2")
        #expect(try tool.run("export", "greenhouse.yaml", "--version", "1.2", "-o", "-").output == export.output)
        let diff = ["diff", "greenhouse.yaml", "--from", "1.0", "--to", "1.2", "--fail-on", "none"]
        #expect(try tool.run(diff + ["-o", "-"]).output == tool.run(diff).output)
        #expect(try tool.run("generate", "greenhouse.yaml", "-o", "-").status == 64)
        #expect(run.errorLines.last?.hasPrefix("<standard output>: ") == true, "\(run.errors)")
        let update = ["update", "greenhouse.yaml", Tool.sample]
        let values = try tool.run(update + ["--report", "r.txt", "--output", "-"])
        #expect(values.output.hasPrefix("changed=") && values.status == 0, "\(values.errors)")
        for both in [["--output", "-"], ["--output", "-", "--report", "-"], ["--report", "-", "--report", "-"]] {
            #expect(try tool.run(update + both).status == 64, "\(both)")
        }
        #expect(try tool.run(update + ["-o", "-"]).status == 64)
        #expect(!tool.files().contains("-"))
    }

    @Test("Line ends that a checkout has changed are no edit by hand")
    func lineEnds() throws {
        _ = try tool.run("generate", "greenhouse.yaml")
        for file in tool.files() where file.hasSuffix(".swift") || file.hasSuffix(".json") || file.hasSuffix(".yaml") {
            let text = try #require(tool.read(file))
            _ = try tool.write(text.replacing("\n", with: "\r\n"), to: file)
        }
        let check = try tool.run("generate", "greenhouse.yaml", "--check")
        #expect(check.status == 0, "\(check.errors)")
        #expect(try tool.run("generate", "greenhouse.yaml").status == 0)
    }

    @Test(
        "What is wrong with JSON is not said of a page",
        arguments: [
            ("a.json", "[1, 2"), ("a.json", "[1, 2]"), ("a.json", "\"a\""), ("a.json", ""), ("a.json", "{\"a\": 1}"),
            ("a.txt", "[1, 2]"),
        ])
    func json(_ name: String, _ text: String) throws {
        _ = try tool.write(text, to: name)
        let run = try tool.run("import", name, "-o", "b.yaml")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("\(name):1:1: error: "))
        #expect(!run.errors.contains("page"), "\(run.errors)")
    }
}

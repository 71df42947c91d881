import Foundation
import Testing

@Suite("Bad input: one clear diagnostic, exit code 2, no output touched")
struct BadInputTests {
    let tool: Tool

    init() throws { tool = try Tool() }

    private func refused(_ page: String, _ start: String, sourceLocation: Testing.SourceLocation = #_sourceLocation)
        throws
    {
        _ = try tool.write("old\n", to: "out.yaml")
        let before = tool.files()
        let run = try tool.run("import", page, "-o", "out.yaml")
        #expect(run.status == 2, sourceLocation: sourceLocation)
        #expect(run.errorLines.count == 1, "\(run.errors)", sourceLocation: sourceLocation)
        #expect(run.errors.hasPrefix(start), "\(run.errors)", sourceLocation: sourceLocation)
        #expect(run.output == "", sourceLocation: sourceLocation)
        #expect(tool.read("out.yaml") == "old\n", sourceLocation: sourceLocation)
        #expect(tool.files() == before, sourceLocation: sourceLocation)
    }

    @Test("A file that does not exist")
    func missing() throws { try refused("nothing.txt", "nothing.txt:1:1: error: ") }

    @Test("An empty file")
    func empty() throws { try refused(try tool.write("", to: "empty.txt"), "empty.txt:1:1: error: ") }

    @Test("A binary file")
    func binary() throws {
        _ = try tool.write("", to: "x")
        try Data([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0xFF, 0xFE]).write(to: URL(filePath: tool.path("binary.txt")))
        try refused("binary.txt", "binary.txt:1:")
    }

    @Test("A folder without pages")
    func folder() throws {
        _ = try tool.write("no page", to: "folder/readme.rst")
        try refused("folder", "folder:1:1: error: the folder has no pages")
    }

    @Test("A page that is cut off in the middle of a row")
    func cutOff() throws {
        let lines = try String(contentsOfFile: Tool.sample, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("| query | bed_name") })
        let page = try tool.write(lines[...start].joined(separator: "\n"), to: "cut.txt")
        try refused(page, "cut.txt:\(start + 1):1: error: ")
    }

    @Test("A page that is cut off between two rows or tables, far from its end", arguments: [0.3, 0.5, 0.7, 0.85, 0.9])
    func cutOffBetween(part: Double) throws {
        let lines = try String(contentsOfFile: Tool.sample, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        let start = Int(Double(lines.count) * part)
        let rows = lines.indices.dropFirst(start).filter { lines[$0].hasSuffix("|") && lines[$0].hasPrefix("| ") }
        for row in rows.prefix(3) {
            let page = try tool.write(lines[...row].joined(separator: "\n") + "\n", to: "cut.txt")
            _ = try tool.write("old\n", to: "out.yaml")
            let run = try tool.run("import", page, "-o", "out.yaml")
            #expect(run.status == 2, "cut after line \(row + 1)")
            #expect(tool.read("out.yaml") == "old\n")
        }
    }

    @Test("An output that is an input")
    func outputIsInput() throws {
        let page = try tool.write(try String(contentsOfFile: Tool.sample, encoding: .utf8), to: "page.txt")
        let before = tool.read("page.txt")
        for arguments in [["-o", "page.txt"], ["-o", "x.yaml", "--findings", "./page.txt"]] {
            let run =
                arguments.count == 2
                ? try tool.run("import", page, arguments[0], arguments[1])
                : try tool.run("import", page, arguments[0], arguments[1], arguments[2], arguments[3])
            #expect(run.status == 2)
            #expect(run.errors.hasSuffix("error: this is an input and would be overwritten; name another file\n"))
            #expect(tool.read("page.txt") == before)
        }
    }

    @Test("A page with findings never gives a spec that cannot be read again")
    func specsAreReadable() throws {
        let folder = URL(filePath: Tool.sample).deletingLastPathComponent().appending(path: "broken")
        for page in try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
        where page.hasSuffix(".txt") {
            let run = try tool.run("import", folder.appending(path: page).path(), "-o", "out.yaml")
            if run.status == 0 {
                #expect(try tool.run("check", "out.yaml").status == 0, "\(page)")
                try FileManager.default.removeItem(atPath: tool.path("out.yaml"))
            } else {
                #expect(run.status == 2 && run.errors.contains("in the overlay"), "\(page): \(run.errors)")
                #expect(tool.read("out.yaml") == nil)
            }
        }
    }

    @Test("A page that is cut off in the middle of an example")
    func cutOffExample() throws {
        let lines = try String(contentsOfFile: Tool.sample, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0 == "{" })
        let page = try tool.write(lines[...(start + 2)].joined(separator: "\n"), to: "cut.txt")
        try refused(page, "cut.txt:\(start + 3):1: error: the page ends in the middle of an example")
    }

    @Test(
        "A page of another site",
        arguments: [
            "Weather\nToday it rains.\nTomorrow it does not.\n",
            "<!doctype html><html><body><main><h1>Sign in</h1><p>Please sign in.</p></main></body></html>",
            "# Title\n\n- a\n- b\n",
        ])
    func otherSite(text: String) throws { try refused(try tool.write(text, to: "other.txt"), "other.txt:1:1: error: ") }

    @Test("A file of 100 MB")
    func huge() throws {
        let path = try tool.write("", to: "huge.txt")
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.truncate(atOffset: 100 << 20)
        try handle.close()
        try refused("huge.txt", "huge.txt:1:1: error: ")
    }

    @Test("Hostile file names are shown harmlessly")
    func hostileName() throws {
        let run = try tool.run("import", "a\n::error::b.txt", "-o", "out.yaml")
        #expect(run.status == 2)
        #expect(run.errorLines.count == 1)
    }

    @Test("An output that cannot be written")
    func noSuchFolder() throws {
        _ = try tool.write("a file", to: "file")
        let run = try tool.run("import", Tool.sample, "-o", "file/x.yaml")
        #expect(run.status == 2)
        #expect(run.errorLines.last?.contains(": error: ") == true, "\(run.errors)")
        #expect(tool.read("file") == "a file")
    }

    @Test(
        "Wrong usage ends with 64",
        arguments: [["import"], ["nonsense"], ["check", "--as-of", "yesterday"], ["import", "x"]])
    func usage(arguments: [String]) throws {
        let run: Tool.Run =
            switch arguments.count {
            case 1: try tool.run(arguments[0])
            case 2: try tool.run(arguments[0], arguments[1])
            default: try tool.run(arguments[0], arguments[1], arguments[2])
            }
        #expect(run.status == 64)
    }
}

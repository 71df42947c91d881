import Foundation
import Testing

@Suite("apidoc update")
struct UpdateTests {
    let tool: Tool

    init() throws {
        tool = try Tool()
        let page = try String(contentsOfFile: Tool.sample, encoding: .utf8)
        _ = try tool.write(page, to: "page.txt")
        _ = try FileManager.default.createDirectory(atPath: tool.path("spec"), withIntermediateDirectories: true)
        _ = try tool.run("import", "page.txt", "-o", "spec/greenhouse.yaml")
        _ = try tool.run("generate")
    }

    private func contents() -> [String: String] {
        Dictionary(uniqueKeysWithValues: tool.files().map { ($0, tool.read($0) ?? "") })
    }

    private func changePage() throws {
        let page = tool.read("page.txt") ?? ""
        #expect(page.contains("/v1/climate-zones"))
        _ = try tool.write(page.replacing("/v1/climate-zones", with: "/v1/zones"), to: "page.txt")
    }

    @Test("Shows what changed and writes spec and code")
    func update() throws {
        try changePage()
        let run = try tool.run("update", "spec/greenhouse.yaml", "page.txt")
        #expect(run.status == 0)
        #expect(run.output.contains("`listClimateZones`"))
        #expect(tool.read("spec/greenhouse.yaml")?.contains("path: /v1/zones") == true)
        #expect(tool.read("Generated/SCPGreenhouse/Clients/AnyVersion.swift")?.contains("/v1/zones") == true)
        #expect(try tool.run("generate", "--check").status == 0)
    }

    @Test("--dry-run writes nothing")
    func dryRun() throws {
        try changePage()
        let before = contents()
        let run = try tool.run("update", "spec/greenhouse.yaml", "page.txt", "--dry-run")
        #expect(run.status == 0)
        #expect(run.output.contains("/v1/zones"))
        #expect(run.errors.hasSuffix("nothing was written\n"))
        #expect(contents() == before)
    }

    @Test("The report goes to a file in the form that is asked for")
    func report() throws {
        try changePage()
        let run = try tool.run(
            "update", "spec/greenhouse.yaml", "page.txt", "--format", "markdown", "--report", "changes.md")
        #expect(run.output == "")
        #expect(tool.read("changes.md")?.hasPrefix("#") == true)
    }

    @Test("Nothing is written where a generated file was edited by hand")
    func editedByHand() throws {
        let path = "Generated/SCPGreenhouse/Greenhouse.swift"
        _ = try tool.write((tool.read(path) ?? "") + "// mine\n", to: path)
        try changePage()
        let before = contents()
        #expect(try tool.run("update", "spec/greenhouse.yaml", "page.txt").status == 2)
        #expect(contents() == before)
    }

    @Test("A spec that was read from a file needs the page, which is said once with the command")
    func noAddress() throws {
        let words = "the spec was read from `page.txt`; update it with `apidoc update spec/greenhouse.yaml page.txt`"
        let run = try tool.run("update", "spec/greenhouse.yaml")
        #expect(run.status == 2)
        #expect(run.errors == "spec/greenhouse.yaml:1:1: error: \(words)\n")
        #expect(!run.output.contains("page.txt"))
        let all = try tool.run("update")
        #expect(all.status == 2)
        #expect(all.errors == "spec/greenhouse.yaml:1:1: error: \(words)\n")
        try FileManager.default.moveItem(atPath: tool.path("page.txt"), toPath: tool.path("my page.txt"))
        #expect(
            try tool.run("update", "spec/greenhouse.yaml").errors.hasSuffix(
                "greenhouse.yaml page.txt`, each file with the folder that it is in now\n"))
        _ = try tool.run("import", "my page.txt", "-o", "spec/greenhouse.yaml")
        #expect(try tool.run("update", "spec/greenhouse.yaml").errors.contains("greenhouse.yaml 'my page.txt'`"))
    }

    @Test("An update that fails writes no code, and what it would write is said as such")
    func noCode() throws {
        for file in ["Generated", "spec/greenhouse.names.yaml"] {
            try FileManager.default.removeItem(atPath: tool.path(file))
        }
        _ = try tool.write("<p>Works on the greenhouse</p>", to: "notice.html")
        let before = contents()
        for arguments in [["spec/greenhouse.yaml"], ["spec/greenhouse.yaml", "notice.html"]] {
            let run = try tool.run(["update"] + arguments + ["--prune"])
            #expect(run.status == 2)
            #expect(run.output == "spec/greenhouse.yaml: not updated, nothing was written\n")
            #expect(!run.errors.contains("Generated"))
        }
        let silent = try tool.run("update", "spec/greenhouse.yaml", "page.txt", "--dry-run")
        #expect(silent.output.contains("there was no code yet; 34 files would be written"))
        #expect(contents() == before)
        let first = try tool.run("update", "spec/greenhouse.yaml", "page.txt")
        #expect(first.status == 0)
        #expect(first.output.contains("there was no code yet; 34 files are written"))
        #expect(try tool.run("generate", "--check").status == 0)
    }

    @Test("A page of another service, and one that has turned into a login form, leave everything as it was")
    func wrongPage() throws {
        let page = tool.read("page.txt") ?? ""
        _ = try tool.write(
            page.replacing("greenhouse", with: "orchard").replacing("Greenhouse", with: "Orchard"), to: "other.txt")
        _ = try tool.write(
            "<html><body><form><input type=password name=p></form></body></html>", to: "login.html")
        let before = contents()
        #expect(try tool.run("update", "spec/greenhouse.yaml", "other.txt").status == 2)
        #expect(try tool.run("update", "spec/greenhouse.yaml", "login.html").status == 2)
        #expect(contents() == before)
    }

    @Test("Addresses that are none are refused before anything is asked")
    func badAddress() throws {
        let run = try tool.run("import", "http://user:secret@127.0.0.1:9/x", "-o", "x.yaml")
        #expect(run.status == 2)
        #expect(!run.errors.contains("secret"))
        #expect(tool.read("x.yaml") == nil)
    }
}

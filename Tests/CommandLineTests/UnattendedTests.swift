import Foundation
import Testing

@Suite("Updates that nobody watches")
struct UnattendedTests {
    let tool: Tool

    init() throws {
        tool = try Tool()
        try tool.startFerry()
    }

    private func changed() -> FerryPage {
        var page = FerryPage()
        page.calls[0].parameters.append(("deck", false, "Deck", "any of [string, null]"))
        page.models[0].rows.append(("name", false, "Name", "string"))
        return page
    }

    @Test("Code that an earlier run has not finished is finished, although no page has changed")
    func stoppedBetween() throws {
        _ = try tool.write(changed().html, to: "ferry.html")
        _ = try tool.run("import", "ferry.html", "-o", "spec/ferry.yaml")
        #expect(try tool.run("generate", "--check").status == 1)
        let run = try tool.update(changed(), "--output", "o.txt")
        #expect(run.status == 0)
        #expect(run.output.contains("the code was not what the spec says"))
        #expect(tool.read("o.txt")?.contains("changed=true") == true)
        #expect(try tool.run("generate", "--check").status == 0)
    }

    /// A smaller form of `scripts/measure-updates`, with moments from a seed.
    @Test("An update that is killed at any moment is repaired by the next, and leaves nothing for git")
    func killed() throws {
        let start = tool.contents()
        let copy = try Tool()
        for (file, text) in start where !tool.isFolder(file) { _ = try copy.write(text, to: file) }
        _ = try copy.update(changed())
        let finished = copy.contents()
        var seed: UInt64 = 27
        for _ in 0..<12 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            try tool.restore(start)
            _ = try tool.write(changed().html, to: "ferry.html")
            let (process, _) = try tool.start(["update", "spec/ferry.yaml", "ferry.html"])
            usleep(UInt32((seed >> 33) % 600_000))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            // Whatever is left is in folders that git ignores.
            for file in tool.files() where file.contains(".apidoc-") && !file.hasSuffix(".apidoc-manifest.json") {
                let folder = file.split(separator: "/").prefix { !$0.hasPrefix(".apidoc-") }.joined(separator: "/")
                let hidden = file.split(separator: "/").first { $0.hasPrefix(".apidoc-") } ?? ""
                let files = tool.files().filter { $0.hasPrefix("\(folder)/\(hidden)/") }
                #expect(files.isEmpty || tool.read("\(folder)/\(hidden)/.gitignore") == "*\n")
            }
            #expect(try tool.update(changed()).status == 0)
            #expect(tool.contents() == finished)
        }
    }

    @Test("Two updates at once: one waits, and both end well")
    func atOnce() throws {
        _ = try tool.write(changed().html, to: "ferry.html")
        let first = try tool.start(["update", "spec/ferry.yaml", "ferry.html"])
        let second = try tool.start(["update", "spec/ferry.yaml", "ferry.html"])
        first.process.waitUntilExit()
        second.process.waitUntilExit()
        #expect(first.process.terminationStatus == 0)
        #expect(second.process.terminationStatus == 0)
        #expect(try tool.run("generate", "--check").status == 0)
    }

    @Test("The report is always written, and scripts are told apart what came of it")
    func reports() throws {
        _ = try tool.write("old", to: "r.md")
        _ = try tool.write("other=1\nchanged=true\n", to: "o.txt")
        #expect(try tool.update(FerryPage(), "--report", "r.md", "--output", "o.txt").status == 0)
        #expect(tool.read("r.md") == "# Ferry\n\nno changes.\n\n")
        #expect(
            tool.read("o.txt")
                == "other=1\nchanged=false\nbreaking=false\nheld-back=false\nfailed=false\nseverity=none\n")
        var page = FerryPage()
        page.calls[0].parameters[0].isRequired = true
        let run = try tool.update(page, "--report", "r.md", "--fail-on", "breaking", "--output", "o.txt")
        #expect(run.status == 1)
        #expect(tool.read("r.md")?.hasPrefix("# Changes of Ferry\n") == true)
        #expect(tool.read("o.txt")?.contains("breaking=true") == true)
        #expect(try tool.run("generate", "--check").status == 0)
    }

    @Test("Where all that changed is ignored, nothing is written")
    func ignored() throws {
        _ = try tool.write(
            "- {rule: documentation-description-changed, location: service/description, reason: It has the date of the day.}\n",
            to: "spec/ferry.ignore.yaml")
        let before = try tool.marks()
        var page = FerryPage()
        page.overview = "The API of the ferries, as of Sunday."
        #expect(try tool.update(page).status == 0)
        #expect(try tool.marks() == before)
        #expect(try tool.run("generate", "--check").status == 0)
    }

    @Test("Without a spec all are updated; those that were read from files are left")
    func all() throws {
        let run = try tool.run("update")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("spec/ferry.yaml:1:1: error: the spec was read from `ferry.html`; update it with"))
    }

    @Test("A configuration knows its spec by any path, and says so where it does not name it")
    func otherSpelling() throws {
        _ = try tool.write("apidoc: 1\nspec: spec/ferry.yaml\noutput: Client\n", to: "apidoc.yaml")
        _ = try tool.run("generate")
        _ = try tool.write(changed().html, to: "ferry.html")
        #expect(try tool.run("update", "./spec/ferry.yaml", "ferry.html").status == 0)
        #expect(tool.read("Client/FerryAPI/Clients/V1_0Client.swift")?.contains("deck") == true)
        #expect(tool.read("Generated/FerryAPI/Clients/V1_0Client.swift")?.contains("deck") == false)
        _ = try tool.run("import", "ferry.html", "-o", "spec/other.yaml")
        let run = try tool.run("update", "spec/other.yaml", "ferry.html", "-o", "Other")
        #expect(run.status == 0)
        let silent = try tool.run("update", "spec/other.yaml", "ferry.html", "--dry-run")
        #expect(silent.errors.contains("apidoc.yaml: does not name `spec/other.yaml`"))
    }

    @Test("import creates the folder of its spec; --strict writes nothing where it refuses")
    func importing() throws {
        _ = try tool.write(FerryPage().html, to: "ferry.html")
        #expect(try tool.run("import", "ferry.html", "-o", "new/folder/ferry.yaml").status == 0)
        #expect(tool.read("new/folder/ferry.yaml") != nil)
        var page = FerryPage()
        page.above = "<h2>News</h2><p>Nothing.</p>"
        _ = try tool.write(page.html, to: "ferry.html")
        let run = try tool.run("import", "--strict", "ferry.html", "-o", "strict/ferry.yaml", "--findings", "f.json")
        #expect(run.status == 1)
        #expect(run.errors.hasSuffix("findings remain\n"))
        #expect(tool.read("f.json")?.contains("unknown-heading") == true)
        #expect(!tool.files().contains("strict"))
    }

    @Test("A secret of an address is asked for again and never sent as it is shown")
    func secret() throws {
        let spec = tool.read("spec/ferry.yaml") ?? ""
        _ = try tool.write(
            spec.replacing("page: ferry.html", with: "page: 'http://127.0.0.1:9/x?access_token=<redacted>'"),
            to: "spec/ferry.yaml")
        let run = try tool.run("update", "spec/ferry.yaml")
        #expect(run.status == 2)
        #expect(run.errors.contains("the spec does not keep the value of `access_token` in the query"))
        #expect(run.errors.contains("APIDOC_QUERY_ACCESS_TOKEN"))
        let named = try tool.run("import", "http://127.0.0.1:9/x?token=<redacted>", "-o", "x.yaml")
        #expect(named.status == 2)
        #expect(named.errors.contains("has a secret in its query that is kept nowhere"))
    }
}

extension Tool {
    func isFolder(_ file: String) -> Bool {
        var flag: ObjCBool = false
        return FileManager.default.fileExists(atPath: path(file), isDirectory: &flag) && flag.boolValue
    }

    /// Makes `spec` and `Generated` hold these files and no others.
    func restore(_ contents: [String: String]) throws {
        for folder in ["spec", "Generated"] { try? FileManager.default.removeItem(atPath: path(folder)) }
        let folders = contents.keys.filter { key in contents.keys.contains { $0.hasPrefix(key + "/") } }
        for (file, text) in contents where !folders.contains(file) { _ = try write(text, to: file) }
    }
}

import Foundation
import Testing

@Suite("apidoc import")
struct ImportTests {
    let tool: Tool

    init() throws { tool = try Tool() }

    @Test("The sample page gives the spec that is committed, twice the same bytes, and a summary")
    func sample() throws {
        let run = try tool.run("import", Tool.sample, "-o", "greenhouse.yaml")
        #expect(run.status == 0)
        #expect(run.output == "")
        #expect(
            run.errorLines.last?.hasPrefix("greenhouse.yaml: 9 operations, 25 revisions, 21 schemas, 3 versions; ")
                == true)
        #expect(run.errorLines.last?.hasSuffix("written") == true)
        let committed = try String(
            contentsOf: URL(filePath: Tool.sample).deletingLastPathComponent().appending(
                path: "../../../spec/greenhouse.yaml"), encoding: .utf8)
        #expect(tool.read("greenhouse.yaml") == committed)
        let again = try tool.run("import", Tool.sample, "-o", "greenhouse.yaml")
        #expect(again.errorLines.last?.hasSuffix("unchanged") == true)
    }

    @Test("Standard input is read for -")
    func standardInput() throws {
        let run = try tool.run(
            "import", "-", "-o", "x.yaml", input: try String(contentsOfFile: Tool.sample, encoding: .utf8))
        #expect(run.status == 0)
        #expect(run.errors.contains("<standard input>:"))
    }

    @Test("An output folder gets a file named after the service")
    func outputFolder() throws {
        let run = try tool.run("import", Tool.sample, "-o", "./")
        #expect(run.status == 0)
        #expect(tool.files() == ["greenhouse.yaml"])
    }

    @Test("A lost table that the overlay confirms or states does not hold back --strict any more")
    func confirmed() throws {
        var page = FerryPage()
        page.calls[1].parameters = []
        page.models[0].hasTable = false
        _ = try tool.write(page.html, to: "ferry.html")
        let open = try tool.run("import", "ferry.html", "-o", "ferry.yaml", "--strict")
        #expect(open.status == 1)
        #expect(open.errors.contains("warning: the Parameters table of `ShowTrip` 1.0 is lost [lost-parameters]"))
        #expect(open.errors.contains("warning: the table of the model `Trip` is lost [lost-schema]"))
        func overlay(_ targets: [String]) throws {
            let actions = targets.map { "- {target: \($0), confirm: true, reason: Tried.}\n" }
            _ = try tool.write("overlay: 1\nactions:\n" + actions.joined(), to: "ferry.overlay.yaml")
        }
        try overlay(["schemas/Trip"])
        let half = try tool.run("import", "ferry.html", "-o", "ferry.yaml", "--strict")
        #expect(half.status == 1)
        #expect(half.errors.contains("warning: the Parameters table of `ShowTrip` 1.0 is lost [lost-parameters]"))
        #expect(
            half.errors.contains("note: the table of the model `Trip` is lost; the overlay settles it [lost-schema]"))
        try overlay(["schemas/Trip", "operations/showTrip/*"])
        let settled = try tool.run("import", "ferry.html", "-o", "ferry.yaml", "--strict")
        #expect(settled.status == 0, "\(settled.errors)")
        #expect(tool.read("ferry.yaml")?.contains("confirmed: Tried.") == true)
    }

    @Test("--strict says no where warnings remain, and writes nothing")
    func strict() throws {
        #expect(try tool.run("import", Tool.sample, "-o", "x.yaml", "--strict").status == 1)
        #expect(tool.read("x.yaml") == nil)
    }

    @Test("--findings writes what standard error shows, as JSON")
    func findings() throws {
        let run = try tool.run("import", Tool.sample, "-o", "x.yaml", "--findings", "findings.json")
        let data = Data((tool.read("findings.json") ?? "").utf8)
        let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(report["format"] as? Int == 1)
        let findings = try #require(report["findings"] as? [[String: Any]])
        #expect(findings.count == run.errorLines.count - 1)
        for (finding, line) in zip(findings, run.errorLines) {
            let rule = try #require(finding["rule"] as? String)
            let place = try #require(finding["line"] as? Int)
            #expect(line.hasSuffix("[\(rule)]"))
            #expect(line.contains(":\(place):"))
        }
    }

    /// The folder with the real page.
    static let pages = ProcessInfo.processInfo.environment["APIDOC_PAGES"]

    @Test("The Backup page is read whole", .enabled(if: pages != nil, "APIDOC_PAGES names no folder with backup.txt"))
    func backup() throws {
        let page = "\(Self.pages ?? "")/backup.txt"
        let run = try tool.run("import", page, "-o", "backup.yaml", "--findings", "findings.json")
        #expect(run.status == 0)
        #expect(
            run.errorLines.last?.hasPrefix("backup.yaml: 31 operations, 91 revisions, 60 schemas, 3 versions; ") == true
        )
        #expect(!run.errors.contains("[unread-line]"))
        // The terminal tells many findings of one kind in one line; the file has each.
        let findings = try #require(tool.read("findings.json"))
        for (rule, count) in ["lost-responses": 50, "lost-parameters": 6, "lost-schema": 3] {
            #expect(findings.components(separatedBy: "\"\(rule)\"").count - 1 == count, "\(rule)")
        }
    }
}

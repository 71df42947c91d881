import Foundation
import Testing

@Suite("apidoc diff and versions")
struct DiffTests {
    let tool: Tool

    init() throws {
        tool = try Tool()
        _ = try tool.run("import", Tool.sample, "-o", "./")
    }

    /// The spec with one change, in a file of its own.
    private func changed(_ old: String, _ new: String) throws -> String {
        let text = tool.read("greenhouse.yaml") ?? ""
        #expect(text.contains(old))
        // Another page: with the same one, only our reading of it would have changed.
        let page = text.replacing("sha256: ", with: "sha256: 0000").replacing(/sha256: 0000([0-9a-f]{60})[0-9a-f]{4}/) {
            "sha256: 0000\($0.1)"
        }
        _ = try tool.write(page.replacing(old, with: new, maxReplacements: 1), to: "new.yaml")
        return "new.yaml"
    }

    @Test("A spec has no changes against itself")
    func same() throws {
        let run = try tool.run("diff", "greenhouse.yaml", "greenhouse.yaml", "--fail-on", "any")
        #expect(run.status == 0)
        #expect(run.output == "Greenhouse: no changes\n")
    }

    @Test("--fail-on ends with 1 where a change is as bad; the report is written all the same")
    func failOn() throws {
        let moved = try changed("path: /v1/climate-zones", "path: /v1/zones")
        let run = try tool.run("diff", "greenhouse.yaml", moved, "--fail-on", "breaking", "--format", "markdown")
        #expect(run.status == 1)
        #expect(run.output.contains("/v1/zones"))
    }

    @Test("Every form of report is written", arguments: ["text", "markdown", "json", "html", "github"])
    func forms(form: String) throws {
        let new = try changed("path: /v1/climate-zones", "path: /v1/zones")
        let run = try tool.run("diff", "greenhouse.yaml", new, "--format", form, "-o", "report")
        #expect(run.status == 0)
        #expect(run.output == "")
        #expect(tool.read("report")?.contains("zones") == true)
        #expect(try tool.run("diff", "greenhouse.yaml", new, "--format", form).output == tool.read("report"))
    }

    @Test("With the same page it is our reading that changed, never the API")
    func reading() throws {
        let text = tool.read("greenhouse.yaml") ?? ""
        _ = try tool.write(text.replacing("path: /v1/climate-zones", with: "path: /v1/zones"), to: "new.yaml")
        let run = try tool.run("diff", "greenhouse.yaml", "new.yaml", "--fail-on", "breaking")
        #expect(run.status == 0)
        #expect(run.output.contains("[reading-operation-changed]"))
    }

    @Test("A name in Swift that was changed is told, and fails where changes do")
    func renamed() throws {
        _ = try tool.write(tool.read("greenhouse.yaml") ?? "", to: "new.yaml")
        _ = try tool.write("names: 1\noperations: {waterBedNow: waterBedNow}\n", to: "greenhouse.names.yaml")
        _ = try tool.write("names: 1\noperations: {waterBedNow: water}\n", to: "new.names.yaml")
        let run = try tool.run("diff", "greenhouse.yaml", "new.yaml", "--fail-on", "breaking")
        #expect(run.status == 1)
        #expect(
            run.errors.contains(
                "`waterBedNow` of operations was called `waterBedNow` in Swift and is called `water` now [name-changed]"
            ))
    }

    @Test("Versions of one spec are compared")
    func versions() throws {
        let run = try tool.run("diff", "greenhouse.yaml", "--from", "1.1", "--to", "1.2")
        #expect(run.status == 0)
        #expect(run.output.contains("1.1 → 1.2"))
        let missing = try tool.run("diff", "greenhouse.yaml", "--from", "0.9", "--to", "1.2")
        #expect(missing.status == 2)
        #expect(missing.errors.contains("the spec has no version 0.9; it has 1.2, 1.1 and 1.0"))
    }

    @Test("Specs of two services are refused")
    func services() throws {
        let other = try changed("id: greenhouse", "id: orchard")
        let run = try tool.run("diff", "greenhouse.yaml", other)
        #expect(run.status == 2)
        #expect(run.errors.contains("only specs of one service can be compared"))
    }

    @Test(
        "Wrong usage is told",
        arguments: [
            [], ["greenhouse.yaml"], ["greenhouse.yaml", "--from", "1.1"],
            ["greenhouse.yaml", "greenhouse.yaml", "--fail-on", "bad"],
        ])
    func usage(arguments: [String]) throws {
        let run =
            switch arguments.count {
            case 0: try tool.run("diff")
            case 1: try tool.run("diff", arguments[0])
            case 3: try tool.run("diff", arguments[0], arguments[1], arguments[2])
            default: try tool.run("diff", arguments[0], arguments[1], arguments[2], arguments[3])
            }
        #expect(run.status == 64)
    }

    @Test("Changes can be ignored with a reason; what matches nothing is reported")
    func ignored() throws {
        let new = try changed("path: /v1/climate-zones", "path: /v1/zones")
        let rules = try tool.run("diff", "--list-rules").output
        #expect(rules.contains("operation-path-changed"))
        _ = try tool.write("severities: {operation-path-change: {wire: info}}\n", to: "severities.yaml")
        let misspelt = try tool.run("diff", "greenhouse.yaml", new, "--severities", "severities.yaml")
        #expect(misspelt.status == 2)
        #expect(misspelt.errors.contains("severities.yaml:1:14: error:"))
        #expect(misspelt.errors.contains("`operation-path-changed`"))
    }

    @Test("versions shows status, days left and what a move costs")
    func life() throws {
        let run = try tool.run("versions", "greenhouse.yaml", "--as-of", "2026-01-01")
        #expect(run.status == 0)
        #expect(run.output.contains("1.2      current"))
        #expect(run.output.contains("from 1.1 to 1.2\n"))
        let later = try tool.run("versions", "greenhouse.yaml", "--as-of", "2036-01-01")
        #expect(later.output.contains("ended"))
    }
}

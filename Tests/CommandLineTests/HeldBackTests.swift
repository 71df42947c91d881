import Foundation
import Testing

@Suite("A documentation that says less is held back")
struct HeldBackTests {
    let tool: Tool

    init() throws {
        tool = try Tool()
        try tool.startFerry()
    }

    @Test("An operation that is gone holds the update back, and --accept takes it")
    func lostOperation() throws {
        var page = FerryPage()
        page.calls.removeLast()
        let before = tool.contents()
        let run = try tool.update(page, "--report", "r.md", "--report", "r.json", "--output", "o.txt")
        #expect(run.status == 1)
        #expect(tool.contents() == before)
        let text = try #require(tool.read("r.md"))
        #expect(text.hasPrefix("# Held back: Ferry\n"))
        #expect(text.contains("- the operation `cancelTrip` is missing; it stood at spec/ferry"))
        #expect(text.contains("`apidoc update spec/ferry.yaml --accept cancelTrip`"))
        #expect(tool.read("o.txt") == "changed=false\nbreaking=false\nheld-back=true\nfailed=false\nseverity=none\n")
        #expect(tool.read("r.json")?.contains(#""name": "cancelTrip""#) == true)

        #expect(try tool.update(page, "--accept", "showTrip").status == 1)
        #expect(try tool.update(page, "--accept", "cancelTrip", "--output", "o.txt").status == 0)
        #expect(tool.read("spec/ferry.yaml")?.contains("cancelTrip") == false)
        #expect(tool.read("o.txt") == "changed=true\nbreaking=true\nheld-back=false\nfailed=false\nseverity=breaking\n")
        #expect(try tool.run("generate", "--check").status == 0)
    }

    @Test("The parameters of a lost table are kept with their evidence until it is back")
    func lostTable() throws {
        let start = tool.contents()
        var page = FerryPage()
        page.calls[0].parameters = []
        #expect(try tool.update(page).status == 1)
        #expect(tool.contents() == start)
        #expect(try tool.update(page, "--accept", "listTrips/parameters").status == 0)
        let spec = try #require(tool.read("spec/ferry.yaml"))
        #expect(spec.contains("lost: [parameters]"))
        #expect(spec.components(separatedBy: "recovered: [earlier-table]").count == 4)
        // The night after there is nothing to take any more, and nothing to write.
        let marks = try tool.marks()
        #expect(try tool.update(page).status == 0)
        #expect(try tool.marks() == marks)
        #expect(try tool.update(FerryPage()).status == 0)
        #expect(tool.contents() == start)
    }

    @Test("What the page says of the service as a whole is held back where it is gone, and kept until it is taken")
    func lostService() throws {
        let start = tool.contents()
        var page = FerryPage()
        page.regions = []
        let run = try tool.update(page)
        #expect(run.status == 1)
        #expect(run.output.contains("the list of environments and regions is missing"), "\(run.output)")
        #expect(run.output.contains("--accept service/regions"))
        #expect(tool.contents() == start)
        var silent = FerryPage()
        silent.hasAddress = false
        #expect(try tool.update(silent).output.contains("the address of the service is missing"))
        #expect(tool.contents() == start)
        // Who takes the loss has no regions any more, and the night after there is nothing to say.
        #expect(try tool.update(page, "--accept", "service/regions").status == 0)
        #expect(tool.read("spec/ferry.yaml")?.contains("coast1") == false)
        let marks = try tool.marks()
        #expect(try tool.update(page).status == 0)
        #expect(try tool.marks() == marks)
        #expect(try tool.update(FerryPage()).status == 0)
        #expect(tool.contents() == start)
    }

    @Test("Regions that the overlay states were never the page's")
    func statedRegions() throws {
        _ = try tool.write(
            """
            overlay: 1
            actions:
              - target: service
                update: {server: {url: 'https://ferry.{region}.{environment}.example.com', pairs: [{environment: a, region: coast1}]}}
                reason: The page has no list.

            """, to: "spec/ferry.overlay.yaml")
        var page = FerryPage()
        page.regions = []
        let run = try tool.update(page)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
    }

    @Test("A table that was split in two is held back: nothing tells whose rows the second one has")
    func splitTable() throws {
        let start = tool.contents()
        let html = FerryPage().html
        let row = try #require(html.range(of: "<tr><td>seats<br>"))
        let head = "<thead><tr><th>Name</th><th>Description</th><th>Schema</th><th>Default</th></tr></thead>"
        #expect(html.contains(head))
        let split = html.replacingCharacters(
            in: row.lowerBound..<row.lowerBound, with: "</tbody></table><p>More:</p><table>\(head)<tbody>")
        _ = try tool.write(split, to: "ferry.html")
        let run = try tool.run("update", "spec/ferry.yaml", "ferry.html")
        #expect(run.status == 1)
        #expect(run.output.contains("the table of the model `Trip` is missing"), "\(run.output)")
        #expect(tool.contents() == start)
        let second = try #require(html.range(of: "<tr><td>query</td><td>pier<br>"))
        let other =
            "<thead><tr><th>Type</th><th>Name</th><th>Description</th><th>Schema</th><th>Default</th></tr></thead>"
        #expect(html.contains(other))
        _ = try tool.write(
            html.replacingCharacters(
                in: second.lowerBound..<second.lowerBound, with: "</tbody></table><p>More:</p><table>\(other)<tbody>"),
            to: "ferry.html")
        let parameters = try tool.run("update", "spec/ferry.yaml", "ferry.html")
        #expect(parameters.status == 1)
        #expect(parameters.output.contains("the table of parameters of `listTrips` is missing"), "\(parameters.output)")
        #expect(tool.contents() == start)
    }

    @Test("The members of a model whose table is lost are kept")
    func lostModelTable() throws {
        var page = FerryPage()
        page.models[0].hasTable = false
        #expect(try tool.update(page).status == 1)
        #expect(try tool.update(page, "--accept", "Trip").status == 0)
        let spec = try #require(tool.read("spec/ferry.yaml"))
        #expect(spec.contains("recovered: [earlier-table]"))
        #expect(spec.contains("seats"))
    }

    @Test("A model that is still used and described nowhere is missing")
    func lostModel() throws {
        var page = FerryPage()
        page.models.removeFirst()
        let run = try tool.update(page)
        #expect(run.status == 1)
        #expect(run.output.contains("the model `Trip` is missing"))
    }

    @Test("A version is missing unless its end was announced")
    func lostVersion() throws {
        var page = FerryPage()
        page.versions.append(("0.9", "SUPPORTED", "20990101"))
        #expect(try tool.update(page).status == 0)
        let run = try tool.update(FerryPage())
        #expect(run.status == 1)
        #expect(run.output.contains("the version `0.9` is missing"))
        page.versions[1] = ("0.9", "DEPRECATED", "20990101")
        #expect(try tool.update(page).status == 0)
        #expect(try tool.update(FerryPage()).status == 0)
        page.versions[1] = ("0.9", "SUPPORTED", "20200101")
        #expect(try tool.update(page).status == 0)
        #expect(try tool.update(FerryPage()).status == 0)
    }

    @Test("An operation whose end was announced by its state or in the history goes")
    func announced() throws {
        var page = FerryPage()
        page.calls[2].state = "DEPRECATED (CURRENT)"
        let deprecated = try tool.update(page)
        #expect(deprecated.status == 0)
        #expect(!deprecated.errors.contains("[unknown-state]"))
        page.calls.removeLast()
        #expect(try tool.update(page).status == 0)

        #expect(try tool.update(FerryPage()).status == 0)
        page = FerryPage()
        page.calls.removeLast()
        page.history = "[Deleted] PUT /v1/trips/{id}/cancel - CancelTrip"
        #expect(try tool.update(page).status == 0)
    }

    @Test("An operation with another name and the same call was renamed, not lost")
    func renamed() throws {
        var page = FerryPage()
        page.calls[2].title = "StopTrip"
        #expect(try tool.update(page).status == 0)
    }

    @Test(
        "A page that is not the documentation any more changes nothing and is named by its title",
        arguments: [
            (
                "<html><head><title>Sign in</title></head><body><h1>Welcome</h1><p>Use your key.</p></body></html>",
                "Sign in"
            ),
            (
                "<html><head><title>We are back soon</title></head><body><p>Maintenance.</p></body></html>",
                "We are back soon"
            ),
        ])
    func anotherPage(_ text: String, _ title: String) throws {
        let before = try tool.marks()
        _ = try tool.write(text, to: "other.html")
        let run = try tool.run(
            "update", "spec/ferry.yaml", "other.html", "--report", "r.md", "--output", "o.txt")
        #expect(run.status == 2)
        #expect(run.errors.contains("this is not the documentation of `Ferry` any more: its title is `"))
        #expect(run.errors.contains(title))
        #expect(tool.read("r.md")?.hasPrefix("# Not read: Ferry\n") == true)
        #expect(tool.read("o.txt")?.contains("held-back=true") == true)
        #expect(try tool.marks() == before)
    }

    @Test("An error in JSON in place of the page changes nothing")
    func errorInJSON() throws {
        let before = try tool.marks()
        _ = try tool.write(#"{"error": "backend unavailable", "code": 17}"#, to: "other.html")
        let run = try tool.run("update", "spec/ferry.yaml", "other.html", "--report", "r.md", "--output", "o.txt")
        #expect(run.status == 2)
        #expect(run.errors.contains("this is not the documentation of `Ferry` any more"), "\(run.errors)")
        #expect(tool.read("r.md")?.hasPrefix("# Not read: ") == true)
        #expect(try tool.marks() == before)
    }

    @Test("A notice above the title does not rename the service")
    func notice() throws {
        let before = try tool.marks()
        var page = FerryPage()
        page.above = "<div><h2>Works on the pier</h2><p>From 02:00 to 04:00.</p></div>"
        let run = try tool.update(page)
        #expect(run.status == 0)
        #expect(try tool.marks() == before)
        page = FerryPage()
        page.title = "Ships"
        #expect(try tool.update(page).status == 0)
        #expect(try tool.marks() == before)
        // A person may take the new name; the module of the old one is named until it is removed.
        let renamed = try tool.update(page, "--accept", "title")
        #expect(renamed.status == 0)
        #expect(renamed.output.contains("Generated/FerryAPI: this module was generated from `ferry.yaml`"))
        let check = try tool.run("generate", "--check")
        #expect(check.status == 1)
        #expect(check.errors.contains("Generated/FerryAPITests: this module"))
        #expect(try tool.update(page, "--prune").status == 0)
        #expect(try tool.run("generate", "--check").status == 0)
        #expect(!tool.files().contains { $0.hasPrefix("Generated/FerryAPI") })
        #expect(tool.files().contains("Generated/ShipsAPI/.apidoc-manifest.json"))
    }
}

import Foundation
import Testing

/// Edits as a documentation sees them over a year, each against the page before it.
@Suite("A year of edits")
struct YearOfEditsTests {
    /// What an update makes of an edit.
    enum Answer: Equatable {
        case unchanged
        /// The rules that the changes fall under.
        case changed(Set<String>)
        /// What holds the update back; the page is mended before the next edit.
        case heldBack(Set<String>)
    }

    /// An edit with what has to come of it.
    private static let edits: [(name: String, edit: @Sendable (inout FerryPage) -> Void, answer: Answer)] = [
        ("a new look", { $0.below = "<footer>built at 03:17, nonce 5f1c</footer>" }, .unchanged),
        ("rows moved", { $0.calls[0].parameters.reverse() }, .unchanged),
        ("members moved", { $0.models[0].rows.reverse() }, .unchanged),
        ("values moved", { $0.models[0].rows[0].type = "enum (north, east, west)" }, .unchanged),
        ("operations moved", { $0.calls.reverse() }, .unchanged),
        ("other words", { $0.calls[0].words = "Shows everything." }, .changed(["documentation-description-changed"])),
        (
            "a new parameter",
            { $0.calls[2].parameters.insert(("deck", false, "Deck", "any of [string, null]"), at: 0) },
            .changed(["request-parameter-optional-added"])
        ),
        ("an operation is gone", { $0.calls.removeFirst() }, .heldBack(["cancelTrip"])),
        ("a table is gone", { $0.calls[2].parameters = [] }, .heldBack(["listTrips/parameters"])),
        (
            "a new member", { $0.models[0].rows.append(("name", false, "Name", "string")) },
            .changed(["response-property-optional-added"])
        ),
        ("a table of a model is gone", { $0.models[0].hasTable = false }, .heldBack(["Trip"])),
        (
            "a new value", { $0.models[0].rows[0].type = "enum (north, east, west, south)" },
            .changed(["response-property-enum-value-added"])
        ),
        ("a model is gone", { $0.models.remove(at: 1) }, .heldBack(["TripList"])),
        ("a notice", { $0.above = "<div><h2>Works</h2><p>On Sunday.</p></div>" }, .unchanged),
        ("the notice is gone", { $0.above = "" }, .unchanged),
        (
            "a new version", { $0.versions.insert(("1.1", "PLANNED", "-"), at: 0) }, .changed(["version-added"])
        ),
        ("the version is gone", { $0.versions.removeFirst() }, .heldBack(["1.1"])),
        (
            "a parameter is gone", { $0.calls[2].parameters.removeFirst() }, .changed(["request-parameter-removed"])
        ),
        ("a state", { $0.calls[0].state = "DEPRECATED (CURRENT)" }, .changed(["operation-deprecated"])),
        ("its end", { $0.calls.removeFirst() }, .changed(["operation-removed"])),
    ]

    @Test("Each edit is reported exactly, names stay, and no bad page is written")
    func year() throws {
        let tool = try Tool()
        var page = FerryPage()
        try tool.startFerry(page)
        let names = tool.read("spec/ferry.names.yaml")?.replacing(
            "cancelTrip: cancelTrip", with: "cancelTrip: stop  # ours")
        _ = try tool.write(names ?? "", to: "spec/ferry.names.yaml")
        _ = try tool.run("generate")
        for (name, edit, expected) in Self.edits {
            var edited = page
            edit(&edited)
            let before = try tool.marks()
            let run = try tool.update(edited, "--report", "report.json")
            let answer = try answer(tool)
            #expect(answer == expected, "\(name)")
            switch expected {
            case .unchanged:
                #expect(try tool.marks() == before, "\(name)")
                page = edited
            case .heldBack:
                #expect(run.status == 1, "\(name)")
                #expect(try tool.marks() == before, "\(name)")
            case .changed:
                #expect(run.status == 0, "\(name)")
                page = edited
            }
            #expect(try tool.run("generate", "--check").status == 0, "\(name)")
            #expect(tool.read("spec/ferry.names.yaml")?.contains("cancelTrip: stop  # ours") == true, "\(name)")
        }
        // What returns has its old name.
        #expect(tool.read("spec/ferry.names.yaml")?.contains("cancelTrip: stop  # ours # unused") == true)
        #expect(try tool.update(FerryPage(), "--accept", "all").status == 0)
        #expect(tool.read("spec/ferry.names.yaml")?.contains("cancelTrip: stop  # ours\n") == true)
        let client = tool.files().filter { $0.hasSuffix("Client.swift") }.compactMap(tool.read).joined()
        #expect(client.contains("func stop("))
    }

    private func answer(_ tool: Tool) throws -> Answer {
        let data = Data((tool.read("report.json") ?? "").utf8)
        let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let spec = try #require((report["specs"] as? [[String: Any]])?.first)
        let missing = Set((spec["missing"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String })
        let changes = (spec["changes"] as? [String: Any])?["findings"] as? [[String: Any]] ?? []
        switch spec["state"] as? String {
        case "unchanged": return .unchanged
        case "held-back": return .heldBack(missing)
        default: return .changed(Set(changes.compactMap { $0["rule"] as? String }))
        }
    }
}

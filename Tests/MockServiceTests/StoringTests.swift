import Diagnostics
import ServiceRuntime
import Testing

@testable import MockService

@Suite struct StoringTests {
    @Test func aTestSetsUpAndLooksAtWhatIsStored() throws {
        let caller = Caller(Specs.backup)
        let id = try caller.engine.put("backup", ["name": "nightly", "tags": [["key": "a", "value": "b"]]], under: [])
        #expect(try caller.call("GET", "/v1/backups/\(id)")["name"]?.text == "nightly")
        let stored = try #require(try caller.engine.stored("backup").first)
        #expect(stored.id == id)
        #expect(stored.value["name"] == "nightly")
        #expect(stored.value["tags"]?[0]?["key"] == "a", "what is sent and never shown can be looked at")
        _ = try caller.engine.put("backup", ["id": .string(id), "name": "weekly"], under: [])
        #expect(try caller.engine.stored("backup").map { $0.value["name"] } == ["weekly"])
    }

    @Test(
        arguments: [
            ("backups", [:], [], "apidoc: error: no resource is called `backups`; there are backup-agent, backup"),
            ("backup", ["nane": "x"], [], "apidoc: error: backup: nane: is not a property of it"),
            ("backup", ["encrypt_enabled": "x"], [], "apidoc: error: backup: encrypt_enabled: must be true or false"),
            ("backup", [1], [], "apidoc: error: a backup must be given as an object"),
            (
                "backup", [:], ["x"],
                "apidoc: error: a backup stands under 0 other ids, as its path /v1/backups says; 1 given"
            ),
        ] as [(String, JSONValue, [String], String)])
    func mistakesAreTold(name: String, members: JSONValue, parents: [String], message: String) throws {
        let error = #expect(throws: DiagnosticError.self) {
            try Caller(Specs.backup).engine.put(name, members, under: parents)
        }
        #expect(error?.description == message)
    }
}

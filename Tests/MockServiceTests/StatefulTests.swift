import APIModel
import APISpec
import Foundation
import SchemaChecks
import Testing

@testable import MockService

@Suite struct StatefulTests {
    private let body = """
        {"name":"nightly","policy_category":"AGENTLESS","policy_type":"VM_IMAGE","schedules":[],\
        "server_category":"GPU_SERVER","server_uuid":"89f5","is_all_filesystem":true}
        """

    @Test func whatIsCreatedIsShownListedChangedAndDeleted() throws {
        let time = Date(timeIntervalSince1970: 1_780_000_000)
        let caller = Caller(Specs.backup) { $0.now = { time } }
        #expect(try caller.call("GET", "/v1/backups").json?.jsonText == #"{"contents":[],"count":0}"#)

        let created = try caller.call("POST", "/v1/backups", body)
        #expect(created.status == 200)
        let id = try #require(created["resource", "id"]?.text)
        #expect(id.utf8.count == 32)
        #expect(created["request_id"]?.text?.hasPrefix("req-") == true)

        let shown = try caller.call("GET", "/v1/backups/\(id)")
        #expect(shown.status == 200)
        #expect(shown["id"] == .string(id))
        #expect(shown["name"] == .string("nightly"))
        #expect(shown["is_all_filesystem"] == .bool(true))
        #expect(shown["server_category"] == .string("GPU_SERVER"))
        #expect(shown["created_at"] == .string("2026-05-28T20:26:40Z"))
        #expect(shown["state"] == .string("AVAILABLE"))

        let listed = try caller.call("GET", "/v1/backups")
        #expect(listed["count"] == .number("1"))
        #expect(listed["contents", "0", "id"] == .string(id))
        #expect(listed["contents", "0", "server_uuid"] == nil, "an item of the list does not have it")

        let changed = try caller.call(
            "PUT", "/v1/backups/\(id)/retention-period", #"{"retention_period":"YEAR_1"}"#)
        #expect(changed.status == 200)
        #expect(changed["resource", "id"] == .string(id))
        #expect(try caller.call("GET", "/v1/backups/\(id)")["retention_period"] == .string("YEAR_1"))
        #expect(try caller.call("GET", "/v1/backups/\(id)")["name"] == .string("nightly"))

        let deleted = try caller.call("DELETE", "/v1/backups/\(id)")
        #expect(deleted.status == 200)
        #expect(deleted["resource", "id"] == .string(id))
        let gone = try caller.call("GET", "/v1/backups/\(id)")
        #expect(gone.status == 404)
        #expect(gone.code == "NotFound")
        #expect(gone.details == ["there is no backup with the id `\(id)`"])
        #expect(try caller.call("DELETE", "/v1/backups/\(id)").status == 404)
        #expect(try caller.call("PUT", "/v1/backups/\(id)/replication", #"{"dr_enabled":true}"#).status == 404)
        #expect(try caller.call("POST", "/v1/backups/\(id)/manual-backup").status == 404)
        #expect(try caller.call("GET", "/v1/backups")["count"] == .number("0"))
    }

    @Test func whatIsNotSentIsNotMadeUp() throws {
        let caller = Caller(Specs.backup)
        let id = try #require(try caller.call("POST", "/v1/backups", body)["resource", "id"]?.text)
        let shown = try caller.call("GET", "/v1/backups/\(id)")
        // The documented default, and null where nothing was said.
        #expect(shown["retention_period"] == .string("WEEK_2"))
        #expect(shown["encrypt_enabled"] == .bool(true))
        #expect(shown["filesystem_paths"] == .null)
        #expect(shown["dr_enabled"] == .null)
    }

    @Test func everyVersionShowsItsOwnFields() throws {
        let caller = Caller(Specs.backup)
        let id = try #require(try caller.call("POST", "/v1/backups", body)["resource", "id"]?.text)
        for version in ["1.2", "1.1", "1.0"] {
            let call = try #require(Specs.backup.call("showBackup", in: version))
            let schema = try #require(call.successes.first?.schema)
            let shown = try caller.call(
                "GET", "/v1/backups/\(id)", headers: [("Scp-Api-Version", "backup \(version)")])
            let check = SchemaCheck(Specs.backup, patterns: PatternBook(Specs.backup), unknownMembers: .refused)
            #expect(check.problems(of: try #require(shown.json), schema, at: "answer") == [])
            #expect((shown["is_all_filesystem"] != nil) == (version == "1.2"))
        }
    }

    @Test func anotherResourceIsNotMixedUp() throws {
        let caller = Caller(Specs.backup)
        let created = try caller.call("POST", "/v1/backup-agents", #"{"server_uuid":"89f5"}"#)
        let id = try #require(created["resource", "id"]?.text)
        #expect(id.hasPrefix("BACKUP_AGENT-"))
        #expect(try caller.call("GET", "/v1/backup-agents/\(id)")["server_uuid"] == .string("89f5"))
        #expect(try caller.call("GET", "/v1/backups/\(id)").status == 404)
        #expect(try caller.call("GET", "/v1/backup-agents/targets?server_category=x").status == 200)
    }

    @Test func aSeedIsTheDocumentedExample() throws {
        let caller = Caller(Specs.backup) { $0.seed = .examples }
        let listed = try caller.call("GET", "/v1/backups")
        #expect(listed["count"] == .number("1"))
        #expect(listed["contents", "0", "id"] == .string("00cd2538fbf94d12b36aabbdd607e974"))
        #expect(listed["contents", "0", "name"] == .string("backup-001"))
        #expect(try caller.call("GET", "/v1/backup-agents/BACKUP_AGENT-abcd")["name"] == .string("agent_abcd12"))
        #expect(try caller.call("GET", "/v1/backups/00cd2538fbf94d12b36aabbdd607e974/schedules").status == 200)
    }

    @Test func withoutStateEverythingAnswersAsDocumented() throws {
        let caller = Caller(Specs.backup) { $0.isStateful = false }
        #expect(try caller.call("GET", "/v1/backups/anything")["name"] == .string("backup-001"))
        #expect(try caller.call("DELETE", "/v1/backups/anything").status == 200)
        #expect(try caller.call("GET", "/v1/backups")["contents", "0", "name"] == .string("backup-001"))
        #expect(
            try caller.call("GET", "/v1/backups/region-relationship")["count"] == nil, "an empty text is not a count")
    }

    @Test func whatLivesInsideGoesWithIt() throws {
        let caller = Caller(try Specs.model(Specs.loans))
        func shelf(_ room: String) throws -> String {
            let created = try caller.call("POST", "/shelves", #"{"room":"\#(room)"}"#)
            #expect(created.status == 201)
            #expect(created["shelf", "room"] == .string(room))
            #expect(created["request_id"]?.text?.hasPrefix("req-") == true)
            return try #require(created["shelf", "id"]?.text)
        }
        let first = try shelf("a")
        let second = try shelf("b")
        #expect(first.utf8.count == 8)
        let book = try caller.call("POST", "/shelves/\(first)/books", #"{"isbn":"978/1","title":"Emma"}"#)
        #expect(book.status == 202)
        #expect(book.json?.jsonText == #"{"book_id":"978/1"}"#, "an id that the client chooses stays")
        #expect(
            try caller.call("GET", "/shelves/\(first)/books/978%2F1").json?.jsonText
                == #"{"isbn":"978/1","shelf_id":"\#(first)","title":"Emma","pages":null}"#)
        let again = try caller.call("POST", "/shelves/\(first)/books", #"{"isbn":"978/1","title":"Emma"}"#)
        #expect(again.status == 409)
        #expect(again.details == ["there is a book with this id already"])
        #expect(try caller.call("GET", "/shelves/\(second)/books/978%2F1").status == 404)
        #expect(try caller.call("GET", "/shelves/\(second)/books").json == .array([]))
        #expect(
            try caller.call("GET", "/shelves/nowhere0/books").details == ["there is no shelf with the id `nowhere0`"])
        #expect(try caller.call("POST", "/shelves/nowhere0/books", #"{"isbn":"1","title":"x"}"#).status == 404)

        let deleted = try caller.call("DELETE", "/shelves/\(first)")
        #expect(deleted.status == 204)
        #expect(deleted.json == nil)
        #expect(try caller.call("GET", "/shelves/\(first)/books").status == 404)
        #expect(try caller.engine.stored("book").isEmpty)
        #expect(try caller.engine.stored("shelf").map(\.id) == [second])
    }

    @Test func onlyWhatIsNamedChanges() throws {
        let caller = Caller(try Specs.model(Specs.loans))
        let created = try caller.call("POST", "/shelves", #"{"room":"a","size":{"boards":3,"depth":20}}"#)
        let id = try #require(created["shelf", "id"]?.text)
        let changed = try caller.call("PATCH", "/shelves/\(id)", #"{"size":{"boards":4}}"#)
        #expect(changed["shelf", "size"]?.jsonText == #"{"boards":4,"depth":20}"#)
        #expect(changed["shelf", "room"] == .string("a"))
        #expect(changed["shelf", "height"] == nil, "it was not sent and may be left out")
    }
}

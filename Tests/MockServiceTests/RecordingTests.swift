import Synchronization
import Testing

@testable import MockService

@Suite struct RecordingTests {
    @Test func requestsAreKept() throws {
        let seen = Mutex<[Int]>([])
        let caller = Caller(Specs.greenhouse) {
            $0.onAnswer = { request in seen.withLock { $0.append(request.status) } }
        }
        try caller.call(
            "POST", "/v1/beds?x=a%20b", #"{"name":"tomatoes-01"}"#,
            headers: [("Scp-Api-Version", "greenhouse 1.1"), ("Scp-Signature", "s3cret"), ("Cookie", "s3cret")])
        try caller.call("GET", "/nowhere", headers: [("Scp-Api-Version", "9")])
        let requests = caller.engine.log.requests
        let first = try #require(requests.first)
        #expect(first.method == "POST")
        #expect(first.target == "/v1/beds?x=a%20b")
        #expect(first.path == "/v1/beds")
        #expect(first.query.map(\.name) == ["x"])
        #expect(first.query.map(\.value) == ["a b"])
        #expect(first.header("scp-api-version") == "greenhouse 1.1")
        #expect(first.header("Scp-Signature") == "<redacted>")
        #expect(first.header("Cookie") == "<redacted>")
        #expect(first.bodyText == #"{"name":"tomatoes-01"}"#)
        #expect(first.operation == "createBed")
        #expect(first.version == "1.1")
        #expect(first.status == 400)
        #expect(requests.last?.operation == nil)
        #expect(requests.last?.version == nil)
        #expect(seen.withLock { $0 } == [400, 400])
        #expect(!"\(requests)".contains("s3cret"))
    }

    @Test func theOldestMakeRoom() throws {
        let caller = Caller(Specs.backup) { $0.recordedRequests = 3 }
        for number in 0..<5 { try caller.call("GET", "/v1/backups?page=\(number)") }
        #expect(caller.engine.log.requests.map(\.target) == (2..<5).map { "/v1/backups?page=\($0)" })
        caller.engine.log.clear()
        #expect(caller.engine.log.requests.isEmpty)
        try caller.call("GET", "/v1/backups")
        #expect(caller.engine.log.requests.count == 1)
        let none = Caller(Specs.backup) { $0.recordedRequests = 0 }
        try none.call("GET", "/v1/backups")
        #expect(none.engine.log.requests.isEmpty)
    }

    @Test func longBodiesMakeRoomToo() throws {
        let caller = Caller(Specs.backup)
        let body = "\"" + String(repeating: "x", count: 5 << 20) + "\""
        for _ in 0..<5 { try caller.call("POST", "/v1/backups", body) }
        #expect(caller.engine.log.requests.count == 3)
    }
}

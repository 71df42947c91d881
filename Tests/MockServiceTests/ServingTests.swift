import APIModel
import Diagnostics
import Foundation
import HTTPTypes
import ServiceRuntime
import Testing

@testable import MockService

@Suite struct ServingTests {
    private func options(_ change: (inout MockService.Options) -> Void = { _ in }) -> MockService.Options {
        var options = MockService.Options()
        options.signatures = .ignored
        change(&options)
        return options
    }

    @Test func aServiceAnswersOverHTTP() async throws {
        try await withMockService(Specs.backup, options: options()) { mock in
            #expect(mock.url == "http://127.0.0.1:\(mock.port)")
            try mock.store("backup", ["id": "b-1", "name": "nightly"])
            let answer = try await WireClient(port: mock.port).send("GET", "/v1/backups/b-1")
            #expect(answer.status == 200)
            #expect(answer.header("Content-Type") == "application/json")
            #expect(answer.header("X-Request-Id")?.hasPrefix("req-") == true)
            #expect(answer.header("Date")?.hasSuffix(" GMT") == true)
            #expect(answer.body.contains(#""name":"nightly""#))
            #expect(mock.requests(of: "showBackup").map(\.status) == [200])
            #expect(try mock.resources("backup").map(\.id) == ["b-1"])
            mock.removeAll()
            #expect(try mock.resources("backup").isEmpty)
            mock.clearRequests()
            #expect(mock.requests.isEmpty)
        }
    }

    @Test func aSignedRequestIsVerifiedOverHTTP() async throws {
        let mock = try await MockService.start(Specs.backup, options: try .verifying { $0.seed = .examples })
        let call = try #require(Specs.backup.call("showBackup", in: "1.1"))
        let request = try DocumentedRequest(call, of: Specs.backup).signed("127.0.0.1:\(mock.port)")
        var headers = request.fields.map { ($0.name.rawName, $0.value) }
        let right = try await WireClient(port: mock.port).send("GET", request.target, headers)
        #expect(right.status == 200)
        headers.removeAll { $0.0 == "Scp-Signature" }
        #expect(try await WireClient(port: mock.port).send("GET", request.target, headers).status == 401)
        try await mock.stop()
    }

    @Test func servicesDoNotMeet() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    try await withMockService(Specs.backup, options: options()) { mock in
                        try mock.store("backup", ["id": .string("b-\(number)")])
                        let answer = try await WireClient(port: mock.port).send("GET", "/v1/backups")
                        #expect(answer.body.contains("\"b-\(number)\""))
                        #expect(answer.body.contains("\"count\":1"))
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func aServiceStartsFromASpec() async throws {
        let mock = try await MockService.start(specFile: Specs.path("spec/greenhouse.yaml"), options: options())
        #expect(try await WireClient(port: mock.port).send("GET", "/v1/climate-zones").status == 200)
        try await mock.stop()
        let text = try await MockService.start(spec: Array(Specs.loans.utf8), options: options())
        #expect(try await WireClient(port: text.port).send("GET", "/shelves").status == 200)
        try await text.stop()
        let broken = await #expect(throws: DiagnosticError.self) {
            try await MockService.start(spec: Array("apidoc: 7".utf8), file: "broken.yaml")
        }
        #expect(broken?.description.hasPrefix("broken.yaml:1:9: error:") == true)
        let missing = await #expect(throws: DiagnosticError.self) {
            try await MockService.start(specFile: "/nowhere.yaml")
        }
        #expect(missing?.description == "/nowhere.yaml:1:1: error: the spec cannot be read")
    }

    @Test func aPortThatIsTakenIsTold() async throws {
        try await withMockService(Specs.backup, options: options()) { mock in
            let taken = options { $0.port = mock.port }
            let error = await #expect(throws: DiagnosticError.self) {
                try await MockService.start(Specs.backup, options: taken)
            }
            #expect(
                error?.description
                    == "apidoc: error: 127.0.0.1:\(mock.port) is in use already; choose another port, or 0 for a free one"
            )
            let running = await #expect(throws: DiagnosticError.self) {
                try await MockService.run(Specs.backup, options: taken) { _ in }
            }
            #expect(running?.description == error?.description)
        }
    }

    @Test(arguments: [(70_000, "127.0.0.1"), (0, "192.0.2.1"), (0, "no such host")])
    func anAddressThatIsNoneIsTold(port: Int, host: String) async throws {
        let wrong = options {
            $0.port = port
            $0.host = host
        }
        let error = await #expect(throws: DiagnosticError.self) {
            try await MockService.start(Specs.backup, options: wrong)
        }
        let expected = [
            70_000: "apidoc: error: 70000 is not a port; ports are 0 to 65535",
            0: host == "192.0.2.1"
                ? "apidoc: error: 192.0.2.1 is not an address of this machine" : "apidoc: error: cannot listen",
        ]
        #expect(error?.description.hasPrefix(expected[port] ?? "-") == true, "\(String(describing: error))")
    }

    @Test func requestsInFlightAreFinished() async throws {
        let mock = try await MockService.start(Specs.backup, options: options())
        let port = mock.port
        async let slow = WireClient(port: port).send("GET", "/v1/backups", [("Mock-Fault", "delay=400ms")])
        while mock.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        try await mock.stop()
        #expect(try await slow.status == 200)
        try await mock.stop()
        await #expect(throws: (any Error).self) { try await WireClient(port: port).send("GET", "/v1/backups") }
    }

    @Test func requestsThatTakeTooLongAreCutOff() async throws {
        let mock = try await MockService.start(
            Specs.backup, options: options { $0.shutdownTimeout = .milliseconds(200) })
        let port = mock.port
        async let slow = WireClient(port: port).exchange([
            "GET /v1/backups HTTP/1.1\r\nHost: a\r\nMock-Fault: delay=500s\r\n\r\n"
        ])
        while mock.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        let start = ContinuousClock.now
        try await mock.stop()
        #expect(ContinuousClock.now - start < .seconds(60))
        #expect(try await slow == "")
    }

    @Test func idleConnectionsAreClosed() async throws {
        try await withMockService(Specs.backup, options: options { $0.idleTimeout = .milliseconds(200) }) { mock in
            let text = try await WireClient(port: mock.port).exchange(["GET / HT"], closes: false)
            #expect(text == "")
        }
    }

    @Test func connectionsBeyondTheLimitWait() async throws {
        try await withMockService(Specs.backup, options: options { $0.connectionLimit = 1 }) { mock in
            let client = WireClient(port: mock.port)
            async let first = client.send("GET", "/v1/backups", [("Mock-Fault", "delay=400ms")])
            while mock.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            let start = ContinuousClock.now
            #expect(try await client.send("GET", "/v1/backups").status == 200)
            #expect(ContinuousClock.now - start > .milliseconds(200))
            #expect(try await first.status == 200)
        }
    }

    @Test func aServiceThatNobodyHoldsEnds() async throws {
        let port = try await MockService.start(Specs.backup, options: options()).port
        var isOpen = true
        for _ in 0..<200 where isOpen {
            isOpen = (try? await WireClient(port: port).exchange(["GET / HTTP/1.1\r\nHost: a\r\n\r\n"])) != nil
            if isOpen { try await Task.sleep(for: .milliseconds(20)) }
        }
        #expect(!isOpen)
    }

    @Test func aDumpTellsNothing() async throws {
        try await withMockService(Specs.backup, options: try .verifying()) { mock in
            _ = try await WireClient(port: mock.port).send("GET", "/v1/backups", [("Scp-Signature", "s3cret")])
            var text = ""
            dump(mock, to: &text)
            #expect(text.contains("MockService(http://127.0.0.1:"))
            for secret in ["s3cret", "secret-key-1", DocumentedRequest.accessKey] { #expect(!text.contains(secret)) }
        }
    }

    @Test func aTestThatIsCancelledLeavesNothingRunning() async throws {
        let task = Task { [options = options()] in
            while !Task.isCancelled { await Task.yield() }
            return try await MockService.start(Specs.backup, options: options)
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}

import HTTPTypes
import Logging
import SCPRuntime
import ServiceRuntime
import ServiceTesting
import Synchronization
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct MiddlewareTests {
    /// Writes when it runs, and calls what comes next some times.
    private struct Recording: Middleware {
        let name: String
        let journal: LogJournal
        var attempts = 1

        func intercept(
            _ request: HTTPRequest, body: Data?, context: OperationContext, next: @escaping Next
        ) async throws -> TransportResponse {
            let signature = HTTPField.Name("Scp-Signature").flatMap { request.headerFields[$0] }
            journal.write("\(name) in \(context.operation) \(signature ?? "unsigned") \(body?.count ?? 0)")
            for _ in 1..<attempts { _ = try await next(request, body) }
            let response = try await next(request, body)
            journal.write("\(name) out \(response.head.status.code)")
            return response
        }
    }

    private let put = OperationRequest("putItem", .put, "/v1/item", body: ["a": 1])

    @Test func orderIsFromOutsideToInside() async throws {
        let journal = LogJournal()
        let configuration = ClientConfiguration(middlewares: [
            Recording(name: "first", journal: journal), Recording(name: "second", journal: journal),
        ])
        let authentication = Authentication.scpHMAC(try Credentials(accessKey: "a", secretKey: "s"))
        let connection = connection(
            RecordingTransport(status: 204), authentication: authentication, configuration: configuration)
        try await connection.call(put, success: [204])
        #expect(
            journal.lines == [
                "first in putItem unsigned 7", "second in putItem unsigned 7", "second out 204", "first out 204",
            ])
    }

    @Test func everyAttemptIsSignedAnew() async throws {
        let seconds = Mutex(0.0)
        let configuration = ClientConfiguration(
            middlewares: [Recording(name: "again", journal: LogJournal(), attempts: 3)],
            now: {
                seconds.withLock {
                    $0 += 1
                    return instant($0)
                }
            })
        let transport = RecordingTransport()
        let authentication = Authentication.scpHMAC(try Credentials(accessKey: "a", secretKey: "s"))
        try await connection(transport, authentication: authentication, configuration: configuration).call(
            put, success: [])
        #expect(transport.requests.map { $0.header("Scp-Timestamp") } == ["1000", "2000", "3000"])
        #expect(Set(transport.requests.map { $0.header("Scp-Signature") }).count == 3)
        #expect(transport.requests.allSatisfy { $0.body == Data(#"{"a":1}"#.utf8) })
    }

    private func log(_ transport: any Transport, level: Logger.Level = .trace) async throws -> [String] {
        let journal = LogJournal()
        let logger = journal.logger(level: level)
        let connection = connection(
            transport, headers: ["X-Auth-Token": "t0ken", "Scp-ClientType": "Openapi"],
            configuration: ClientConfiguration(middlewares: [LoggingMiddleware(logger: logger)]))
        let request = OperationRequest(
            "putItem", .put, "/v1/item", query: ["page": 1, "access_key": "s3cr3t"], body: ["password": "s3cr3t"])
        _ = await failure { try await connection.call(request, success: []) }
        return journal.lines
    }

    @Test func logIsRedacted() async throws {
        let start =
            "method=PUT operation=Backup 1.2 putItem "
        let url =
            "url=https://backup.kr-west1.s.samsungsdscloud.com/v1/item?page=1&access_key=<redacted>"
        #expect(
            try await log(RecordingTransport(status: 204)) == [
                "debug sending bytes=21 headers=[Accept: application/json, Content-Type: application/json, "
                    + "Scp-ClientType: Openapi, X-Auth-Token: <redacted>] \(start)\(url)",
                "debug answered \(start)status=204 \(url)",
            ])
    }

    @Test func failuresAreWarnings() async throws {
        struct Failing: Transport {
            func send(_ request: HTTPRequest, body: Data?, timeout: Duration) async throws -> TransportResponse {
                throw TransportError(.timeout, reason: "slow")
            }
        }
        let lines = try await log(Failing(), level: .info)
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("warning no answer error=slow method=PUT") == true)
    }
}

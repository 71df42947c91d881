import Foundation
import HTTPTypes
import Logging
import SCPRuntime
import ServiceRuntime
import ServiceTesting
import Synchronization
import Testing

/// The code of the articles, and whether it still is the code of the articles.
@Suite struct DocumentationTests {
    private let transport = ScriptedTransport([
        .answer(
            200,
            body: #"{"contents":[{"name":"nightly","state":"ACTIVE"}],"count":1,"name":"nightly","state":"ACTIVE"}"#)
    ])
    private let logger = LogJournal().logger()
    private let accessKey = "access-key"
    private let secretKey = "secret-key"
    private let backupID = "b-1"
    private let printed = Printed()

    /// What the code of the articles prints.
    private final class Printed: Sendable {
        private let texts = Mutex<[String]>([])
        var lines: [String] { texts.withLock { $0 } }
        func add(_ text: String) { texts.withLock { $0.append(text) } }
    }

    /// Takes the place of Swift's own in the code of the articles.
    private func print(_ values: Any...) { printed.add(values.map { "\($0)" }.joined(separator: " ")) }

    private func client() throws -> Backup.V1_2.Client {
        // ServiceRuntime.md
        let backup = Backup.V1_2.Client(
            endpoint: .e(.krWest1),
            credentials: try Credentials(accessKey: accessKey, secretKey: secretKey),
            transport: transport,
            configuration: ClientConfiguration(middlewares: [RetryMiddleware(), LoggingMiddleware(logger: logger)]))
        return backup
    }

    @Test func overview() async throws {
        let backup = try client()
        for try await item in backup.listBackupsPager.all(serverName: "web") {
            print(item.name)
        }
        let connection = ServiceConnection(
            service: "Backup", version: "1.2", baseURL: "https://backup.example",
            headers: ["Scp-Api-Version": "backup 1.2", "Scp-ClientType": "Openapi"],
            authentication: .scpHMAC(try Credentials(accessKey: accessKey, secretKey: secretKey)), transport: transport)
        let answer: JSONValue = try await connection.call(
            OperationRequest("listBackups", .get, "/v1/backups", query: ["size": 20], title: "List Backups"),
            success: [200])
        #expect(answer["count"] == 1)
        #expect(printed.lines == ["nightly"])
    }

    @Test(arguments: [
        (200, "ACTIVE"), (404, "there is no such backup"), (403, "check the keys: no"),
        (503, "try again in 30.0 seconds"),
    ])
    func errors(_ status: Int, _ line: String) async throws {
        let transport = ScriptedTransport([
            .answer(status, body: status == 200 ? #"{"name":"nightly","state":"ACTIVE"}"# : #"{"detail":"no"}"#)
        ])
        let backup = Backup.V1_2.Client(connection: connection(transport))
        do {
            let found = try await backup.showBackup(backupID: backupID)
            print(found.state ?? "no state")
        } catch let error as ServiceError {
            switch error.kind {
            case .notFound: print("there is no such backup")
            case .unauthorized, .forbidden: print("check the keys: \(error.detail ?? "no detail")")
            case _ where error.isRetryable: print("try again in \(error.retryAfter ?? .seconds(30))")
            default: throw error
            }
        }
        #expect(printed.lines == [line])
        guard status == 200 else { return }
        let raw = try await backup.connection.answer(
            to: OperationRequest("showBackup", .get, "/v1/backups/\(backupID)"), success: [200])
        print(raw.statusCode, raw.body.count)
        #expect(raw.statusCode == 200)
    }

    @Test func retryingAndLogging() {
        let configuration = ClientConfiguration(
            timeout: .seconds(20),
            middlewares: [RetryMiddleware(), LoggingMiddleware(logger: logger)])
        let patient = RetryMiddleware(
            policy: RetryPolicy(maxAttempts: 6, baseDelay: .seconds(1), maximumDelay: .seconds(30)))
        let budget = RetryBudget(capacity: 50)
        let first = ClientConfiguration(middlewares: [RetryMiddleware(budget: budget)])
        let second = ClientConfiguration(middlewares: [RetryMiddleware(budget: budget)])
        #expect([configuration, first, second].map(\.middlewares.count) == [2, 1, 1])
        _ = patient
    }

    struct Tracing: Middleware {
        let traceID: String

        func intercept(
            _ request: HTTPRequest, body: Data?, context: OperationContext, next: @escaping Next
        ) async throws -> TransportResponse {
            var request = request
            if let name = HTTPField.Name("X-Trace-Id") { request.headerFields[name] = traceID }
            return try await next(request, body)
        }
    }

    @Test func pages() async throws {
        let backup = try client()
        var names: [String] = []
        for try await item in backup.listBackupsPager.all(serverName: "web") {
            names.append(item.name)
        }
        let all = try await backup.listBackupsPager.all().collect(upTo: 10_000)
        for try await page in backup.listBackupsPager.pages(size: 50) {
            print(page.count ?? 0)
        }
        var pages = backup.listBackupsPager.pages(size: 50).makeAsyncIterator()
        if let page = try await pages.next() { print(page.count ?? 0) }
        let saved = pages.position?.rawValue
        if let position = saved.flatMap(PagePosition.init(rawValue:)) {
            for try await item in backup.listBackupsPager.pages(size: 50).starting(at: position).items {
                print(item.name)
            }
        }
        #expect(names == ["nightly"])
        #expect(all.map(\.name) == names)
        #expect(
            transport.requests.map { $0.path } == [
                "/v1/backups?page=0&server_name=web", "/v1/backups?page=0", "/v1/backups?size=50&page=0",
                "/v1/backups?size=50&page=0",
            ])
    }
}

extension DocumentationTests {
    @Test func waiting() async throws {
        let transport = ScriptedTransport([
            .answer(404), .answer(200, body: #"{"name":"nightly","state":"ACTIVE"}"#), .answer(404),
            .answer(200, body: #"{"count":1}"#), .answer(200, body: #"{"count":3}"#),
        ])
        let backup = Backup.V1_2.Client(
            connection: connection(transport, configuration: ClientConfiguration(clock: VirtualClock())))
        let ready = try await backup.waitUntilBackup(backupID: backupID, is: ["ACTIVE"], unless: ["ERROR"])
        try await backup.waitUntilBackupIsGone(backupID: backupID, policy: WaitPolicy(timeout: .seconds(300)))
        let many = try await backup.connection.wait(
            WaitPolicy(timeout: .seconds(60)), "listBackups", until: { $0.count ?? 0 >= 3 },
            describe: { "\($0.count ?? 0) backups" }
        ) {
            try await backup.listBackups()
        }
        #expect(ready.state == "ACTIVE")
        #expect(many.count == 3)
        #expect(transport.requests.count == 5)
    }

    @Test(arguments: [
        (#"{"versions":[]}"#, ["move to another version"]),
        (#"{"versions":[{"id":"1.2","status":"CURRENT"}]}"#, []),
    ])
    func versions(_ body: String, _ lines: [String]) async throws {
        let backup = Backup.V1_2.Client(connection: connection(RecordingTransport(body: body)))
        switch try await backup.versionStatus() {
        case .served, .planned: break
        case .deprecated(_, let day): print("move to another version before \(day.map { "\($0)" } ?? "long")")
        case .ended, .unlisted: print("move to another version")
        }
        #expect(printed.lines == lines)
    }

    /// The blocks of Swift in an article, as lines without indentation.
    private func blocks(_ article: String) -> [[String]] {
        var blocks: [[String]] = []
        var block: [String]?
        for line in lines(article) {
            if line == "```swift" {
                block = []
            } else if line == "```", let found = block {
                blocks.append(found)
                block = nil
            } else {
                block?.append(line)
            }
        }
        return blocks
    }

    private func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
    }

    @Test(arguments: [("ServiceRuntime", 3), ("Errors", 2), ("RetryingAndLogging", 4), ("PagesAndWaiting", 7)])
    func codeOfAnArticleIsTheCodeAbove(_ article: String, _ count: Int) throws {
        let here = URL(filePath: #filePath)
        let root = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let catalogue = root.appending(path: "Sources/ServiceRuntime/ServiceRuntime.docc")
        let code = lines(try String(contentsOf: here, encoding: .utf8)).joined(separator: "\n")
        let text = try String(contentsOf: catalogue.appending(path: "\(article).md"), encoding: .utf8)
        let blocks = blocks(text)
        #expect(blocks.count == count)
        for block in blocks { #expect(code.contains(block.joined(separator: "\n")), "\(block)") }
    }
}

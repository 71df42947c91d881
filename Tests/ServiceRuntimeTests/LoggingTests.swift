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

@Suite struct LoggingTests {
    private static let keys = (access: "AKIA1234567890", secret: "s3cr3t/+key")

    /// A middleware that adds what a careless one might.
    private struct Adding: Middleware {
        let change: @Sendable (inout HTTPRequest) -> Void

        func intercept(
            _ request: HTTPRequest, body: Data?, context: OperationContext, next: @escaping Next
        ) async throws -> TransportResponse {
            var request = request
            change(&request)
            return try await next(request, body)
        }
    }

    private func log(
        _ transport: any Transport = RecordingTransport(status: 204), query: QueryParameters = [:],
        path: RequestPath = "/v1/item", middlewares: [any Middleware] = [],
        _ change: @escaping @Sendable (inout HTTPRequest) -> Void = { _ in }
    ) async throws -> String {
        let journal = LogJournal()
        let authentication = Authentication.scpHMAC(
            try Credentials(accessKey: Self.keys.access, secretKey: Self.keys.secret))
        let logging = LoggingMiddleware(logger: journal.logger())
        let connection = connection(
            transport, authentication: authentication,
            configuration: ClientConfiguration(middlewares: middlewares + [Adding(change: change), logging]))
        let request = OperationRequest("op", .put, path, query: query, body: ["password": "b0dy"])
        _ = await failure { try await connection.call(request, success: []) }
        return journal.lines.joined(separator: "\n")
    }

    @Test(arguments: [
        "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Auth-Token", "X-Api-Key", "Scp-Accesskey",
        "Scp-Signature", "Scp-AccountId", "Scp-Something-New", "X-Amz-Security-Token", "Api-Secret", "JWT",
    ])
    func headersThatAreHidden(_ name: String) async throws {
        let text = try await log { request in
            if let name = HTTPField.Name(name) { request.headerFields[name] = "h1dden value" }
        }
        #expect(!text.contains("h1dden"))
        #expect(text.contains("\(name): <redacted>"))
    }

    @Test(arguments: ["Accept", "Accept-Language", "Scp-ClientType", "Scp-Api-Version", "Scp-Timestamp", "X-Trace"])
    func headersThatAreShown(_ name: String) async throws {
        let text = try await log { request in
            if let name = HTTPField.Name(name) { request.headerFields[name] = "shown value" }
        }
        #expect(text.contains("\(name): shown value"))
    }

    @Test func secretsInTheValueOfAnotherHeader() async throws {
        let text = try await log { request in
            request.headerFields[.referer] = "https://u:p4ss@h/x?token=t0ken&a=\(Self.keys.secret)"
        }
        #expect(text.contains("Referer: https://<redacted>@h/x?token=<redacted>&a=<redacted>"))
    }

    @Test(
        arguments: [
            (["access_key": "h1dden"], "?access_key=<redacted>"),
            (["page": "1", "Secret-Key": "h1dden", "size": "2"], "?page=1&Secret-Key=<redacted>&size=2"),
            (["access key": "h1dden"], "?access%20key=<redacted>"),
            (["접근_token": "h1dden"], "?%EC%A0%91%EA%B7%BC_token=<redacted>"),
            (["token": "h1dden&x=y"], "?token=<redacted>"),
            (["q": Self.keys.secret], "?q=<redacted>"),
            (["q": Self.keys.access], "?q=<redacted>"),
            (["q": "kept"], "?q=kept"),
        ] as [(KeyValuePairs<String, String>, String)])
    func queryValues(_ pairs: KeyValuePairs<String, String>, _ shown: String) async throws {
        var query: QueryParameters = [:]
        for (name, value) in pairs { query.append(name, value) }
        let text = try await log(query: query)
        #expect(!text.contains("h1dden"))
        #expect(text.contains("url=https://backup.kr-west1.s.samsungsdscloud.com/v1/item\(shown)"))
    }

    @Test func usersInURLsAndKeysInPaths() async throws {
        let text = try await log(path: "/v1/\(Self.keys.secret)/x") { $0.authority = "user:p4ss@h" }
        #expect(text.contains("url=https://<redacted>@h/v1/<redacted>/x"))
        #expect(!text.contains("p4ss"))
        #expect(!text.contains("b0dy"))
    }

    @Test func errorTexts() async throws {
        struct Odd: Error, CustomStringConvertible { let description = "h1dden" }
        let reasons: [(any Error, String)] = [
            (
                TransportError(
                    .timeout, reason: "GET https://u:h1dden@h/?token=h1dden failed\nAuthorization: Basic h1dden"),
                "error=GET https://<redacted>@h/?token=<redacted> failed Authorization: <redacted>"
            ),
            (TransportError(.notSent, reason: "\(Self.keys.secret)"), "error=<redacted>"),
            (Odd(), "error=Odd"),
            (CancellationError(), "error=CancellationError"),
        ]
        for (error, shown) in reasons {
            let text = try await log(ScriptedTransport([.failure(error)]))
            #expect(text.contains("warning no answer \(shown) "))
            #expect(!text.contains("h1dden"))
        }
    }

    @Test func placeDecidesWhatIsSeen() async throws {
        let steps: [ScriptedTransport.Step] = [.answer(503), .answer(503), .answer(204)]
        let retries = RetryMiddleware(clock: VirtualClock())
        let inner = try await log(ScriptedTransport(steps), middlewares: [retries])
        #expect(inner.components(separatedBy: "debug sending").count == 4)
        #expect(inner.components(separatedBy: "status=503").count == 3)

        let journal = LogJournal()
        let outer = ClientConfiguration(middlewares: [LoggingMiddleware(logger: journal.logger()), retries])
        try await connection(ScriptedTransport(steps), configuration: outer).call(
            OperationRequest("op", .get, "/v1/x"), success: [])
        #expect(journal.lines.map { $0.prefix(14) } == ["debug sending ", "debug answered"])
    }

    @Test func middlewaresCanRedactToo() async throws {
        struct Showing: Middleware {
            let journal: LogJournal
            func intercept(
                _ request: HTTPRequest, body: Data?, context: OperationContext, next: @escaping Next
            ) async throws -> TransportResponse {
                journal.write(context.redact("\(LoggingTests.keys.secret)\ntoken=x"))
                return try await next(request, body)
            }
        }
        let journal = LogJournal()
        _ = try await log(middlewares: [Showing(journal: journal)])
        #expect(journal.lines == ["<redacted> token=<redacted>"])
    }
}

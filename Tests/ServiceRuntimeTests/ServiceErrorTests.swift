import Foundation
import ServiceRuntime
import ServiceTesting
import Testing

@Suite struct ServiceErrorTests {
    private func error(
        status: Int, body: String?, headers: [String: String] = [:], authentication: Authentication = .none
    ) async throws -> ServiceError {
        let transport = RecordingTransport(status: status, headers: headers, body: body)
        let error = await failure {
            try await connection(transport, authentication: authentication).call(
                OperationRequest("createBackup", .post, "/v1/backups"), success: [202])
        }
        return try #require(error as? ServiceError)
    }

    @Test func envelopeOfTheService() async throws {
        let error = try await error(
            status: 400,
            body: #"""
                {"errors":[{"code":"ValidationError","detail":["Field required","Too long"],"status":400,
                "title":"Bad Request","request_id":"req-1","global_request_id":"req-2","links":[],"response":null},
                {"code":"Other","detail":"one text"}]}
                """#)
        #expect(error.statusCode == 400)
        #expect(error.code == "ValidationError")
        #expect(error.title == "Bad Request")
        #expect(error.detail == "Field required; Too long")
        #expect(error.requestIDs == ["req-1", "req-2"])
        #expect(error.answer?.problems.last == ServiceProblem(code: "Other", detail: ["one text"]))
        #expect(error.answer?.problems.first?.status == 400)
        #expect(
            error.description
                == "Backup 1.2 createBackup: rejected with status 400: "
                + "ValidationError: Bad Request: Field required, Too long; Other: one text (request req-1, req-2)")
        #expect(!error.isRetryable)
    }

    @Test func envelopeOfTheGateway() async throws {
        let error = try await error(
            status: 404,
            body: #"""
                {"timestamp":"2026-06-05T04:43:47.262+00:00","path":"/v1/x","status":404,"error":"Not Found",
                "requestId":"abc-1"}
                """#)
        #expect(error.title == "Not Found")
        #expect(error.code == nil)
        #expect(error.detail == nil)
        #expect(error.requestIDs == ["abc-1"])
        #expect(error.description == "Backup 1.2 createBackup: not found with status 404: Not Found (request abc-1)")
    }

    @Test func htmlAndEmptyBodies() async throws {
        let html = try await error(
            status: 502, body: "<html>\r\n<body>Bad\tGateway</body></html>", headers: ["X-Request-Id": "r"])
        #expect(
            html.description
                == "Backup 1.2 createBackup: rejected with status 502: <html> <body>Bad Gateway</body></html> (request r)"
        )
        #expect(html.isRetryable)
        let empty = try await error(status: 409, body: nil)
        #expect(empty.description == "Backup 1.2 createBackup: conflict with status 409")
        #expect(empty.answer == ErrorAnswer(status: 409))
        let odd = try await error(status: 500, body: #"{"errors":"none"}"#)
        #expect(odd.description == #"Backup 1.2 createBackup: rejected with status 500: {"errors":"none"}"#)
    }

    @Test(arguments: [
        (401, "refused with status 401", false), (403, "refused with status 403", false),
        (404, "not found with status 404", false), (409, "conflict with status 409", false),
        (400, "rejected with status 400", false), (429, "rejected with status 429", true),
        (500, "rejected with status 500", true), (501, "rejected with status 501", false),
        (503, "rejected with status 503", true), (599, "rejected with status 599", false),
        (200, "answered with status 200, which the documentation does not list", false),
        (302, "answered with status 302, which the documentation does not list", false),
    ])
    func statusDecides(_ status: Int, _ text: String, _ isRetryable: Bool) async throws {
        let error = try await error(status: status, body: nil)
        #expect(error.description == "Backup 1.2 createBackup: \(text)")
        #expect(error.localizedDescription == error.description)
        #expect(error.statusCode == status)
        #expect(error.isRetryable == isRetryable)
    }

    @Test func secretsAreRedacted() async throws {
        let credentials = try Credentials(accessKey: "my-access", secretKey: "my-secret")
        let body = #"""
            {"errors":[{"code":"my-secret","title":"my-access","detail":"key my-secret","request_id":"my-secret"}],
            "admin_password" : "hunter2", "Token":{"a":["deep",1]},"apiKeys":["k1","k2"],"name":"kept"}
            """#
        let error = try await error(status: 400, body: body, authentication: .scpHMAC(credentials))
        var dumped = ""
        dump(error, to: &dumped)
        for text in [
            "\(error)", String(reflecting: error), error.localizedDescription, dumped, error.answer?.snippet ?? "",
        ] {
            for secret in ["my-access", "my-secret", "hunter2", "deep", "k1", "k2"] {
                #expect(!text.contains(secret), "\(text)")
            }
        }
        #expect(error.code == "<redacted>")
        #expect(error.detail == "key <redacted>")
        #expect(
            error.answer?.snippet
                == #"{"errors":[{"code":"<redacted>","title":"<redacted>","detail":"key <redacted>","#
                + #""request_id":"<redacted>"}], "admin_password" : <redacted>, "Token":<redacted>,"#
                + #""apiKeys":<redacted>,"name":"kept"}"#)
    }

    @Test func snippetIsShortAndCutSafely() async throws {
        let long = try await error(status: 400, body: String(repeating: "x", count: 10_000))
        #expect(long.answer?.snippet == String(repeating: "x", count: 300) + "…")
        let cut = try await error(status: 400, body: #"{"password":"unfinished"#)
        #expect(cut.answer?.snippet == #"{"password":<redacted>"#)
        let hostile = try await error(status: 400, body: "a\u{202E}b\u{1B}[31mc\u{0}d")
        #expect(hostile.answer?.snippet == "a b [31mc d")
    }

    @Test func errorsOfOnesOwn() {
        let context = OperationContext(service: "S", version: "1", operation: "o")
        let error = ServiceError(context: context, kind: .notFound, answer: ErrorAnswer(status: 404))
        #expect(error.service == "S" && error.version == "1" && error.operation == "o")
        #expect(error.description == "S 1 o: not found with status 404")
    }
}

import Foundation
import SCPRuntime
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
                == "Backup 1.2 createBackup: the service failed with status 502: Bad Gateway (request r)"
        )
        #expect(html.isRetryable)
        let empty = try await error(status: 409, body: nil)
        #expect(empty.description == "Backup 1.2 createBackup: conflict with status 409")
        #expect(empty.answer == ErrorResponse(status: 409))
        #expect(empty.body == ErrorBody())
        let odd = try await error(status: 500, body: #"{"errors":"none"}"#)
        #expect(odd.description == #"Backup 1.2 createBackup: the service failed with status 500: none"#)
    }

    @Test(arguments: [
        (401, "unauthorized with status 401", false), (403, "forbidden with status 403", false),
        (404, "not found with status 404", false), (409, "conflict with status 409", false),
        (400, "rejected with status 400", false), (429, "rejected with status 429", true),
        (500, "the service failed with status 500", true), (501, "the service failed with status 501", false),
        (503, "the service failed with status 503", true), (599, "the service failed with status 599", false),
        (200, "answered with status 200, which the documentation does not list", false),
        (302, "redirected with status 302", false),
        (304, "answered with status 304, which the documentation does not list", false),
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
        let error = ServiceError(context: context, kind: .notFound, answer: ErrorResponse(status: 404))
        #expect(error.service == "S" && error.version == "1" && error.operation == "o")
        #expect(error.description == "S 1 o: not found with status 404")
    }

    @Test func theDocumentationIsNamed() async throws {
        let transport = RecordingTransport(status: 409, body: #"{"errors":[{"code":"Busy","request_id":"r-1"}]}"#)
        let error = try #require(
            await failure {
                try await connection(transport).call(
                    OperationRequest("createBackup", .post, "/v1/backups", title: "Create Backup"), success: [])
            } as? ServiceError)
        #expect(error.documentation == "Create Backup, version 1.2")
        #expect(error.context.title == "Create Backup")
        #expect(
            error.description
                == "Backup 1.2 createBackup: conflict with status 409: Busy "
                + "(request r-1; documented in: Create Backup, version 1.2)")
        let plain = OperationContext(service: "Backup", version: "1.2", operation: "createBackup")
        #expect(plain.documentation == nil)
        #expect(plain != error.context)
        let same = OperationContext(
            service: "Backup", version: "1.2", operation: "createBackup", title: "Create Backup")
        #expect(same == error.context)
        #expect(same.hashValue == error.context.hashValue)
    }

    @Test func howLongTheServiceAsksToWait() async throws {
        #expect(try await error(status: 503, body: nil, headers: ["Retry-After": "7"]).retryAfter == .seconds(7))
        #expect(try await error(status: 429, body: nil).retryAfter == nil)
        let date = try await error(status: 503, body: nil, headers: ["Retry-After": "Fri, 31 Dec 9999 23:59:59 GMT"])
        #expect((date.retryAfter ?? .zero) > .seconds(1_000_000))
    }

    @Test func textsForPeople() async throws {
        let context = OperationContext(service: "S", version: "1", operation: "o", title: "O")
        let lost = TransportError(.connectionLost, reason: "it broke at https://u:p@h")
        let cases: [(ServiceError.Kind, String, String)] = [
            (.requestInvalid("x"), "not sent: x", "Correct what the call was given; as it is, it fails again."),
            (
                .notSent(TransportError(.notSent, reason: "no host")), "not sent: no host",
                "Check the network, the host name and the certificate. "
                    + "The service has not seen the request, so it may be sent again."
            ),
            (
                .noResponse(.timeout), "no answer within the time limit",
                "Look whether the service has acted before you call again, or raise ClientConfiguration.timeout."
            ),
            (
                .noResponse(.connectionLost(lost)), "no answer: it broke at https://<redacted>@h",
                "Look whether the service has acted before you call again."
            ),
            (
                .undecodable(path: JSONPath(), reason: "x"), "the answer does not decode at $: x",
                "The service answers in another form than documented. "
                    + "ServiceConnection.answer(to:success:) reads any form."
            ),
            (
                .responseTooLarge(limit: 5), "the answer is larger than the limit of 5 bytes",
                "Ask for smaller pages, or raise ClientConfiguration.bodyLimit."
            ),
            (
                .waitTimedOut(last: nil), "the time for waiting is up",
                "Look at the resource: wait again, or longer with WaitPolicy.timeout."
            ),
            (
                .unwantedState("ERROR"), "waiting ended in the unwanted state ERROR",
                "Look at the resource: it does not reach the wanted state by itself."
            ),
        ]
        for (kind, reason, suggestion) in cases {
            let error = ServiceError(context: context, kind: kind)
            #expect(error.failureReason == reason)
            #expect(error.recoverySuggestion == suggestion)
            #expect(error.errorDescription == "S 1 o: \(reason) (documented in: O, version 1)")
            #expect(error.errorDescription == error.description)
        }
    }

    @Test(arguments: [
        (401, "Check the access key, the secret key and the clock of this machine: signatures carry the time."),
        (403, "Check that the account may use this operation."),
        (404, "Check the identifiers, and whether they belong to this region and environment."),
        (409, "Read the resource again: its present state does not allow the call."),
        (400, "Correct the request as the service says."),
        (503, "Call again after 7 seconds, as the service asks."),
        (302, "Call the address that the service points to, if you trust it; no redirect is followed."),
        (
            304,
            "Check that the base URL is that of the service, "
                + "and that the version is still served."
        ),
    ])
    func suggestions(_ status: Int, _ suggestion: String) async throws {
        let error = try await error(status: status, body: nil, headers: ["Retry-After": "7"])
        #expect(error.recoverySuggestion == suggestion)
        #expect((error as any Error as? any LocalizedError)?.recoverySuggestion == suggestion)
        #expect((error as NSError).localizedRecoverySuggestion == suggestion)
    }

    @Test func suggestionWithoutATime() async throws {
        #expect(
            try await error(status: 500, body: nil).recoverySuggestion
                == "Call again after a while; if it keeps failing, give the request ids to the service's support.")
    }

    @Test func textsForPeopleHaveNoSecrets() async throws {
        let credentials = try Credentials(accessKey: "my-access", secretKey: "my/secret+")
        let body = #"{"errors":[{"code":"E","detail":["my/secret+ my-access token=x","{\"password\":\"hunter2\"}"]}]}"#
        let error = try await error(status: 400, body: body, authentication: .scpHMAC(credentials))
        var dumped = ""
        dump(error.context, to: &dumped)
        dump(error.answer, to: &dumped)
        for text in [error.description, error.failureReason ?? "", error.detail ?? "", error.snippet, dumped] {
            for secret in ["my-access", "my/secret", "my\\/secret", "hunter2", "=x"] {
                #expect(!text.contains(secret), "\(text)")
            }
        }
        #expect(
            error.failureReason == "rejected with status 400: E: <redacted> <redacted> token=<redacted>, "
                + "{\"password\":<redacted>}")
    }

    @Test func kindsShowNoSecrets() {
        struct Odd: Error, CustomStringConvertible { let description = "hunter2" }
        let lost = TransportError(.connectionLost, reason: "GET https://u:hunter2@h\nfailed", underlying: Odd())
        let cases: [(ServiceError.Kind, String)] = [
            (.notSent(Odd()), "not sent: Odd"),
            (.noResponse(.connectionLost(Odd())), "no answer: Odd"),
            (.noResponse(.connectionLost(lost)), "no answer: GET https://<redacted>@h failed"),
            (.conflict, "conflict"),
        ]
        for (kind, text) in cases {
            var dumped = ""
            dump(kind, to: &dumped)
            #expect("\(kind)" == text)
            #expect(!dumped.contains("hunter2"))
        }
    }
}

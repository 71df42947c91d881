import Foundation
import ServiceRuntime
import ServiceTesting
import Testing

/// The forms in which services and web frameworks say what went wrong.
@Suite struct ErrorFormTests {
    private func error(
        _ body: String, status: Int = 422, headers: [String: String] = [:],
        _ configuration: ClientConfiguration = ClientConfiguration(), authentication: Authentication = .none
    ) async throws -> ServiceError {
        let transport = RecordingTransport(status: status, headers: headers, body: body)
        let connection = ServiceConnection(
            service: "Kites", version: "1", baseURL: "https://kites.example", authentication: authentication,
            transport: transport, configuration: configuration)
        let error = await failure {
            try await connection.call(OperationRequest("fly", .post, "/kites"), success: [200])
        }
        return try #require(error as? ServiceError)
    }

    @Test(arguments: [
        (#"{"detail":"no such kite"}"#, ["no such kite"]),
        (
            #"{"detail":[{"loc":["body","tail",0],"msg":"too short","type":"short"}]}"#,
            ["short: body.tail.0: too short"]
        ),
        (#"{"code":7,"message":"taken"}"#, ["7: taken"]),
        (#"{"message":["one","two"]}"#, ["one, two"]),
        (#"{"error":{"code":"windy","message":"too much wind"}}"#, ["windy: too much wind"]),
        (#"{"error":"invalid_grant","error_description":"used before"}"#, ["invalid_grant: used before"]),
        (#"{"error":"Not Found"}"#, ["Not Found"]),
        (#"{"message":"invalid","errors":{"json":{"tail":["is missing"]}}}"#, ["invalid, json.tail: is missing"]),
        (
            #"{"errors":[{"message":"no wind","path":["kites",0],"extensions":{"code":"CALM"}}]}"#,
            [
                "CALM: kites.0: no wind"
            ]
        ),
        (#"{"errors":["first","second"]}"#, ["first, second"]),
        (
            #"{"tail":["This field is required."],"line":["Too long."]}"#,
            [
                "line: Too long., tail: This field is required."
            ]
        ),
        (#"[{"message":"first"},{"message":"second"}]"#, ["first", "second"]),
        (
            #"{"type":"https://kites.example/calm","title":"No wind","status":422,"detail":"Wait."}"#,
            [
                "https://kites.example/calm: No wind: Wait."
            ]
        ),
        (#"{"type":"about:blank","title":"Gone"}"#, ["Gone"]),
        (#"{"type":"kite","name":"Rex"}"#, []), ("[1,2]", []), ("7", []), ("{}", []), ("not JSON", []),
    ])
    func problems(_ body: String, _ expected: [String]) async throws {
        let found = try await error(body).answer?.problems.map(\.description) ?? []
        #expect(found == expected)
    }

    @Test func codesOfAnyType() async throws {
        #expect(try await error(#"{"code":7,"message":"x"}"#).code == "7")
        #expect(try await error(#"{"code":"7","message":"x"}"#).code == "7")
        #expect(try await error(#"{"code":true,"message":"x"}"#).code == "true")
    }

    @Test func theBodyIsKeptAndTyped() async throws {
        struct Refusal: Decodable, Equatable {
            var left: Int
        }
        let error = try await error(#"{"left":3}"#, headers: ["Content-Type": "application/json; charset=utf-8"])
        #expect(try error.body(as: Refusal.self) == Refusal(left: 3))
        #expect(error.body.text == #"{"left":3}"#)
        #expect(error.body.mediaType == "application/json")
        #expect(!error.body.isIncomplete)
        #expect(throws: DecodingError.self) { try error.body(as: [Refusal].self) }
    }

    @Test func howMuchIsKeptIsTheCallersChoice() async throws {
        let long = #"{"detail":""# + String(repeating: "x", count: 5_000) + #""}"#
        let cut = try await error(long, ClientConfiguration(errorBodyLimit: 100))
        #expect(cut.body.bytes.count == 100)
        #expect(cut.body.isIncomplete)
        #expect(cut.statusCode == 422)
        let whole = try await error(long, ClientConfiguration(errorBodyLimit: long.utf8.count))
        #expect(whole.body.bytes.count == long.utf8.count)
        #expect(!whole.body.isIncomplete)
        let empty = try await error(long, ClientConfiguration(errorBodyLimit: 0))
        #expect(empty.body.bytes.isEmpty && empty.body.isIncomplete)
    }

    @Test func problemDetails() async throws {
        let body = #"{"type":"/calm","title":7,"status":422,"detail":"Wait.","instance":"/i/1","minutes":5}"#
        let details = try #require(
            try await error(body, headers: ["Content-Type": "application/problem+json"]).problemDetails)
        #expect(details.type == "/calm" && details.title == nil && details.status == 422)
        #expect(details.detail == "Wait." && details.instance == "/i/1")
        #expect(details.extensions == ["minutes": 5])
        #expect(try await error(body, headers: ["Content-Type": "application/json"]).problemDetails == nil)
    }

    @Test func redirections() async throws {
        let error = try await error(
            "", status: 307, headers: ["Location": "https://other.example/kites?key=hunter2"])
        guard case .redirected = error.kind else {
            Issue.record("\(error)")
            return
        }
        #expect(error.location == "https://other.example/kites?key=hunter2")
        #expect(error.description == "Kites 1 fly: redirected with status 307 to https://other.example/kites")
        var dumped = ""
        dump(error.answer, to: &dumped)
        #expect(!dumped.contains("hunter2"))
    }

    @Test func whatTheBodyHoldsIsNotDescribed() async throws {
        let error = try await error(#"{"detail":"x","admin_password":"hunter2","errors":{"token":"hunter2"}}"#)
        var dumped = ""
        dump(error.answer, to: &dumped)
        for text in [dumped, "\(error)", "\(error.body)"] { #expect(!text.contains("hunter2"), "\(text)") }
    }

    /// A one-letter password must not take a letter out of every word.
    @Test func shortSecretsAreOnlyWholeValues() async throws {
        let short = try Authentication.basic("kite", "e")
        #expect(try await error(#"{"detail":"the e key"}"#, authentication: short).detail == "the <redacted> key")
    }

    @Test func manyProblemsAreBounded() async throws {
        let items = (0..<10_000).map { #"{"message":"m\#($0)"}"# }.joined(separator: ",")
        let deep = String(repeating: #"{"errors":"#, count: 100) + "1" + String(repeating: "}", count: 100)
        #expect(try await error("[\(items)]").answer?.problems.count == 50)
        #expect(try await error(deep).statusCode == 422)
    }
}

import HTTPTypes
import SCPRuntime
import ServiceRuntime
import ServiceTesting
import Synchronization
import Testing

@Suite struct AuthenticationSchemeTests {
    private func send(_ authentication: Authentication, _ transport: RecordingTransport = RecordingTransport())
        async throws -> RecordedRequest
    {
        try await connection(transport, authentication: authentication).call(
            OperationRequest("op", .get, "/x", query: ["a": 1], cookies: ["c": "d"]), success: [])
        return try #require(transport.requests.last)
    }

    @Test func schemes() async throws {
        #expect(try await send(.bearer("t0ken")).header("Authorization") == "Bearer t0ken")
        // RFC 7617, section 2.
        #expect(
            try await send(.basic("Aladdin", "open sesame")).header("Authorization")
                == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
        #expect(try await send(.apiKey("X-Key", in: .header, "k")).header("X-Key") == "k")
        #expect(try await send(.apiKey("k", in: .query, "a/b&c")).url.hasSuffix("/x?a=1&k=a/b%26c"))
        #expect(try await send(.apiKey("k", in: .cookie, "v")).header("Cookie") == "c=d; k=v")
    }

    @Test func signatureCoversTheKeyInTheQuery() async throws {
        let hmac = Authentication.scpHMAC(try Credentials(accessKey: "a", secretKey: "s"))
        let sent = try await send(.all([hmac, try .apiKey("k", in: .query, "v")]))
        let timestamp = try #require(Int64(sent.header("Scp-Timestamp") ?? ""))
        let signer = SCPSigner(credentials: try Credentials(accessKey: "a", secretKey: "s"))
        #expect(sent.url.hasSuffix("&k=v"))
        #expect(
            sent.header("Scp-Signature")
                == signer.signature(method: "GET", url: sent.url, timestamp: timestamp, clientType: "Openapi"))
    }

    @Test func tokenIsFetchedForEachAttempt() async throws {
        let count = Mutex(0)
        let transport = ScriptedTransport([.answer(503), .answer(200)])
        let configuration = ClientConfiguration(middlewares: [RetryMiddleware(clock: VirtualClock())])
        let authentication = Authentication.bearer { "t\(count.withLock { $0 += 1; return $0 })" }
        try await connection(transport, authentication: authentication, configuration: configuration).call(
            OperationRequest("op", .get, "/x"), success: [])
        #expect(transport.requests.map { $0.headerFields[.authorization] } == ["Bearer t1", "Bearer t2"])
    }

    @Test func badSecretsAreRefused() async {
        #expect(throws: CredentialsError.self) { try Authentication.bearer("a\nb") }
        #expect(throws: CredentialsError.self) { try Authentication.basic("a:b", "c") }
        #expect(throws: CredentialsError.self) { try Authentication.basic("a", "c\r\n") }
        #expect(throws: CredentialsError.self) { try Authentication.apiKey("k", in: .cookie, "a;b") }
        #expect(throws: CredentialsError.self) { try Authentication.apiKey("a b", in: .header, "k") }
        let transport = RecordingTransport()
        let error = await failure { _ = try await send(.bearer { "a\r\nX: y" }, transport) }
        #expect(
            error.map { "\($0)" } == "Backup 1.2 op: not sent: the bearer token has a blank, a line break or another "
                + "character that no key has")
        #expect(transport.requests.isEmpty)
    }

    @Test func secretsAreNotShown() async throws {
        let key = "k3y/s3cret"
        for authentication in [
            try Authentication.apiKey("k", in: .query, key), .bearer { key }, try .basic("u", key),
            .all([.bearer { key }, try .apiKey("X", in: .header, "other")]),
        ] {
            let transport = RecordingTransport(status: 400, body: "no: \(key) and k3y%2Fs3cret")
            let error = await failure { _ = try await send(authentication, transport) }
            let text = try #require(error.map { "\($0)" })
            #expect(text.contains("no: <redacted> and <redacted>"), "\(text)")
        }
    }
}

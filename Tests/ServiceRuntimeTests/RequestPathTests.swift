import ServiceRuntime
import ServiceTesting
import Testing

@Suite struct RequestPathTests {
    private func url(_ path: RequestPath, baseURL: String = "https://h") async throws -> String {
        let transport = RecordingTransport()
        try await connection(transport, baseURL: baseURL).call(OperationRequest("op", .get, path), success: [])
        return try #require(transport.requests.first).url
    }

    private func problem(_ path: RequestPath) async -> String? {
        let transport = RecordingTransport()
        let error = await failure {
            try await connection(transport).call(OperationRequest("op", .get, path), success: [])
        }
        #expect(transport.requests.isEmpty)
        guard case .requestInvalid(let reason)? = (error as? ServiceError)?.kind else { return nil }
        return reason
    }

    @Test func whatIsWantedInBase64IsEncoded() async throws {
        let name = "a?>~\u{3FF}"
        #expect(try await url("/v1/\(name, base64: .standard)") == "https://h/v1/YT8%2Bfs%2B%2F")
        #expect(try await url("/v1/\(name, base64: .urlSafe)") == "https://h/v1/YT8-fs-_")
        #expect(try await url("/v1/\("f", base64: .urlSafe)") == "https://h/v1/Zg%3D%3D")
        #expect(try await url("/v1/\("f", base64: .urlSafeUnpadded)") == "https://h/v1/Zg")
        #expect(await problem("/v1/\("", base64: .urlSafe)") != nil)
    }

    @Test(arguments: [
        ("00cd", "00cd"),
        ("a/b", "a%2Fb"),
        ("a?b", "a%3Fb"),
        ("a#b", "a%23b"),
        ("a%2Fb", "a%252Fb"),
        ("a b", "a%20b"),
        ("a\\b", "a%5Cb"),
        ("../x", "..%2Fx"),
        ("...", "..."),
        ("%2e%2e", "%252e%252e"),
        ("a;b=c&d+e", "a%3Bb%3Dc%26d%2Be"),
        ("-._~!$'()*,:@", "-._~!$'()*,:@"),
        ("백업", "%EB%B0%B1%EC%97%85"),
        ("a\r\nb\u{0}", "a%0D%0Ab%00"),
    ])
    func parameterStaysInItsSegment(_ value: String, _ encoded: String) async throws {
        #expect(try await url("/v1/backups/\(value)/schedules") == "https://h/v1/backups/\(encoded)/schedules")
    }

    @Test(arguments: ["", ".", ".."]) func parameterThatChangesThePathIsRefused(_ value: String) async {
        let reason =
            value.isEmpty
            ? "the path /v1/{}/x/{} has a parameter (number 2) that is empty, which would call another operation"
            : "the path /v1/{}/x/{} has a segment '\(value)', which would call another operation"
        #expect(await problem("/v1/\("a")/x/\(value)") == reason)
    }

    @Test func segmentMadeOfTwoPartsIsChecked() async {
        #expect(
            await problem("/v1/.\(".")") == "the path /v1/.{} has a segment '..', which would call another operation")
        #expect(await problem("/v1/../x") == "the path /v1/../x has a segment '..', which would call another operation")
    }

    @Test func pathWithoutSlashIsRefused() async {
        #expect(await problem("@evil.example/x") == "the path @evil.example/x does not start with a slash")
    }

    @Test func valuesOfOtherTypes() async throws {
        #expect(
            try await url("/\(3)/\(true)/\(PolicyType.vmImage)/\(["a", "b/c"])") == "https://h/3/true/VM_IMAGE/a,b%2Fc")
        #expect(
            await problem("/v1/\(Double.nan)")
                == "the path /v1/{} has a parameter (number 1) that cannot be written: "
                + "the number nan cannot be sent as a parameter")
    }

    @Test func fixedPartsAreEncodedToo() async throws {
        #expect(try await url("/v1/a b?c#d%/e;f") == "https://h/v1/a%20b%3Fc%23d%25/e;f")
    }

    @Test func pathOfTheBaseURLComesFirst() async throws {
        #expect(try await url("/v1/x", baseURL: "http://127.0.0.1:8080/api//") == "http://127.0.0.1:8080/api/v1/x")
        #expect(try await url("/v1/x", baseURL: "HTTPS://[::1]:80") == "https://[::1]:80/v1/x")
    }

    @Test(arguments: [
        ("", "has no scheme"),
        ("ftp://h", "is neither https nor http"),
        ("https:h", "has no host"),
        ("https:///x", "does not name a host"),
        ("https://user:pass@h", "does not name a host"),
        ("https://backup.{region}.example", "does not name a host"),
        ("https://backup..example", "does not name a host"),
        ("https://h?x", "does not name a host"),
        ("https://h/x?y", "has a path with characters that must be left out"),
        ("https://h/../y", "has a segment '..', which would call another operation"),
    ])
    func badBaseURL(_ text: String, _ reason: String) async {
        let error = await failure {
            try await connection(RecordingTransport(), baseURL: text).call(
                OperationRequest("op", .get, "/"), success: [])
        }
        let shown = text.replacing("user:pass@", with: "<redacted>@")
        #expect("\(String(describing: error as? ServiceError))".contains("the base URL \"\(shown)\" \(reason)"))
    }

    @Test func aPatternKeepsItsSlashes() async throws {
        let name = "shelves/a b:c"
        #expect(try await url("/v1/\(name, matching: "shelves/*"):archive") == "https://h/v1/shelves/a%20b%3Ac:archive")
        let file = "a/b%/c?.txt"
        #expect(try await url("/v1/files/\(file, matching: "**")") == "https://h/v1/files/a/b%25/c%3F.txt")
        #expect(try await url("/v1/\("x/1/y/2", matching: "x/*/y/*")") == "https://h/v1/x/1/y/2")
    }

    @Test(arguments: ["", "shelves", "shelves/", "shelves/1/2", "racks/1", "/shelves/1", "shelves/..", "Shelves/1"])
    func aValueOfAnotherFormIsNotSent(name: String) async throws {
        await #expect(throws: (any Error).self) { try await url("/v1/\(name, matching: "shelves/*")") }
    }
}

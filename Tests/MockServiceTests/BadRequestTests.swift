import Testing

@testable import MockService

/// What arrives from anywhere is answered with 4xx, or the connection is closed; the service stands.
@Suite struct BadRequestTests {
    private func withService(_ body: (WireClient, MockService) async throws -> Void) async throws {
        var options = MockService.Options()
        options.signatures = .ignored
        try await withMockService(Specs.backup, options: options) { mock in
            let client = WireClient(port: mock.port)
            try await body(client, mock)
            #expect(try await client.send("GET", "/v1/backups").status == 200, "the service stands")
        }
    }

    private func post(_ body: String, _ headers: String = "") -> String {
        "POST /v1/backups HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    @Test(
        arguments: [
            "{", "[[[[[[", #"{"name":"a","name":"b"}"#, "nul", "\u{0}", "{\"name\":\"\u{1}\"}",
            String(repeating: "[", count: 500_000), String(repeating: #"{"a":"#, count: 100_000),
        ]) func brokenJSONIsAnswered(body: String) async throws
    {
        try await withService { client, _ in
            let answer = try #require(WireClient.answers(in: try await client.exchange([post(body)])).first)
            #expect(answer.status == 400)
            #expect(answer.body.contains(#""code":"InvalidRequest""#))
            #expect(answer.body.contains("the body is not JSON: "))
        }
    }

    @Test func bytesThatAreNotUTF8AreAnswered() async throws {
        try await withService { client, _ in
            let head = "POST /v1/backups HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 4\r\n\r\n"
            let body = try await client.exchange(bytes: [Array(head.utf8) + [0x22, 0xC3, 0x28, 0x22]])
            #expect(body.hasPrefix("HTTP/1.1 400 "))
            for target in ["/v1/backups/%C3%28", "/v1/backups?name=%FF", "/%"] {
                #expect(try await client.send("GET", target).status == 400, "\(target)")
            }
            let raw =
                Array("GET /v1/backups/".utf8) + [0xC3, 0x28]
                + Array(" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8)
            #expect(try await client.exchange(bytes: [raw]).hasPrefix("HTTP/1.1 400 "))
        }
    }

    @Test func aLongBodyIsRefusedBeforeItIsRead() async throws {
        try await withService { client, mock in
            let head =
                "POST /v1/backups HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\nExpect: 100-continue\r\n\r\n"
            let text = try await client.exchange([head])
            #expect(text.hasPrefix("HTTP/1.1 413 "))
            #expect(text.contains("the body has more than 1048576 bytes"))
            #expect(mock.requests.last?.status == 413)
            #expect(mock.requests.last?.body == [])
        }
    }

    @Test func aHundredMegabytesAreReadAndDropped() async throws {
        try await withService { client, _ in
            let piece = String(repeating: "x", count: 1 << 20)
            let head = "POST /v1/backups HTTP/1.1\r\nHost: a\r\nContent-Length: \(100 << 20)\r\n\r\n"
            let next = "GET /v1/backups HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            let text = try await client.exchange([head] + Array(repeating: piece, count: 100) + [next])
            #expect(WireClient.answers(in: text).map(\.status) == [413, 200])
        }
    }

    @Test func aChunkedBodyIsRefusedWhenItIsTooLong() async throws {
        try await withService { client, _ in
            let chunk = "80000\r\n" + String(repeating: "x", count: 0x80000) + "\r\n"
            let text = try await client.exchange(
                ["POST /v1/backups HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"]
                    + Array(repeating: chunk, count: 6) + ["0\r\n\r\n"])
            #expect(WireClient.answers(in: text).map(\.status) == [413])
        }
    }

    @Test func aClientThatWaitsForPermissionGetsIt() async throws {
        try await withService { client, _ in
            let head =
                "POST /v1/backups HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"
            let text = try await client.exchange([head, "{}"], pause: .milliseconds(50))
            #expect(text.hasPrefix("HTTP/1.1 100 Continue\r\n"))
            #expect(text.contains("HTTP/1.1 400 Bad Request\r\n"))
        }
    }

    @Test(
        arguments: [
            "garbage\r\n\r\n", "GET\r\n\r\n", "\u{0}\u{1}\u{2}", "GET / HTTP/9.9\r\n\r\n",
            "POST /v1/backups HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
            "POST /v1/backups HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nBad Name: x\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n",
            "POST /v1/backups HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        ]) func brokenHTTPClosesTheConnection(text: String) async throws
    {
        try await withService { client, _ in
            let answer = try await client.exchange([text])
            #expect(answer == "" || answer.hasPrefix("HTTP/1.1 4"), "\(answer)")
        }
    }

    @Test func garbageAfterARequestDoesNoHarm() async throws {
        try await withService { client, _ in
            let request = "GET /v1/backups HTTP/1.1\r\nHost: a\r\n\r\n"
            let text = try await client.exchange([request + request + "\u{0}rubbish\r\n\r\n"])
            #expect(WireClient.answers(in: text).map(\.status).prefix(2) == [200, 200])
        }
    }

    @Test func requestsInARowAreAnsweredInOrder() async throws {
        try await withService { client, _ in
            let targets = (0..<20).map { "/v1/backups/b\($0)" }
            let requests = targets.map { "GET \($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined()
            let answers = WireClient.answers(in: try await client.exchange([requests]))
            #expect(answers.count == 20)
            for (number, answer) in answers.enumerated() { #expect(answer.body.contains("`b\(number)`")) }
        }
    }

    @Test func headersAreLimited() async throws {
        try await withService { client, _ in
            let long = try await client.exchange([
                "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 100_000))\r\n\r\n"
            ])
            #expect(long == "" || long.hasPrefix("HTTP/1.1 4"))
            let many = (0..<1000).map { "X-\($0): x\r\n" }.joined()
            let answer = try await client.exchange(["GET / HTTP/1.1\r\nHost: a\r\n\(many)\r\n"])
            #expect(answer == "" || answer.hasPrefix("HTTP/1.1 4"))
            let target = try await client.exchange([
                "GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            ])
            #expect(target.hasPrefix("HTTP/1.1 414 "))
        }
    }

    @Test func aClientThatLeavesDoesNoHarm() async throws {
        try await withService { client, _ in
            for _ in 0..<20 {
                _ = try await client.exchange(["POST /v1/backups HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{"])
            }
        }
    }
}

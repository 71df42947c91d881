import ServiceRuntime
import ServiceTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct RequestContentTests {
    private struct Upload: Codable, Equatable, Sendable {
        struct Owner: Codable, Equatable, Sendable {
            var name = "Ann"
            var age = 7
        }

        var title = "a b&c"
        var tags = ["x", "y"]
        var owner = Owner()
        var note: String?
        var file = FilePart(Data("hello".utf8), fileName: "a\"b.txt", contentType: "text/plain")
    }

    private func send(_ content: RequestContent, _ configuration: ClientConfiguration = .init()) async throws
        -> RecordedRequest
    {
        let transport = RecordingTransport()
        try await connection(transport, configuration: configuration).call(
            OperationRequest("op", .post, "/x", content: content), success: [])
        return try #require(transport.requests.first)
    }

    private func text(_ request: RecordedRequest) -> String { String(decoding: request.body ?? Data(), as: UTF8.self) }

    private func invalid(_ content: RequestContent) async -> String? {
        let error = await failure { _ = try await send(content) }
        guard case .requestInvalid(let reason)? = (error as? ServiceError)?.kind else { return nil }
        return reason
    }

    @Test func mediaTypes() async throws {
        let patch = try await send(.json(["b": 1, "a": 2], as: "application/merge-patch+json"))
        #expect(patch.header("Content-Type") == "application/merge-patch+json")
        #expect(text(patch) == #"{"a":2,"b":1}"#)
        let plain = try await send(.text("é"))
        #expect(plain.header("Content-Type") == "text/plain; charset=utf-8")
        #expect(plain.body == Data("é".utf8))
        let binary = try await send(.binary(Data([0, 255]), as: "image/png"))
        #expect(binary.header("Content-Type") == "image/png")
        #expect(binary.body == Data([0, 255]))
        #expect(
            await invalid(.text("a", as: "text/plain\r\nX: y"))
                == "the value of header 'Content-Type' has a line break or another control character")
    }

    @Test func form() async throws {
        let sent = try await send(.form(Upload()))
        #expect(sent.header("Content-Type") == "application/x-www-form-urlencoded")
        #expect(
            text(sent) == "title=a%20b%26c&tags=x&tags=y&owner%5Bname%5D=Ann&owner%5Bage%5D=7&file=aGVsbG8%3D")
        let styled = try await send(
            .form(Upload(), styles: ["tags": .form(explode: false), "owner": .json]))
        #expect(text(styled).hasPrefix("title=a%20b%26c&tags=x,y&owner=%7B%22age%22%3A7%2C%22name%22%3A%22Ann%22%7D&"))
        #expect(await invalid(.form([1, 2])) == "the body cannot be encoded: a form is made of an object")
    }

    @Test func multipart() async throws {
        let sent = try await send(.multipart(Upload(), contentTypes: ["title": "text/markdown"], boundary: "XX"))
        #expect(sent.header("Content-Type") == "multipart/form-data; boundary=XX")
        let expected = """
            --XX
            Content-Disposition: form-data; name="title"
            Content-Type: text/markdown

            a b&c
            --XX
            Content-Disposition: form-data; name="tags"

            x
            --XX
            Content-Disposition: form-data; name="tags"

            y
            --XX
            Content-Disposition: form-data; name="owner"
            Content-Type: application/json

            {"age":7,"name":"Ann"}
            --XX
            Content-Disposition: form-data; name="file"; filename="a%22b.txt"
            Content-Type: text/plain

            hello
            --XX--

            """
        #expect(text(sent) == expected.replacing("\n", with: "\r\n"))
    }

    @Test func boundaries() async throws {
        let form = MultipartForm([MultipartPart("a", text: "--XX")], boundary: "XX")
        #expect(await invalid(.multipart(form)) == "the boundary 'XX' occurs in a part")
        #expect(
            await invalid(.multipart(MultipartForm([], boundary: "a\r\nb"))) == #""a\r\nb" cannot be a boundary"#)
        let random = try await send(.multipart(MultipartForm([MultipartPart("a", text: "--XX")])))
        #expect(random.header("Content-Type")?.hasPrefix("multipart/form-data; boundary=part-") == true)
    }

    @Test func streamsInParts() async throws {
        let file = FilePart(RequestStream(chunks(["he", "llo"]), length: 5), fileName: "f")
        let form = MultipartForm([MultipartPart("a", text: "1"), MultipartPart("f", file: file)], boundary: "XX")
        let sent = try await send(.multipart(form))
        #expect(text(sent).hasSuffix("\r\n\r\nhello\r\n--XX--\r\n"))
    }

    private func chunks(_ texts: [String]) -> AsyncStream<Data> {
        AsyncStream { continuation in
            for text in texts { continuation.yield(Data(text.utf8)) }
            continuation.finish()
        }
    }

    @Test func streamOfAnotherLength() async {
        #expect(
            await failure { _ = try await send(.binary(RequestStream(chunks(["abc"]), length: 4))) }.map { "\($0)" }
                == "Backup 1.2 op: not sent: the stream of the request body does not have the 4 bytes it said")
    }

    @Test func onlyReplayableStreamsAreSentAgain() async throws {
        func attempts(_ stream: RequestStream) async -> Int {
            let transport = ScriptedTransport([.answer(503), .answer(200)])
            let configuration = ClientConfiguration(middlewares: [RetryMiddleware(clock: VirtualClock())])
            _ = await failure {
                try await connection(transport, configuration: configuration).call(
                    OperationRequest("op", .put, "/x", content: .binary(stream)), success: [])
            }
            return transport.requests.count
        }
        #expect(await attempts(RequestStream(chunks(["a"]))) == 1)
        #expect(await attempts(RequestStream(replaying: { chunks(["a"]) })) == 2)
        #expect(await attempts(RequestStream(Data("a".utf8))) == 2)
    }
}

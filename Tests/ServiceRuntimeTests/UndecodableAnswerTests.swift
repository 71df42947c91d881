import Foundation
import HTTPTypes
import ServiceRuntime
import ServiceTesting
import Synchronization
import Testing

/// Responses with a documented status whose body is not what the model needs.
@Suite struct UndecodableAnswerTests {
    /// A transport that answers with given bytes.
    private struct Bytes: Transport {
        let bytes: Data
        var status = 200
        var contentType: String? = "application/json"

        func send(_ request: HTTPRequest, body: Data?, timeout: Duration) async throws -> TransportResponse {
            var head = HTTPResponse(status: .init(code: status))
            head.headerFields[.contentType] = contentType
            return TransportResponse(head: head, body: ResponseBody(bytes))
        }
    }

    private struct List: Decodable, Sendable {
        let contents: [Item]
    }

    private static let introduction = "Backup 1.2 getItem: the answer does not decode at "
    private let request = OperationRequest("getItem", .get, "/v1/item")

    private func error<Answer: Decodable & Sendable>(
        _ transport: any Transport, as type: Answer.Type, configuration: ClientConfiguration = ClientConfiguration()
    ) async -> ServiceError? {
        await failure {
            let _: Answer = try await connection(transport, configuration: configuration).call(request, success: [200])
        } as? ServiceError
    }

    /// What the error says after the name of the operation.
    private func text(_ body: String, _ contentType: String? = "application/json") async -> String? {
        let error = await error(Bytes(bytes: Data(body.utf8), contentType: contentType), as: List.self)
        return error.map { String($0.description.trimmingPrefix(Self.introduction)) }
    }

    private func items(_ second: String) -> String {
        #"{"contents":[{"name":"a","count":1,"created_at":"1970-01-01T00:00:00Z"},"# + second + "]}"
    }

    @Test func theFieldAndTheOperationAreNamed() async throws {
        let body = items(#"{"name":"b","count":1}"#)
        #expect(await text(body) == "$.contents[1].created_at: the field is missing: \(body)")
        let null = items(#"{"name":null,"count":1}"#)
        #expect(await text(null) == "$.contents[1].name: expected String, found null: \(null)")
        let odd = items(#"{"name":"b","count":"many"}"#)
        #expect(await text(odd) == "$.contents[1].count: expected Int, found the string \"many\": \(odd)")
        let fraction = items(#"{"name":"b","count":1.5}"#)
        #expect(await text(fraction) == "$.contents[1].count: the value does not fit Int: \(fraction)")
        let large = items(#"{"name":"b","count":99999999999999999999}"#)
        #expect(await text(large) == "$.contents[1].count: the value does not fit Int: \(large)")
        let inList = items(#"{"name":"b","count":1,"created_at":"1970-01-01T00:00:00Z","sizes":[1,2.5]}"#)
        #expect(await text(inList) == "$.contents[1].sizes[1]: the value does not fit Int: \(inList)")

        let error = try #require(await error(Bytes(bytes: Data(body.utf8)), as: List.self))
        #expect(error.operation == "getItem")
        #expect(error.statusCode == 200)
        guard case .undecodable(let path, let reason) = error.kind else {
            Issue.record("another kind: \(error.kind)")
            return
        }
        #expect(path == JSONPath(steps: [.member("contents"), .element(1), .member("created_at")]))
        #expect(reason == "the field is missing")
        #expect(!error.isRetryable)
    }

    @Test func theDocumentationIsNamed() async {
        let error = await failure {
            let _: Item = try await connection(Bytes(bytes: Data("{}".utf8))).call(
                OperationRequest("showItem", .get, "/v1/item", title: "Show Item"), success: [200])
        }
        #expect(
            (error as? ServiceError)?.description
                == "Backup 1.2 showItem: the answer does not decode at $.name: the field is missing: {} "
                + "(documented in: Show Item, version 1.2)")
    }

    private static let noJSON = "$: the body is not JSON that can be read: "

    @Test(arguments: [
        ("{\"contents\":[", "it ends in the middle, after 13 bytes: {\"contents\":["),
        ("{\"contents\":\"가", "it ends in the middle, after 16 bytes: {\"contents\":\"가"),
        ("{\"contents\":[]} x", "something follows the end of the document, at byte 16: {\"contents\":[]} x"),
        ("{\"contents\":[]}{}", "something follows the end of the document, at byte 15: {\"contents\":[]}{}"),
        ("{'contents':[]}", "unexpected \"'\" at byte 1: {'contents':[]}"),
        ("{\"contents\":[NaN]}", "unexpected \"N\" at byte 13: {\"contents\":[NaN]}"),
        ("Service Unavailable", "unexpected \"S\" at byte 0: Service Unavailable"),
        ("   ", "it is blank"),
    ])
    func whatIsWrongWithTheJSON(_ body: String, _ expected: String) async {
        #expect(await text(body) == Self.noJSON + expected)
    }

    @Test func bytesThatAreNoText() async {
        let invalid = Data(#"{"contents":[{"name":""#.utf8) + [0xFF, 0xFE] + Data(#""}]}"#.utf8)
        let error = await error(Bytes(bytes: invalid), as: List.self)
        #expect(
            error?.description
                == Self.introduction + "$.contents[0].name: the string is not valid text: "
                + "{\"contents\":[{\"name\":\"\u{FFFD}\u{FFFD}\"}]}")
        let escape = items(#"{"name":"\ud800","count":1}"#)
        #expect(await text(escape) == "$.contents[1].name: the string is not valid text: \(escape)")
        let outside = await self.error(Bytes(bytes: Data([0x7B, 0xFF, 0x7D])), as: List.self)
        #expect(
            outside?.description == Self.introduction + Self.noJSON + "invalid UTF-8 at byte 1: {\u{FFFD}}")
        for start: [UInt8] in [[0xFE, 0xFF, 0, 0x7B], [0xFF, 0xFE, 0x7B, 0], [0x7B, 0, 0x22, 0], [0, 0x7B]] {
            let error = await self.error(Bytes(bytes: Data(start)), as: JSONValue.self)
            #expect(error?.description.hasPrefix(Self.introduction + Self.noJSON + "it is not in UTF-8") == true)
        }
    }

    @Test func aByteOrderMarkIsAllowed() async throws {
        let body = Data([0xEF, 0xBB, 0xBF]) + Data(#"{"contents":[]}"#.utf8)
        let list: List = try await connection(Bytes(bytes: body)).call(request, success: [200])
        #expect(list.contents.isEmpty)
        let json: JSONValue = try await connection(Bytes(bytes: body)).call(request, success: [200])
        #expect(json == ["contents": []])
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"]) func deepNesting(_ open: String) async {
        for levels in [200, 511, 100_000] {
            let body = Data(String(repeating: open, count: levels).utf8)
            let close = Data(String(repeating: open == "[" ? "]" : "}", count: levels).utf8)
            for bytes in [body, body + Data("1".utf8) + close] {
                let expected = Self.introduction + Self.noJSON + "it is nested deeper than 128 levels"
                for error in [
                    await error(Bytes(bytes: bytes), as: List.self),
                    await error(Bytes(bytes: bytes), as: JSONValue.self),
                ] {
                    #expect(error?.description.hasPrefix(expected) == true)
                }
                #expect(throws: DecodingError.self) { try JSONValue(json: bytes) }
                let refused = await self.error(Bytes(bytes: bytes, status: 400), as: List.self)
                #expect(refused?.statusCode == 400)
            }
        }
    }

    @Test func nestingUpToTheLimitIsRead() async throws {
        let body = Data((String(repeating: "[", count: 128) + "\"[[[\\\"[\"" + String(repeating: "]", count: 128)).utf8)
        var json: JSONValue = try await connection(Bytes(bytes: body)).call(request, success: [200])
        for _ in 0..<128 { json = try #require(json[0]) }
        #expect(json == "[[[\"[")
    }

    /// A model that holds itself.
    private struct Tree: FieldCodable, Equatable, Sendable {
        var child: Indirect<Tree>?
        var extra: JSONValue?

        init(from fields: FieldReader) throws {
            child = try fields.optional("child")
            extra = try fields.optional("extra")
        }

        func write(to fields: FieldWriter) throws {
            try fields.writeIfPresent("child", child)
            try fields.writeIfPresent("extra", extra)
        }
    }

    /// Whether this is a build with a sanitizer, whose frames take more of the stack.
    private static let isInstrumented = ["__asan_init", "__tsan_init"].contains { (name: String) in
        dlsym(dlopen(nil, RTLD_NOW), name) != nil
    }

    @Test func aSmallStackIsEnough() async throws {
        // 512 KB is what threads other than the main one have on Apple platforms. A sanitizer's frames are many times
        // as large; under one the same depth must end on a stack that is as many times larger.
        let stackSize = Self.isInstrumented ? 16 << 20 : 512 << 10
        let tree = String(repeating: #"{"child":"#, count: 127) + "{}" + String(repeating: "}", count: 127)
        let any = String(repeating: #"{"a":"#, count: 128) + "1" + String(repeating: "}", count: 128)
        let isRead = await withCheckedContinuation { continuation in
            let thread = Thread {
                let first = try? JSONCoding().decode(Tree.self, from: Data(tree.utf8))
                let second = try? JSONCoding().decode(JSONValue.self, from: Data(any.utf8))
                let written = try? JSONCoding().encode(second)
                continuation.resume(returning: first != nil && written == Data(any.utf8))
            }
            thread.stackSize = stackSize
            thread.start()
        }
        #expect(isRead)
    }

    @Test func otherTypesOfContent() async throws {
        let page = "<!doctype html><title>Login</title><p>Please log in"
        #expect(
            await text(page, "text/html; charset=utf-8") == "$: the answer is text/html, not JSON: Login Please log in")
        #expect(await text(page, "TEXT/HTML") == "$: the answer is text/html, not JSON: Login Please log in")
        #expect(await text(page) == "$: the answer is HTML, not JSON: Login Please log in")
        #expect(await text("<a/>", "application/xml") == "$: the answer is application/xml, not JSON: <a/>")
        #expect(await text("oops", nil) == "\(Self.noJSON)unexpected \"o\" at byte 0: oops")
        #expect(await text("oops", "application/problem+json") == "\(Self.noJSON)unexpected \"o\" at byte 0: oops")
        #expect(await text("", "text/html") == "$: the body is empty")
        // The type alone is no reason to refuse what can be read, and another fault is named as such.
        #expect(await text(#"{"contents":[]}"#, "text/plain") == nil)
        #expect(await text("{}", "text/html") == "$.contents: the field is missing: {}")
    }

    @Test func valuesOfSecretFieldsAreNotShown() async {
        struct Login: Decodable, Sendable { let password: Int }
        struct Tolerant: Decodable, Sendable {
            let password: Int
            init(from decoder: any Decoder) throws {
                password = try FieldReader(decoder).required("password")
            }
        }
        let transport = Bytes(bytes: Data(#"{"password":"hunter2"}"#.utf8))
        for error in [await error(transport, as: Login.self), await error(transport, as: Tolerant.self)] {
            #expect(
                error?.description
                    == "\(Self.introduction)$.password: the value does not fit; it is not shown: {\"password\":<redacted>}"
            )
        }
    }

    /// A body of as many bytes as anyone asks for.
    private final class Endless: AsyncSequence, AsyncIteratorProtocol, Sendable {
        typealias Failure = any Error

        private let served = Mutex(0)

        var bytes: Int { served.withLock { $0 } }

        func makeAsyncIterator() -> Endless { self }

        func next() async throws -> Data? {
            served.withLock { $0 += 64 << 10 }
            return Data(repeating: UInt8(ascii: "["), count: 64 << 10)
        }
    }

    @Test func anEndlessBodyIsCutOff() async {
        let body = Endless()
        let error = await error(
            ScriptedTransport([.stream(200, ResponseBody(body))]), as: List.self,
            configuration: ClientConfiguration(bodyLimit: 1 << 20))
        #expect(
            error?.description == "Backup 1.2 getItem: the answer is larger than the limit of 1048576 bytes")
        #expect(body.bytes == (1 << 20) + (64 << 10))
    }

    @Test func theStatusOfABrokenErrorCounts() async {
        let (stream, continuation) = AsyncThrowingStream.makeStream(of: Data.self)
        continuation.yield(Data("no key".utf8))
        continuation.finish(throwing: TransportError(.connectionLost, reason: "it broke"))
        let error = await error(ScriptedTransport([.stream(401, ResponseBody(stream))]), as: List.self)
        #expect(error?.description == "Backup 1.2 getItem: unauthorized with status 401: no key")
    }

    @Test func cancellingWhileAnErrorIsReadIsCancellation() async {
        let (stream, continuation) = AsyncThrowingStream.makeStream(of: Data.self)
        continuation.yield(Data("no".utf8))
        let transport = ScriptedTransport([.stream(401, ResponseBody(stream))])
        let task = Task { try await connection(transport).call(request, success: []) }
        await eventually { !transport.requests.isEmpty }
        task.cancel()
        let error = await failure { try await task.value }
        #expect(error is CancellationError)
        continuation.finish()
    }

    @Test func theStatusOfAnEndlessErrorCounts() async {
        for limit in [1 << 30, 100, 0, -1] {
            let body = Endless()
            let error = await error(
                ScriptedTransport([.stream(503, ResponseBody(body))]), as: List.self,
                configuration: ClientConfiguration(bodyLimit: limit))
            #expect(error?.statusCode == 503)
            #expect(error?.snippet.utf8.count ?? 0 <= 303)
            // One chunk more tells whether the body goes on.
            #expect(body.bytes <= (1 << 20) + (1 << 16))
        }
    }
}

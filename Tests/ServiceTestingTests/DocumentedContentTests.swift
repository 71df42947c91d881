import Foundation
import HTTPTypes
import ServiceRuntime
import ServiceTesting
import Testing

/// Documented bodies that are not JSON.
@Suite struct DocumentedContentTests {
    private struct Letter: Codable {
        var to: String
        var tags: [String]
    }

    private func connection(_ transport: RecordingTransport) -> ServiceConnection {
        ServiceConnection(service: "Post", version: "1", baseURL: "https://post.example", transport: transport)
    }

    private func send(_ documented: DocumentedCall, _ content: RequestContent) async throws -> [String] {
        let transport = documented.transport()
        try await connection(transport).call(OperationRequest("send", .post, "/letters", content: content), success: [])
        return documented.requestDifferences(transport)
    }

    private func documented(_ content: DocumentedContent) -> DocumentedCall {
        DocumentedCall(
            method: "POST", path: "/letters", requestBody: #"{"to": "A&B c", "tags": ["x", "y"]}"#,
            requestContent: content, isSigned: false)
    }

    @Test func fieldsAreComparedInAnyOrder() async throws {
        let call = documented(.form([("tags", "x"), ("to", "A&B c"), ("tags", "y")]))
        #expect(try await send(call, .form(try call.request(as: Letter.self))) == [])
        let other = Letter(to: "A", tags: ["x"])
        #expect(
            try await send(call, .form(other)) == [
                "request: the field to=A&B c is documented, not found",
                "request: the field tags=y is documented, not found",
                "request: the field to=A is found, not documented",
            ])
    }

    @Test func partsAreComparedOneByOne() async throws {
        let call = documented(
            .multipart([
                DocumentedPart("file", "bytes", contentType: "image/png"), DocumentedPart("note", "a\r\nb"),
                DocumentedPart("data", #"{"a": 1}"#, contentType: "application/json"),
            ]))
        func form(_ type: String, note: String, data: String) -> RequestContent {
            .multipart(
                MultipartForm([
                    MultipartPart("file", file: FilePart(Data("bytes".utf8), fileName: "a.png", contentType: type)),
                    MultipartPart("note", text: note),
                    MultipartPart("data", text: data, contentType: "application/json"),
                ]))
        }
        #expect(try await send(call, form("image/png", note: "a\r\nb", data: #"{"a":1.0}"#)) == [])
        #expect(
            try await send(call, form("image/gif", note: "b", data: #"{"a":2}"#)) == [
                "part file: documented image/png, found image/gif", "part note: documented 'a\r\nb', found 'b'",
                "part data $.a: documented 1, found 2",
            ])
        #expect(
            try await send(call, .multipart(MultipartForm([MultipartPart("note", text: "x")]))) == [
                #"request: documented the parts ["file", "note", "data"], found ["note"]"#
            ])
        #expect(try await send(call, .text("x")) == ["request: the body is not multipart/form-data"])
    }

    @Test func textsAndBytesAreComparedAsTheyAre() async throws {
        let call = documented(.text("hello"))
        #expect(try await send(call, .text("hello")) == [])
        #expect(try await send(call, .binary(RequestStream(Data("hello".utf8)))) == [])
        #expect(try await send(call, .text("hallo")) == ["request: documented 'hello', found 'hallo'"])
        #expect(try await send(call, .binary(Data([0xFF]))) == ["request: documented 'hello', found 1 bytes"])
    }

    @Test func answersAreTextOrBytes() async throws {
        let call = DocumentedCall(
            method: "GET", path: "/text", responseBody: "hello", responseType: "text/plain", isSigned: false)
        let connection = connection(call.transport())
        let request = OperationRequest("read", .get, "/text", accept: "text/plain")
        #expect(call.answerDifferences(text: try await connection.text(request, success: [200])) == [])
        #expect(call.answerDifferences(text: "hullo") == ["answer: documented 'hello', found 'hullo'"])
        let stream = try await connection.stream(request, success: [200])
        #expect(stream.mediaType == "text/plain")
        #expect(try await call.answerDifferences(stream: stream) == [])
    }

    @Test func theRecorderComparesTextsAndBytes() async throws {
        let call = DocumentedCall(
            method: "GET", path: "/text", responseBody: "hello", responseType: "text/plain", isSigned: false)
        let recorder = ResponseRecorder()
        #expect(recorder.differences(text: "hello") == ["no answer has come"])
        let connection = ServiceConnection(
            service: "Post", version: "1", baseURL: "https://post.example", transport: call.transport(),
            configuration: recorder.configuration)
        let request = OperationRequest("read", .get, "/text", accept: "text/plain")
        let stream = try await connection.stream(request, success: [200])
        #expect(try await recorder.differences(stream: stream) == [])
        #expect(recorder.differences(text: "hello") == [])
        #expect(recorder.differences(text: "hell") == ["answer: documented 'hello', found 'hell'"])
    }

    @Test func valuesAreReadAsTheTypeOfTheirPlace() throws {
        let letter: Letter = try documentedValue(#"{"to": "a", "tags": []}"#)
        #expect(letter.to == "a")
        #expect(throws: DecodingError.self) { try documentedValue("{}", as: Letter.self) }
    }
}

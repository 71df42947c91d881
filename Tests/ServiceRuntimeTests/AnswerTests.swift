import ServiceRuntime
import ServiceTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct AnswerTests {
    private let get = OperationRequest("op", .get, "/x", accept: "text/csv")

    @Test func textDataAndHeaders() async throws {
        let transport = RecordingTransport(
            status: 203,
            headers: [
                "Content-Type": "text/plain; charset=UTF-8", "X-Total": "12", "X-List": "a, b,,c",
                "Last-Modified": "Sun, 06 Nov 1994 08:49:37 GMT",
            ], body: "é")
        let connection = connection(transport)
        #expect(try await connection.text(get, success: [200, .range(2)]) == "é")
        #expect(try await connection.data(get, success: [.default]) == Data("é".utf8))
        #expect(transport.requests.first?.header("Accept") == "text/csv")
        let answer = try await connection.answer(to: get, success: [])
        #expect(answer.mediaType == "text/plain")
        #expect(try answer.header("X-Total", as: Int.self) == 12)
        #expect(try answer.header("X-List") == ["a", "b", "c"])
        #expect(try answer.header("Last-Modified") == instant(784_111_777))
        #expect(try answer.header("X-None", as: Int.self) == nil)
        let wrong = #expect(throws: ServiceError.self) { try answer.header("X-List", as: Int.self) }
        #expect(
            wrong?.description
                == "Backup 1.2 op: the answer does not decode at $: the value \"a, b,,c\" of header 'X-List' is not of type Int: é"
        )
        let missing = #expect(throws: ServiceError.self) { try answer.requiredHeader("X-None", as: Int.self) }
        #expect(
            missing?.description == "Backup 1.2 op: the answer does not decode at $: the header 'X-None' is missing: é")
    }

    @Test func statuses() {
        let statuses: SuccessStatuses = [200, .range(3)]
        #expect([200, 201, 300, 399, 400].map(statuses.contains) == [true, false, true, true, false])
        #expect(SuccessStatuses([]).contains(299))
        #expect(!([.default] as SuccessStatuses).contains(400))
    }

    private struct Broken: AsyncSequence, AsyncIteratorProtocol {
        var count = 0
        func makeAsyncIterator() -> Broken { self }
        mutating func next() async throws -> Data? {
            count += 1
            if count < 3 { return Data("ab".utf8) }
            throw TransportError(.connectionLost, reason: "the connection broke")
        }
    }

    @Test func streamedAnswer() async throws {
        let configuration = ClientConfiguration(bodyLimit: 1)
        let connection = connection(
            ScriptedTransport([.stream(200, ResponseBody(Broken()))]), configuration: configuration)
        let answer = try await connection.stream(get, success: [200])
        var read = Data()
        let error = await failure { for try await chunk in answer.body { read += chunk } }
        #expect(read == Data("abab".utf8))
        #expect((error as? ServiceError)?.description == "Backup 1.2 op: no answer: the connection broke")
        let refused = await failure {
            _ = try await ServiceRuntimeTests.connection(RecordingTransport(status: 404)).stream(get, success: [200])
        }
        #expect((refused as? ServiceError)?.statusCode == 404)
    }
}

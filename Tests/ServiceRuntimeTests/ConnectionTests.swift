import HTTPTypes
import ServiceRuntime
import ServiceTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct ConnectionTests {
    /// A transport that fails.
    private struct FailingTransport: Transport {
        let error: any Error

        func send(_ request: HTTPRequest, body: Data?, timeout: Duration) async throws -> TransportResponse {
            throw error
        }
    }

    private struct Odd: Error, CustomStringConvertible {
        var description: String { "a text with s3cr3t" }
    }

    private let get = OperationRequest("getItem", .get, "/v1/item")
    private let body = #"{"name":"a","count":"","created_at":"1970-01-01T00:00:00Z"}"#

    private func failureText(of transport: any Transport, _ configuration: ClientConfiguration = .init()) async
        -> String?
    {
        let error = await failure {
            let _: Item = try await connection(transport, configuration: configuration).call(get, success: [200])
        }
        return error.map { "\($0)" }
    }

    @Test func answerIsDecodedAndDeviationsAreTold() async throws {
        let recorder = DeviationRecorder()
        let connection = connection(RecordingTransport(body: body), configuration: recorder.configuration)
        let item: Item = try await connection.call(get, success: [200])
        #expect(item == Item(name: "a", createdAt: instant(0)))
        #expect(recorder.deviations.map(\.description) == ["$.count: empty-string, saw \"\""])
    }

    @Test func strictDecodingFails() async {
        let text = await failureText(of: RecordingTransport(body: body), ClientConfiguration(decoding: .strict))
        #expect(
            text
                == "Backup 1.2 getItem: the answer does not decode at $.count: "
                + "not as documented: empty-string, saw \"\": \(body)")
    }

    @Test func undecodableAnswerNamesThePlace() async {
        #expect(
            await failureText(of: RecordingTransport(body: #"{"name":"a"}"#))
                == #"Backup 1.2 getItem: the answer does not decode at $.created_at: the field is missing: {"name":"a"}"#
        )
        #expect(
            await failureText(of: RecordingTransport())
                == "Backup 1.2 getItem: the answer does not decode at $: the body is empty")
        let html = await failureText(of: RecordingTransport(body: "<html>"))
        #expect(html?.hasPrefix("Backup 1.2 getItem: the answer does not decode at $: ") == true)
        #expect(html?.hasSuffix(": <html>") == true)
    }

    @Test(arguments: [nil, ""]) func emptyBodies(_ body: String?) async throws {
        let connection = connection(RecordingTransport(status: 202, body: body))
        let any: JSONValue = try await connection.call(get, success: [])
        #expect(any == .null)
        let item: Item? = try await connection.call(get, success: [])
        #expect(item == nil)
        try await connection.call(get, success: [202])
    }

    @Test func anyStatusOfSuccess() async throws {
        for status in [200, 201, 299] {
            try await connection(RecordingTransport(status: status)).call(get, success: [])
        }
        for status in [199, 300] {
            let error = await failure {
                try await connection(RecordingTransport(status: status)).call(get, success: [])
            }
            #expect((error as? ServiceError)?.statusCode == status)
        }
    }

    @Test func documentedErrorStatusCanBeSuccess() async throws {
        let answer = try await connection(RecordingTransport(status: 404, body: "gone")).answer(to: get, success: [404])
        #expect(answer.statusCode == 404)
        #expect(answer.body == Data("gone".utf8))
    }

    @Test func bodyLimit() async {
        let transport = RecordingTransport(body: body)
        #expect(
            await failureText(of: transport, ClientConfiguration(bodyLimit: 20))
                == "Backup 1.2 getItem: the answer is larger than the limit of 20 bytes")
        #expect(await failureText(of: transport, ClientConfiguration(bodyLimit: body.utf8.count)) == nil)
    }

    @Test func failuresOfTheTransport() async {
        let cases: [(any Error, String)] = [
            (TransportError(.notSent, reason: "no such host"), "not sent: no such host"),
            (TransportError(.timeout, reason: "slow"), "no answer within the time limit"),
            (TransportError(.connectionLost, reason: "it broke"), "no answer: it broke"),
            (Odd(), "no answer: Odd"),
        ]
        for (error, text) in cases {
            #expect(await failureText(of: FailingTransport(error: error)) == "Backup 1.2 getItem: \(text)")
        }
        let error = await failure {
            try await connection(FailingTransport(error: Odd())).call(get, success: [])
        }
        #expect((error as? ServiceError)?.isRetryable == true)
    }

    @Test func cancellationIsNotWrapped() async {
        let thrown = await failure {
            try await connection(FailingTransport(error: CancellationError())).call(get, success: [])
        }
        #expect(thrown is CancellationError)
        let transport = RecordingTransport()
        let task = Task {
            try? await Task.sleep(for: .seconds(10))
            try await connection(transport).call(get, success: [])
        }
        task.cancel()
        let cancelled = await failure { try await task.value }
        #expect(cancelled is CancellationError)
        #expect(transport.requests.isEmpty)
    }

    @Test func timeoutReachesTheTransport() async throws {
        let transport = RecordingTransport()
        let configuration = ClientConfiguration(timeout: .milliseconds(1500))
        try await connection(transport, configuration: configuration).call(get, success: [])
        #expect(transport.requests.first?.timeout == .milliseconds(1500))
    }
}

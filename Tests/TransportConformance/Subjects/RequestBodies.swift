import Foundation
import HTTPTypes
import ServiceRuntime
import Testing

extension TransportConformance {
    static let requestBodySubjects = [
        Subject("a request body of 5 MB") { try await $0.largeRequestBody() },
        Subject("an answer before the request body was read") { try await $0.earlyAnswer() },
    ]

    private func largeRequestBody() async throws {
        let server = try LoopbackServer { request, connection in connection.answer("200 OK", "\(request.body.count)") }
        defer { server.stop() }
        let transport = makeTransport()
        let body = Data((0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) })
        for method in [HTTPRequest.Method.put, .post] {
            let start = ContinuousClock.now
            let answer = try await call(transport, request(method, server), body: body)
            #expect(answer.status == 200)
            #expect(server.requests.last?.body == body)
            // No second of waiting for "100 Continue", which this server never says.
            #expect(ContinuousClock.now - start < .seconds(5))
        }
    }

    /// What the answer is depends on how fast the connection breaks; what matters is that the call ends and that the
    /// transport goes on.
    private func earlyAnswer() async throws {
        let server = try LoopbackServer(connected: { connection in
            connection.answer("413 Content Too Large", fields: "Connection: close\r\n", "no")
            connection.waitForClose(seconds: 1)
        })
        defer { server.stop() }
        let transport = makeTransport()
        for _ in 0..<5 {
            do {
                let answer = try await call(transport, request(.put, server.authority), body: Data(count: 5_000_000))
                #expect(answer.status == 413)
            } catch {
                expect(error, is: .connectionLost)
            }
        }
    }
}

import Foundation
import HTTPTypes
import ServiceRuntime
import Testing

extension TransportConformance {
    static let requestBodySubjects = [
        Subject("a request body of 5 MB") { try await $0.largeRequestBody() },
        Subject("a streamed request body, of known and of unknown length") { try await $0.streamedRequestBody() },
        Subject("50 MB sent as a stream, without holding them") { try await $0.largeStream() },
        Subject("a stream that fails") { try await $0.failingStream() },
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

    /// What the response is depends on how fast the connection breaks; what matters is that the call ends and that the
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

    /// Chunks of 64 KB that are made when they are asked for.
    private struct Chunks: AsyncSequence, AsyncIteratorProtocol, Sendable {
        struct Broken: Error {}

        var left: Int
        var breaks = false

        func makeAsyncIterator() -> Chunks { self }

        mutating func next() async throws -> Data? {
            if left <= 0 {
                if breaks { throw Broken() }
                return nil
            }
            defer { left -= 1 << 16 }
            return Data(repeating: 0x78, count: Swift.min(left, 1 << 16))
        }
    }

    private func streamedRequestBody() async throws {
        let server = try LoopbackServer(connected: { connection in
            let received = connection.readBody()
            connection.answer("200 OK", fields: "Connection: close\r\n", "\(received)")
        })
        defer { server.stop() }
        for length in [300_000, nil] {
            let response = try await makeTransport().send(
                request(.post, server.authority), stream: RequestStream(Chunks(left: 300_000), length: length),
                timeout: .seconds(20))
            #expect(try await response.body.collect(upTo: 100) == Data("300000".utf8))
        }
    }

    private func largeStream() async throws {
        let size = 50 << 20
        var growths: [Int] = []
        for _ in 0..<3 {
            let most = ResidentPeak()
            let server = try LoopbackServer(connected: { connection in
                let received = connection.readBody { most.note() }
                connection.answer("200 OK", fields: "Connection: close\r\n", "\(received)")
            })
            defer { server.stop() }
            let response = try await makeTransport().send(
                request(.put, server.authority), stream: RequestStream(Chunks(left: size), length: size),
                timeout: .seconds(20))
            #expect(try await response.body.collect(upTo: 100) == Data("\(size)".utf8))
            growths.append(most.growth)
        }
        let growth = (growths.min() ?? 0) >> 20
        Figures.report("sending 50 MB as a stream takes memory, in MB", growth)
        // A transport that collects holds the whole body, perhaps twice.
        if !limits.contains(.collectsStreams) { #expect(growth < 24, "\(growths)") }
    }

    private func failingStream() async throws {
        let server = try LoopbackServer(connected: { connection in _ = connection.readBody() })
        defer { server.stop() }
        let error = await failure {
            _ = try await makeTransport().send(
                request(.put, server.authority), stream: RequestStream(Chunks(left: 1 << 17, breaks: true)),
                timeout: .seconds(20))
        }
        expect(error, is: limits.contains(.collectsStreams) ? .notSent : .connectionLost)
        #expect((error as? TransportError)?.reason == "the stream of the request body failed: Broken")
        #expect(try await eventually { server.openConnections == 0 })
    }
}

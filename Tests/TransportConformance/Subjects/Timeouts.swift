import Foundation
import HTTPTypes
import ServiceRuntime
import Testing

extension TransportConformance {
    static let timeoutSubjects = [
        Subject("no head in time") { try await $0.timeout { connection in connection.waitForClose() } },
        Subject("no complete body in time") {
            try await $0.timeout { connection in
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
                connection.waitForClose()
            }
        },
        Subject("a head that drips") { try await $0.timeout { $0.drip("HTTP/1.1 200 OK\r\nX-Long: ") } },
        Subject("a body that drips") {
            try await $0.timeout { $0.drip("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n") }
        },
        Subject("a request body that nobody takes") { try await $0.stalledUpload() },
        Subject("a reader that stops reading") { try await $0.stalledReader() },
        Subject("no time at all") { try await $0.noTime() },
        Subject("more time than a deadline can hold") { try await $0.allTime() },
    ]

    private static let limit = Duration.milliseconds(400)

    private func timeout(_ answer: @escaping @Sendable (ServerConnection) -> Void) async throws {
        let server = try LoopbackServer { _, connection in
            answer(connection)
            connection.close()
        }
        defer { server.stop() }
        let transport = makeTransport()
        for method in [HTTPRequest.Method.get, .post] {
            let start = ContinuousClock.now
            let error = await failure { _ = try await call(transport, request(method, server), timeout: Self.limit) }
            let time = ContinuousClock.now - start
            expect(error, is: .timeout, about: "\(method)")
            #expect((error as? TransportError)?.reason == "no complete answer within the time limit")
            #expect(time > Self.limit * 0.9 && time < .seconds(3), "\(time)")
        }
        // The connection is given up, not left for the next request.
        #expect(try await eventually { server.openConnections == 0 })
        #expect(server.requests.count == 2)
    }

    private func stalledUpload() async throws {
        let server = try LoopbackServer(connected: { _ in Thread.sleep(forTimeInterval: 1.5) })
        defer { server.stop() }
        let start = ContinuousClock.now
        let error = await failure {
            _ = try await call(
                makeTransport(), request(.put, server.authority), body: Data(count: 50 << 20), timeout: Self.limit)
        }
        expect(error, is: .timeout)
        #expect(ContinuousClock.now - start < .seconds(3))
    }

    /// The time is up though the service is fast; its connection is not kept for a reader that may never come back.
    private func stalledReader() async throws {
        let server = try LoopbackServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100000000000\r\n\r\n")
            let block = [UInt8](repeating: 0x78, count: 1 << 16)
            while connection.write(block) {}
            connection.close()
        }
        defer { server.stop() }
        let response = try await makeTransport().send(request(.get, server), body: nil, timeout: Self.limit)
        #expect(try await eventually { server.openConnections == 0 })
        let error = await failure { for try await _ in response.body {} }
        if limits.isEmpty { expect(error, is: .timeout) } else { expect(error, is: .timeout, .connectionLost) }
    }

    private func noTime() async throws {
        let server = try LoopbackServer { _, connection in connection.waitForClose() }
        defer { server.stop() }
        for time in [Duration.zero, .seconds(-5), .nanoseconds(1)] {
            let error = await failure { _ = try await call(makeTransport(), request(.get, server), timeout: time) }
            expect(error, is: .timeout)
        }
    }

    private func allTime() async throws {
        let server = try LoopbackServer { _, connection in connection.answer("200 OK", "ok") }
        defer { server.stop() }
        for time in [Duration.seconds(Int64.max), .seconds(100 * 365 * 86_400), .seconds(1 << 33)] {
            #expect(try await call(makeTransport(), request(.get, server), timeout: time).text == "ok")
        }
    }
}

extension ServerConnection {
    /// Writes a beginning, and then a byte at a time for as long as the client takes it.
    fileprivate func drip(_ beginning: String) {
        write(beginning)
        for _ in 0..<100 {
            Thread.sleep(forTimeInterval: 0.05)
            if !write("x") { return }
        }
    }
}

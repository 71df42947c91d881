import Foundation
import HTTPTypes
import ServiceRuntime
import Testing

extension TransportConformance {
    static let cancellationSubjects = [
        Subject("cancelled before it is sent") { try await $0.cancelledBefore() },
        Subject("cancelled while connecting") { try await $0.cancelledWhileConnecting() },
        Subject("cancelled while waiting for the head") {
            try await $0.cancelled { connection, isReached in
                isReached.give()
                return connection.waitForClose()
            }
        },
        Subject("cancelled while waiting for the body") {
            try await $0.cancelled { connection, isReached in
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
                isReached.give()
                return connection.waitForClose()
            }
        },
        Subject("cancelled in a body that comes fast") {
            try await $0.cancelled { connection, isReached in
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n")
                isReached.give()
                let block = [UInt8](repeating: 0x78, count: 1 << 16)
                let end = Date() + 5
                while Date() < end { if !connection.write(block) { return true } }
                return false
            }
        },
        Subject("cancelled while the request body is sent") { try await $0.cancelledUpload() },
        Subject("many cancelled at once, most of them waiting for a connection") { try await $0.manyCancelled() },
    ]

    /// How long a cancelled call may take to end.
    private static let limit = Duration.milliseconds(100)

    private func cancelledBefore() async throws {
        let server = try LoopbackServer { _, connection in connection.answer() }
        defer { server.stop() }
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            _ = try await call(makeTransport(), request(.get, server))
        }
        task.cancel()
        let error = await failure { try await task.value }
        #expect(error is CancellationError)
        #expect(server.acceptedConnections == 0)
    }

    private func cancelledWhileConnecting() async throws {
        let port = try UnansweredPort.silent()
        try await expectFastEnd {
            _ = try await call(makeTransport(), request(.get, port.authority))
        } reached: {
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    private func cancelled(_ answer: @escaping @Sendable (ServerConnection, Signal) -> Bool) async throws {
        let isReached = Signal()
        let isClosed = Signal()
        let server = try LoopbackServer { _, connection in
            if answer(connection, isReached) { isClosed.give() }
            connection.close()
        }
        defer { server.stop() }
        let transport = makeTransport()
        try await expectFastEnd {
            let response = try await transport.send(request(.get, server), body: nil, timeout: .seconds(20))
            for try await _ in response.body {}
        } reached: {
            await isReached.wait()
            try await Task.sleep(for: .milliseconds(50))
        }
        await isClosed.wait()
    }

    private func cancelledUpload() async throws {
        let server = try LoopbackServer(connected: { _ in Thread.sleep(forTimeInterval: 1) })
        defer { server.stop() }
        try await expectFastEnd {
            _ = try await call(makeTransport(), request(.put, server.authority), body: Data(count: 20 << 20))
        } reached: {
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    private func manyCancelled() async throws {
        let server = try LoopbackServer { _, connection in connection.waitForClose() }
        defer { server.stop() }
        try await expectFastEnd {
            let transport = makeTransport()
            await withTaskGroup(of: (any Error)?.self) { group in
                for _ in 0..<100 {
                    group.addTask { await failure { _ = try await call(transport, request(.get, server)) } }
                }
                for await error in group { #expect(error is CancellationError) }
            }
            try Task.checkCancellation()
        } reached: {
            try await Task.sleep(for: .milliseconds(200))
        }
        // Those that nobody had used yet end with the transport.
        #expect(try await eventually { server.openConnections == 0 })
    }

    /// Cancels a call three times, once the point is reached; the fastest end counts, since the machine may be busy.
    private func expectFastEnd(
        of call: @escaping @Sendable () async throws -> Void, reached: () async throws -> Void,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        var times: [Duration] = []
        for _ in 0..<3 {
            let task = Task { try await call() }
            try await reached()
            let start = ContinuousClock.now
            task.cancel()
            let error = await failure { try await task.value }
            times.append(ContinuousClock.now - start)
            #expect(error is CancellationError, "\(String(describing: error))", sourceLocation: sourceLocation)
        }
        let fastest = try #require(times.min())
        #expect(fastest < Self.limit, "\(times)", sourceLocation: sourceLocation)
        Figures.report("a cancelled call ends after", times)
    }
}

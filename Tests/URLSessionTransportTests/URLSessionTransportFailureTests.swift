import Foundation
import HTTPTypes
import ServiceRuntime
import Testing
import URLSessionTransport

@Suite(.timeLimit(.minutes(1))) struct URLSessionTransportFailureTests {
    private func get(_ authority: String) -> HTTPRequest {
        HTTPRequest(method: .get, scheme: "http", authority: authority, path: "/v1/things")
    }

    private func failure(_ body: () async throws -> Void) async -> (any Error)? {
        do {
            try await body()
            return nil
        } catch {
            return error
        }
    }

    @Test func refusedConnectionIsNotSent() async throws {
        let server = try LoopbackServer { _, _ in }
        server.stop()
        let error = await failure {
            _ = try await URLSessionTransport().send(get(server.url), body: nil, timeout: .seconds(10))
        }
        let refused = try #require(error as? TransportError)
        #expect(refused.kind == .notSent)
        #expect(refused.reason == "the host does not accept connections (NSURLErrorDomain -1004)")
    }

    @Test func urlThatWouldChangeIsNotSent() async throws {
        let error = await failure {
            _ = try await URLSessionTransport().send(get("bad host"), body: nil, timeout: .seconds(10))
        }
        let refused = try #require(error as? TransportError)
        #expect(refused.kind == .notSent)
        #expect(refused.reason == "'http://bad host/v1/things' is not a URL that can be sent as it is")
    }

    @Test func connectionThatBreaksIsLost() async throws {
        let server = try LoopbackServer { _, _ in }
        defer { server.stop() }
        let error = await failure {
            _ = try await URLSessionTransport().send(get(server.url), body: nil, timeout: .seconds(10))
        }
        #expect((error as? TransportError)?.kind == .connectionLost)
    }

    @Test func bodyThatBreaksIsLost() async throws {
        let server = try LoopbackServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
        }
        defer { server.stop() }
        let error = await failure {
            let response = try await URLSessionTransport().send(get(server.url), body: nil, timeout: .seconds(10))
            _ = try await response.body.collect(upTo: 100)
        }
        #expect((error as? TransportError)?.kind == .connectionLost)
    }

    @Test func noHeadInTimeIsATimeout() async throws {
        let server = try LoopbackServer { _, connection in _ = connection.waitForClose() }
        defer { server.stop() }
        let start = ContinuousClock.now
        let error = await failure {
            _ = try await URLSessionTransport().send(get(server.url), body: nil, timeout: .milliseconds(300))
        }
        let timeout = try #require(error as? TransportError)
        #expect(timeout.kind == .timeout)
        #expect(timeout.reason == "no complete answer within the time limit")
        #expect(ContinuousClock.now - start < .seconds(2))
    }

    @Test func noBodyInTimeIsATimeout() async throws {
        let server = try LoopbackServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
            _ = connection.waitForClose()
        }
        defer { server.stop() }
        let error = await failure {
            let response = try await URLSessionTransport().send(
                get(server.url), body: nil, timeout: .milliseconds(300))
            _ = try await response.body.collect(upTo: 100)
        }
        #expect((error as? TransportError)?.kind == .timeout)
    }

    @Test(arguments: [false, true]) func cancellationClosesTheConnection(afterHead: Bool) async throws {
        let (arrived, arrival) = AsyncStream.makeStream(of: Void.self)
        let (closed, closing) = AsyncStream.makeStream(of: Bool.self)
        let server = try LoopbackServer { _, connection in
            if afterHead { connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf") }
            arrival.yield()
            closing.yield(connection.waitForClose())
        }
        defer { server.stop() }
        let task = Task {
            let response = try await URLSessionTransport().send(get(server.url), body: nil, timeout: .seconds(10))
            return try await response.body.collect(upTo: 100)
        }
        for await _ in arrived { break }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        let error = await failure { _ = try await task.value }
        #expect(error is CancellationError)
        #expect(await closed.first { _ in true } == true)
    }

    @Test func cancelledTaskSendsNothing() async throws {
        let server = try LoopbackServer { _, connection in connection.write("HTTP/1.1 204 No Content\r\n\r\n") }
        defer { server.stop() }
        let task = Task {
            try? await Task.sleep(for: .seconds(5))
            return try await URLSessionTransport().send(get(server.url), body: nil, timeout: .seconds(10))
        }
        task.cancel()
        let error = await failure { _ = try await task.value }
        #expect(error is CancellationError)
        #expect(server.requests.isEmpty)
    }

    @Test func sessionEndsWithTheTransport() async throws {
        let server = try LoopbackServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n")
            Thread.sleep(forTimeInterval: 0.2)
            connection.write("late")
        }
        defer { server.stop() }
        var transport: URLSessionTransport? = URLSessionTransport()
        let response = try await transport?.send(get(server.url), body: nil, timeout: .seconds(10))
        transport = nil
        #expect(try await response?.body.collect(upTo: 100) == Data("late".utf8))
    }
}

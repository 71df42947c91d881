import Foundation
import HTTPTypes
import ServiceRuntime
import Testing

extension TransportConformance {
    static let connectionSubjects = [
        Subject("a connection is used again") { try await $0.keptConnection() },
        Subject("a POST whose kept connection closes is not sent again") { try await $0.nothingRepeated(.post) },
        Subject("a POST without a body whose kept connection closes is not sent again") {
            try await $0.nothingRepeated(.post, hasBody: false)
        },
        Subject("a PATCH whose kept connection closes is not sent again") { try await $0.nothingRepeated(.patch) },
        Subject("a GET whose kept connection closes is not sent again") { try await $0.nothingRepeated(.get) },
        Subject("a DELETE whose kept connection closes is not sent again") {
            try await $0.nothingRepeated(.delete, hasBody: false)
        },
        Subject("a PUT whose kept connection closes is not sent again") { try await $0.nothingRepeated(.put) },
        Subject("a connection that closed while nobody used it") { try await $0.closedWhileIdle() },
        Subject("what comes after an answer is not the next answer") { try await $0.smuggledAnswer() },
        Subject("connections end with the transport, after the last body") { try await $0.lifetime() },
    ]

    private func keptConnection() async throws {
        let server = try LoopbackServer { request, connection in
            switch request.target {
            case "/empty": connection.write("HTTP/1.1 204 No Content\r\n\r\n")
            case "/chunked":
                connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n")
            default: connection.answer(request.method == "HEAD" ? "200 OK" : "500 Oops", "")
            }
        }
        defer { server.stop() }
        let transport = makeTransport()
        for path in ["/", "/empty", "/chunked", "/", "/chunked"] {
            _ = try await call(transport, request(.get, server, path))
        }
        _ = try await call(transport, request(.head, server))
        #expect(server.requests.count == 6)
        #expect(server.acceptedConnections == 1)
    }

    private func nothingRepeated(_ method: HTTPRequest.Method, hasBody: Bool = true) async throws {
        let server = try LoopbackServer { request, connection in
            if request.target == "/first" { connection.answer("200 OK", "ok") } else { connection.close() }
        }
        defer { server.stop() }
        let transport = makeTransport()
        let body = hasBody && method != .get ? Data("{}".utf8) : nil
        _ = try await call(transport, request(.get, server, "/first"))
        _ = try await call(transport, request(method, server, "/first"), body: body)
        let error = await failure { _ = try await call(transport, request(method, server, "/second"), body: body) }
        expect(error, is: .connectionLost)
        let attempts = server.requests.count { $0.target == "/second" }
        let mayRepeat = method == .get && limits.contains(.repeatsSafeRequests)
        #expect(mayRepeat ? attempts < 7 : attempts == 1, "\(attempts)")
    }

    private func closedWhileIdle() async throws {
        let server = try LoopbackServer { _, connection in
            connection.answer("200 OK", "ok")
            connection.close()
        }
        defer { server.stop() }
        let transport = makeTransport()
        for _ in 0..<5 {
            #expect(try await call(transport, request(.post, server), body: Data("x".utf8)).text == "ok")
            #expect(try await eventually { server.openConnections == 0 })
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(server.requests.count == 5)
    }

    private func smuggledAnswer() async throws {
        let server = try LoopbackServer { request, connection in
            if request.target == "/first" {
                connection.write(
                    "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood"
                        + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil")
            } else {
                connection.answer("200 OK", "fine")
            }
        }
        defer { server.stop() }
        let transport = makeTransport()
        for _ in 0..<5 {
            // A client may take such a connection for broken; it must not take the rest for the next response.
            for (path, text) in [("/first", "good"), ("/second", "fine")] {
                do {
                    #expect(try await call(transport, request(.get, server, path)).text == text)
                } catch {
                    expect(error, is: .connectionLost, about: path)
                }
            }
        }
        #expect(try await call(makeTransport(), request(.get, server, "/second")).text == "fine")
    }

    private func lifetime() async throws {
        let server = try LoopbackServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n")
            Thread.sleep(forTimeInterval: 0.2)
            connection.write("late")
        }
        defer { server.stop() }
        for _ in 0..<3 {
            let response = try await makeTransport().send(request(.get, server), body: nil, timeout: .seconds(10))
            #expect(try await response.body.collect(upTo: 100) == Data("late".utf8))
        }
        #expect(server.requests.count == 3)
        #expect(try await eventually { server.openConnections == 0 })
        // A transport that is never used, and one whose response nobody reads.
        _ = makeTransport()
        _ = try await makeTransport().send(request(.get, server), body: nil, timeout: .seconds(10))
        #expect(try await eventually { server.openConnections == 0 })
    }
}

import Foundation
import HTTPTypes
import ServiceRuntime
import Testing

extension TransportConformance {
    static let bodySubjects = [
        Subject("empty bodies") { try await $0.emptyBodies() },
        Subject("every byte value in a body") { try await $0.everyByte() },
        Subject("a chunked body, chunk by chunk") { try await $0.chunks() },
        Subject("a body that ends with the connection") { try await $0.bodyUntilClose() },
        Subject("a body read twice does not stop the process") { try await $0.bodyReadTwice() },
    ]

    private func emptyBodies() async throws {
        let answers = [
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n",
            "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        ]
        let server = try LoopbackServer { request, connection in
            connection.write(answers[Int(request.target.dropFirst()) ?? 0])
        }
        defer { server.stop() }
        let transport = makeTransport()
        for index in answers.indices {
            let answer = try await call(transport, request(.get, server, "/\(index)"), timeout: .seconds(5), limit: 0)
            #expect(answer.body.isEmpty)
        }
        let head = try LoopbackServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n")
        }
        defer { head.stop() }
        for _ in 0..<2 {
            let answer = try await call(transport, request(.head, head), timeout: .seconds(5), limit: 0)
            #expect(answer.status == 200)
            #expect(answer.head.headerFields[.contentLength] == "999")
        }
    }

    private func everyByte() async throws {
        let body = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 6) })
        #expect(Set(body).count == 256)
        let server = try LoopbackServer { _, connection in
            connection.answer(fields: "Content-Type: text/plain; charset=utf-8\r\n", body: body)
        }
        defer { server.stop() }
        let answer = try await call(makeTransport(), request(.get, server))
        #expect(answer.body == body)
        #expect(String(data: answer.body, encoding: .utf8) == nil)
    }

    private func chunks() async throws {
        let trailer = limits.contains(.stopsAtOddHeads) ? "" : "X-Trailer: t\r\n"
        let server = try LoopbackServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            for part in ["one", "three", "seven!!"] {
                connection.write("\(String(part.utf8.count, radix: 16));x=y\r\n\(part)\r\n")
                Thread.sleep(forTimeInterval: 0.2)
            }
            connection.write("0\r\n\(trailer)\r\n")
        }
        defer { server.stop() }
        let response = try await makeTransport().send(request(.get, server), body: nil, timeout: .seconds(10))
        var chunks: [String] = []
        for try await chunk in response.body { chunks.append(String(decoding: chunk, as: UTF8.self)) }
        #expect(chunks == ["one", "three", "seven!!"])
    }

    private func bodyUntilClose() async throws {
        let server = try LoopbackServer { request, connection in
            connection.write("HTTP/1.\(request.target.dropFirst()) 200 OK\r\nConnection: close\r\n\r\n")
            connection.write("all ")
            Thread.sleep(forTimeInterval: 0.05)
            connection.write("of it")
            connection.close()
        }
        defer { server.stop() }
        let transport = makeTransport()
        for minor in ["/0", "/1"] {
            #expect(try await call(transport, request(.get, server, minor), timeout: .seconds(5)).text == "all of it")
        }
    }

    private func bodyReadTwice() async throws {
        let server = try LoopbackServer { _, connection in connection.answer("200 OK", "once") }
        defer { server.stop() }
        let response = try await makeTransport().send(request(.get, server), body: nil, timeout: .seconds(10))
        #expect(try await response.body.collect(upTo: 10) == Data("once".utf8))
        let second = try? await response.body.collect(upTo: 10)
        #expect(second == nil || second == Data())
    }
}

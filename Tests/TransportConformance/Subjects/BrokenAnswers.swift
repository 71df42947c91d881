import Foundation
import HTTPTypes
import ServiceRuntime
import Testing

extension TransportConformance {
    static let brokenAnswerSubjects =
        brokenAnswers.map { broken in
            Subject("\(broken.name) is a lost connection") { try await $0.brokenAnswer(broken) }
        } + [
            Subject("answers that are hardly HTTP end the call") { try await $0.strangeAnswers() },
            Subject("a head without an end is given up") { try await $0.endlessHead() },
        ]

    /// What a server writes before it closes the connection.
    private struct BrokenAnswer {
        var name: String
        var bytes: String
        var isReset = false
        /// Whether it breaks off in the head.
        var isHalfHead = false
    }

    private static let brokenAnswers = [
        BrokenAnswer(name: "no answer at all", bytes: ""),
        BrokenAnswer(name: "a reset before the head", bytes: "", isReset: true),
        BrokenAnswer(name: "half a head", bytes: "HTTP/1.1 200 OK\r\nContent-Le", isHalfHead: true),
        BrokenAnswer(
            name: "a body shorter than its length", bytes: "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"),
        BrokenAnswer(name: "no body though it has a length", bytes: "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"),
        BrokenAnswer(
            name: "a reset in the body", bytes: "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", isReset: true),
        BrokenAnswer(name: "half a chunk", bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nhalf"),
        BrokenAnswer(
            name: "no last chunk", bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"),
        BrokenAnswer(
            name: "a chunk without a size",
            bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhalf\r\n0\r\n\r\n"),
        BrokenAnswer(name: "text instead of a status line", bytes: "220 mail.example.org ESMTP ready\r\n"),
        BrokenAnswer(
            name: "a page instead of a status line", bytes: "<html>\r\n<body>It works</body>\r\n</html>\r\n\r\n"),
        BrokenAnswer(name: "binary instead of a status line", bytes: "\u{15}\u{3}\u{1}\u{0}\u{2}\u{2}\u{50}\u{0}\u{0}"),
    ]

    private func brokenAnswer(_ broken: BrokenAnswer) async throws {
        if broken.isHalfHead, limits.contains(.stopsAtOddHeads) { return }
        let server = try LoopbackServer { _, connection in
            connection.write(broken.bytes)
            // So that a reset does not overtake the bytes.
            Thread.sleep(forTimeInterval: 0.05)
            if broken.isReset { connection.reset() } else { connection.close() }
        }
        defer { server.stop() }
        let transport = makeTransport()
        for method in [HTTPRequest.Method.get, .post] {
            let error = await failure {
                _ = try await call(transport, request(method, server), timeout: .seconds(5))
            }
            expect(error, is: .connectionLost, about: "\(method)")
        }
        #expect(server.requests.count { $0.method == "POST" } == 1)
    }

    /// Clients differ in what they make of these; none may hang, stop the process, or call the request unsent.
    private func strangeAnswers() async throws {
        let answers = [
            "HTTP/1.1 99999 Many\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 000 None\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 -5 Less\r\nContent-Length: 0\r\n\r\n", "HTTP/9.9 200 OK\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 200 OK\nContent-Length: 0\n\n",
            "HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\nhalf", "HTTP/1.1 200 OK\r\nContent-Length: four\r\n\r\nhalf",
            "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 2\r\n\r\nhalf",
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nhalf",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n4\r\nhalf\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\nhalf\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n4\r\nhalf\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nno colon\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nX y: z\r\n: empty\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nX: a\u{1}b\u{7f}\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nbytes",
            "HTTP/1.1 100 Continue\r\n\r\n",
        ]
        let server = try LoopbackServer { request, connection in
            connection.write(answers[Int(request.target.dropFirst()) ?? 0])
            Thread.sleep(forTimeInterval: 0.02)
            connection.close()
        }
        defer { server.stop() }
        let transport = makeTransport()
        for (index, text) in answers.enumerated() {
            do {
                let answer = try await call(transport, request(.post, server, "/\(index)"), timeout: .seconds(5))
                #expect((0...999).contains(answer.status), "\(text.debugDescription)")
            } catch {
                expect(error, is: .connectionLost, about: text.debugDescription)
            }
        }
    }

    private func endlessHead() async throws {
        let closed = Signal()
        let server = try LoopbackServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\n")
            let line = String(repeating: "X-Filler: \(String(repeating: "x", count: 500))\r\n", count: 100)
            var sent = 0
            while sent < 1 << 30, connection.write(line) { sent += line.utf8.count }
            if sent < 1 << 28 { closed.give() }
            connection.close()
        }
        defer { server.stop() }
        let error = await failure { _ = try await call(makeTransport(), request(.get, server), timeout: .seconds(10)) }
        expect(error, is: .connectionLost)
        await closed.wait()
    }
}

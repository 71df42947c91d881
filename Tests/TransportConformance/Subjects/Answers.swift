import Foundation
import HTTPTypes
import ServiceRuntime
import Testing

extension TransportConformance {
    static let answerSubjects = [
        Subject("every status is an answer") { try await $0.statuses() },
        Subject("the status 401 is an answer") { try await $0.unauthorised() },
        Subject("header fields of an answer, repeated ones too") { try await $0.answerFields() },
        Subject("answers before the answer (1xx)") { try await $0.informational() },
        Subject("a slow answer within the time") { try await $0.slowAnswer() },
    ]

    private func statuses() async throws {
        let server = try LoopbackServer { request, connection in
            let status = request.target.dropFirst()
            let hasBody = status != "204" && status != "304"
            connection.write("HTTP/1.1 \(status) \(status == "200" ? "" : "Some Words")\r\n")
            connection.write(hasBody ? "Content-Length: 3\r\n\r\n\(status)" : "\r\n")
        }
        defer { server.stop() }
        let transport = makeTransport()
        for status in [200, 201, 202, 204, 206, 299, 304, 400, 403, 404, 405, 409, 410, 422, 429, 500, 502, 503, 599] {
            for method in [HTTPRequest.Method.get, .post] {
                let answer = try await call(
                    transport, request(method, server, "/\(status)"), body: method == .get ? nil : Data("x".utf8))
                #expect(answer.status == status)
                #expect(answer.text == ([204, 304].contains(status) ? "" : "\(status)"))
            }
        }
    }

    private func unauthorised() async throws {
        let challenges = ["Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\", qop=\"auth\"", "Bearer", "Negotiate"]
        for challenge in challenges {
            let server = try LoopbackServer { _, connection in
                connection.answer("401 Unauthorized", fields: "WWW-Authenticate: \(challenge)\r\n", "no")
            }
            defer { server.stop() }
            let transport = makeTransport()
            for method in [HTTPRequest.Method.get, .post] {
                let answer = try await call(
                    transport, request(method, server), body: method == .post ? Data("x".utf8) : nil,
                    timeout: .seconds(5))
                #expect(answer.status == 401, "\(challenge)")
                #expect(answer.text == "no", "\(challenge)")
                #expect(answer.head.headerFields[.wwwAuthenticate] == challenge)
            }
            #expect(server.requests.count == 2, "\(challenge)")
            #expect(server.requests.allSatisfy { $0["Authorization"] == nil })
        }
    }

    private func answerFields() async throws {
        let long = String(repeating: "z", count: 6000)
        let server = try LoopbackServer { _, connection in
            connection.answer(
                fields: "X-One: a\r\nX-One: b\r\nX-Empty:\r\nX-Wide:   padded\t \r\nX-Long: \(long)\r\n"
                    + "Content-Type: application/json; charset=utf-8\r\n")
        }
        defer { server.stop() }
        let fields = try await call(makeTransport(), request(.get, server)).head.headerFields
        func value(_ name: String) throws -> String? { fields[try #require(HTTPField.Name(name))] }
        #expect(try value("X-ONE")?.replacing(", ", with: ",") == "a,b")
        #expect(try value("X-Empty") == "")
        #expect(try value("X-Wide") == "padded")
        #expect(try value("X-Long") == long)
        #expect(fields[.contentType] == "application/json; charset=utf-8")
        #expect(fields[.contentLength] == "0")
    }

    private func informational() async throws {
        let server = try LoopbackServer { _, connection in
            connection.write("HTTP/1.1 100 Continue\r\n\r\n")
            Thread.sleep(forTimeInterval: 0.05)
            connection.write("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")
            Thread.sleep(forTimeInterval: 0.05)
            connection.answer("201 Created", "made")
        }
        defer { server.stop() }
        let transport = makeTransport()
        for method in [HTTPRequest.Method.get, .post] {
            let answer = try await call(
                transport, request(method, server), body: method == .post ? Data("x".utf8) : nil, timeout: .seconds(5))
            #expect(answer.status == 201)
            #expect(answer.text == "made")
        }
    }

    private func slowAnswer() async throws {
        let server = try LoopbackServer { _, connection in
            Thread.sleep(forTimeInterval: 0.3)
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n")
            for byte in "slow".utf8 {
                Thread.sleep(forTimeInterval: 0.1)
                connection.write([byte])
            }
        }
        defer { server.stop() }
        let answer = try await call(makeTransport(), request(.get, server), timeout: .seconds(10))
        #expect(answer.text == "slow")
    }
}

import Foundation
import HTTPTypes
import ServiceRuntime
import Testing
import URLSessionTransport

@Suite(.timeLimit(.minutes(1))) struct URLSessionTransportTests {
    private func request(
        _ server: LoopbackServer, _ method: HTTPRequest.Method = .get, path: String = "/v1/things",
        headers: HTTPFields = [:]
    ) -> HTTPRequest {
        HTTPRequest(method: method, scheme: "http", authority: server.url, path: path, headerFields: headers)
    }

    private func failure(_ body: () async throws -> Void) async -> (any Error)? {
        do {
            try await body()
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [HTTPRequest.Method.post, .put, .patch, .delete])
    func methodTargetHeadersAndBodyArriveAsTheyAre(_ method: HTTPRequest.Method) async throws {
        let server = try LoopbackServer { request, connection in
            let body = String(decoding: request.body, as: UTF8.self)
            connection.write(
                "HTTP/1.1 202 Accepted\r\nX-Seen: yes\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
        }
        defer { server.stop() }
        let target = "/v1/a%2Fb/..c?q=%20%2B%26%25&path=/x&k=%EA%B0%80&odd=!$'()*,:@~"
        var headers: HTTPFields = [.contentType: "application/json"]
        headers[try #require(HTTPField.Name("Scp-ClientType"))] = "Openapi"
        let body = Data(#"{"name":"가"}"#.utf8)

        let response = try await URLSessionTransport().send(
            request(server, method, path: target, headers: headers), body: body, timeout: .seconds(10))

        #expect(response.head.status.code == 202)
        #expect(response.head.headerFields[try #require(HTTPField.Name("X-Seen"))] == "yes")
        #expect(try await response.body.collect(upTo: 1000) == body)
        let seen = try #require(server.requests.first)
        #expect(seen.line == "\(method.rawValue) \(target) HTTP/1.1")
        #expect(seen.headers["scp-clienttype"] == "Openapi")
        #expect(seen.headers["content-type"] == "application/json")
        #expect(seen.headers["cookie"] == nil)
        #expect(seen.body == body)
    }

    @Test func requestWithoutBody() async throws {
        let server = try LoopbackServer { _, connection in
            connection.write("HTTP/1.1 204 No Content\r\nSet-Cookie: a=b\r\n\r\n")
        }
        defer { server.stop() }
        let transport = URLSessionTransport()
        for method in [HTTPRequest.Method.get, .delete, .post] {
            let response = try await transport.send(request(server, method), body: nil, timeout: .seconds(10))
            #expect(response.head.status.code == 204)
            #expect(try await response.body.collect(upTo: 0).isEmpty)
        }
        #expect(server.requests.map(\.line) == ["GET", "DELETE", "POST"].map { "\($0) /v1/things HTTP/1.1" })
        #expect(server.requests.allSatisfy { $0.headers["cookie"] == nil })
    }

    @Test func errorStatusIsAnAnswer() async throws {
        let server = try LoopbackServer { _, connection in
            connection.write("HTTP/1.1 500 Oops\r\nContent-Length: 4\r\n\r\noops")
        }
        defer { server.stop() }
        let response = try await URLSessionTransport().send(request(server), body: nil, timeout: .seconds(10))
        #expect(response.head.status.code == 500)
        #expect(try await response.body.collect(upTo: 4) == Data("oops".utf8))
    }

    @Test func unauthorisedIsAnAnswer() async throws {
        let server = try LoopbackServer { _, connection in
            connection.write(
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 2\r\n\r\nno")
        }
        defer { server.stop() }
        let response = try await URLSessionTransport().send(request(server), body: nil, timeout: .seconds(10))
        #expect(response.head.status.code == 401)
        #expect(try await response.body.collect(upTo: 4) == Data("no".utf8))
    }

    @Test(arguments: [301, 302, 307, 308]) func redirectIsNotFollowed(_ status: Int) async throws {
        let server = try LoopbackServer { request, connection in
            let host = request.headers["host"] ?? ""
            connection.write(
                "HTTP/1.1 \(status) Moved\r\nLocation: http://\(host)/elsewhere\r\nContent-Length: 0\r\n\r\n")
        }
        defer { server.stop() }
        let response = try await URLSessionTransport().send(request(server), body: nil, timeout: .seconds(10))
        #expect(response.head.status.code == status)
        #expect(response.head.headerFields[.location] == "http://\(server.url)/elsewhere")
        #expect(try await response.body.collect(upTo: 100).isEmpty)
        #expect(server.requests.count == 1)
    }

    @Test func chunkedBodyArrivesInChunks() async throws {
        let server = try LoopbackServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            for part in ["one", "three", "seven!!"] {
                connection.write("\(String(part.utf8.count, radix: 16))\r\n\(part)\r\n")
                Thread.sleep(forTimeInterval: 0.2)
            }
            connection.write("0\r\n\r\n")
        }
        defer { server.stop() }
        let response = try await URLSessionTransport().send(request(server), body: nil, timeout: .seconds(10))
        var chunks: [String] = []
        for try await chunk in response.body { chunks.append(String(decoding: chunk, as: UTF8.self)) }
        #expect(chunks == ["one", "three", "seven!!"])
    }

    @Test func bodyBeyondTheLimitClosesTheConnection() async throws {
        let (closed, signal) = AsyncStream.makeStream(of: Bool.self)
        let server = try LoopbackServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n\(String(repeating: "x", count: 2000))")
            signal.yield(connection.waitForClose())
        }
        defer { server.stop() }
        let error = await failure {
            let response = try await URLSessionTransport().send(request(server), body: nil, timeout: .seconds(10))
            _ = try await response.body.collect(upTo: 1000)
        }
        #expect(error as? ResponseBodyTooLarge == ResponseBodyTooLarge(limit: 1000))
        #expect(await closed.first { _ in true } == true)
    }

    @Test func manyRequestsAtOnceGetTheirOwnAnswers() async throws {
        let server = try LoopbackServer { request, connection in
            let body = request.line
            connection.write(
                "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)")
        }
        defer { server.stop() }
        let transport = URLSessionTransport()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask {
                    let response = try await transport.send(
                        request(server, path: "/v1/\(number)"), body: nil, timeout: .seconds(20))
                    let body = try await response.body.collect(upTo: 1000)
                    return body == Data("GET /v1/\(number) HTTP/1.1".utf8)
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
        #expect(server.requests.count == 64)
    }
}

import Foundation
import HTTPTypes
import ServiceRuntime
import Testing

extension TransportConformance {
    static let requestSubjects = [
        Subject("each method, without a body") { try await $0.methodsWithoutBody() },
        Subject("each method, with a body") { try await $0.methodsWithBody() },
        Subject("the request target, byte for byte") { try await $0.requestTargets() },
        Subject("header fields, repeated ones too") { try await $0.requestFields() },
        Subject("no cookies") { try await $0.noCookies() },
        Subject("targets that clients like to change are sent as they are or refused") { try await $0.oddTargets() },
        Subject("a URL that would change is refused") { try await $0.urlsThatWouldChange() },
    ]

    private static let methods: [HTTPRequest.Method] = [.get, .put, .post, .delete, .patch, .head, .options]

    private func methodsWithoutBody() async throws {
        let server = try LoopbackServer { _, connection in connection.answer() }
        defer { server.stop() }
        let transport = makeTransport()
        for method in Self.methods {
            let answer = try await call(transport, request(method, server, "/v1/\(method.rawValue)"))
            #expect(answer.status == 200)
            #expect(answer.body.isEmpty)
        }
        #expect(server.requests.map(\.method) == Self.methods.map(\.rawValue))
        #expect(server.requests.map(\.target) == Self.methods.map { "/v1/\($0.rawValue)" })
        #expect(server.requests.allSatisfy { $0.body.isEmpty && $0["Transfer-Encoding"] == nil })
        #expect(server.requests.allSatisfy { $0["Host"] == server.authority })
    }

    private func methodsWithBody() async throws {
        let server = try LoopbackServer { request, connection in
            if request.method == "HEAD" { connection.answer() } else { connection.answer(body: request.body) }
        }
        defer { server.stop() }
        let transport = makeTransport()
        let body = Data(#"{"name":"가 é \u0000"}"#.utf8)
        var methods = Self.methods
        if limits.contains(.refusesBodiesOfGetAndHead) {
            methods.removeAll { $0 == .get || $0 == .head }
            for method in [HTTPRequest.Method.get, .head] {
                let error = await failure { _ = try await call(transport, request(method, server), body: body) }
                expect(error, is: .notSent, about: "\(method)")
            }
        }
        for method in methods {
            let answer = try await call(transport, request(method, server), body: body)
            #expect(answer.body == (method == .head ? Data() : body), "\(method)")
        }
        #expect(server.requests.map(\.method) == methods.map(\.rawValue))
        for request in server.requests {
            #expect(request.body == body, "\(request.method)")
            #expect(request["Content-Length"] == "\(body.count)", "\(request.method)")
        }
    }

    private func requestTargets() async throws {
        let server = try LoopbackServer { _, connection in connection.answer() }
        defer { server.stop() }
        let transport = makeTransport()
        let targets = [
            "/", "/v1/a%2Fb/..c/%EA%B0%80", "/$,:@!~*'();=&+/-._", "/v1/things?q=%20%2B%26%25&path=/x&k=%ea%b0%80",
            "/?odd=!$'()*,:@~;/?", "/a//b///c", "//two", "/v1/", "/v1/things?",
            "/v1/x?a=1&a=2&b", "/?%3F%23", "/" + String(repeating: "long/", count: 400),
        ]
        for target in targets {
            for method in [HTTPRequest.Method.get, .post] {
                let body = method == .post ? Data("x".utf8) : nil
                let error = await failure { _ = try await call(transport, request(method, server, target), body: body) }
                #expect(error == nil, "\(target)")
            }
        }
        #expect(server.requests.map(\.target) == targets.flatMap { [$0, $0] })
    }

    private func requestFields() async throws {
        let server = try LoopbackServer { _, connection in connection.answer() }
        defer { server.stop() }
        var fields: HTTPFields = [.contentType: "application/json", .accept: "application/json"]
        for (name, value) in [
            ("Scp-Signature", "MDEyMzQ1Njc4OWFiY2RlZg+/=="), ("X-Many", "one"), ("X-Many", "two"), ("X-Many", "three"),
            ("x-odd!#$%&'*+.^_`|~", "a, \"b\"; c=d (e) <f>"), ("X-Long", String(repeating: "y", count: 6000)),
        ] {
            fields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
        }
        _ = try await call(makeTransport(), request(.post, server.authority, fields: fields), body: Data("{}".utf8))
        let received = try #require(server.requests.first)
        for field in fields {
            let values = fields[values: field.name]
            let expected = values.joined(separator: ",")
            #expect(received[field.name.rawName]?.replacing(", ", with: ",") == expected.replacing(", ", with: ","))
        }
        #expect(received.fields.filter { $0.name.lowercased() == "content-type" }.count == 1)
        #expect(received["Authorization"] == nil)
    }

    private func noCookies() async throws {
        let server = try LoopbackServer { _, connection in
            connection.answer(fields: "Set-Cookie: a=b; Path=/\r\nSet-Cookie: c=d\r\n")
        }
        defer { server.stop() }
        let transport = makeTransport()
        for _ in 0..<3 { _ = try await call(transport, request(.get, server)) }
        #expect(server.requests.count == 3)
        #expect(server.requests.allSatisfy { $0["Cookie"] == nil })
    }

    private func oddTargets() async throws {
        let server = try LoopbackServer { _, connection in connection.answer() }
        defer { server.stop() }
        let transport = makeTransport()
        let targets = [
            "/%00", "/v1/a%7f", "/v1/%FF", "/v1/%C0%80/x", "/v1/x?q=%FF%00", "/%FF?q=%FE", "/a/../b/./c", "/a/%2E%2e/b",
            "/a/.%2e/b", "/a/..", "/.", "/x/..%2fb", "/v1/...", "/?a/../b",
        ]
        for target in targets {
            do {
                _ = try await call(transport, request(.delete, server, target))
                #expect(server.requests.last?.target == target)
            } catch {
                expect(error, is: .notSent, about: target)
            }
        }
        #expect(server.requests.allSatisfy { targets.contains($0.target) })
    }

    private func urlsThatWouldChange() async throws {
        let server = try LoopbackServer { _, connection in connection.answer() }
        defer { server.stop() }
        let transport = makeTransport()
        for unfit in [
            request(.get, "bad host"), request(.get, server, "/a b"), request(.get, server, "/가"),
            request(.get, server, "/things#s3cr3t"), request(.get, "user:s3cr3t@\(server.authority)"),
            request(.get, server.authority, scheme: "ftp"), request(.get, ""), request(.get, server, "/a\r\nX: y"),
            request(.get, server, "?x"), request(.get, server, ""),
        ] {
            let error = await failure { _ = try await call(transport, unfit) }
            expect(error, is: .notSent, about: "\(unfit.path ?? "") at \(unfit.authority ?? "")")
        }
        #expect(server.requests.isEmpty)
    }
}

import Foundation
import HTTPTypes
import ServiceRuntime
import Testing

extension TransportConformance {
    package static let redirectSubjects = [
        Subject("redirects are answers") { try await $0.redirects() }
    ]

    private func redirects() async throws {
        let other = try LoopbackServer { _, connection in connection.answer("200 OK", "elsewhere") }
        defer { other.stop() }
        let server = try LoopbackServer { request, connection in
            let target = request.target.hasSuffix("here") ? "/elsewhere" : "http://\(other.authority)/elsewhere"
            let status = request.target.dropFirst().prefix(3)
            connection.answer("\(status) Moved", fields: "Location: \(target)\r\n", "moved")
        }
        defer { server.stop() }
        let transport = makeTransport()
        let signed: HTTPFields = [try #require(HTTPField.Name("Scp-Signature")): "s3cr3t"]
        var sent = 0
        for status in [300, 301, 302, 303, 307, 308] {
            for (method, path) in [
                (HTTPRequest.Method.get, "/\(status)"), (.post, "/\(status)"), (.get, "/\(status)/here"),
            ] {
                let answer = try await call(
                    transport, request(method, server.authority, path, fields: signed),
                    body: method == .post ? Data("{}".utf8) : nil, timeout: .seconds(5))
                sent += 1
                #expect(answer.status == status)
                #expect(answer.head.headerFields[.location]?.hasSuffix("/elsewhere") == true)
                if !limits.contains(.dropsBodiesOfRedirects) { #expect(answer.text == "moved") }
            }
        }
        #expect(server.requests.count == sent)
        #expect(other.acceptedConnections == 0)
    }
}

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
            let location = request.target.hasSuffix("nowhere") ? "" : "Location: \(target)\r\n"
            connection.answer("\(status) Moved", fields: location, "moved")
        }
        defer { server.stop() }
        let transport = makeTransport()
        let signed: HTTPFields = [try #require(HTTPField.Name("Scp-Signature")): "s3cr3t"]
        var sent = 0
        for status in [300, 301, 302, 303, 307, 308] {
            for (method, path) in [
                (HTTPRequest.Method.get, "/\(status)"), (.post, "/\(status)"), (.get, "/\(status)/here"),
                (.get, "/\(status)/nowhere"),
            ] {
                let answer = try await call(
                    transport, request(method, server.authority, path, fields: signed),
                    body: method == .post ? Data("{}".utf8) : nil, timeout: .seconds(5))
                sent += 1
                #expect(answer.status == status)
                let location = answer.head.headerFields[.location]
                #expect(path.hasSuffix("nowhere") ? location == nil : location?.hasSuffix("/elsewhere") == true)
                // URLSession on Linux has no body of a redirection that leads nowhere.
                let hasBody = location != nil && !limits.contains(.dropsBodiesOfRedirects)
                if hasBody { #expect(answer.text == "moved") }
            }
        }
        #expect(server.requests.count == sent)
        #expect(other.acceptedConnections == 0)
    }
}

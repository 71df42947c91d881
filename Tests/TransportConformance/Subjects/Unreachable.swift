import Foundation
import HTTPTypes
import ServiceRuntime
import Testing

extension TransportConformance {
    static let unreachableSubjects = [
        Subject("a refused connection is not sent") { try await $0.refused() },
        Subject("an unknown host is not sent") { try await $0.unknownHost() },
        Subject("https to a server without TLS is not sent") { try await $0.noTLS() },
        Subject("a certificate that is not trusted is not sent") { try await $0.untrustedCertificate() },
        Subject("a host that does not let anybody connect is a timeout") { try await $0.silentHost() },
    ]

    private func refused() async throws {
        let port = try UnansweredPort.refusing()
        let transport = makeTransport()
        for method in [HTTPRequest.Method.get, .post] {
            let start = ContinuousClock.now
            let error = await failure {
                _ = try await call(
                    transport, request(method, port.authority), body: method == .post ? Data("s3cr3t".utf8) : nil)
            }
            expect(error, is: .notSent)
            #expect((error as? TransportError)?.reason.hasPrefix("the host does not accept connections") == true)
            #expect(ContinuousClock.now - start < .seconds(5))
        }
    }

    private func unknownHost() async throws {
        // RFC 2606, section 2: no such name is ever given to anybody.
        let error = await failure { _ = try await call(makeTransport(), request(.post, "nothing.invalid")) }
        expect(error, is: .notSent)
        #expect((error as? TransportError)?.reason.hasPrefix("the host is not known") == true)
    }

    private func noTLS() async throws {
        let server = try LoopbackServer { _, connection in connection.answer() }
        let silent = try LoopbackServer(connected: { connection in
            var bytes = Data()
            _ = connection.read(into: &bytes)
            connection.write("HTTP/1.1 400 Bad Request\r\n\r\nspeak HTTP")
            connection.waitForClose(seconds: 1)
        })
        defer {
            server.stop()
            silent.stop()
        }
        let start = ContinuousClock.now
        let error = await failure {
            _ = try await call(makeTransport(), request(.post, silent.authority, scheme: "https"))
        }
        expect(error, is: .notSent)
        #expect((error as? TransportError)?.reason.hasPrefix("no secure connection is possible") == true)
        #expect(ContinuousClock.now - start < .seconds(5))
        // This one takes the greeting for the beginning of a request and waits for the rest.
        let late = await failure {
            _ = try await call(
                makeTransport(), request(.post, server.authority, scheme: "https"), timeout: .milliseconds(300))
        }
        expect(late, is: .timeout, .notSent)
    }

    private func untrustedCertificate() async throws {
        let server = try await SecureServer()
        let error = await failure {
            _ = try await call(makeTransport(), request(.post, server.authority, scheme: "https"))
        }
        expect(error, is: .notSent)
        #expect((error as? TransportError)?.reason.hasPrefix("the certificate of the host is not trusted") == true)
        try await server.stop()
        #expect(server.receivedBytes == 0)
    }

    private func silentHost() async throws {
        let port = try UnansweredPort.silent()
        let start = ContinuousClock.now
        let error = await failure {
            _ = try await call(makeTransport(), request(.post, port.authority), timeout: .milliseconds(400))
        }
        expect(error, is: .timeout, .notSent)
        #expect(ContinuousClock.now - start < .seconds(3))
    }
}

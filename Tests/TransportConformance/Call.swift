import Foundation
import HTTPTypes
import ServiceRuntime
import Testing

extension TransportConformance {
    /// A request to a server on loopback.
    func request(
        _ method: HTTPRequest.Method = .get, _ authority: String, _ path: String = "/v1/things",
        scheme: String = "http", fields: HTTPFields = [:]
    ) -> HTTPRequest {
        HTTPRequest(method: method, scheme: scheme, authority: authority, path: path, headerFields: fields)
    }

    /// A request to a server on loopback.
    func request(_ method: HTTPRequest.Method = .get, _ server: LoopbackServer, _ path: String = "/v1/things")
        -> HTTPRequest
    {
        request(method, server.authority, path)
    }

    /// A whole response.
    struct Answer {
        var head: HTTPResponse
        var body: Data
        var status: Int { head.status.code }
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// Sends a request and reads its whole response.
    func call(
        _ transport: any Transport, _ request: HTTPRequest, body: Data? = nil, timeout: Duration = .seconds(20),
        limit: Int = 1 << 24
    ) async throws -> Answer {
        let response = try await transport.send(request, body: body, timeout: timeout)
        return Answer(head: response.head, body: try await response.body.collect(upTo: limit))
    }

    /// The error that `body` throws, or nil.
    func failure(of body: () async throws -> Void) async -> (any Error)? {
        do {
            try await body()
            return nil
        } catch {
            return error
        }
    }

    /// Checks that an error is one of a transport, of one of the kinds, and that it may be shown.
    func expect(
        _ error: (any Error)?, is kinds: TransportError.Kind..., about subject: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let error = error as? TransportError else {
            Issue.record(
                "\(subject): no TransportError but \(String(describing: error))", sourceLocation: sourceLocation)
            return
        }
        #expect(
            kinds.contains(error.kind),
            "\(subject): \(error.kind), \(error.reason), \(String(describing: error.underlying))",
            sourceLocation: sourceLocation)
        let isShort = !error.reason.isEmpty && error.reason.count < 100 && !error.reason.contains("\n")
        #expect(isShort, "\(subject): \(error.reason)", sourceLocation: sourceLocation)
        for secret in ["127.0.0.1", "localhost", "things", "http:", "https:", "s3cr3t"] {
            #expect(!error.reason.contains(secret), "\(subject): \(error.reason)", sourceLocation: sourceLocation)
        }
    }

    /// Waits until a condition holds; false if it does not within the time.
    func eventually(within time: Duration = .seconds(5), _ condition: () -> Bool) async throws -> Bool {
        let end = ContinuousClock.now + time
        while !condition() {
            if ContinuousClock.now > end { return false }
            try await Task.sleep(for: .milliseconds(10))
        }
        return true
    }
}

import Foundation
import HTTPTypes
import ServiceRuntime
import Synchronization

/// Answers without a network; for what loopback has not, such as https and hosts of many names.
final class StubTransport: Transport {
    private let answer: @Sendable (HTTPRequest) async throws -> TransportResponse
    private let sent = Mutex<[HTTPRequest]>([])
    private let limits = Mutex<[Duration]>([])

    /// The addresses asked so far.
    var urls: [String] {
        sent.withLock { $0.map { "\($0.scheme ?? "")://\($0.authority ?? "")\($0.path ?? "")" } }
    }

    /// The time limits of the requests so far.
    var timeouts: [Duration] { limits.withLock { $0 } }

    init(_ answer: @escaping @Sendable (HTTPRequest) async throws -> TransportResponse) {
        self.answer = answer
    }

    func send(_ request: HTTPRequest, body: Data?, timeout: Duration) async throws -> TransportResponse {
        sent.withLock { $0.append(request) }
        limits.withLock { $0.append(timeout) }
        return try await answer(request)
    }
}

extension TransportResponse {
    /// A response with a body in memory.
    static func answer(_ status: Int, _ fields: HTTPFields = [:], _ body: String = "") -> TransportResponse {
        TransportResponse(
            head: HTTPResponse(status: .init(code: status), headerFields: fields),
            body: ResponseBody(Data(body.utf8)))
    }
}

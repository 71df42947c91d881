import HTTPTypes
import ServiceRuntime
import ServiceTesting
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A transport that does one thing after the other, and the last one again and again.
final class ScriptedTransport: Transport {
    enum Step: Sendable {
        case answer(Int, headers: [String: String] = [:], body: String = "")
        case stream(Int, ResponseBody)
        case failure(any Error)
    }

    private let steps: [Step]
    private let sent = Mutex<[HTTPRequest]>([])
    private let onSend: @Sendable () -> Void

    init(_ steps: [Step], onSend: @escaping @Sendable () -> Void = {}) {
        self.steps = steps
        self.onSend = onSend
    }

    var requests: [HTTPRequest] { sent.withLock { $0 } }

    func send(_ request: HTTPRequest, body: Data?, timeout: Duration) async throws -> TransportResponse {
        let number = sent.withLock { sent in
            sent.append(request)
            return sent.count
        }
        onSend()
        switch steps[min(number, steps.count) - 1] {
        case .answer(let status, let headers, let body):
            return try await RecordingTransport(status: status, headers: headers, body: body).send(
                request, body: nil, timeout: timeout)
        case .stream(let status, let body):
            return TransportResponse(head: HTTPResponse(status: .init(code: status)), body: body)
        case .failure(let error): throw error
        }
    }
}

public import HTTPTypes
public import ServiceRuntime
import Synchronization

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A transport that sends nothing: it keeps each request and answers from memory.
public final class RecordingTransport: Transport {
    private let answer: TransportResponse
    private let recorded = Mutex<[RecordedRequest]>([])

    /// A transport that gives the same answer to every request; a nil body is empty.
    ///
    /// A header whose name or value cannot stand in HTTP is left out.
    public init(status: Int = 200, headers: [String: String] = [:], body: String? = nil) {
        var fields = HTTPFields()
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        if body != nil, fields[.contentType] == nil { fields[.contentType] = "application/json" }
        answer = TransportResponse(
            head: HTTPResponse(status: .init(code: min(max(status, 0), 999)), headerFields: fields),
            body: ResponseBody(Data((body ?? "").utf8)))
    }

    /// The requests so far, in order.
    public var requests: [RecordedRequest] { recorded.withLock { $0 } }

    /// Keeps the request and gives the response.
    public func send(_ request: HTTPRequest, body: Data?, timeout: Duration) async throws -> TransportResponse {
        recorded.withLock { $0.append(RecordedRequest(request: request, body: body, timeout: timeout)) }
        return answer
    }
}

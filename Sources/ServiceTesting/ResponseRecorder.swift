public import HTTPTypes
public import ServiceRuntime
import Synchronization

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Keeps the body of the last response as it came, so that a test can hold what a client made of it against it.
public final class ResponseRecorder: Middleware {
    private let limit: Int
    private let last = Mutex<Data?>(nil)
    private let deviations = Mutex<[Deviation]>([])

    /// A recorder of responses of at most `limit` bytes.
    public init(limit: Int = 16 << 20) { self.limit = limit }

    /// A configuration in which this recorder sees every response and every deviation.
    public var configuration: ClientConfiguration {
        ClientConfiguration(middlewares: [self]) { [self] deviation, _ in
            deviations.withLock { $0.append(deviation) }
        }
    }

    /// Passes the request on, reads the whole response and keeps its body.
    public func intercept(
        _ request: HTTPRequest, body: Data?, context: OperationContext, next: @escaping Next
    ) async throws -> TransportResponse {
        let response = try await next(request, body)
        let body = try await response.body.collect(upTo: limit)
        last.withLock { $0 = body }
        return TransportResponse(head: response.head, body: ResponseBody(body))
    }

    /// The body of the last response; nil where none has come.
    var lastBody: Data? { last.withLock { $0 } }

    /// In what `answer`, written as JSON again, departs from the last body, and which deviations it had: a line for
    /// each.
    ///
    /// A date without a zone is read as one in UTC, as the service means it, and is not a difference.
    public func differences(_ answer: some Encodable) -> [String] {
        guard let body = lastBody else { return ["no answer has come"] }
        let met = deviations.withLock { $0 }
        let unexpected = met.filter { $0.kind != .dateWithoutZone }.map { "\($0)" }
        do {
            return unexpected
                + bodyDifferences(
                    documented: body.isEmpty ? .null : try JSONValue(json: body),
                    found: try JSONValue(json: JSONCoding().encode(answer)), allowing: met, except: [], in: "answer")
        } catch {
            return ["the answer cannot be compared: \(error)"]
        }
    }
}

import Foundations
public import HTTPTypes

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A request as it would have been sent.
public struct RecordedRequest: Sendable {
    /// Method, target and headers.
    public let request: HTTPRequest
    /// The body.
    public let body: Data?
    /// The time limit.
    public let timeout: Duration

    /// The HTTP method, such as `GET`.
    public var method: String { request.method.rawValue }

    /// The path without the query, still percent-encoded.
    public var path: String { String(target.prefix { $0 != "?" }) }

    /// The whole URL as sent.
    public var url: String { "\(request.scheme ?? "")://\(request.authority ?? "")\(target)" }

    /// The pairs of the query in order, decoded.
    public var query: [(name: String, value: String)] {
        guard let mark = target.firstIndex(of: "?") else { return [] }
        return target[target.index(after: mark)...].split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (PercentEncoding.decode(parts[0]), parts.count > 1 ? PercentEncoding.decode(parts[1]) : "")
        }
    }

    /// The value of a header, or nil if it was not sent.
    public func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { request.headerFields[$0] }
    }

    private var target: String { request.path ?? "" }
}

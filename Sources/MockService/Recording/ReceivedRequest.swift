/// A request that a mock service has answered.
public struct ReceivedRequest: Sendable {
    /// The method, such as `GET`.
    public let method: String
    /// The request target as sent: path and query.
    public let target: String
    /// The path, percent-encoded as sent.
    public let path: String
    /// The pairs of the query in order, decoded.
    public let query: [(name: String, value: String)]
    /// The header fields in order, without keys, signatures and cookies.
    public let headers: [(name: String, value: String)]
    /// The body as sent, empty where there was none or where it was too long.
    public let body: [UInt8]
    /// The operation that was called; `nil` where none stands at the path.
    public let operation: String?
    /// The version that was meant; `nil` where the request named one that does not exist.
    public let version: String?
    /// The status of the response.
    public let status: Int
}

extension ReceivedRequest {
    /// The value of the first header of this name, whatever its case; `nil` where it was not sent.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The body as text; bytes that are not UTF-8 are replaced.
    public var bodyText: String { String(decoding: body, as: UTF8.self) }
}

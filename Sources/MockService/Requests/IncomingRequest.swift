import HTTPTypes

/// A request as it arrived, with its whole body.
struct IncomingRequest: Sendable {
    /// The method, such as `GET`.
    var method: String
    /// The request target as sent: path and query.
    var target: String
    /// The `Host` header.
    var authority: String?
    /// The header fields without `Host`.
    var fields: HTTPFields
    /// The body; empty where there is none.
    var body: [UInt8] = []
}

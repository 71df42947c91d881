/// A request target taken apart (RFC 9112 §3.2): steps of the path and pairs of the query, decoded.
///
/// The path is split before it is decoded, so that `%2F` inside a step stays inside.
struct RequestTarget: Sendable {
    /// The path as sent.
    let path: String
    /// The steps between slashes, decoded. `/` has one step, which is empty.
    let steps: [String]
    /// The pairs of the query in order, decoded.
    let pairs: [(name: String, value: String)]

    /// Targets beyond this many bytes are refused.
    static let greatestLength = 8192

    /// Takes a target apart.
    ///
    /// Throws where it is too long, no path, or wrongly encoded.
    init(_ target: String) throws(Refusal) {
        var bytes = Array(target.utf8)[...]
        guard bytes.count <= Self.greatestLength else {
            throw Refusal(414, "UriTooLong", "the request target has more than \(Self.greatestLength) bytes")
        }
        // The absolute form, which clients use towards proxies.
        for scheme in ["http://", "https://"] where bytes.starts(with: scheme.utf8) {
            bytes = bytes.dropFirst(scheme.utf8.count).drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
            if bytes.first != UInt8(ascii: "/") { bytes = ([UInt8(ascii: "/")] + bytes)[...] }
        }
        guard bytes.first == UInt8(ascii: "/") else { throw Self.malformed("it does not start with `/`") }
        guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
            throw Self.malformed("it has bytes that must be percent-encoded")
        }
        let mark = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
        path = String(decoding: bytes[..<mark], as: UTF8.self)
        steps = try Self.steps(of: bytes[..<mark].dropFirst())
        pairs = try Self.pairs(of: bytes[mark...].dropFirst())
    }

    private static func steps(of path: ArraySlice<UInt8>) throws(Refusal) -> [String] {
        var steps: [String] = []
        for step in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let text = PercentText.decode(step) else {
                throw malformed("the percent-encoding of its path is broken or not UTF-8")
            }
            steps.append(text)
        }
        return steps
    }

    private static func pairs(of query: ArraySlice<UInt8>) throws(Refusal) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        for pair in query.split(separator: UInt8(ascii: "&")) {
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            guard let name = PercentText.decode(pair[..<equals], plusIsBlank: true),
                let value = PercentText.decode(pair[equals...].dropFirst(), plusIsBlank: true)
            else { throw malformed("the percent-encoding of its query is broken or not UTF-8") }
            pairs.append((name, value))
        }
        return pairs
    }

    private static func malformed(_ reason: String) -> Refusal {
        Refusal(400, "InvalidRequest", "the request target cannot be read: \(reason)")
    }
}

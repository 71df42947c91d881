import Foundations

/// A request target taken apart (RFC 9112 §3.2): steps of the path and pairs of the query, decoded.
///
/// The path is split before it is decoded, so that `%2F` inside a step stays inside.
struct RequestTarget: Sendable {
    /// The path as sent.
    let path: String
    /// The steps between slashes, decoded. `/` has one step, which is empty.
    private(set) var steps: [String]
    /// The steps between slashes as sent.
    private(set) var rawSteps: [String]
    /// The path of the server as sent, such as `/api`, whose steps are not among ``steps``.
    private(set) var base = ""
    /// The pairs of the query in order.
    let pairs: [FieldPair]

    /// Targets beyond this many bytes are refused.
    static let greatestLength = 8192

    /// Takes a target apart.
    ///
    /// Throws where it is too long, no path, or wrongly encoded.
    init(_ target: String) throws(RequestRejection) {
        var bytes = Array(target.utf8)[...]
        guard bytes.count <= Self.greatestLength else {
            throw RequestRejection(414, "UriTooLong", "the request target has more than \(Self.greatestLength) bytes")
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
        let raw = bytes[..<mark].dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        rawSteps = raw.map { String(decoding: $0, as: UTF8.self) }
        var steps: [String] = []
        for step in raw {
            guard let text = PercentEncoding.decodeStrictly(step) else {
                throw Self.malformed("the percent-encoding of its path is broken or not UTF-8")
            }
            steps.append(text)
        }
        self.steps = steps
        guard let pairs = FieldPair.pairs(of: bytes[mark...].dropFirst()) else {
            throw Self.malformed("the percent-encoding of its query is broken or not UTF-8")
        }
        self.pairs = pairs
    }

    /// The target below a base, whose steps it loses; `nil` for one that is not below it.
    func below(_ base: [String]) -> RequestTarget? {
        guard steps.starts(with: base) else { return nil }
        var copy = self
        copy.removeBase(base.count)
        if copy.steps.isEmpty { (copy.steps, copy.rawSteps) = ([""], [""]) }
        return copy
    }

    /// Takes the first steps as the path of a server.
    mutating func removeBase(_ count: Int) {
        base += rawSteps.prefix(count).map { "/" + $0 }.joined()
        steps.removeFirst(count)
        rawSteps.removeFirst(count)
    }

    private static func malformed(_ reason: String) -> RequestRejection {
        RequestRejection(400, "InvalidRequest", "the request target cannot be read: \(reason)")
    }
}

/// An address of http or https that is sent as it stands: complete, in one spelling, without user and fragment.
struct PageAddress: Hashable, Sendable {
    /// The longest address in bytes; RFC 9110, section 4.1, asks for 8,000 at least.
    static let longest = 8_000

    /// `http` or `https`.
    let scheme: String
    /// In lower case; an IPv6 address has its brackets.
    let host: String
    /// Nil where it is the port of the scheme.
    let port: Int?
    /// Begins with a slash and has no `.` or `..` as a segment.
    let path: String
    /// Without the question mark.
    let query: String?

    /// Reads what a person wrote. Throws `AddressProblem`.
    init(_ text: String) throws(AddressProblem) {
        guard !text.isEmpty else { throw .empty }
        try self.init(parts: AddressParts(text), length: text.utf8.count)
    }

    /// The address that `reference` means on this page (RFC 3986, section 5.2.2). Throws `AddressProblem`.
    func resolve(_ reference: String) throws(AddressProblem) -> PageAddress {
        var parts = AddressParts(reference)
        if parts.scheme == nil {
            if parts.authority == nil {
                if parts.path.isEmpty {
                    parts.path = path[...]
                    parts.query = parts.query ?? query?[...]
                } else if !parts.path.utf8.starts(with: "/".utf8) {
                    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? "/"
                    parts.path = folder + parts.path
                }
                parts.authority = authority[...]
            }
            parts.scheme = scheme[...]
        }
        return try PageAddress(parts: parts, length: reference.utf8.count)
    }

    private init(parts: AddressParts, length: Int) throws(AddressProblem) {
        guard length <= Self.longest else { throw .tooLong }
        guard let scheme = parts.scheme?.lowercased() else { throw .noScheme }
        guard scheme == "http" || scheme == "https" else { throw .scheme(scheme) }
        guard let authority = parts.authority, !authority.isEmpty else { throw .noHost }
        guard !authority.utf8.contains(UInt8(ascii: "@")) else { throw .userInfo }
        (host, port) = try HostAndPort.read(authority, scheme: scheme)
        self.scheme = scheme
        let path = try AddressEncoding.encode(parts.path, isQuery: false)
        self.path = path.isEmpty ? "/" : DotSegments.remove(from: path)
        query = try parts.query.map { query throws(AddressProblem) in
            try AddressEncoding.encode(query, isQuery: true)
        }
        guard text.utf8.count <= Self.longest else { throw .tooLong }
    }

    /// Host and port as they stand in the address.
    var authority: String { port.map { "\(host):\($0)" } ?? host }

    /// What a request line asks for: path and query.
    var target: String { query.map { "\(path)?\($0)" } ?? path }

    /// The whole address.
    var text: String { "\(scheme)://\(authority)\(target)" }

    /// The address as it may be shown.
    var shown: String { RedactedURL.text(of: text) }
}

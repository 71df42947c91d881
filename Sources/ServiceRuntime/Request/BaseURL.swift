import Foundations

/// Scheme, host and leading path of a service.
struct BaseURL: Sendable {
    let scheme: String
    let authority: String
    /// The leading path without a trailing slash; usually empty.
    let path: String

    /// Reads an absolute http or https URL without user, query and fragment.
    init(_ text: String) throws {
        func problem(_ reason: String) -> RequestProblem {
            // Who writes a user into a URL writes a password after it.
            RequestProblem("the base URL \(SensitiveText.redact(text).debugDescription) \(reason)")
        }
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { throw problem("has no scheme") }
        scheme = text[..<colon].lowercased()
        guard scheme == "https" || scheme == "http" else { throw problem("is neither https nor http") }
        var rest = text[text.utf8.index(after: colon)...]
        guard rest.utf8.starts(with: "//".utf8) else { throw problem("has no host") }
        rest = rest.dropFirst(2)
        let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        authority = String(rest[..<slash])
        guard Self.isHost(authority) else { throw problem("does not name a host") }
        var path = rest[slash...]
        while path.utf8.last == UInt8(ascii: "/") { path = path.dropLast() }
        self.path = String(path)
        if !path.isEmpty {
            guard path.utf8.allSatisfy(PercentEncoding.path.contains) else {
                throw problem("has a path with characters that must be left out")
            }
            if let reason = RequestPath(stringLiteral: self.path).problem { throw problem(reason) }
        }
    }

    /// Whether `authority` is a host name or address with an optional port: no user, no template left unfilled.
    private static func isHost(_ authority: String) -> Bool {
        let allowed = ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:[]")
        return !authority.isEmpty && authority.utf8.allSatisfy(allowed.contains)
            && !authority.utf8.starts(with: ".".utf8) && !authority.utf8.starts(with: ":".utf8)
            && !authority.contains("..")
    }
}

import Foundations

/// Reads the part of an address that names the host (RFC 3986, section 3.2).
enum HostAndPort {
    /// The host in lower case, and the port unless it is the one of the scheme. Throws `AddressProblem`.
    static func read(_ authority: Substring, scheme: String) throws(AddressProblem) -> (host: String, port: Int?) {
        let (name, digits) = split(authority)
        let host = name.lowercased()
        guard isName(host) || isIPv6(host) else { throw host.isEmpty ? .noHost : .host }
        guard let digits, !digits.isEmpty else { return (host, nil) }
        guard let port = digits.wholeNumber, (1...65_535).contains(port) else { throw .port }
        return (host, port == (scheme == "https" ? 443 : 80) ? nil : port)
    }

    /// Divides at the colon before the port; those of an IPv6 address stand in brackets.
    private static func split(_ authority: Substring) -> (Substring, Substring?) {
        let start = authority.utf8.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
        guard let colon = authority[start...].utf8.firstIndex(of: UInt8(ascii: ":")) else { return (authority, nil) }
        return (authority[..<colon], authority[authority.utf8.index(after: colon)...])
    }

    /// Letters, digits, `-`, `_` and dots that divide; 253 bytes at most, as in the DNS.
    private static func isName(_ host: String) -> Bool {
        guard !host.isEmpty, host.utf8.count <= 253 else { return false }
        let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.enumerated().allSatisfy { index, label in
            // A dot at the end is the root of the DNS.
            guard !label.isEmpty else { return index == labels.count - 1 && index > 0 }
            return label.allSatisfy { byte in
                byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
        }
    }

    /// Brackets around groups of hexadecimal digits; whether they make an address is for the resolver to say.
    private static func isIPv6(_ host: String) -> Bool {
        guard host.hasPrefix("["), host.hasSuffix("]"), host.utf8.count <= 47 else { return false }
        let inner = host.utf8.dropFirst().dropLast()
        return inner.count { $0 == UInt8(ascii: ":") } >= 2
            && inner.allSatisfy { Hexadecimal.isDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    }
}

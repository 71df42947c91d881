import Foundations

/// Addresses as they may be shown, logged or written to a file: without secrets.
public enum ShownAddress {
    /// The address without user, password and fragment, and without the values of query parameters whose name suggests
    /// a secret, such as `token`, `key`, `signature` or `password`.
    ///
    /// `address` need not be one that can be fetched.
    public static func text(of address: String) -> String {
        let parts = AddressParts(address)
        var text = parts.scheme.map { "\($0):" } ?? ""
        if let authority = parts.authority {
            // A password with a slash or another mark ends up anywhere.
            let isRead = (try? HostAndPort.read(authority, scheme: "https")) != nil
            if !isRead, !authority.utf8.contains(UInt8(ascii: "@")), address.utf8.contains(UInt8(ascii: "@")) {
                return text + "//" + SecretNames.replacement
            }
            let at = authority.utf8.lastIndex(of: UInt8(ascii: "@"))
            text += "//" + (at.map { authority[authority.utf8.index(after: $0)...] } ?? authority)
        }
        text += withoutUser(parts.path, isOpaque: parts.authority == nil)
        if let query = parts.query { text += "?" + redacted(query) }
        return text
    }

    /// `text` cut after `count` characters.
    static func shortened(_ text: String, to count: Int = 200) -> String {
        let start = text.prefix(count)
        return start.endIndex == text.endIndex ? text : start + "…"
    }

    /// What stands before an `@` in an address that lacks its `//` is a user and a password all the same.
    private static func withoutUser(_ path: Substring, isOpaque: Bool) -> Substring {
        guard isOpaque, let at = path.utf8.lastIndex(of: UInt8(ascii: "@")) else { return path }
        return path[path.utf8.index(after: at)...]
    }

    /// The pairs of a query, divided by `&` or `;`, with the values of secrets replaced.
    private static func redacted(_ query: Substring) -> String {
        var result = ""
        var rest = query
        while true {
            let end = rest.utf8.firstIndex { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ";") } ?? rest.endIndex
            let pair = rest[..<end]
            if let equals = pair.utf8.firstIndex(of: UInt8(ascii: "=")), SecretNames.matches(query: pair[..<equals]) {
                result += pair[...equals] + SecretNames.replacement
            } else {
                result += pair
            }
            guard end < rest.endIndex else { return result }
            let next = rest.utf8.index(after: end)
            result += rest[end..<next]
            rest = rest[next...]
        }
    }
}

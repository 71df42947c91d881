import Foundations

/// Addresses as they may be shown, logged or written to a file: without secrets.
public enum RedactedURL {
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

    /// Whether `address` is one that was shown, without a secret that it once had: nothing can be fetched with it.
    public static func isRedacted(_ address: String) -> Bool {
        [SecretNames.replacement, "%3Credacted%3E", "%3credacted%3e"].contains { address.contains($0) }
    }

    /// The names of the parameters whose values `address` has lost, in their order.
    public static func redactedNames(of address: String) -> [String] {
        guard let query = AddressParts(address).query else { return [] }
        return query.utf8.split { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ";") }.compactMap { pair in
            let parts = Substring(pair).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, isRedacted(String(parts[1])) else { return nil }
            return PercentEncoding.decode(parts[0])
        }
    }

    /// `address` with the values of secrets put in again; `value` gives that of a parameter, by its name. A parameter
    /// without one stays as it is.
    public static func restored(_ address: String, value: (String) -> String?) -> String {
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return address }
        var result = ""
        var pair = ""
        func finished() -> String {
            guard let equals = pair.firstIndex(of: "="), isRedacted(String(pair[equals...])) else { return pair }
            let name = PercentEncoding.decode(pair[..<equals])
            return value(name).map { "\(pair[...equals])\($0)" } ?? pair
        }
        for character in parts[1] {
            if character == "&" || character == ";" {
                result += finished() + String(character)
                pair = ""
            } else {
                pair.append(character)
            }
        }
        return parts[0] + "?" + result + finished()
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

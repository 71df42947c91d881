import Foundations

/// A reference to a URL taken apart, and put together with the URL that it stands in (RFC 3986, sections 3 and 5.2).
struct AddressReference {
    var scheme: String?
    var authority: String?
    var path: String
    var query: String?

    /// Takes a reference apart; its fragment does not count.
    init(_ text: String) {
        var rest = Substring(text.unicodeScalars.prefix { $0 != "#" })
        let word = rest.utf8.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        if word.endIndex < rest.endIndex, rest[word.endIndex] == ":", Self.isScheme(word) {
            scheme = String(rest[..<word.endIndex]).lowercased()
            rest = rest[rest.index(after: word.endIndex)...]
        }
        if rest.hasPrefix("//") {
            let after = rest.dropFirst(2)
            let end = after.utf8.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? after.endIndex
            authority = String(after[..<end])
            rest = after[end...]
        }
        let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) ?? rest.endIndex
        path = String(rest[..<mark])
        query = mark < rest.endIndex ? String(rest[rest.index(after: mark)...]) : nil
    }

    private static func isScheme(_ word: Substring.UTF8View) -> Bool {
        guard let first = word.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A else { return false }
        let letters = ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.")
        return word.allSatisfy(letters.contains)
    }

    /// The reference put together with the URL, or with the reference, of the place where it stands.
    func resolved(against base: AddressReference) -> AddressReference {
        var result = self
        if scheme == nil {
            result.scheme = base.scheme
            if authority == nil {
                result.authority = base.authority
                if path.isEmpty {
                    result.path = base.path
                    result.query = query ?? base.query
                } else if !path.hasPrefix("/") {
                    let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/"))
                    result.path = (slash.map { String(base.path[...$0]) } ?? "/") + path
                }
            }
        }
        result.path = Self.withoutDots(result.path)
        return result
    }

    /// A path without `.` and `..` (RFC 3986, section 5.2.4).
    private static func withoutDots(_ path: String) -> String {
        guard path.contains("/.") || path.hasPrefix(".") else { return path }
        var steps: [Substring] = []
        let all = path.split(separator: "/", omittingEmptySubsequences: false)
        for (place, step) in all.enumerated() {
            let isLast = place == all.count - 1
            switch step {
            case ".": if isLast { steps.append("") }
            case "..":
                if steps.count > 1 { steps.removeLast() }
                if isLast { steps.append("") }
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }

    /// The reference as text.
    var text: String {
        (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path + (query.map { "?" + $0 } ?? "")
    }

    /// The address that `text` is where it stands in the response from `base`; alone where nothing is known of that.
    static func resolve(_ text: String, against base: String?) -> String {
        guard let base else { return text }
        return AddressReference(text).resolved(against: AddressReference(base)).text
    }
}

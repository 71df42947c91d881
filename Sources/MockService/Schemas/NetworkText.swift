import Foundations

/// Texts that name things on the Internet.
enum NetworkText {
    /// Whether it is a local part, `@`, and a host name or an address in brackets (RFC 5321 §4.1.2).
    static func isMailbox(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return false }
        let local = bytes[..<at]
        let domain = bytes[(at + 1)...]
        let isQuoted = local.count > 2 && local.first == UInt8(ascii: "\"") && local.last == UInt8(ascii: "\"")
        guard (1...64).contains(local.count), isQuoted || local.allSatisfy(isAtom), !local.starts(with: [0x2E]) else {
            return false
        }
        if domain.first == UInt8(ascii: "["), domain.last == UInt8(ascii: "]") { return domain.count > 2 }
        return isHost(domain)
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        byte > 0x7F || isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
    }

    /// Whether it is labels of letters, digits and inner hyphens with dots between them (RFC 1123 §2.1).
    static func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard (1...253).contains(bytes.count) else { return false }
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.count) && label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
                && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
        }
    }

    /// Whether it is four numbers up to 255 with dots between them (RFC 2673 §3.2).
    static func isIPv4(_ bytes: ArraySlice<UInt8>) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                guard (1...3).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) }) else {
                    return false
                }
                return (part.count == 1 || part.first != 0x30) && part.reduce(0) { $0 * 10 + Int($1 - 0x30) } < 256
            }
    }

    /// Whether it is eight groups of hexadecimal digits, of which `::` may stand for one or more, and an IPv4 address at the
    /// end for two (RFC 4291 §2.2).
    static func isIPv6(_ bytes: ArraySlice<UInt8>) -> Bool {
        var groups = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard groups.count >= 3 else { return false }
        var count = 0
        if let last = groups.last, isIPv4(last) {
            groups.removeLast()
            count += 2
        }
        // At the beginning and at the end `::` has an empty group outside, too.
        if groups.first?.isEmpty == true {
            guard groups.count > 1, groups[1].isEmpty else { return false }
            groups.removeFirst()
        }
        if count == 0, groups.last?.isEmpty == true {
            guard groups.count > 1, groups[groups.count - 2].isEmpty || groups.count == 2 else { return false }
            groups.removeLast()
        }
        let gaps = groups.filter(\.isEmpty).count
        let isWritten = groups.allSatisfy { group in
            group.count <= 4 && group.allSatisfy(Hexadecimal.isDigit)
        }
        count += groups.count - gaps
        return isWritten && (gaps == 0 ? count == 8 : gaps == 1 && count < 8)
    }

    /// Whether it is a scheme, a colon, and characters of which a URI is made (RFC 3986 §3).
    static func isURI(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let first = bytes.first, isLetter(first),
            bytes[..<colon].allSatisfy({ isLetterOrDigit($0) || "+-.".utf8.contains($0) })
        else { return false }
        let rest = bytes[(colon + 1)...]
        return !rest.isEmpty && rest.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"<>\"{}|\\^`".utf8.contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }
}

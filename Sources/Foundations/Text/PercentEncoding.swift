/// A set of ASCII bytes.
package struct ByteSet: Sendable {
    @usableFromInline
    private(set) var low: UInt64 = 0
    @usableFromInline
    private(set) var high: UInt64 = 0

    /// The ASCII characters of `text`.
    package init(_ text: StaticString) {
        text.withUTF8Buffer { bytes in
            for byte in bytes { insert(byte) }
        }
    }

    private mutating func insert(_ byte: UInt8) {
        if byte < 64 {
            low |= 1 << UInt64(byte)
        } else if byte < 128 {
            high |= 1 << UInt64(byte - 64)
        }
    }

    /// Whether the set has a byte.
    @inlinable
    package func contains(_ byte: UInt8) -> Bool {
        if byte < 64 { return low & (1 << UInt64(byte)) != 0 }
        if byte < 128 { return high & (1 << UInt64(byte - 64)) != 0 }
        return false
    }
}

/// Percent-encoding of RFC 3986, section 2.1: UTF-8 bytes, upper-case hexadecimal.
package enum PercentEncoding {
    /// What stays in a path segment: unreserved characters and those of `pchar` (section 3.3) that no server reads as a
    /// separator.
    ///
    /// `&`, `+`, `;` and `=` are legal there too, but some servers split or rewrite them.
    package static let segment = ByteSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*,:@")

    /// What stays in the name or the value of a query pair: as in a segment, and `/` and `?`, which section 3.4 allows
    /// in a query and advises to leave as they are.
    package static let query = ByteSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*,:@/?")

    /// What stays in the fixed part of a path.
    package static let path = ByteSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*,:@&+;=/")

    /// What stays in an element of a list: the unreserved characters of section 2.3, and no separator.
    package static let unreserved = ByteSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    /// What stays in a query value of a parameter with `allowReserved`.
    package static let reservedQuery = ByteSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*,:@/?;=")

    /// Encodes every byte of `text` that is not in `allowed`.
    package static func encode(_ text: String, leaving allowed: ByteSet = unreserved) -> String {
        if text.utf8.allSatisfy(allowed.contains) { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 2)
        for byte in text.utf8 {
            if allowed.contains(byte) {
                bytes.append(byte)
            } else {
                append(byte, to: &bytes)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What stays in a path or a query that was encoded by somebody else, escapes included.
    private static let encoded = ByteSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*,:@/?&+;=%[]")

    /// A path or a query that was encoded by somebody else, with what must not stand in a URL encoded.
    package static func repaired(_ text: String) -> String { encode(text, leaving: encoded) }

    /// Appends `byte` as `%XX`.
    package static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(Hexadecimal.upperDigit(byte >> 4))
        bytes.append(Hexadecimal.upperDigit(byte & 15))
    }

    /// The text with each `%XX` replaced by its byte; a `%` without two digits stays, and so does `%+5`.
    package static func decode(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        let bytes = Array(text.utf8)
        return String(decoding: decoded(bytes[...], plusIsBlank: false).bytes, as: UTF8.self)
    }

    /// The text of some bytes; `nil` where an escape is broken, or where the result is not UTF-8.
    ///
    /// In a query `+` means a blank, as in forms (WHATWG URL, section 5.1); clients that mean `+` send `%2B`.
    package static func decodeStrictly(_ bytes: ArraySlice<UInt8>, plusIsBlank: Bool = false) -> String? {
        guard bytes.contains(where: { $0 == UInt8(ascii: "%") || plusIsBlank && $0 == UInt8(ascii: "+") }) else {
            return String(validating: bytes, as: UTF8.self)
        }
        let (bytes, isWellFormed) = decoded(bytes, plusIsBlank: plusIsBlank)
        return isWellFormed ? String(validating: bytes, as: UTF8.self) : nil
    }

    /// The bytes with their escapes undone, and whether every `%` has its two digits.
    private static func decoded(
        _ source: ArraySlice<UInt8>, plusIsBlank: Bool
    ) -> (bytes: [UInt8], isWellFormed: Bool) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var isWellFormed = true
        var index = source.startIndex
        while index < source.endIndex {
            let byte = source[index]
            index += 1
            if byte == UInt8(ascii: "%") {
                if index + 1 < source.endIndex, let high = Hexadecimal.value(of: source[index]),
                    let low = Hexadecimal.value(of: source[index + 1])
                {
                    bytes.append(high << 4 | low)
                    index += 2
                    continue
                }
                isWellFormed = false
            }
            bytes.append(plusIsBlank && byte == UInt8(ascii: "+") ? 0x20 : byte)
        }
        return (bytes, isWellFormed)
    }
}

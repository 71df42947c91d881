/// The values of texts and numbers as JavaScript writes them (ECMA-262, sections 12.9.3 and 12.9.4).
enum ScriptText {
    /// The text between the quotes; `nil` where an escape is none.
    ///
    /// A surrogate that stands alone becomes the replacement character.
    static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "\\") else {
                result.append(bytes[index])
                index += 1
                continue
            }
            guard index + 1 < bytes.endIndex else { return nil }
            index += 2
            switch bytes[index - 1] {
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "v"): result.append(0x0B)
            case UInt8(ascii: "0") where !(index < bytes.endIndex && bytes[index].isDigit): result.append(0)
            case 0x0D: if index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
            case 0x0A: break
            case UInt8(ascii: "x"):
                guard let code = hexadecimal(bytes, index, 2) else { return nil }
                index += 2
                append(code, to: &result)
            case UInt8(ascii: "u"):
                guard let code = unit(bytes, &index) else { return nil }
                append(code, to: &result)
            case let byte where byte.isDigit: return nil
            case let byte: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The number as JSON writes it; `nil` where it is none.
    static func number(_ bytes: ArraySlice<UInt8>) -> String? {
        var text = String(decoding: bytes.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
        if text.hasSuffix("n") { text.removeLast() }
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where text.lowercased().hasPrefix(prefix) {
            return UInt64(text.dropFirst(2), radix: radix).map(String.init)
        }
        if text.hasPrefix(".") { text = "0" + text }
        text = text.replacing(".e", with: ".0e").replacing(".E", with: ".0E")
        if text.hasSuffix(".") { text += "0" }
        // A leading zero is octal in old scripts, and an error in new ones.
        let digits = text.utf8.prefix { $0.isDigit }
        guard !digits.isEmpty, digits.count == 1 || digits.first != UInt8(ascii: "0"), Double(text) != nil else {
            return nil
        }
        return text
    }

    /// What follows `\u`: four digits, two such of a pair, or a code point in braces.
    private static func unit(_ bytes: ArraySlice<UInt8>, _ index: inout Int) -> UInt32? {
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: "{") {
            guard let end = bytes[index...].prefix(10).firstIndex(of: UInt8(ascii: "}")),
                let code = hexadecimal(bytes, index + 1, end - index - 1), code <= 0x10FFFF
            else { return nil }
            index = end + 1
            return code
        }
        guard let high = hexadecimal(bytes, index, 4) else { return nil }
        index += 4
        guard (0xD800..<0xDC00).contains(high), index + 5 < bytes.endIndex,
            bytes[index..<index + 2].elementsEqual("\\u".utf8), let low = hexadecimal(bytes, index + 2, 4),
            (0xDC00..<0xE000).contains(low)
        else { return high }
        index += 6
        return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }

    private static func hexadecimal(_ bytes: ArraySlice<UInt8>, _ start: Int, _ count: Int) -> UInt32? {
        guard count > 0, start + count <= bytes.endIndex else { return nil }
        let digits = bytes[start..<start + count]
        guard digits.allSatisfy({ $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20) }) else {
            return nil
        }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private static func append(_ code: UInt32, to bytes: inout [UInt8]) {
        bytes += Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8)
    }
}

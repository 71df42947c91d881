/// Percent-encoding (RFC 3986 §2.1).
enum PercentText {
    /// A text with everything encoded but what RFC 3986 §2.3 reserves for nothing.
    static func encode(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(Hexadecimal.upperDigits[Int(byte >> 4)])
                bytes.append(Hexadecimal.upperDigits[Int(byte & 15)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text of some bytes of a request target; `nil` where an escape is broken, or where the result is not UTF-8.
    ///
    /// In a query `+` means a blank, as in forms (WHATWG URL, section 5.1); clients that mean `+` send `%2B`.
    static func decode(_ bytes: ArraySlice<UInt8>, plusIsBlank: Bool = false) -> String? {
        guard bytes.contains(where: { $0 == UInt8(ascii: "%") || plusIsBlank && $0 == UInt8(ascii: "+") }) else {
            return String(validating: bytes, as: UTF8.self)
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = bytes.startIndex
        while position < bytes.endIndex {
            switch bytes[position] {
            case UInt8(ascii: "%"):
                guard position + 2 < bytes.endIndex, let high = Hexadecimal.value(of: bytes[position + 1]),
                    let low = Hexadecimal.value(of: bytes[position + 2])
                else { return nil }
                result.append(high << 4 | low)
                position += 3
            case UInt8(ascii: "+") where plusIsBlank:
                result.append(0x20)
                position += 1
            case let byte:
                result.append(byte)
                position += 1
            }
        }
        return String(validating: result, as: UTF8.self)
    }
}

extension SourceText {
    /// One pass over the bytes that finds what no YAML file may hold.
    struct Check {
        /// How many lines begin with `%`.
        var directives = 0
        /// Whether there is a NEL, LS or PS, which end a line for libyaml.
        var hasUnicodeBreaks = false

        /// The offset of the first fault and what to say about it.
        mutating func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> (offset: Int, message: String)? {
            var offset = 0
            var isLineStart = true
            while offset < bytes.count {
                let byte = bytes[offset]
                if byte < 0x80 {
                    if isLineStart, byte == UInt8(ascii: "%") { directives += 1 }
                    isLineStart = byte == 0x0A || byte == 0x0D
                    if byte < 0x20 && byte != 0x09 && !isLineStart || byte == 0x7F {
                        return (offset, Self.notAllowed(UInt32(byte), at: offset))
                    }
                    offset += 1
                    continue
                }
                isLineStart = false
                guard let (value, length) = Self.decode(bytes, at: offset) else {
                    let isMarked =
                        offset == 0 && bytes.count > 1 && (bytes[0], bytes[1]) != (0, 0)
                        && UInt16(bytes[0]) + UInt16(bytes[1]) == 0xFE + 0xFF && bytes[0] >= 0xFE
                    return (offset, isMarked ? Self.utf16 : "this is not UTF-8; save the file as UTF-8")
                }
                switch value {
                case 0x85, 0x2028, 0x2029: hasUnicodeBreaks = true
                case 0x80...0x9F, 0xFFFE, 0xFFFF: return (offset, Self.notAllowed(value, at: offset))
                default: break
                }
                offset += length
            }
            return nil
        }

        private static let utf16 = "this is UTF-16 and not UTF-8; save the file as UTF-8"

        private static func notAllowed(_ value: UInt32, at offset: Int) -> String {
            // Zero bytes are how UTF-16 looks to a reader of UTF-8.
            if value == 0, offset < 4 { return utf16 }
            let digits = String(value, radix: 16, uppercase: true)
            let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            return "the character U+\(code) is not allowed; remove it, or write it as \"\\u\(code)\" in double quotes"
        }

        /// The character at `offset` and its length; `nil` for what UTF-8 (RFC 3629, section 4) does not allow.
        private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (UInt32, Int)? {
            let first = bytes[offset]
            let length: Int
            let lowest: UInt32
            switch first {
            case 0xC2...0xDF: (length, lowest) = (2, 0x80)
            case 0xE0...0xEF: (length, lowest) = (3, 0x800)
            case 0xF0...0xF4: (length, lowest) = (4, 0x10000)
            default: return nil
            }
            guard offset + length <= bytes.count else { return nil }
            var value = UInt32(first & (0xFF >> UInt8(length + 1)))
            for next in 1..<length {
                let byte = bytes[offset + next]
                guard byte & 0xC0 == 0x80 else { return nil }
                value = value << 6 | UInt32(byte & 0x3F)
            }
            guard value >= lowest, Unicode.Scalar(value) != nil else { return nil }
            return (value, length)
        }
    }
}

/// Writes a scalar on one line in the lightest quotes that every reader takes for the same text.
enum ScalarWriter {
    /// Writes a text; inside a flow collection more of them need quotes.
    static func write(_ text: String, into bytes: inout [UInt8], isInFlow: Bool) {
        var text = text
        text.withUTF8 { utf8 in
            let traits = ScalarTraits(utf8)
            if traits.needsEscapes {
                writeDoubleQuoted(utf8, into: &bytes)
            } else if traits.needsQuotes || isInFlow && traits.needsQuotesInFlow {
                writeSingleQuoted(utf8, into: &bytes)
            } else {
                bytes.append(contentsOf: utf8)
            }
        }
    }

    /// Writes a value that is neither a text nor a collection with something in it.
    static func writeSimple(_ value: YAMLValue, into bytes: inout [UInt8]) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .number(let number):
            if CoreSchema.isInteger(number) || CoreSchema.isFloat(number) {
                bytes += number.utf8
            } else {
                write(number, into: &bytes, isInFlow: true)
            }
        case .string(let text): write(text, into: &bytes, isInFlow: true)
        case .sequence: bytes += "[]".utf8
        case .mapping: bytes += "{}".utf8
        }
    }

    private static func writeSingleQuoted(_ utf8: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
        let quote = UInt8(ascii: "'")
        bytes.append(quote)
        for byte in utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    private static func writeDoubleQuoted(_ utf8: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\"": bytes += "\\\"".utf8
            case "\\": bytes += "\\\\".utf8
            case "\n": bytes += "\\n".utf8
            case "\r": bytes += "\\r".utf8
            case "\t": bytes += "\\t".utf8
            case "\0": bytes += "\\0".utf8
            case "\u{85}": bytes += "\\N".utf8
            case "\u{2028}": bytes += "\\L".utf8
            case "\u{2029}": bytes += "\\P".utf8
            case _ where isEscaped(scalar): writeEscape(scalar, into: &bytes)
            default: if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func writeEscape(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let (letter, count) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
        bytes += "\\\(letter)\(String(repeating: "0", count: count - digits.count))\(digits)".utf8
    }

    /// Whether a character must not, or should not, stand in a file as itself.
    ///
    /// These are control characters, line breaks of YAML 1.1, noncharacters of the basic plane, byte order marks, and
    /// what is invisible or reorders the text around it. `ScalarTraits` finds the same ones in UTF-8.
    static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF,
            0xFFFE, 0xFFFF:
            true
        default: false
        }
    }
}

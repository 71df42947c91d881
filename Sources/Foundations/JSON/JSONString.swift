/// The texts of JSON strings (RFC 8259, section 7).
public enum JSONString {
    /// The text of a string without its quotation marks, whose escapes are well-formed; `nil` where it is not text:
    /// invalid UTF-8, or half of a surrogate pair.
    public static func text(_ source: UnsafeBufferPointer<UInt8>, isEscaped: Bool) -> String? {
        guard isEscaped else { return plainText(source) }
        guard let plain = unescaped(source) else { return nil }
        return String(validating: plain, as: UTF8.self)
    }

    /// The text whose UTF-8 is `source`; `nil` for invalid UTF-8.
    ///
    /// Most texts are ASCII, which cannot be invalid: seeing that costs a fraction of `String(validating:as:)`, which looks
    /// up the types of its encoding at each call.
    @inline(__always)
    private static func plainText(_ source: UnsafeBufferPointer<UInt8>) -> String? {
        isASCII(source) ? String(decoding: source, as: UTF8.self) : String(validating: source, as: UTF8.self)
    }

    private static func isASCII(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
        let bytes = UnsafeRawBufferPointer(source)
        var index = 0
        while index + 8 <= bytes.count {
            if bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
            index += 8
        }
        while index < bytes.count {
            if bytes[index] & 0x80 != 0 { return false }
            index += 1
        }
        return true
    }

    /// Why ``text(_:isEscaped:)`` is `nil` for a string that begins at `start`.
    public static func error(in source: UnsafeBufferPointer<UInt8>, at start: Int) -> JSONSyntaxError {
        var index = 0
        while index < source.count {
            guard source[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            var next = index + 2
            if source[index + 1] == UInt8(ascii: "u"), scalar(source, escapedAt: &next) == nil {
                return JSONSyntaxError(.halfCharacter, offset: start + index, stop: start + index)
            }
            index = next
        }
        return JSONSyntaxError(.notUTF8, offset: start - 1, stop: start)
    }

    /// The UTF-8 of a string whose escapes are well-formed; `nil` for half of a surrogate pair.
    private static func unescaped(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var plain: [UInt8] = []
        plain.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            let byte = source[index]
            index += 1
            guard byte == UInt8(ascii: "\\") else {
                plain.append(byte)
                continue
            }
            let escape = source[index]
            index += 1
            switch escape {
            case UInt8(ascii: "b"): plain.append(0x08)
            case UInt8(ascii: "f"): plain.append(0x0C)
            case UInt8(ascii: "n"): plain.append(0x0A)
            case UInt8(ascii: "r"): plain.append(0x0D)
            case UInt8(ascii: "t"): plain.append(0x09)
            case UInt8(ascii: "u"):
                guard let scalar = scalar(source, escapedAt: &index) else { return nil }
                if let encoded = UTF8.encode(scalar) { plain.append(contentsOf: encoded) }
            default: plain.append(escape)
            }
        }
        return plain
    }

    /// The scalar whose `\u` ends before `index`, which then is behind it; one beyond U+FFFF is written as two units.
    private static func scalar(
        _ source: UnsafeBufferPointer<UInt8>, escapedAt index: inout Int
    ) -> Unicode.Scalar? {
        var code = unit(source, at: index)
        index += 4
        if (0xD800...0xDBFF).contains(code) {
            guard index + 6 <= source.count, source[index] == UInt8(ascii: "\\"), source[index + 1] == UInt8(ascii: "u")
            else { return nil }
            let low = unit(source, at: index + 2)
            guard (0xDC00...0xDFFF).contains(low) else { return nil }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            index += 6
        }
        return Unicode.Scalar(code)
    }

    /// Four hexadecimal digits.
    private static func unit(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 << 4 | UInt32(Hexadecimal.value(of: source[index + $1]) ?? 0) }
    }

    /// Appends `text` with its quotation marks; only what has to be is escaped.
    @inlinable
    public static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &bytes) }
    }

    /// Appends the text whose UTF-8 is `source` with its quotation marks; only what has to be is escaped.
    @inlinable
    public static func append(_ source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        for index in source.indices {
            let byte = source[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
            start = index + 1
            bytes.append(UInt8(ascii: "\\"))
            switch byte {
            case 0x08: bytes.append(UInt8(ascii: "b"))
            case 0x09: bytes.append(UInt8(ascii: "t"))
            case 0x0A: bytes.append(UInt8(ascii: "n"))
            case 0x0C: bytes.append(UInt8(ascii: "f"))
            case 0x0D: bytes.append(UInt8(ascii: "r"))
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
            default:
                bytes += byte < 0x10 ? "u000".utf8 : "u001".utf8
                bytes.append(Hexadecimal.digit(byte & 0x0F))
            }
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends `text` with its quotation marks; also what is not seen, ends a line or reorders text is escaped.
    static func appendPrintable(_ text: String, to bytes: inout [UInt8]) {
        guard !text.unicodeScalars.allSatisfy(\.isPrintable) else { return append(text, to: &bytes) }
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes += "\\\"".utf8
            case "\\": bytes += "\\\\".utf8
            case "\n": bytes += "\\n".utf8
            case "\r": bytes += "\\r".utf8
            case "\t": bytes += "\\t".utf8
            case _ where scalar.isPrintable:
                if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
            default:
                for unit in String(scalar).utf16 {
                    bytes += "\\u".utf8
                    for shift in [12, 8, 4, 0] { bytes.append(Hexadecimal.digit(UInt8(unit >> shift & 15))) }
                }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension Unicode.Scalar {
    /// Whether people see the scalar as it is: nothing that is invisible, ends a line, hides text or reorders it.
    public var isPrintable: Bool {
        if isASCII { return value >= 0x20 && value != 0x7F }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return false
        default: return true
        }
    }
}

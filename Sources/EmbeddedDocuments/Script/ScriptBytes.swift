/// Texts that hold bytes: Base64, and UTF-8 that was read as Latin-1.
enum ScriptBytes {
    /// What one of the functions that decode makes of a value; `nil` where that is not known.
    static func result(of function: String, _ value: ScriptValue, at place: ScriptPlace) -> ScriptValue? {
        switch (function, value.kind) {
        case ("atob", .text(let text)): decode(text).map { ScriptValue(.bytes($0), at: value.place) }
        case ("Uint8Array.from", .bytes), ("escape", .bytes): value
        case ("decodeURIComponent", .bytes(let bytes)), ("decodeURI", .bytes(let bytes)):
            ScriptValue(.text(String(decoding: bytes, as: UTF8.self)), at: value.place)
        case ("decodeURIComponent", .text(let text)), ("decodeURI", .text(let text)), ("unescape", .text(let text)):
            ScriptValue(.text(percentDecoded(text)), at: value.place)
        default: nil
        }
    }

    /// The bytes of Base64 (RFC 4648, section 4, also with the letters of section 5), white space left out.
    static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in text.utf8 where !byte.isSpace && byte != UInt8(ascii: "=") {
            let value: UInt8
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - 65
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - 71
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte + 4
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            default: return nil
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    /// `text` with `%XX` decoded (RFC 3986, section 2.1).
    static func percentDecoded(_ text: String) -> String {
        let source = Array(text.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
                let byte = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                index += 3
            } else {
                bytes.append(source[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

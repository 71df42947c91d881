/// Base64 of texts, as parameters have it (RFC 4648).
public enum Base64Text {
    private static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let urlSafe = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// A text in Base64.
    public static func encode(_ text: String, _ encoding: Parameter.Encoding) -> String {
        let alphabet = encoding == .base64 ? standard : urlSafe
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
            for place in 0...group.count { result.append(alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)]) }
            if encoding != .base64urlUnpadded {
                result += Array(repeating: UInt8(ascii: "="), count: 3 - group.count)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The text that is given in Base64; `nil` where it is not in that alphabet, where digits are missing, or where the
    /// result is not UTF-8. Padding may be missing in the alphabet for URLs.
    public static func decode(_ text: String, _ encoding: Parameter.Encoding) -> String? {
        let alphabet = encoding == .base64 ? standard : urlSafe
        let padded = Array(text.utf8)
        let digits = padded.prefix { $0 != UInt8(ascii: "=") }
        let padding = padded.count - digits.count
        guard padded[digits.endIndex...].allSatisfy({ $0 == UInt8(ascii: "=") }), digits.count % 4 != 1,
            padding == (4 - digits.count % 4) % 4 || (padding == 0 && encoding != .base64)
        else { return nil }
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for digit in digits {
            guard let value = alphabet.firstIndex(of: digit) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        // Bits that are left over are zero, so that one text has one form.
        guard bits & ((1 << count) - 1) == 0 else { return nil }
        return String(validating: result, as: UTF8.self)
    }
}

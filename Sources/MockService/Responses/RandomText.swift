import Foundations

/// Identifiers that nobody has had before.
enum RandomText {
    /// So many hexadecimal digits.
    static func hexadecimal(_ count: Int) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 15)
        while bytes.count < count {
            var bits = UInt64.random(in: 0...UInt64.max)
            for _ in 0..<16 {
                bytes.append(Hexadecimal.digit(UInt8(bits & 15)))
                bits >>= 4
            }
        }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    /// A random UUID (RFC 9562, version 4).
    static func uuid() -> String {
        let digits = Array(hexadecimal(32))
        return String(digits[0..<8]) + "-" + String(digits[8..<12]) + "-4" + String(digits[13..<16]) + "-a"
            + String(digits[17..<20]) + "-" + String(digits[20..<32])
    }

    /// The id of a request, as the service writes it.
    static func requestID() -> String { "req-" + uuid() }
}

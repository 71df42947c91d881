/// Hexadecimal notation.
enum Hexadecimal {
    /// The digits in order.
    static let digits = Array("0123456789abcdef".utf8)
    /// The digits in upper case, as percent-encoding has them.
    static let upperDigits = Array("0123456789ABCDEF".utf8)

    /// A digit's value; `nil` for any other byte.
    static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

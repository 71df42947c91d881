/// Character references of HTML (HTML Living Standard, 13.2.5.72 to 13.2.5.80).
///
/// A name counts only with its semicolon: in code, addresses and paths, `&region=` is meant as it stands.
public enum HTMLReference {
    /// What stands between `&` and `;` is at most so long; the longest name has 31 letters.
    public static let longest = 40

    /// The characters of what stands between `&` and `;`: a name, `#38` or `#x26`; `nil` where it is not a reference.
    public static func characters(of name: ArraySlice<UInt8>) -> String? {
        name.first == UInt8(ascii: "#")
            ? number(name).map { String($0) } : HTMLReferenceNames.characters(of: String(decoding: name, as: UTF8.self))
    }

    /// The character of `#38` or `#x26`; `nil` where there are no digits.
    ///
    /// Numbers from 128 to 159 are bytes of windows-1252, as browsers take them (13.2.5.80).
    public static func number(_ name: ArraySlice<UInt8>) -> Character? {
        let text = name.dropFirst()
        let isHexadecimal = text.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let digits = text.dropFirst(isHexadecimal ? 1 : 0)
        guard !digits.isEmpty, digits.allSatisfy({ isDigit($0, isHexadecimal: isHexadecimal) }) else { return nil }
        let code = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10) ?? .max
        if (0x80...0x9F).contains(code) { return Character(windows1252[Int(code - 0x80)]) }
        guard code != 0, let scalar = Unicode.Scalar(code) else { return "\u{FFFD}" }
        return Character(scalar)
    }

    private static func isDigit(_ byte: UInt8, isHexadecimal: Bool) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || isHexadecimal && (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }

    /// The text of `bytes`, whose references end in a semicolon; others stand as they are, as `&copy=1` in an address.
    public static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var rest = bytes
        var result: [UInt8] = []
        while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
            result += rest[..<mark]
            let name = rest[mark...].dropFirst()
            if let end = name.prefix(longest).firstIndex(of: UInt8(ascii: ";")), let text = characters(of: name[..<end])
            {
                result += text.utf8
                rest = name[end...].dropFirst()
            } else {
                result.append(UInt8(ascii: "&"))
                rest = name
            }
        }
        return String(decoding: result + rest, as: UTF8.self)
    }

    private static let windows1252: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{02C6}",
        "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{8D}", "\u{017D}", "\u{8F}", "\u{90}", "\u{2018}",
        "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}", "\u{02DC}", "\u{2122}", "\u{0161}",
        "\u{203A}", "\u{0153}", "\u{9D}", "\u{017E}", "\u{0178}",
    ]
}

extension UInt8 {
    /// Whether this is a letter of ASCII.
    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    /// Whether this is a digit of ASCII.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// Whether this is white space in HTML: tab, line feed, form feed, carriage return or space.
    var isHTMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }

    /// This byte, in lower case where it is a letter of ASCII.
    var lowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }
}

extension StringProtocol {
    /// The text without spaces and tabs at both ends.
    var trimmed: String {
        var bytes = Array(utf8)[...]
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The value of a text that is digits of ASCII and nothing else, `Int.max` where it is larger than that.
    var wholeNumber: Int? {
        guard !utf8.isEmpty, utf8.allSatisfy(\.isDigit) else { return nil }
        return Int(self) ?? .max
    }
}

extension UInt8 {
    /// Whether this is a letter of ASCII.
    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    /// Whether this is a digit of ASCII.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// Whether this is white space in HTML and in scripts: tab, line feed, form feed, carriage return or space.
    var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }

    /// This byte, in lower case where it is a letter of ASCII.
    var lowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }
}

extension StringProtocol {
    /// The text without white space of HTML at both ends.
    var trimmedSpace: String {
        var bytes = Substring(self).utf8[...]
        while let first = bytes.first, first.isSpace { bytes = bytes.dropFirst() }
        while let last = bytes.last, last.isSpace { bytes = bytes.dropLast() }
        return String(Substring(bytes))
    }
}

extension Collection<UInt8> {
    /// Whether these bytes hold `text`, which is ASCII in lower case; letters of ASCII count in both cases.
    func holds(_ text: StaticString) -> Bool {
        let found = withContiguousStorageIfAvailable { bytes -> Bool in
            let count = text.utf8CodeUnitCount
            guard bytes.count >= count else { return false }
            let first = text.utf8Start[0]
            for start in 0...(bytes.count - count) where bytes[start].lowercased == first {
                var length = 1
                while length < count, bytes[start + length].lowercased == text.utf8Start[length] { length += 1 }
                if length == count { return true }
            }
            return false
        }
        return found ?? Array(self).holds(text)
    }
}

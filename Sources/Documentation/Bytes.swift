/// A part of a page, not copied; valid only while the reader holds the page.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension Bytes {
    /// The bytes from `start` up to `end`, not copied.
    func part(_ start: Int, _ end: Int) -> Bytes { Bytes(rebasing: self[start..<end]) }

    /// Whether the bytes start with those of `text`.
    func starts(with text: StaticString) -> Bool {
        count >= text.utf8CodeUnitCount && (0..<text.utf8CodeUnitCount).allSatisfy { self[$0] == text.utf8Start[$0] }
    }

    /// Whether the bytes start with those of `text`, which is in lower case, in any case.
    func startsIgnoringCase(_ text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { index in
            (self[index].isLetter ? self[index] | 0x20 : self[index]) == text.utf8Start[index]
        }
    }

    /// The bytes without white space at both ends.
    var trimmed: Bytes {
        var start = 0
        var end = count
        while start < end, self[start].isWhiteSpace { start += 1 }
        while end > start, self[end - 1].isWhiteSpace { end -= 1 }
        return part(start, end)
    }

    /// The text; the page is known to be UTF-8.
    var text: String { String(decoding: self, as: UTF8.self) }
}

extension UInt8 {
    /// Whether this is white space of ASCII: space, tab, line feed, vertical tab, form feed, carriage return.
    var isWhiteSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

    /// Whether this is a digit of ASCII.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// Whether this is a letter of ASCII.
    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}

import HTMLTokens

/// Reads references to characters such as `&amp;` and `&#39;`.
enum MarkdownEntity {
    /// The character and the end of the reference whose `&` stands at `start`; `nil` where there is none.
    ///
    /// As in CommonMark a name needs its semicolon, so `?a=1&region=x` is left alone.
    static func read(_ text: Bytes, at start: Int) -> (text: String, end: Int)? {
        var index = start + 1
        guard index < text.count else { return nil }
        if text[index] == UInt8(ascii: "#") { return number(text, at: index + 1) }
        while index < text.count, text[index].isLetter || text[index].isDigit, index - start <= 32 { index += 1 }
        guard index > start + 1, index < text.count, text[index] == UInt8(ascii: ";") else { return nil }
        return HTMLReferenceNames.characters(of: text.part(start + 1, index).text).map { ($0, index + 1) }
    }

    private static func number(_ text: Bytes, at start: Int) -> (text: String, end: Int)? {
        var index = start
        let isHexadecimal = index < text.count && text[index] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { index += 1 }
        let first = index
        while index < text.count, text[index] != UInt8(ascii: ";"), index - first < 8 { index += 1 }
        guard index < text.count, index > first, text[index] == UInt8(ascii: ";"),
            let value = UInt32(text.part(first, index).text, radix: isHexadecimal ? 16 : 10)
        else { return nil }
        guard let scalar = UnicodeScalar(value), value != 0 else { return ("\u{FFFD}", index + 1) }
        return (String(Character(scalar)), index + 1)
    }
}

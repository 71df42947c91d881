/// The `|` line of a text that can be written as a literal block (YAML 1.2.2, section 8.1).
struct LiteralHeader {
    /// `|`, with the indentation if a reader could not find it out, and with what happens to line feeds at the end.
    let text: String

    /// `nil` for a text that would not come back exactly, or that a single line expresses better.
    ///
    /// Lines of nothing but white space would come back, but few people and editors would let them.
    init?(_ text: String, isRoot: Bool) {
        var text = text
        let header: String? = text.withUTF8 { utf8 in
            guard utf8.contains(0x0A), Self.isLiteral(utf8) else { return nil }
            let startsWithWhite = utf8[0] == UInt8(ascii: " ") || utf8[0] == 0x09 || utf8[0] == 0x0A
            // What the indentation of the root counts from is not clear enough.
            if startsWithWhite, isRoot { return nil }
            let ending =
                if utf8[utf8.count - 1] != 0x0A { "-" } else if utf8[utf8.count - 2] == 0x0A { "+" } else { "" }
            return "|" + (startsWithWhite ? "2" : "") + ending
        }
        guard let header else { return nil }
        self.text = header
    }

    /// Whether every character may stand as itself, and no line is blank but not empty; at least one is not blank.
    private static func isLiteral(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        var hasText = false
        var isBlank = true
        var hasWhite = false
        for index in utf8.indices {
            switch utf8[index] {
            case 0x0A:
                if isBlank, hasWhite { return false }
                isBlank = true
                hasWhite = false
                continue
            case 0x09, UInt8(ascii: " "):
                hasWhite = true
                continue
            case 0..<0x20, 0x7F: return false
            case 0xC2, 0xD8, 0xE2, 0xEF: if ScalarTraits.isEscaped(utf8, at: index) { return false }
            default: break
            }
            isBlank = false
            hasText = true
        }
        return hasText && !(isBlank && hasWhite)
    }
}

/// Recognises what a line of Markdown starts (CommonMark 0.31, chapters 4 and 5; GFM 0.29, 4.10).
///
/// All functions take the text of a line without white space at both ends, which is not empty.
enum MarkdownMarks {
    /// The level and the words of a heading such as `## Responses ##`; `nil` for other lines.
    static func heading(_ line: Bytes) -> (level: Int, text: Bytes)? {
        var level = 0
        while level < line.count, line[level] == UInt8(ascii: "#") { level += 1 }
        guard (1...6).contains(level), level == line.count || line[level].isWhiteSpace else { return nil }
        var text = line.part(level, line.count).trimmed
        var end = text.count
        while end > 0, text[end - 1] == UInt8(ascii: "#") { end -= 1 }
        if end < text.count, end == 0 || text[end - 1].isWhiteSpace { text = text.part(0, end).trimmed }
        return (level, text)
    }

    /// The words of a heading before the identifier in brackets at its end, and the identifier: `Responses [responses]`.
    static func identifier(at words: Bytes) -> (words: Bytes, name: Bytes)? {
        guard words.last == UInt8(ascii: "]"), let open = words.lastIndex(of: UInt8(ascii: "[")), open > 0,
            words[open - 1].isWhiteSpace
        else { return nil }
        let name = words.part(open + 1, words.count - 1)
        // Names of types and versions have capitals, or no letter at the start.
        let isIdentifier = name.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0.isDigit || "-_.:".utf8.contains($0)
        }
        return isIdentifier && name.count > 1 && name[0].isLetter ? (words.part(0, open).trimmed, name) : nil
    }

    /// The level of the heading that a line of `===` or `---` makes of the paragraph above it.
    static func underline(_ line: Bytes) -> Int? {
        guard line[0] == UInt8(ascii: "=") || line[0] == UInt8(ascii: "-"), line.allSatisfy({ $0 == line[0] })
        else { return nil }
        return line[0] == UInt8(ascii: "=") ? 1 : 2
    }

    /// Whether the line is a rule between sections: three `*`, `-` or `_` at least, spaces between them allowed.
    static func isThematicBreak(_ line: Bytes) -> Bool {
        guard line[0] == UInt8(ascii: "*") || line[0] == UInt8(ascii: "-") || line[0] == UInt8(ascii: "_")
        else { return false }
        var count = 0
        for byte in line {
            if byte == line[0] { count += 1 } else if !byte.isWhiteSpace { return false }
        }
        return count >= 3
    }

    /// Whether the line belongs to a table that is drawn: `---- ------` or `+----+-----+`.
    static func isDrawnRule(_ line: Bytes) -> Bool {
        guard line.count >= 5, line[0] == UInt8(ascii: "-") || line[0] == UInt8(ascii: "+") else { return false }
        var groups = 0
        var isInGroup = false
        for byte in line {
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "="):
                if !isInGroup { groups += 1 }
                isInGroup = true
            case 0x20, UInt8(ascii: "+"), UInt8(ascii: ":"): isInGroup = false
            default: return false
            }
        }
        return groups >= 2 && line.count >= groups * 4
    }

    /// The fence that opens code, and the language behind it.
    static func fence(_ line: Bytes) -> (byte: UInt8, length: Int, language: String?)? {
        guard line[0] == UInt8(ascii: "`") || line[0] == UInt8(ascii: "~") else { return nil }
        var length = 0
        while length < line.count, line[length] == line[0] { length += 1 }
        guard length >= 3 else { return nil }
        let rest = line.part(length, line.count).trimmed
        if line[0] == UInt8(ascii: "`"), rest.contains(UInt8(ascii: "`")) { return nil }
        let word = rest.part(0, rest.firstIndex(where: \.isWhiteSpace) ?? rest.count)
        return (line[0], length, word.isEmpty ? nil : word.text)
    }

    /// Whether the line closes the fence of `length` times `byte`.
    static func closesFence(_ line: Bytes, byte: UInt8, length: Int) -> Bool {
        line.count >= length && line.allSatisfy { $0 == byte }
    }

    /// The width of the mark of a list item, as in `-` or `12.`; `nil` for other lines.
    ///
    /// A paragraph is interrupted by an item only if it is not empty and its number is 1.
    static func item(_ line: Bytes, interruptsParagraph: Bool) -> Int? {
        var width = 0
        var number = 0
        switch line[0] {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
            width = 1
        case let byte where byte.isDigit:
            while width < line.count, line[width].isDigit, width < 10 {
                number = number * 10 + Int(line[width] - UInt8(ascii: "0"))
                width += 1
            }
            guard width < 10, width < line.count, line[width] == UInt8(ascii: ".") || line[width] == UInt8(ascii: ")")
            else { return nil }
            if interruptsParagraph, number != 1 { return nil }
            width += 1
        default:
            return nil
        }
        if width == line.count { return interruptsParagraph ? nil : width }
        return line[width].isWhiteSpace ? width : nil
    }

    /// How many cells the rule below the head of a table has; `nil` for other lines.
    ///
    /// One column needs a `|` to be told from the line under a heading.
    static func delimiterCells(_ line: Bytes) -> Int? {
        var cells = 0
        var separators = 0
        var dashes = 0
        var isCellOver = false
        for byte in line {
            switch byte {
            case UInt8(ascii: "|"):
                separators += 1
                if dashes > 0 { cells += 1 } else if separators > 1 { return nil }
                (dashes, isCellOver) = (0, false)
            case UInt8(ascii: "-"):
                guard !isCellOver else { return nil }
                dashes += 1
            case UInt8(ascii: ":"):
                if dashes > 0 { isCellOver = true }
            case 0x20, 0x09:
                if dashes > 0 { isCellOver = true }
            default:
                return nil
            }
        }
        if dashes > 0 { cells += 1 }
        return separators > 0 && cells > 0 ? cells : nil
    }
}

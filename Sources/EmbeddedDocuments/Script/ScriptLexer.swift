/// Divides JavaScript into tokens, from any place on (ECMA-262, section 12). Nothing is ever run.
struct ScriptLexer {
    /// A token; its text stays in the source.
    struct Token {
        /// What a token is.
        enum Kind {
            case word, number, text, template, mark, pattern, end
        }
        var kind: Kind
        var range: Range<Int>
        /// Whether a line ends between this token and the one before.
        var isAfterLineEnd = false
        /// Whether the token has no end in the source.
        var isCutOff = false
    }

    let bytes: [UInt8]
    /// Where the source ends.
    let end: Int
    /// Where the next token is looked for.
    var index: Int

    /// The source is `range` of `bytes`.
    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        index = range.lowerBound
        end = range.upperBound
    }

    /// The next token. `isOperand` says whether an operand may stand here: then a slash begins a pattern.
    mutating func next(isOperand: Bool) -> Token {
        let isAfterLineEnd = skipSpace()
        let start = index
        guard index < end else { return Token(kind: .end, range: end..<end, isAfterLineEnd: isAfterLineEnd) }
        let byte = bytes[index]
        var token = Token(kind: .mark, range: start..<start, isAfterLineEnd: isAfterLineEnd)
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            token.kind = .text
            token.isCutOff = !skipText(byte)
        case UInt8(ascii: "`"):
            token.kind = .template
            token.isCutOff = !skipTemplate()
        case _ where byte.isWordStart:
            token.kind = .word
            while index < end, bytes[index].isWordStart || bytes[index].isDigit { index += 1 }
        case _ where byte.isDigit, UInt8(ascii: ".") where isDigit(at: index + 1):
            token.kind = .number
            skipNumber()
        case UInt8(ascii: "/") where isOperand:
            token.kind = .pattern
            skipPattern()
        default: index += markLength()
        }
        token.range = start..<max(index, start + 1)
        index = token.range.upperBound
        return token
    }

    private func isDigit(at place: Int) -> Bool { place < end && bytes[place].isDigit }

    private func starts(with text: StaticString, at place: Int) -> Bool {
        guard place + text.utf8CodeUnitCount <= end else { return false }
        for offset in 0..<text.utf8CodeUnitCount where bytes[place + offset] != text.utf8Start[offset] { return false }
        return true
    }

    /// Skips white space and comments; whether a line ended.
    private mutating func skipSpace() -> Bool {
        var hasLineEnd = false
        while index < end {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D {
                hasLineEnd = true
                index += 1
            } else if byte.isSpace || byte == 0x0B {
                index += 1
            } else if starts(with: "//", at: index) || starts(with: "<!--", at: index)
                || hasLineEnd && starts(with: "-->", at: index)
            {
                while index < end, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
            } else if starts(with: "/*", at: index) {
                index += 2
                while index < end, !starts(with: "*/", at: index) {
                    if bytes[index] == 0x0A { hasLineEnd = true }
                    index += 1
                }
                index = min(index + 2, end)
            } else if starts(with: "\u{A0}", at: index) || starts(with: "\u{FEFF}", at: index) {
                index += byte == 0xC2 ? 2 : 3
            } else if starts(with: "\u{2028}", at: index) || starts(with: "\u{2029}", at: index) {
                hasLineEnd = true
                index += 3
            } else {
                break
            }
        }
        return hasLineEnd
    }

    /// Skips a text in quotes; false where its line or the source ends first.
    private mutating func skipText(_ quote: UInt8) -> Bool {
        index += 1
        while index < end {
            let byte = bytes[index]
            if byte == quote {
                index += 1
                return true
            }
            if byte == 0x0A || byte == 0x0D { return false }
            if byte == UInt8(ascii: "\\"), starts(with: "\r\n", at: index + 1) { index += 1 }
            index += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        index = end
        return false
    }

    /// Skips a template with all that is substituted in it; false where the source ends first.
    private mutating func skipTemplate() -> Bool {
        // For each open substitution the number of open braces; a template inside begins a new entry.
        var braces: [Int] = []
        var isText = true
        index += 1
        var templates = 1
        while index < end {
            let byte = bytes[index]
            if isText {
                if byte == UInt8(ascii: "\\") { index += 1 }
                if byte == UInt8(ascii: "`") {
                    templates -= 1
                    if templates == 0 {
                        index += 1
                        return true
                    }
                    isText = false
                } else if byte == UInt8(ascii: "$"), starts(with: "{", at: index + 1) {
                    index += 1
                    braces.append(0)
                    isText = false
                }
                index += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "{"): braces[braces.count - 1] += 1
            case UInt8(ascii: "}"):
                if braces[braces.count - 1] == 0 {
                    braces.removeLast()
                    isText = true
                } else {
                    braces[braces.count - 1] -= 1
                }
            case UInt8(ascii: "`"):
                templates += 1
                isText = true
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                _ = skipText(byte)
                continue
            default: break
            }
            index += 1
        }
        index = end
        return false
    }

    private mutating func skipNumber() {
        while index < end {
            let byte = bytes[index]
            let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            let isExponent = isSign && bytes[index - 1] | 0x20 == UInt8(ascii: "e")
            guard byte.isWordStart || byte.isDigit || byte == UInt8(ascii: ".") || isExponent else { return }
            index += 1
        }
    }

    private mutating func skipPattern() {
        let start = index
        var isClass = false
        index += 1
        while index < end, bytes[index] != 0x0A, bytes[index] != 0x0D {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): isClass = true
            case UInt8(ascii: "]"): isClass = false
            case UInt8(ascii: "/") where !isClass:
                index += 1
                while index < end, bytes[index].isLetter { index += 1 }
                return
            default: break
            }
            index += 1
        }
        // A slash that begins no pattern is an operator after all.
        index = start + 1
    }

    /// The marks of more than one byte, the longest first.
    private static let marks: [StaticString] = [
        ">>>=", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "...", "=>", "==", "!=", "<=", ">=",
        "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**",
    ]

    private func markLength() -> Int {
        for mark in Self.marks where starts(with: mark, at: index) {
            // `a?.5:b` is not a chain.
            if starts(with: "?.", at: index), isDigit(at: index + 2) { return 1 }
            return mark.utf8CodeUnitCount
        }
        return 1
    }
}

extension UInt8 {
    /// Whether a name in JavaScript may begin with this byte; those of letters beyond ASCII count as letters.
    var isWordStart: Bool {
        isLetter || self == UInt8(ascii: "_") || self == UInt8(ascii: "$") || self == UInt8(ascii: "#") || self >= 0x80
    }
}

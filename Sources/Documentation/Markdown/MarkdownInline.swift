/// Reads the text of a paragraph, a heading or a cell: marks go, words stay (CommonMark 0.31, chapter 6; GFM strikethrough).
///
/// White space is collapsed as browsers do. Time is proportional to the text.
struct MarkdownInline {
    private let text: Bytes
    private let context: MarkdownContext
    private var index = 0
    private var output = MarkdownOutput()
    private var emphasis = MarkdownEmphasis()
    private var brackets: [Bracket] = []
    private var backticks: [Int: Int]?
    private var missing = MarkdownTag.Missing()
    private var openTags: [OpenTag] = []
    private var anchor: String?

    /// A `[` that may start a link.
    private struct Bracket {
        /// Where the mark stands in the output, and how long it is: 2 with the `!` of an image.
        var place: Int
        var length: Int
        /// Where the words start in the source.
        var source: Int
        /// How many delimiters of emphasis stand before it.
        var delimiters: Int
        /// A link may not stand within a link.
        var isActive = true
        var isImage: Bool { length == 2 }
    }

    /// A tag of HTML whose end may come.
    private struct OpenTag {
        var name: String
        var kind: TextMark.Kind
        var start: Int
    }

    /// How many tags of HTML are followed at a time.
    private static let mostOpenTags = 32

    /// Whether the text is its own reading: nothing in it marks anything, and no white space is collapsed.
    static func isPlain(_ text: Bytes) -> Bool {
        var isAfterSpace = true
        var isAfterWord = false
        for (index, byte) in text.enumerated() {
            let isSpace = byte == 0x20
            switch byte {
            case 0x20: if isAfterSpace { return false }
            case 0x09...0x0D, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["),
                UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "~"):
                return false
            case UInt8(ascii: "_"):
                let next = index + 1 < text.count ? text[index + 1] : 0x20
                if !isAfterWord || !(next.isLetter || next.isDigit || next == UInt8(ascii: "_")) { return false }
            case 0xC2, 0xE2, 0xEF:
                // This may be a character that nobody sees.
                return false
            default: break
            }
            isAfterSpace = isSpace
            isAfterWord = byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_")
        }
        return !isAfterSpace || text.isEmpty
    }

    /// Whether a backslash takes the meaning of this byte away.
    static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }

    /// The text without its marks.
    static func read(_ text: Bytes, in context: MarkdownContext) -> MarkdownText {
        var reader = MarkdownInline(text: text, context: context)
        while reader.index < text.count { reader.step() }
        reader.emphasis.resolve(from: 0, in: &reader.output)
        var result = reader.output.finish()
        result.anchor = reader.anchor
        return result
    }

    private init(text: Bytes, context: MarkdownContext) {
        self.text = text
        self.context = context
    }

    private mutating func step() {
        switch text[index] {
        case UInt8(ascii: "\\"): readEscape()
        case UInt8(ascii: "`"): readCode()
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): readDelimiters()
        case UInt8(ascii: "["): openBracket(length: 1)
        case UInt8(ascii: "!"):
            if index + 1 < text.count, text[index + 1] == UInt8(ascii: "[") { openBracket(length: 2) } else { literal() }
        case UInt8(ascii: "]"): closeBracket()
        case UInt8(ascii: "<"): readTag()
        case UInt8(ascii: "&"):
            if let (character, end) = MarkdownEntity.read(text, at: index) {
                output.append(character)
                index = end
            } else {
                literal()
            }
        case 0x0A: readLineEnd()
        case 0xC2, 0xE2, 0xEF: readUnseen()
        case let byte where byte.isWhiteSpace:
            output.space()
            index += 1
        default: literal()
        }
    }

    private mutating func literal() {
        output.append(text[index])
        index += 1
    }

    /// Passes characters that nobody sees, as readers of other forms do: soft hyphens, zero-width spaces, word joiners.
    private mutating func readUnseen() {
        let rest = text.part(index, text.count)
        if rest.starts(with: "\u{AD}") {
            index += 2
        } else if rest.starts(with: "\u{200B}") || rest.starts(with: "\u{2060}") || rest.starts(with: "\u{FEFF}") {
            index += 3
        } else if rest.starts(with: "\u{A0}") || rest.starts(with: "\u{202F}") {
            output.space()
            index += rest[0] == 0xC2 ? 2 : 3
        } else {
            literal()
        }
    }

    private mutating func readEscape() {
        let next = index + 1 < text.count ? text[index + 1] : 0
        if next == 0x0A {
            output.breakLine()
            index += 2
        } else if Self.isPunctuation(next) {
            output.append(next)
            index += 2
        } else {
            literal()
        }
    }

    /// A line end is a space, or a line break after two spaces.
    private mutating func readLineEnd() {
        if index >= 2, text[index - 1] == 0x20, text[index - 2] == 0x20 { output.breakLine() } else { output.space() }
        index += 1
    }

    // MARK: Code

    private mutating func readCode() {
        let length = run(of: UInt8(ascii: "`"), at: index)
        let start = index + length
        guard let end = endOfCode(length: length, from: start) else {
            for _ in 0..<length { literal() }
            return
        }
        var code = text.part(start, end)
        if code.count >= 2, code[0].isWhiteSpace, code[code.count - 1].isWhiteSpace, !code.trimmed.isEmpty {
            code = code.part(1, code.count - 1)
        }
        let first = output.mark()
        for byte in code { output.append(byte == 0x0A ? 0x20 : byte) }
        output.note(.code, from: first)
        index = end + length
        if let (_, end) = MarkdownAttributes.read(in: text, at: index) { index = end }
    }

    /// Where the marks stand that end code opened by `length` of them.
    ///
    /// Once no end was found, the last place of each length is remembered, so that text is not searched again and again.
    private mutating func endOfCode(length: Int, from start: Int) -> Int? {
        if let known = backticks, (known[length] ?? -1) < start { return nil }
        var last: [Int: Int] = [:]
        var place = start
        while place < text.count {
            guard text[place] == UInt8(ascii: "`") else {
                place += 1
                continue
            }
            let other = run(of: UInt8(ascii: "`"), at: place)
            if other == length { return place }
            last[other] = place
            place += other
        }
        if backticks == nil { backticks = last }
        return nil
    }

    private func run(of byte: UInt8, at start: Int) -> Int {
        var end = start
        while end < text.count, text[end] == byte { end += 1 }
        return end - start
    }

    // MARK: Emphasis

    private mutating func readDelimiters() {
        let byte = text[index]
        let length = run(of: byte, at: index)
        let before = MarkdownEmphasis.Side(scalarBefore: index, in: text)
        let after = MarkdownEmphasis.Side(scalarAt: index + length, in: text)
        let start = output.mark()
        for _ in 0..<length { output.append(byte) }
        emphasis.add(byte, count: length, at: start, before: before, after: after)
        index += length
    }

    // MARK: Links

    private mutating func openBracket(length: Int) {
        let place = output.mark()
        for offset in 0..<length { output.append(text[index + offset]) }
        index += length
        brackets.append(Bracket(place: place, length: length, source: index, delimiters: emphasis.count))
    }

    private mutating func closeBracket() {
        guard let bracket = brackets.popLast() else { return literal() }
        guard bracket.isActive else { return literal() }
        let words = text.part(bracket.source, index)
        var target: (address: String, end: Int)?
        if index + 1 < text.count, text[index + 1] == UInt8(ascii: "(") {
            target = MarkdownLink.target(in: text, at: index + 1)
        }
        if target == nil { target = reference(words) }
        guard var target else {
            guard let (name, end) = MarkdownAttributes.read(in: text, at: index + 1) else { return literal() }
            // Words with attributes and nothing else.
            anchor = anchor ?? name
            output.remove(bracket.place, count: bracket.length)
            index = end
            return
        }
        if let (_, end) = MarkdownAttributes.read(in: text, at: target.end) { target.end = end }
        emphasis.resolve(from: bracket.delimiters, in: &output)
        if !bracket.isImage {
            if Self.isSelfLink(words, to: target.address) {
                // The link that sites put beside a heading, to itself.
                anchor = anchor ?? String(target.address.dropFirst())
                output.cut(to: bracket.place)
                index = target.end
                return
            }
            output.note(.link(target.address), from: bracket.place + bracket.length)
            for place in brackets.indices.reversed() where !brackets[place].isImage {
                guard brackets[place].isActive else { break }
                brackets[place].isActive = false
            }
        }
        output.remove(bracket.place, count: bracket.length)
        index = target.end
    }

    private func reference(_ words: Bytes) -> (address: String, end: Int)? {
        guard !context.definitions.isEmpty else { return nil }
        if let (label, end) = MarkdownLink.label(in: text, at: index + 1), !label.isEmpty {
            return context.address(of: label).map { ($0, end) }
        }
        guard let address = context.address(of: words) else { return nil }
        let isCollapsed = text.part(index + 1, text.count).starts(with: "[]")
        return (address, index + (isCollapsed ? 3 : 1))
    }

    /// Whether a link has no words but leads somewhere on its page.
    private static func isSelfLink(_ words: Bytes, to address: String) -> Bool {
        guard address.hasPrefix("#"), words.count <= 8 else { return false }
        let words = words.trimmed
        return words.isEmpty || words.elementsEqual("#".utf8) || words.elementsEqual("¶".utf8)
            || words.elementsEqual("🔗".utf8)
    }

    // MARK: HTML

    private mutating func readTag() {
        if let end = readAutolink() {
            index = end
            return
        }
        guard let tag = MarkdownTag(in: text, at: index, missing: &missing) else { return literal() }
        index = tag.end
        switch tag.name {
        case "br": output.breakLine()
        case "wbr": break
        case "a", "code", "em", "strong", "i", "b": readMark(tag)
        case "p", "div", "li", "tr", "table", "ul", "ol": output.separateLine()
        case "td", "th": output.space()
        default: break
        }
    }

    private mutating func readMark(_ tag: MarkdownTag) {
        if tag.isEnd {
            guard let place = openTags.lastIndex(where: { $0.name == tag.name }) else { return }
            if case .link(let address) = openTags[place].kind, address.hasPrefix("#"), openTags[place].start == output.mark() {
                // The link that sites put beside a heading, to itself.
                anchor = anchor ?? String(address.dropFirst())
                openTags.removeSubrange(place...)
                return
            }
            output.note(openTags[place].kind, from: openTags[place].start)
            openTags.removeSubrange(place...)
            return
        }
        if tag.name == "a" { anchor = anchor ?? tag.anchor }
        let kind: TextMark.Kind
        switch tag.name {
        case "a":
            guard let address = tag.address else { return }
            kind = .link(address)
        case "code": kind = .code
        case "em", "i": kind = .emphasis
        default: kind = .strong
        }
        guard openTags.count < Self.mostOpenTags else { return }
        openTags.append(OpenTag(name: tag.name, kind: kind, start: output.mark()))
    }

    /// Reads `<https://example.com/>`; where it ends.
    private mutating func readAutolink() -> Int? {
        var end = index + 1
        var colon: Int?
        while end < text.count, !text[end].isWhiteSpace, text[end] != UInt8(ascii: "<"), text[end] != UInt8(ascii: ">") {
            if text[end] == UInt8(ascii: ":"), colon == nil { colon = end }
            if colon == nil, end - index > 32 { return nil }
            end += 1
        }
        guard let colon, end < text.count, text[end] == UInt8(ascii: ">"), colon - index > 2, text[index + 1].isLetter
        else { return nil }
        let address = text.part(index + 1, end)
        let first = output.mark()
        for byte in address { output.append(byte) }
        output.note(.link(address.text), from: first)
        return end + 1
    }
}

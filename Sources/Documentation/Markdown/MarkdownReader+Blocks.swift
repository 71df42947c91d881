import Diagnostics

/// Makes blocks of what was collected.
extension MarkdownReader {
    mutating func close(endsPage: Bool = false) throws {
        let closed = leaf
        leaf = .none
        defer { lines.removeAll(keepingCapacity: true) }
        switch closed {
        case .none: return
        case .paragraph: addParagraph()
        case .table:
            append(
                try MarkdownTable.read(
                    head: lines[0], rule: lines[1], lines: Array(lines[2...]), endsPage: endsPage, page: context))
        case .heading(let level): addBrokenHeading(level: level)
        case .fence, .indentedCode: addCode()
        case .html(let html):
            try addHTML(html)
        }
    }

    mutating func addHeading(_ words: Bytes, level: Int, lines: ClosedRange<Int>) {
        let (words, attribute) = withoutAttribute(words)
        let text = context.inline(words)
        let named = text.anchor ?? attribute ?? anchors.last
        guard !text.text.isEmpty else { return }
        var title = text.text
        var heading = title.withUTF8 { Heading(numbered: $0) } ?? Heading(number: [], text: text.text)
        heading.anchor = named
        heading.level = level
        append(Block(.heading(heading), lines: lines, marks: text.marks))
    }

    mutating func addBrokenHeading(level: Int) {
        guard let first = lines.first, let last = lines.last else { return }
        let whole = joinedLines()
        let words = whole.firstIndex { $0 != UInt8(ascii: "#") } ?? 0
        addHeading(whole.part(words, whole.count).trimmed, level: level, lines: first.number...last.number)
    }

    /// Whether the words end in the middle of a tag.
    static func endsInTag(_ words: Bytes) -> Bool {
        guard let open = words.lastIndex(of: UInt8(ascii: "<")), open + 1 < words.count, words[open + 1].isLetter,
            !words.part(open, words.count).contains(UInt8(ascii: ">"))
        else { return false }
        let rest = words.part(open + 1, words.count)
        let name = rest.part(0, rest.firstIndex { !$0.isLetter && !$0.isDigit } ?? rest.count)
        return name.count < rest.count && MarkdownTag.names.contains(name.text.lowercased())
    }

    /// The words without the attributes in braces at their end, `Responses {#responses}`, or without the identifier in
    /// brackets that MultiMarkdown writes there: `Responses [responses]`.
    ///
    /// Who converts a page gives every heading an identifier. On other pages brackets say something: `Pets [beta]`.
    func withoutAttribute(_ words: Bytes) -> (Bytes, String?) {
        if context.hasIdentifiers, let (rest, name) = MarkdownMarks.identifier(at: words) { return (rest, name.text) }
        guard words.last == UInt8(ascii: "}"), let open = words.lastIndex(of: UInt8(ascii: "{")), open > 0,
            let (anchor, end) = MarkdownAttributes.read(in: words, at: open), end == words.count
        else { return (words, nil) }
        return (words.part(0, open).trimmed, anchor)
    }

    mutating func addParagraph() {
        dropDefinitions()
        guard let first = lines.first, let last = lines.last else { return }
        let text = context.inline(joinedLines())
        // An anchor on a line of its own belongs to what follows.
        if let anchor = text.anchor { anchors.append(anchor) }
        guard !text.text.isEmpty else { return }
        if text.text == "[TABLE]" {
            lostTables.append(first.number)
            return
        }
        append(
            Block(.paragraph(text.text), lines: first.number...last.number, marks: text.marks, listDepth: listDepth))
    }

    /// How many lists the block stands in.
    var listDepth: Int {
        containers.count { if case .item = $0 { true } else { false } }
    }

    /// Drops the definitions of links that the paragraph starts with.
    mutating func dropDefinitions() {
        guard !context.definitions.isEmpty else { return }
        var count = 0
        while count < lines.count, MarkdownLink.definition(lines[count].text) != nil { count += 1 }
        lines.removeFirst(count)
    }

    /// The lines of the paragraph as one text; two spaces at the end of a line matter.
    func joinedLines() -> Bytes {
        if lines.count == 1 { return lines[0].text }
        var bytes: [UInt8] = []
        for (index, line) in lines.enumerated() {
            bytes.append(contentsOf: line.text)
            guard index < lines.count - 1 else { break }
            if line.endsInHardBreak { bytes.append(contentsOf: [0x20, 0x20]) }
            bytes.append(0x0A)
        }
        return context.keep(bytes)
    }

    mutating func addCode() {
        // Blank lines around code say nothing.
        guard let last = code.bytes.lastIndex(where: { !$0.isWhiteSpace }) else { return }
        let first = code.bytes.firstIndex { !$0.isWhiteSpace } ?? 0
        let start = code.bytes[..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let text = code.bytes[start...last]
        let firstLine = code.first + (code.fence.length > 0 ? 1 : 0) + code.bytes[..<start].count { $0 == 0x0A }
        append(
            Block(
                .code(String(decoding: text, as: UTF8.self)), lines: firstLine...firstLine + text.count { $0 == 0x0A },
                listDepth: listDepth, language: code.language))
    }

    mutating func addHTML(_ html: MarkdownHTML) throws {
        let (read, named) = try html.blocks(of: lines, context: context)
        anchors += named
        for block in read { append(block) }
    }

    /// Adds a block, with the anchors that were set since the one before.
    mutating func append(_ block: Block) {
        var block = block
        block.anchors = anchors
        anchors = []
        blocks.append(block)
    }
}

import Diagnostics

/// Reads a page of Markdown: CommonMark with the tables of GFM, and the HTML that converters leave inside.
///
/// Every line that is not blank ends up in one block, but for marks, link definitions and tags around blocks. Containers
/// are bounded, and time is proportional to the page.
struct MarkdownReader {
    /// How deep quotes and lists may be nested.
    static let maximumDepth = 64
    /// Over how many lines the tags of a heading may be broken.
    private static let longestHeading = 8

    let context: MarkdownContext
    private(set) var blocks: [Block] = []
    private var containers: [Container] = []
    private var leaf = Leaf.none
    /// The lines of an open paragraph, table or piece of HTML.
    private var lines: [MarkdownLine] = []
    /// The lines of tables that are drawn with dashes and spaces.
    private var drawnRules: [Int] = []
    /// Where a converter says that it left a table out.
    private var lostTables: [Int] = []
    /// How many columns the open table has.
    private var columns = 0
    private var code = OpenCode()
    /// The anchor that stands before the next heading.
    private var anchor: String?

    /// What blocks stand in.
    private enum Container {
        case quote
        /// An item of a list, and the column that its content starts in.
        case item(indentation: Int)
    }

    /// What is being read.
    private enum Leaf {
        case none, paragraph, table, fence, indentedCode
        /// A heading whose last tag goes on in the next line.
        case heading(level: Int)
        case html(MarkdownHTML)
    }

    /// Code whose lines are being collected.
    private struct OpenCode {
        var bytes: [UInt8] = []
        var first = 0
        var last = 0
        var fence = (byte: UInt8(0), length: 0, indentation: 0)
        var language: String?
    }

    /// Reads `bytes`, which are UTF-8 without a byte order mark.
    ///
    /// - Throws: `DiagnosticError` for what is nested too deep, a table that is too wide, and HTML that does not end.
    static func read(_ bytes: Bytes, file: String) throws -> Page {
        var reader = MarkdownReader(context: MarkdownContext(file: file))
        reader.findDefinitions(in: bytes)
        var lines = MarkdownLines(bytes)
        reader.skipFrontMatter(in: bytes, &lines)
        while let line = lines.next() { try reader.read(line) }
        let isCodeOpen: Bool = if case .fence = reader.leaf { true } else { false }
        try reader.close(endsPage: true)
        if isCodeOpen, let last = reader.blocks.indices.last, case .code = reader.blocks[last].content {
            reader.blocks[last].isUnbalanced = true
        }
        try reader.checkTables()
        var page = Page(file: file, format: .markdown, blocks: reader.blocks)
        page.lostTables = reader.lostTables
        return page
    }

    private init(context: MarkdownContext) { self.context = context }

    /// Finds where reference links lead; they may be defined behind their use.
    private func findDefinitions(in bytes: Bytes) {
        var isLineStart = true
        var index = 0
        while index < bytes.count {
            if isLineStart {
                var start = index
                while start < bytes.count, bytes[start] == 0x20 { start += 1 }
                if start < bytes.count, bytes[start] == UInt8(ascii: "[") {
                    var end = start
                    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
                    if let (label, address) = MarkdownLink.definition(bytes.part(start, end).trimmed) {
                        context.define(label, as: address)
                    }
                }
            }
            isLineStart = bytes[index] == 0x0A || bytes[index] == 0x0D
            index += 1
        }
    }

    /// Passes what stands between `---` at the top: facts about the file for the program that shows it.
    private func skipFrontMatter(in bytes: Bytes, _ lines: inout MarkdownLines) {
        var ahead = lines
        guard let first = ahead.next(), first.bytes.count >= 3, first.text.elementsEqual("---".utf8) else { return }
        for _ in 0..<200 {
            guard let line = ahead.next() else { return }
            let text = line.text
            if text.elementsEqual("---".utf8) || text.elementsEqual("...".utf8) {
                lines = ahead
                return
            }
            // A blank line after `---` is the rule between two sections.
            if line.number == 2, text.isEmpty { return }
        }
    }

    /// Refuses a page of which many tables are gone: the rest would be a spec by halves.
    private func checkTables() throws {
        let found = blocks.count { if case .table = $0.content { true } else { false } }
        if let first = drawnRules.first, drawnRules.count >= 3, drawnRules.count > found {
            throw DiagnosticError(
                """
                the tables of this page are drawn with lines and spaces, which do not tell what belongs to which cell \
                (pandoc's own Markdown has them); convert the page with `-t gfm`, or import it as HTML
                """, at: context.location(line: first))
        }
        guard let first = lostTables.first, lostTables.count >= 3, lostTables.count * 4 >= found else { return }
        throw DiagnosticError(
            """
            pandoc left out \(lostTables.count) of the \(found + lostTables.count) tables of the page (`[TABLE]`, \
            which it writes for cells of several lines); convert it with `-t gfm`, where it may write them as HTML, or \
            import the page as HTML
            """, at: context.location(line: first))
    }

    // MARK: Lines

    private mutating func read(_ line: MarkdownLine) throws {
        var line = line
        let matched = matchContainers(&line)
        let areAllMatched = matched == containers.count
        if areAllMatched {
            if try goesOn(line) { return }
        } else if !isParagraph {
            try close()
            containers.removeSubrange(matched...)
        }
        if line.isBlank || Self.isAroundBlocks(line.text) {
            try readBlank(line, areAllMatched: areAllMatched, matched: matched)
            return
        }
        try readStart(&line, matched: matched)
    }

    private var isParagraph: Bool { if case .paragraph = leaf { true } else { false } }
    private var isTable: Bool { if case .table = leaf { true } else { false } }

    /// Takes the marks of the open containers; how many of them the line belongs to.
    private func matchContainers(_ line: inout MarkdownLine) -> Int {
        for (index, container) in containers.enumerated() {
            switch container {
            case .quote:
                guard line.indentation < 4, line.text.first == UInt8(ascii: ">") else { return index }
                Self.takeQuote(&line)
            case .item(let indentation):
                if line.isBlank { continue }
                guard line.indentation >= indentation else { return index }
                line.takeSpace(indentation)
            }
        }
        return containers.count
    }

    private static func takeQuote(_ line: inout MarkdownLine) {
        line.takeSpace(3)
        line.take(1)
        line.takeSpace(1)
    }

    /// Whether the line goes on with code or HTML.
    private mutating func goesOn(_ line: MarkdownLine) throws -> Bool {
        switch leaf {
        case .fence:
            if line.indentation < 4, !line.isBlank,
                MarkdownMarks.closesFence(line.text, byte: code.fence.byte, length: code.fence.length)
            {
                code.last = line.number
                try close()
            } else {
                appendCode(line, indentation: code.fence.indentation)
            }
            return true
        case .indentedCode:
            guard line.isBlank || line.indentation >= 4 else {
                try close()
                return false
            }
            appendCode(line, indentation: 4)
            return true
        case .html(var html):
            if line.isBlank, html.endsAtBlankLine {
                try close()
                return true
            }
            lines.append(line)
            html.follow(line.text)
            leaf = .html(html)
            if html.isOver { try close() }
            return true
        case .heading:
            lines.append(line)
            if line.isBlank || lines.count > Self.longestHeading || line.text.contains(UInt8(ascii: ">")) { try close() }
            return true
        case .none, .paragraph, .table:
            return false
        }
    }

    private mutating func appendCode(_ line: MarkdownLine, indentation: Int) {
        var line = line
        line.takeSpace(indentation)
        code.bytes.append(contentsOf: repeatElement(0x0A, count: code.last == 0 ? 0 : 1))
        line.appendCode(to: &code.bytes)
        code.last = line.number
    }

    /// Whether a line only marks where a division (pandoc: `::: {.note}`) or code (html2text: `[code]`) starts or ends.
    private static func isAroundBlocks(_ text: Bytes) -> Bool {
        switch text[0] {
        case UInt8(ascii: ":"):
            let colons = text.firstIndex { $0 != UInt8(ascii: ":") } ?? text.count
            guard colons >= 3 else { return false }
            let rest = text.part(colons, text.count).trimmed
            return rest.isEmpty || rest[0] == UInt8(ascii: "{") || !rest.contains(where: \.isWhiteSpace)
        case UInt8(ascii: "["):
            return text.elementsEqual("[code]".utf8) || text.elementsEqual("[/code]".utf8)
        default:
            return false
        }
    }

    private mutating func readBlank(_ line: MarkdownLine, areAllMatched: Bool, matched: Int) throws {
        try close()
        // A quote ends with the line that lacks its mark; a list may go on.
        if !areAllMatched { containers.removeSubrange(matched...) }
    }

    /// Reads what a line starts inside the containers that it belongs to.
    private mutating func readStart(_ line: inout MarkdownLine, matched: Int) throws {
        var isLazy = matched < containers.count
        func leaveContainers() throws {
            guard isLazy else { return }
            isLazy = false
            try close()
            containers.removeSubrange(matched...)
        }
        while true {
            let indentation = line.indentation
            let text = line.text
            if indentation >= 4 {
                if isParagraph || isTable { break }
                try leaveContainers()
                startCode(line)
                return
            }
            if isRow(text) { break }
            if text[0] == UInt8(ascii: ">") {
                try leaveContainers()
                try close()
                Self.takeQuote(&line)
                try enter(.quote, line)
            } else if let heading = MarkdownMarks.heading(text) {
                try leaveContainers()
                try close()
                if Self.endsInTag(heading.text) {
                    // Converters that break long lines break them inside tags, too.
                    lines = [line]
                    leaf = .heading(level: heading.level)
                } else {
                    addHeading(heading.text, level: heading.level, lines: line.number...line.number)
                }
                return
            } else if let fence = MarkdownMarks.fence(text) {
                try leaveContainers()
                try close()
                code = OpenCode(first: line.number, fence: (fence.byte, fence.length, indentation))
                code.language = fence.language
                leaf = .fence
                return
            } else if isParagraph, !isLazy, let level = MarkdownMarks.underline(text) {
                if try endHeading(level: level, line) { return }
                break
            } else if text[0] == UInt8(ascii: "<"), let html = MarkdownHTML(text, interruptsParagraph: isParagraph) {
                try leaveContainers()
                try close()
                lines = [line]
                leaf = .html(html)
                if html.isOver { try close() }
                return
            } else if MarkdownMarks.isThematicBreak(text) {
                if MarkdownMarks.isDrawnRule(text) { drawnRules.append(line.number) }
                try leaveContainers()
                try close()
                return
            } else if let width = MarkdownMarks.item(text, interruptsParagraph: isParagraph && !isLazy && !isInItem) {
                try leaveContainers()
                try close()
                try startItem(&line, width: width, indentation: indentation)
            } else {
                break
            }
            if line.isBlank { return }
        }
        try addText(line, isLazy: isLazy, matched: matched)
    }

    /// Whether the innermost container is an item of a list.
    private var isInItem: Bool { if case .item? = containers.last { true } else { false } }

    /// Whether a line of an open table is one of its rows, whatever it looks like.
    private func isRow(_ text: Bytes) -> Bool {
        isTable && CellSplit.separators(in: text) >= max(1, columns - 1)
    }

    private mutating func enter(_ container: Container, _ line: MarkdownLine) throws {
        guard containers.count < Self.maximumDepth else {
            throw DiagnosticError(
                "quotes and lists are nested more than \(Self.maximumDepth) deep; the page is damaged",
                at: context.location(line: line.number))
        }
        containers.append(container)
    }

    private mutating func startItem(_ line: inout MarkdownLine, width: Int, indentation: Int) throws {
        line.takeSpace(indentation)
        line.take(width)
        let space = line.indentation
        // Five spaces and more are one, and code.
        let content = line.isBlank || space > 4 ? 1 : space
        line.takeSpace(content)
        try enter(.item(indentation: indentation + width + content), line)
        // `[ ]` and `[x]` are boxes to tick.
        let text = line.text
        if text.count >= 4, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"), text[3] == 0x20,
            text[1] == 0x20 || text[1] | 0x20 == UInt8(ascii: "x")
        {
            line.takeSpace(line.indentation)
            line.take(1)
            if text[1] == 0x20 { line.takeSpace(1) } else { line.take(1) }
            line.take(1)
        }
    }

    private mutating func startCode(_ line: MarkdownLine) {
        leaf = .indentedCode
        code = OpenCode(first: line.number)
        appendCode(line, indentation: 4)
    }

    /// Makes a heading of the paragraph that is being read; whether it was one.
    private mutating func endHeading(level: Int, _ line: MarkdownLine) throws -> Bool {
        dropDefinitions()
        guard let first = lines.first else {
            leaf = .none
            return false
        }
        let heading = joinedLines()
        lines.removeAll(keepingCapacity: true)
        leaf = .none
        addHeading(heading, level: level, lines: first.number...line.number)
        return true
    }

    private mutating func addText(_ line: MarkdownLine, isLazy: Bool, matched: Int) throws {
        if MarkdownMarks.isDrawnRule(line.text) { drawnRules.append(line.number) }
        if isLazy, isParagraph {
            // Text goes on with the paragraph above it although it lacks the marks of its quote or list.
            lines.append(line)
            return
        }
        switch leaf {
        case .paragraph:
            guard let cells = MarkdownMarks.delimiterCells(line.text), let head = lines.last else {
                lines.append(line)
                return
            }
            let words = CellSplit(head.text)
            // A head with a rule that lost a column is still a head.
            guard words.hasSeparator, cells == words.cells.count || cells > 1 else {
                lines.append(line)
                return
            }
            lines.removeLast()
            try close()
            lines = [head, line]
            leaf = .table
            columns = words.cells.count
        case .table:
            lines.append(line)
        default:
            try close()
            lines = [line]
            leaf = .paragraph
        }
    }

    // MARK: Blocks

    private mutating func close(endsPage: Bool = false) throws {
        let closed = leaf
        leaf = .none
        defer { lines.removeAll(keepingCapacity: true) }
        switch closed {
        case .none: return
        case .paragraph: addParagraph()
        case .table:
            blocks.append(
                try MarkdownTable.read(
                    head: lines[0], rule: lines[1], lines: Array(lines[2...]), endsPage: endsPage, page: context))
            anchor = nil
        case .heading(let level): addBrokenHeading(level: level)
        case .fence, .indentedCode: addCode()
        case .html(let html):
            try addHTML(html)
        }
    }

    private mutating func addHeading(_ words: Bytes, level: Int, lines: ClosedRange<Int>) {
        let (words, attribute) = Self.withoutAttribute(words)
        let text = context.inline(words)
        let named = text.anchor ?? attribute ?? anchor
        anchor = nil
        guard !text.text.isEmpty else { return }
        var title = text.text
        var heading = title.withUTF8 { Heading(numbered: $0) } ?? Heading(number: [], text: text.text)
        heading.anchor = named
        heading.level = level
        blocks.append(Block(.heading(heading), lines: lines, marks: text.marks))
    }

    private mutating func addBrokenHeading(level: Int) {
        guard let first = lines.first, let last = lines.last else { return }
        let whole = joinedLines()
        let words = whole.firstIndex { $0 != UInt8(ascii: "#") } ?? 0
        addHeading(whole.part(words, whole.count).trimmed, level: level, lines: first.number...last.number)
    }

    /// Whether the words end in the middle of a tag.
    private static func endsInTag(_ words: Bytes) -> Bool {
        guard let open = words.lastIndex(of: UInt8(ascii: "<")), open + 1 < words.count, words[open + 1].isLetter,
            !words.part(open, words.count).contains(UInt8(ascii: ">"))
        else { return false }
        let rest = words.part(open + 1, words.count)
        let name = rest.part(0, rest.firstIndex { !$0.isLetter && !$0.isDigit } ?? rest.count)
        return name.count < rest.count && MarkdownTag.names.contains(name.text.lowercased())
    }

    /// The words without the attributes in braces at their end: `Responses {#responses}`.
    private static func withoutAttribute(_ words: Bytes) -> (Bytes, String?) {
        guard words.last == UInt8(ascii: "}"), let open = words.lastIndex(of: UInt8(ascii: "{")), open > 0,
            let (anchor, end) = MarkdownAttributes.read(in: words, at: open), end == words.count
        else { return (words, nil) }
        return (words.part(0, open).trimmed, anchor)
    }

    private mutating func addParagraph() {
        dropDefinitions()
        guard let first = lines.first, let last = lines.last else { return }
        let text = context.inline(joinedLines())
        // An anchor on a line of its own belongs to what follows.
        anchor = text.text.isEmpty ? text.anchor ?? anchor : nil
        guard !text.text.isEmpty else { return }
        if text.text == "[TABLE]" {
            lostTables.append(first.number)
            return
        }
        blocks.append(
            Block(.paragraph(text.text), lines: first.number...last.number, marks: text.marks, listDepth: listDepth))
    }

    /// How many lists the block stands in.
    private var listDepth: Int {
        containers.count { if case .item = $0 { true } else { false } }
    }

    /// Drops the definitions of links that the paragraph starts with.
    private mutating func dropDefinitions() {
        guard !context.definitions.isEmpty else { return }
        var count = 0
        while count < lines.count, MarkdownLink.definition(lines[count].text) != nil { count += 1 }
        lines.removeFirst(count)
    }

    /// The lines of the paragraph as one text; two spaces at the end of a line matter.
    private func joinedLines() -> Bytes {
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

    private mutating func addCode() {
        anchor = nil
        // Blank lines around code say nothing.
        guard let last = code.bytes.lastIndex(where: { !$0.isWhiteSpace }) else { return }
        let first = code.bytes.firstIndex { !$0.isWhiteSpace } ?? 0
        let start = code.bytes[..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let text = code.bytes[start...last]
        let firstLine = code.first + (code.fence.length > 0 ? 1 : 0) + code.bytes[..<start].count { $0 == 0x0A }
        blocks.append(
            Block(
                .code(String(decoding: text, as: UTF8.self)), lines: firstLine...firstLine + text.count { $0 == 0x0A },
                listDepth: listDepth, language: code.language))
    }

    private mutating func addHTML(_ html: MarkdownHTML) throws {
        let (read, anchor) = try html.blocks(of: lines, context: context)
        if read.isEmpty {
            self.anchor = anchor ?? self.anchor
        } else {
            blocks += read
            self.anchor = nil
        }
    }
}

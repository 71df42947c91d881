import Diagnostics

/// Reads a page of Markdown: CommonMark with the tables of GFM, and the HTML that converters leave inside.
///
/// Every line that is not blank ends up in one block, but for marks, link definitions and tags around blocks. Containers
/// are bounded, and time is proportional to the page.
struct MarkdownReader {
    /// How deep quotes and lists may be nested.
    static let maximumDepth = 64
    /// Over how many lines the tags of a heading may be broken.
    static let longestHeading = 8

    let context: MarkdownContext
    var blocks: [Block] = []
    var containers: [Container] = []
    var leaf = Leaf.none
    /// The lines of an open paragraph, table or piece of HTML.
    var lines: [MarkdownLine] = []
    /// The lines of tables that are drawn with dashes and spaces.
    var drawnRules: [Int] = []
    /// Where a converter says that it left a table out.
    var lostTables: [Int] = []
    /// How many columns the open table has.
    var columns = 0
    var code = OpenCode()
    /// The anchors that were set since the last block.
    var anchors: [String] = []

    /// What blocks stand in.
    enum Container {
        case quote
        /// An item of a list, and the column that its content starts in.
        case item(indentation: Int)
    }

    /// What is being read.
    enum Leaf {
        case none, paragraph, table, fence, indentedCode
        /// A heading whose last tag goes on in the next line.
        case heading(level: Int)
        case html(MarkdownHTML)
    }

    /// Code whose lines are being collected.
    struct OpenCode {
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
        reader.findIdentifiers(in: bytes)
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

    init(context: MarkdownContext) { self.context = context }

    // MARK: Lines

    mutating func read(_ line: MarkdownLine) throws {
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

    var isParagraph: Bool { if case .paragraph = leaf { true } else { false } }
    var isTable: Bool { if case .table = leaf { true } else { false } }

    /// Takes the marks of the open containers; how many of them the line belongs to.
    func matchContainers(_ line: inout MarkdownLine) -> Int {
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

    static func takeQuote(_ line: inout MarkdownLine) {
        line.takeSpace(3)
        line.take(1)
        line.takeSpace(1)
    }

    /// Whether the line goes on with code or HTML.
    mutating func goesOn(_ line: MarkdownLine) throws -> Bool {
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
            if line.isBlank || lines.count > Self.longestHeading || line.text.contains(UInt8(ascii: ">")) {
                try close()
            }
            return true
        case .none, .paragraph, .table:
            return false
        }
    }

    mutating func appendCode(_ line: MarkdownLine, indentation: Int) {
        var line = line
        line.takeSpace(indentation)
        code.bytes.append(contentsOf: repeatElement(0x0A, count: code.last == 0 ? 0 : 1))
        line.appendCode(to: &code.bytes)
        code.last = line.number
    }

    /// Whether a line only marks where a division (pandoc: `::: {.note}`) or code (html2text: `[code]`) starts or ends.
    static func isAroundBlocks(_ text: Bytes) -> Bool {
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

    mutating func readBlank(_ line: MarkdownLine, areAllMatched: Bool, matched: Int) throws {
        try close()
        // A quote ends with the line that lacks its mark; a list may go on.
        if !areAllMatched { containers.removeSubrange(matched...) }
    }

    /// Reads what a line starts inside the containers that it belongs to.
    mutating func readStart(_ line: inout MarkdownLine, matched: Int) throws {
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
    var isInItem: Bool { if case .item? = containers.last { true } else { false } }

    /// Whether a line of an open table is one of its rows, whatever it looks like.
    func isRow(_ text: Bytes) -> Bool {
        isTable && CellSplit.separators(in: text) >= max(1, columns - 1)
    }

    mutating func enter(_ container: Container, _ line: MarkdownLine) throws {
        guard containers.count < Self.maximumDepth else {
            throw DiagnosticError(
                "quotes and lists are nested more than \(Self.maximumDepth) deep; the page is damaged",
                at: context.location(line: line.number))
        }
        containers.append(container)
    }

    mutating func startItem(_ line: inout MarkdownLine, width: Int, indentation: Int) throws {
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

    mutating func startCode(_ line: MarkdownLine) {
        leaf = .indentedCode
        code = OpenCode(first: line.number)
        appendCode(line, indentation: 4)
    }

    /// Makes a heading of the paragraph that is being read; whether it was one.
    mutating func endHeading(level: Int, _ line: MarkdownLine) throws -> Bool {
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

    mutating func addText(_ line: MarkdownLine, isLazy: Bool, matched: Int) throws {
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
}

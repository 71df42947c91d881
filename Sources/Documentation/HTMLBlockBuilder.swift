/// Makes blocks of the elements and the text of a page's content.
struct HTMLBlockBuilder {
    /// An element without the end tag that it needs, and where it starts.
    struct Damage {
        var name: String
        var offset: Int
    }

    /// The blocks so far.
    private(set) var blocks: [Block] = []
    /// The first table or preformatted text that something else than its end tag closed.
    private(set) var damage: Damage?
    /// The cells that span columns or rows.
    private(set) var spans = HTMLSpans()

    private let page: Bytes
    private var position: BytePosition
    private var text = HTMLText()
    private var kind = Kind.paragraph
    private var table: HTMLTableBuilder?
    private var tableStart = 0
    /// Where the block starts that the text belongs to.
    private var start = 0
    /// The anchors since the last block, in how many lists the text stands, and the language that code is said to be in.
    private var anchors: [String] = []
    private var listDepth = 0
    private var language: String?
    /// Where the last text ends that can be seen.
    private var textEnd = 0

    /// What becomes of the text outside tables.
    private enum Kind {
        case paragraph
        case heading(level: Int, anchor: String?)
        case code
    }

    /// No blocks yet.
    init(page: Bytes) {
        self.page = page
        position = BytePosition(page)
    }

    /// A piece of text that was read up to `offset`.
    mutating func append(_ piece: Bytes, at offset: Int) {
        text.append(piece)
        guard let last = piece.lastIndex(where: { !$0.isWhiteSpace }) else { return }
        textEnd = max(textEnd, offset - (piece.count - 1 - last))
    }

    /// A start tag whose attributes end at `offset`.
    mutating func start(_ element: HTMLElement, _ name: HTMLName, _ attributes: HTMLAttributes, at offset: Int) {
        if table?.hasOpenCell == true, startInCell(element, attributes) { return }
        switch element {
        case .heading(let level):
            flush()
            begin(name, at: offset)
            kind = .heading(level: level, anchor: attributes["id"])
        case .preformatted:
            flush()
            begin(name, at: offset)
            kind = .code
            text.isPreformatted = true
        case .block, .rowGroup:
            boundary()
            begin(name, at: offset)
            note(attributes["id"])
        case .list:
            boundary()
            begin(name, at: offset)
            listDepth += 1
        case .table:
            flush()
            if table == nil { note(attributes["id"]) }
            begin(name, at: offset)
            // Without a cell around it a table within a table is none that anyone could read.
            guard table == nil else { return }
            tableStart = start
            table = HTMLTableBuilder(at: place(of: start))
        case .row:
            startRow(name, at: offset)
        case .cell:
            if table?.hasOpenRow == false { startRow(name, at: offset) }
            flush()
            begin(name, at: offset)
            table?.startCell(attributes)
        case .lineBreak:
            text.breakLine()
        case .link:
            openLink(attributes)
        case .mark(let kind):
            text.open(kind, role: attributes["class"])
            if case .code = self.kind, kind == .code { language = attributes["data-lang"] }
        case .inline, .ignored:
            break
        }
    }

    private mutating func openLink(_ attributes: HTMLAttributes) {
        note(attributes["id"] ?? attributes["name"])
        if let address = attributes["href"] { text.open(.link(address)) }
    }

    /// Keeps an anchor for the next block; the id of what is empty is none.
    private mutating func note(_ anchor: String?) {
        guard let anchor, !anchor.isEmpty, anchors.count < Self.mostAnchors else { return }
        anchors.append(anchor)
    }

    /// How many anchors one block may have; more are no one's.
    private static let mostAnchors = 64

    /// An end tag, written or implied, that was read up to `offset`.
    mutating func end(_ element: HTMLElement, _ name: HTMLName, at offset: Int) {
        if table?.hasOpenCell == true, endInCell(element) { return }
        switch element {
        case .heading:
            flush()
        case .preformatted:
            checkEnd(of: name, from: start, at: offset)
            flush()
        case .block:
            boundary()
        case .rowGroup:
            endRow()
            spans.endGroup()
        case .table:
            checkEnd(of: name, from: tableStart, at: offset)
            endTable()
        case .row:
            endRow()
        case .list:
            boundary()
            listDepth = max(listDepth - 1, 0)
        case .link:
            return text.close(.link(""))
        case .mark(let kind):
            return text.close(kind)
        case .cell, .lineBreak, .inline, .ignored:
            return
        }
        start = max(start, offset)
    }

    /// Ends what is still open.
    mutating func finish() {
        endTable()
        flush()
    }

    // MARK: Cells

    /// Whether a start tag belongs to the text of the open cell.
    private mutating func startInCell(_ element: HTMLElement, _ attributes: HTMLAttributes) -> Bool {
        let isNested = (table?.nested ?? 0) > 0
        switch element {
        case .row where !isNested, .cell where !isNested, .rowGroup where !isNested:
            // The end tag before it was left out where it must not be.
            endCell()
            return false
        case .cell:
            text.separateWord()
        case .table:
            table?.nested += 1
            text.separateLine()
        case .preformatted:
            text.separateLine()
            text.isPreformatted = true
        case .heading, .block, .list, .row, .rowGroup:
            text.separateLine()
        case .lineBreak:
            text.breakLine()
        case .link:
            if let address = attributes["href"] {
                table?.link(to: address)
                text.open(.link(address))
            }
        case .mark(let kind):
            text.open(kind, role: attributes["class"])
        case .inline, .ignored:
            break
        }
        return true
    }

    /// Whether an end tag belongs to the text of the open cell.
    private mutating func endInCell(_ element: HTMLElement) -> Bool {
        let isNested = (table?.nested ?? 0) > 0
        switch element {
        case .cell where !isNested, .row where !isNested, .rowGroup where !isNested, .table where !isNested:
            endCell()
            return false
        case .table:
            table?.nested -= 1
            text.separateLine()
        case .preformatted:
            text.isPreformatted = false
            text.separateLine()
        case .heading, .block, .list, .row:
            text.separateLine()
        case .link:
            text.close(.link(""))
        case .mark(let kind):
            text.close(kind)
        case .rowGroup, .cell, .lineBreak, .inline, .ignored:
            break
        }
        return true
    }

    private mutating func endCell() {
        guard table?.hasOpenCell == true else { return }
        table?.nested = 0
        let marks = text.takeMarks()
        table?.endCell(text.take(), marks: marks)
    }

    private mutating func startRow(_ name: HTMLName, at offset: Int) {
        flush()
        endRow()
        begin(name, at: offset)
        guard table != nil else { return }
        let place = place(of: start)
        table?.startRow(at: place)
    }

    private mutating func endRow() {
        endCell()
        guard table?.hasOpenRow == true else { return }
        flush()
        let line = place(of: textEnd).line
        table?.endRow(line: line, spans: &spans)
    }

    private mutating func endTable() {
        endRow()
        flush()
        spans.endGroup()
        guard let ended = table else { return }
        table = nil
        guard let content = ended.table else { return }
        let last = max(ended.place.line, place(of: textEnd).line)
        var block = Block(.table(content), lines: ended.place.line...last, column: ended.place.column)
        block.anchors = takeAnchors()
        blocks.append(block)
    }

    // MARK: Text

    /// A place where a paragraph ends; inside a heading or code it parts words or lines.
    private mutating func boundary() {
        switch kind {
        case .paragraph: flush()
        case .heading: text.separateWord()
        case .code: text.separateLine()
        }
    }

    /// Notes where the tag starts that the next block begins with.
    private mutating func begin(_ name: HTMLName, at offset: Int) {
        guard case .paragraph = kind else { return }
        start = HTMLTag.start(of: name, endingAt: offset, after: start, in: page)
    }

    /// Makes a block of the text so far, if there is any.
    private mutating func flush() {
        guard table?.hasOpenCell != true else { return }
        let content: Block.Content?
        let marks = text.takeMarks()
        let written = language
        language = nil
        switch kind {
        case .paragraph:
            let paragraph = text.take()
            content = paragraph.isEmpty ? nil : .paragraph(paragraph)
        case .heading(let level, let anchor):
            let words = text.take()
            content = words.isEmpty ? nil : .heading(Self.heading(words, level: level, anchor: anchor))
        case .code:
            let code = text.takeCode()
            content = code.isEmpty ? nil : .code(code)
        }
        kind = .paragraph
        guard let content else { return }
        let first = place(of: start)
        let last = place(of: textEnd)
        var block = Block(
            content, lines: first.line...max(first.line, last.line), column: first.column, marks: marks,
            listDepth: listDepth, language: written)
        block.anchors = takeAnchors()
        blocks.append(block)
    }

    private mutating func takeAnchors() -> [String] {
        guard !anchors.isEmpty else { return [] }
        defer { anchors.removeAll() }
        return anchors
    }

    private static func heading(_ words: String, level: Int, anchor: String?) -> Heading {
        var words = words
        var heading = words.withUTF8 { Heading(numbered: $0) } ?? Heading(number: [], text: words)
        heading.anchor = anchor
        heading.level = level
        return heading
    }

    /// The place of `offset`, or the one asked for before it if that lies further on.
    private mutating func place(of offset: Int) -> HTMLPlace {
        position.move(to: offset)
        return HTMLPlace(line: position.line, column: position.column)
    }

    private mutating func checkEnd(of name: HTMLName, from start: Int, at offset: Int) {
        guard damage == nil, !HTMLTag.isEnd(of: name, endingAt: offset, in: page) else { return }
        damage = Damage(name: name.text, offset: start)
    }
}

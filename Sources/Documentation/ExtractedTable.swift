/// Reads a table of extracted text, whose rows may be broken over lines.
///
/// A row goes on until it ends in a separator and has as many cells as the head. Extractors break the row of
/// `| path | id required | Description` before `| string | None |`, and drop the separator in front of a row.
struct ExtractedTable {
    private let columns: Int
    private var rows: [Table.Row] = []
    private var row: OpenRow?
    private var lastLine: Int

    /// Reads the table below `head`; `cursor` stands before the rule and is left after the table's last line.
    static func read(head: TextLine, rule: TextLine, at cursor: inout LineCursor) -> Block {
        _ = cursor.next()
        let words = CellSeparators.cells(of: head.text).map(\.text)
        var table = ExtractedTable(columns: words.count, lastLine: rule.number)
        let isCutOff = table.readRows(at: &cursor)
        return Block(
            .table(Table(head: words, rows: table.rows, isCutOff: isCutOff)), lines: head.number...table.lastLine)
    }

    private init(columns: Int, lastLine: Int) {
        self.columns = columns
        self.lastLine = lastLine
    }

    /// Reads rows up to the first line that belongs to none; whether the page ends in the middle of one.
    private mutating func readRows(at cursor: inout LineCursor) -> Bool {
        while true {
            let before = cursor
            guard let line = cursor.next() else {
                let isCutOff = row.map { !$0.isComplete(columns) } ?? false
                closeRow()
                return isCutOff
            }
            let separators = CellSeparators(of: line.text)
            let isRow = separators.count > 0
            let belongs = isRow ? cursor.rule(below: line) == nil : isWithinRow(line)
            guard belongs else {
                cursor = before
                giveBack(to: &cursor)
                closeRow()
                return false
            }
            if isRow, row == nil || startsRow(separators) {
                closeRow()
                row = OpenRow(line, separators, after: cursor)
            } else {
                row?.append(line, separators, after: cursor)
            }
        }
    }

    /// Whether a line without a separator goes on with the text of the row before it.
    private func isWithinRow(_ line: TextLine) -> Bool {
        guard let row, !row.isComplete(columns) else { return false }
        return !Heading.isNumbered(line.text)
            && !(line.text[0] == UInt8(ascii: "{") && BracketRun.starts(at: line.text))
    }

    /// Whether a line with these separators starts a row of its own although there is one before it.
    private func startsRow(_ separators: CellSeparators) -> Bool {
        guard let row else { return true }
        let isWhole = separators.leads && separators.trails && separators.cells >= columns
        if row.isComplete(columns) {
            // A description that ends in a separator completes its row too early. Where rows do not start with a
            // separator, a short line that does is the rest of such a row.
            return row.leads || !separators.leads || isWhole
        }
        // The row before lost its end. In narrow tables the rest of a broken row looks like a row, so they go on.
        return isWhole && columns >= 3
    }

    /// Hands back the lines that an unfinished row took since its last separator: they may be text below the table.
    private mutating func giveBack(to cursor: inout LineCursor) {
        guard var open = row, !open.isComplete(columns) else { return }
        cursor = open.dropTail()
        row = open
    }

    private mutating func closeRow() {
        guard let closed = row else { return }
        rows.append(closed.row)
        lastLine = closed.lines.upperBound
        row = nil
    }
}

/// A row whose lines are still being collected.
private struct OpenRow {
    private(set) var lines: ClosedRange<Int>
    private let first: Bytes
    /// All lines joined with spaces; empty while there is only the first.
    private var joined: [UInt8] = []
    private var separators: CellSeparators
    /// What the row was after its last line with a separator.
    private var kept: (cursor: LineCursor, length: Int, line: Int)

    init(_ line: TextLine, _ separators: CellSeparators, after cursor: LineCursor) {
        lines = line.number...line.number
        first = line.text
        self.separators = separators
        kept = (cursor, 0, line.number)
    }

    /// Whether the row starts with a separator.
    var leads: Bool { separators.leads }

    func isComplete(_ columns: Int) -> Bool { separators.trails && separators.cells >= columns }

    mutating func append(_ line: TextLine, _ next: CellSeparators, after cursor: LineCursor) {
        if joined.isEmpty { joined.append(contentsOf: first) }
        joined.append(0x20)
        joined.append(contentsOf: line.text)
        lines = lines.lowerBound...line.number
        separators.append(next)
        if next.count > 0 { kept = (cursor, joined.count, line.number) }
    }

    /// Drops the lines after the last one with a separator; the place after that one.
    mutating func dropTail() -> LineCursor {
        joined.removeSubrange(kept.length...)
        lines = lines.lowerBound...kept.line
        return kept.cursor
    }

    var row: Table.Row {
        let cells =
            joined.isEmpty
            ? CellSeparators.cells(of: first) : joined.withUnsafeBufferPointer(CellSeparators.cells)
        return Table.Row(cells: cells, lines: lines)
    }
}

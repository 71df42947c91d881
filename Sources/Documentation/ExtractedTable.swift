/// Reads a table of extracted text, a row for each of its lines.
///
/// Extractors break the row of `| path | id required | Description` before `| string | None |`. Which lines belong
/// together is not decided here, where nothing is known of what cells mean; only which lines are the table's.
struct ExtractedTable {
    /// How many lines without a separator a cell may take.
    private static let longestText = 200

    private let head: CellSeparators
    private var rows: [Table.Row] = []
    private var lastLine: Int

    /// Reads the table below `head`; `cursor` stands before the rule and is left after the table's last line.
    static func read(head: TextLine, rule: TextLine, at cursor: inout LineCursor) -> Block {
        _ = cursor.next()
        let words = CellSeparators.cells(of: head.text).map(\.text)
        var table = ExtractedTable(head: CellSeparators(of: head.text), lastLine: rule.number)
        let isCutOff = table.readRows(at: &cursor)
        return Block(
            .table(Table(head: words, rows: table.rows, isCutOff: isCutOff)), lines: head.number...table.lastLine)
    }

    private init(head: CellSeparators, lastLine: Int) {
        self.head = head
        self.lastLine = lastLine
    }

    /// Reads rows up to the first line that belongs to none; whether the page ends in the middle of one.
    private mutating func readRows(at cursor: inout LineCursor) -> Bool {
        while true {
            let before = cursor
            guard let line = cursor.next() else { return isOpen }
            if CellSeparators.isRule(line.text) {
                // A rule that comes twice says nothing.
                lastLine = line.number
                continue
            }
            let separators = CellSeparators(of: line.text)
            if separators.count > 0, isOpen || !Heading.isNumbered(line.text), cursor.rule(below: line) == nil {
                append(line, separators)
                continue
            }
            cursor = before
            guard separators.count == 0, isOpen else { return false }
            guard let isCutOff = readText(at: &cursor) else { return false }
            if isCutOff { return true }
        }
    }

    /// Whether the last line leaves a cell open, in a table whose lines close them.
    private var isOpen: Bool {
        guard head.trails, let edges = rows.last?.edges else { return false }
        return !edges.trailing
    }

    /// Reads lines without a separator that go on with an open cell; `nil` where they are text below the table, and
    /// whether the page ends with them.
    private mutating func readText(at cursor: inout LineCursor) -> Bool? {
        var ahead = cursor
        var text: [TextLine] = []
        while text.count <= Self.longestText {
            let before = ahead
            guard let line = ahead.next() else {
                for line in text { append(line, CellSeparators(of: line.text)) }
                cursor = ahead
                return true
            }
            if CellSeparators(of: line.text).count > 0 {
                guard ahead.rule(below: line) == nil else { return nil }
                for line in text { append(line, CellSeparators(of: line.text)) }
                cursor = before
                return false
            }
            let isValue = line.text[0] == UInt8(ascii: "{") && BracketRun.starts(at: line.text)
            if isValue || Heading.isNumbered(line.text) { return nil }
            text.append(line)
        }
        return nil
    }

    private mutating func append(_ line: TextLine, _ separators: CellSeparators) {
        lastLine = line.number
        rows.append(
            Table.Row(
                cells: CellSeparators.cells(of: line.text), lines: line.number...line.number,
                edges: Table.Row.Edges(leading: separators.leads, trailing: separators.trails)))
    }
}

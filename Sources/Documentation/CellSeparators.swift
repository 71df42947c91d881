/// The separators of a line of a table: a `|` with white space, or the end of the line, on both sides.
///
/// The white space matters: `^(a|b)$` is the text of one cell. Several in a row, such as `||`, stand around cells that
/// are empty.
struct CellSeparators {
    /// How many there are.
    private(set) var count = 0
    /// Whether the line starts with one.
    private(set) var leads = false
    /// Whether the line ends in one.
    private(set) var trails = false

    /// Counts the separators of `line`, which has no white space at its ends.
    init(of line: Bytes) {
        Self.forEach(in: line) { index in
            count += 1
            if index == 0 { leads = true }
            if index == line.count - 1 { trails = true }
        }
    }

    /// Cuts a row at its separators.
    ///
    /// `row` has no white space at its ends.
    static func cells(of row: Bytes) -> [Table.Cell] {
        var cells: [Table.Cell] = []
        var start = 0
        forEach(in: row) { index in
            if index > 0 { cells.append(cell(row.part(start, index))) }
            start = index + 1
        }
        if start < row.count { cells.append(cell(row.part(start, row.count))) }
        return cells
    }

    private static func cell(_ bytes: Bytes) -> Table.Cell {
        let (text, link) = ExtractedLinks.resolved(bytes.trimmed.text)
        return Table.Cell(text, link: link)
    }

    /// Whether `line` is the rule below a head: `|---|`, or one run of dashes for each column, with or without
    /// separators at its ends.
    static func isRule(_ line: Bytes) -> Bool {
        guard line[0] == UInt8(ascii: "|") || line[0] == UInt8(ascii: "-") || line[0] == UInt8(ascii: ":") else {
            return false
        }
        var dashes = 0
        var run = 0
        var hasSeparator = false
        for byte in line {
            switch byte {
            case UInt8(ascii: "-"): run += 1
            case UInt8(ascii: "|"):
                hasSeparator = true
                run = 0
            case UInt8(ascii: ":"), UInt8(ascii: " "): run = 0
            default: return false
            }
            dashes = max(dashes, run)
        }
        // A row may well hold a single dash: `| - |`.
        return hasSeparator && dashes >= 3
    }

    /// Calls `body` with the offset of each separator.
    private static func forEach(in line: Bytes, _ body: (Int) -> Void) {
        var index = 0
        while index < line.count {
            guard line[index] == UInt8(ascii: "|") else {
                index += 1
                continue
            }
            let start = index
            while index < line.count, line[index] == UInt8(ascii: "|") { index += 1 }
            guard start == 0 || line[start - 1].isWhiteSpace, index == line.count || line[index].isWhiteSpace else {
                continue
            }
            for separator in start..<index { body(separator) }
        }
    }
}

/// The separators of a line of a table: a `|` with white space, or the end of the line, on both sides.
///
/// The white space matters: `^(a|b)$` is the text of one cell.
struct CellSeparators {
    /// How many there are.
    private(set) var count = 0
    /// Whether the line starts with one.
    private(set) var leads = false
    /// Whether the line ends in one.
    private(set) var trails = false

    /// Counts the separators of `line`, which has no white space at its ends.
    init(of line: Bytes) {
        for index in line.indices where Self.isSeparator(at: index, of: line) {
            count += 1
            if index == 0 { leads = true }
            if index == line.count - 1 { trails = true }
        }
    }

    /// How many cells the separators make, the one that is still open included.
    var cells: Int { max(0, count + 1 - (leads ? 1 : 0) - (trails ? 1 : 0)) }

    /// Adds those of the next line of the same row, joined with a space.
    mutating func append(_ next: CellSeparators) {
        count += next.count
        trails = next.trails
    }

    /// Cuts a row at its separators.
    ///
    /// `row` has no white space at its ends.
    static func cells(of row: Bytes) -> [Table.Cell] {
        var cells: [Table.Cell] = []
        var start = 0
        for index in row.indices where isSeparator(at: index, of: row) {
            if index > 0 { cells.append(Table.Cell(row.part(start, index).trimmed.text)) }
            start = index + 1
        }
        if start < row.count { cells.append(Table.Cell(row.part(start, row.count).trimmed.text)) }
        return cells
    }

    /// Whether `line` is the rule below a head: `|---|`, or one run of dashes for each column.
    static func isRule(_ line: Bytes) -> Bool {
        guard line[0] == UInt8(ascii: "|") else { return false }
        var dashes = 0
        var run = 0
        for byte in line {
            switch byte {
            case UInt8(ascii: "-"): run += 1
            case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: " "): run = 0
            default: return false
            }
            dashes = max(dashes, run)
        }
        // A row may well hold a single dash: `| - |`.
        return dashes >= 3
    }

    private static func isSeparator(at index: Int, of line: Bytes) -> Bool {
        line[index] == UInt8(ascii: "|")
            && (index == 0 || line[index - 1].isWhiteSpace)
            && (index + 1 == line.count || line[index + 1].isWhiteSpace)
    }
}

/// Puts the cells of rows into columns where some span several of them, or several rows.
///
/// A cell that spans columns is followed by empty cells, so that what stands to its right keeps its column. A cell that
/// spans rows is repeated in each of them, as a person reads it. What was filled in is marked as such.
struct HTMLSpans {
    /// The most columns that one cell may span (HTML Living Standard, 4.9.11).
    static let maximumColumns = 1000
    /// The most rows that one cell may span (HTML Living Standard, 4.9.11).
    static let maximumRows = 65_534
    /// How many cells a page may have filled in; more is not a table but an attack on memory.
    static let maximumFilled = 100_000

    /// A cell as the page has it.
    struct Source {
        var cell: Table.Cell
        var columns: Int
        var rows: Int
    }

    /// How many cells were filled in so far.
    private(set) var filled = 0
    /// For each column the cell that reaches down into it and how many rows it still takes.
    private var above: [(cell: Table.Cell, rows: Int)] = []

    /// The row with all fields filled in, as far as ``maximumFilled`` allows.
    mutating func row(_ sources: [Source]) -> [Table.Cell] {
        var cells: [Table.Cell] = []
        cells.reserveCapacity(sources.count)
        for source in sources {
            fillFromAbove(&cells)
            place(source.cell, rows: source.rows, in: &cells)
            for _ in 1..<max(source.columns, 1) where filled <= Self.maximumFilled {
                filled += 1
                place(Table.Cell("", isSpanned: true), rows: source.rows, in: &cells)
            }
        }
        fillFromAbove(&cells)
        return cells
    }

    /// Forgets the cells that reach down: none reaches beyond its group of rows.
    mutating func endGroup() { above.removeAll(keepingCapacity: true) }

    private mutating func place(_ cell: Table.Cell, rows: Int, in cells: inout [Table.Cell]) {
        if rows > 1 {
            var copy = cell
            copy.isSpanned = true
            while above.count <= cells.count { above.append((copy, 0)) }
            above[cells.count] = (copy, rows - 1)
        }
        cells.append(cell)
    }

    private mutating func fillFromAbove(_ cells: inout [Table.Cell]) {
        while cells.count < above.count, above[cells.count].rows > 0, filled <= Self.maximumFilled {
            above[cells.count].rows -= 1
            filled += 1
            cells.append(above[cells.count].cell)
        }
    }
}

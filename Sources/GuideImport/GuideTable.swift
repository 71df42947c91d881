import Diagnostics
import Documentation

/// A table with its columns found by their heads, whatever their order.
struct GuideTable {
    /// A row with a cell for every column.
    struct Row {
        /// Where it starts.
        var location: SourceLocation
        fileprivate var cells: [Table.Cell]
        fileprivate var columns: [GuideWords.Column: Int]

        /// The cell in a column; `nil` where the table has no such column.
        subscript(column: GuideWords.Column) -> Table.Cell? { columns[column].map { cells[$0] } }

        /// The text in a column; empty where the table has no such column.
        func text(_ column: GuideWords.Column) -> String { self[column]?.text ?? "" }
    }

    /// The rows that fit the head.
    private(set) var rows: [Row] = []
    /// The columns that the table has.
    private(set) var columns: [GuideWords.Column: Int] = [:]

    /// Reads a table that has to have the columns `needed` and may have `others`; says what does not fit.
    ///
    /// `nil` where a needed column is missing.
    init?(
        _ table: Table, lines: ClosedRange<Int>, needed: [GuideWords.Column], others: [GuideWords.Column],
        in passage: Passage, log: ImportLog
    ) {
        let head = passage.location(line: lines.lowerBound)
        for (index, word) in table.head.enumerated() {
            guard let column = WordLookup.shared.column(word), needed.contains(column) || others.contains(column),
                columns[column] == nil
            else {
                log.report(
                    ImportRules.unknownColumn, "nothing is known of the column `\(excerpt(word))` here", at: head)
                continue
            }
            columns[column] = index
        }
        for column in needed where columns[column] == nil {
            let word = GuideWords.columns.first { $0.0 == column }?.1.first ?? ""
            log.report(ImportRules.missingColumn, "the table has no column `\(word)` and is left out", at: head)
            log.leaveUnread(lines, of: passage.file)
            return nil
        }
        log.tables += 1
        for row in table.rows {
            guard let cells = Self.fit(row, to: table.head.count, free: columns[.description]) else {
                let message = "the row has \(row.cells.count) cells and the head has \(table.head.count)"
                log.report(ImportRules.malformedRow, message, at: passage.location(line: row.lines.lowerBound))
                log.leaveUnread(row.lines, of: passage.file)
                continue
            }
            let location = passage.location(line: row.lines.lowerBound)
            rows.append(Row(location: location, cells: cells, columns: columns))
        }
        log.rows += rows.count
    }

    /// The cells under their columns; only a description may hold the separator.
    private static func fit(_ row: Table.Row, to count: Int, free: Int?) -> [Table.Cell]? {
        if let free { return row.fitted(columns: count, free: free) }
        return row.cells.count == count ? row.cells : nil
    }
}

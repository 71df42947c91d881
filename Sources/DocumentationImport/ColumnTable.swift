import APISpec
import Diagnostics
import Documentation

/// A table with its columns found by their heads, whatever their order.
struct ColumnTable {
    /// A row with a cell for every column.
    struct Row {
        /// Where it starts.
        var location: SourceLocation
        fileprivate var cells: [Table.Cell]
        fileprivate var columns: [GuideDialect.Column: Int]

        /// The cell in a column; `nil` where the table has no such column.
        subscript(column: GuideDialect.Column) -> Table.Cell? { columns[column].map { cells[$0] } }

        /// The text in a column; empty where the table has no such column.
        func text(_ column: GuideDialect.Column) -> String { self[column]?.text ?? "" }
    }

    /// The rows that could be read.
    private(set) var rows: [Row] = []
    /// The columns that the table has.
    private(set) var columns: [GuideDialect.Column: Int] = [:]
    /// How many rows could not be read, or not in full; readers of cells add theirs.
    var unreadRows = 0

    /// Reads a table of a kind, whose columns the dialect tells; says what does not fit.
    ///
    /// `type` answers what a Schema cell states. `nil` where a needed column is missing.
    init?(
        _ table: Table, _ kind: GuideDialect.TableKind, lines: ClosedRange<Int>, in passage: Passage, log: ImportLog,
        type: @escaping (Table.Cell) -> Schema? = { _ in nil }
    ) {
        let head = passage.location(line: lines.lowerBound)
        let (needed, others) = (GuideDialect.scp.head(kind).needed, GuideDialect.scp.head(kind).others)
        var order: [GuideDialect.Column?] = []
        for (index, word) in table.head.enumerated() {
            guard let column = WordLookup.shared.column(word), needed.contains(column) || others.contains(column),
                columns[column] == nil
            else {
                log.report(
                    ImportRules.unknownColumn, "nothing is known of the column `\(excerpt(word))` here", at: head)
                order.append(nil)
                continue
            }
            columns[column] = index
            order.append(column)
        }
        for column in needed where columns[column] == nil {
            let word = GuideDialect.scp.columns.first { $0.0 == column }?.1.first ?? ""
            log.report(ImportRules.missingColumn, "the table has no column `\(word)` and is left out", at: head)
            log.leaveUnread(lines, of: passage.file)
            return nil
        }
        log.tables += 1
        let rows = TableRows(grammar: CellGrammar(columns: order, type: type)).read(table)
        for row in rows {
            let location = passage.location(line: row.lines.lowerBound)
            switch row.content {
            case .read(let cells, let remark):
                if !remark.isEmpty { log.report(ImportRules.unusualRow, remark, at: location) }
                self.rows.append(Row(location: location, cells: cells, columns: columns))
            case .unread(let reason, let text):
                unreadRows += 1
                let message = "the row `\(excerpt(text))` cannot be read: \(reason)"
                log.report(ImportRules.malformedRow, message, at: location)
                for line in row.lines.dropFirst() {
                    log.report(
                        ImportRules.malformedRow, "this line belongs to a row that cannot be read",
                        at: passage.location(line: line))
                }
                log.leaveUnread(row.lines, of: passage.file)
            }
        }
        log.rows += self.rows.count
    }
}

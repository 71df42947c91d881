import Documentation

/// Makes rows of the lines of a table.
///
/// HTML marks rows; in extracted text a row may be broken over several lines. Lines are put together only where none of
/// them is a row by itself, none but the first can start one, and together they are a row without any doubt.
struct TableRows {
    /// A row, or lines that are none.
    struct Row {
        /// The lines that it takes.
        var lines: ClosedRange<Int>
        /// What it says.
        var content: Content
    }

    /// What a row says.
    enum Content {
        /// A cell for every head; `remark` says what is unusual, if anything.
        case read([Table.Cell], remark: String)
        /// Nothing can be said; why, and what stands there.
        case unread(reason: String, text: String)
    }

    /// How many lines a row may take.
    private static let longest = 64

    let grammar: CellGrammar
    private var aligner: RowAligner { RowAligner(grammar: grammar) }

    /// The rows of a table, every line of it in one of them.
    func read(_ table: Table) -> [Row] {
        var rows: [Row] = []
        var index = 0
        while index < table.rows.count {
            let line = table.rows[index]
            guard line.edges != nil else {
                rows.append(Row(lines: line.lines, content: marked(line)))
                index += 1
                continue
            }
            let (content, count) = drawn(table.rows[index...])
            let last = table.rows[index + count - 1].lines.upperBound
            rows.append(Row(lines: line.lines.lowerBound...max(last, line.lines.lowerBound), content: content))
            index += count
        }
        return rows
    }

    /// A row that the format marks as one: its cells stand under their heads, if there are as many.
    private func marked(_ row: Table.Row) -> Content {
        if row.cells.count == grammar.columns.count { return .read(row.cells, remark: "") }
        return content(of: row)
    }

    private func content(of row: Table.Row) -> Content {
        switch aligner.read(row.cells) {
        case .whole(let cells): .read(cells, remark: "")
        case .fitted(let cells, let remark): .read(cells, remark: remark)
        case .ambiguous: unread(row, "its cells fit the head in several ways")
        case .none: unread(row, "")
        }
    }

    /// The row that starts with the first of `lines`, and how many of them it takes.
    private func drawn(_ lines: ArraySlice<Table.Row>) -> (content: Content, count: Int) {
        guard let first = lines.first else { return (.unread(reason: "", text: ""), 1) }
        let alone = aligner.read(first.cells)
        if case .whole(let cells) = alone { return (.read(cells, remark: ""), 1) }
        // The lines that can only go on with this one.
        var rest = lines.dropFirst().prefix(Self.longest)
        if let next = rest.firstIndex(where: { grammar.startsRow($0) }) { rest = rest[..<next] }
        if let joined = joined(first, rest) { return joined }
        switch alone {
        case .fitted(let cells, let remark) where rest.isEmpty:
            return (.read(cells, remark: remark), 1)
        case .ambiguous where rest.isEmpty:
            return (unread(first, "its cells fit the head in several ways"), 1)
        case .none where rest.isEmpty && first.cells.count == grammar.columns.count && grammar.startsRow(first):
            // Every cell has its place, and the reader of the cell that is wrong says so.
            return (.read(first.cells, remark: ""), 1)
        default:
            let whole = rest.reduce(first) { $0.joined(to: $1) }
            return (unread(whole, rest.isEmpty ? "" : "its lines do not fit the head together"), 1 + rest.count)
        }
    }

    /// The shortest run of lines from `first` on that is a row without any doubt, if no longer one is another.
    private func joined(
        _ first: Table.Row, _ rest: ArraySlice<Table.Row>
    ) -> (content: Content, count: Int)? {
        guard grammar.startsRow(first) else { return nil }
        var found: (content: Content, count: Int)?
        var row = first
        for (offset, line) in rest.enumerated() {
            row = row.joined(to: line)
            let content: Content
            switch aligner.read(row.cells) {
            case .whole(let cells): content = .read(cells, remark: "")
            case .fitted(let cells, let remark): content = .read(cells, remark: remark)
            case .ambiguous, .none: continue
            }
            // Only all lines together are a row: one that is left over would belong to none.
            if offset == rest.count - 1 { found = (content, offset + 2) }
        }
        return found
    }

    private func unread(_ row: Table.Row, _ reason: String) -> Content {
        let count = "it has \(row.cells.count) cells and the head has \(grammar.columns.count)"
        return .unread(
            reason: reason.isEmpty ? count : reason, text: row.cells.map(\.text).joined(separator: " | "))
    }
}

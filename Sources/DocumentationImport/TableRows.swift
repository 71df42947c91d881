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
            guard line.cells.map(\.text) != table.head else {
                // A head that comes twice says nothing.
                index += 1
                continue
            }
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
        guard case .read(let cells, let remark) = content(of: row) else { return content(of: row) }
        let count = "the row has \(row.cells.count) cells and the head has \(grammar.columns.count)"
        return .read(cells, remark: remark.isEmpty ? count : remark)
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
        if let stacked = stacked(lines) { return stacked }
        let alone = aligner.read(first.cells)
        if case .whole(let cells) = alone { return (.read(cells, remark: ""), 1) }
        // The lines that can only go on with this one.
        var rest = lines.dropFirst().prefix(Self.longest)
        if let next = rest.firstIndex(where: { grammar.startsRow($0) }) { rest = rest[..<next] }
        if let joined = joined(first, rest, isFitted: alone.isFitted) { return joined }
        switch alone {
        case .fitted(let cells, let remark) where rest.isEmpty:
            return (.read(cells, remark: remark), 1)
        case .ambiguous where rest.isEmpty:
            return (unread(first, "its cells fit the head in several ways"), 1)
        default:
            let whole = rest.reduce(first) { $0.joined(to: $1) }
            if case .none = alone, grammar.hasPlaces(whole), rest.isEmpty || grammar.startsRow(first) {
                // Every cell has its place, and the reader of the cell that is wrong says so.
                return (.read(whole.cells, remark: ""), 1 + rest.count)
            }
            return (unread(whole, rest.isEmpty ? "" : "its lines do not fit the head together"), 1 + rest.count)
        }
    }

    /// A row with a cell a line; `nil` where the lines have more cells, or are none.
    private func stacked(_ lines: ArraySlice<Table.Row>) -> (content: Content, count: Int)? {
        guard grammar.columns.count > 1, let first = lines.first, grammar.startsRow(first) else { return nil }
        var cells: [Table.Cell] = []
        if !grammar.columns.contains(where: grammar.isOptional) {
            // No cell can be missing, so that they can be counted.
            let row = lines.prefix(grammar.columns.count)
            guard row.allSatisfy({ $0.cells.count == 1 }), grammar.accepts(row.map { $0.cells[0] }) else { return nil }
            return (.read(row.map { $0.cells[0] }, remark: ""), row.count)
        }
        for (offset, line) in lines.prefix(Self.longest).enumerated() {
            // A parameter starts with its type, and its name does not start another one.
            let isName = offset == 1 && grammar.columns.first == .type && NameCell(first.cells[0].text) == nil
            if offset > 0, !isName, grammar.startsRow(line) { break }
            guard line.cells.count == 1 else { return nil }
            cells.append(line.cells[0])
        }
        guard cells.count > 1 else { return nil }
        var aligner = aligner
        aligner.separator = " "
        return switch aligner.read(cells) {
        case .whole(let cells): (.read(cells, remark: ""), cells.count)
        case .fitted(let read, let remark): (.read(read, remark: remark), cells.count)
        case .ambiguous, .none: nil
        }
    }

    /// The lines from `first` on that are a row without any doubt, if there is one way only to have them.
    ///
    /// Lines that are left over are none: they are read, and reported, for themselves.
    private func joined(
        _ first: Table.Row, _ rest: ArraySlice<Table.Row>, isFitted: Bool
    ) -> (content: Content, count: Int)? {
        // Where separators are drawn on every line, the word that tells a name may stand on the second one.
        let isDrawn = first.edges?.areDrawn ?? false
        guard isDrawn || grammar.startsRow(first) else { return nil }
        var found: (content: Content, count: Int)?
        var row = first
        for (offset, line) in rest.enumerated() {
            row = row.joined(to: line)
            guard case .whole(let cells) = aligner.read(row.cells) else { continue }
            if found != nil { return nil }
            found = (.read(cells, remark: ""), offset + 2)
            if isDrawn { break }
        }
        if found != nil || isFitted { return found }
        // A separator at the end of a description seems to end the row.
        guard rest.count == 1, case .fitted(let cells, let remark) = aligner.read(row.cells) else { return nil }
        let usual = "two lines are taken as one row"
        return (.read(cells, remark: remark.isEmpty ? usual : remark), 2)
    }

    private func unread(_ row: Table.Row, _ reason: String) -> Content {
        let count =
            row.cells.count == grammar.columns.count
            ? "its cells do not fit the head"
            : "it has \(row.cells.count) cells and the head has \(grammar.columns.count)"
        return .unread(
            reason: reason.isEmpty ? count : reason, text: row.cells.map(\.text).joined(separator: " | "))
    }
}

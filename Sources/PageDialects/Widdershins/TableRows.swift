import Documentation

/// A table with its columns known by their heads.
struct HeadedTable {
    let table: Table
    let columns: [WiddershinsWords.Column?]

    init(_ table: Table) {
        self.table = table
        columns = table.head.map { WiddershinsWords.columns[$0.lowercased().trimmed] }
    }

    /// What kinds of tables there are.
    enum Kind { case parameters, responses, properties, values, headers, scopes, other }

    var kind: Kind {
        let known = Set(columns.compactMap { $0.map(\.self) })
        if known.isSuperset(of: [.status, .header]) { return .headers }
        if known.contains(.status), known.contains(.meaning) || known.contains(.schema) { return .responses }
        if known.isSuperset(of: [.name, .place, .type]) { return .parameters }
        if known.contains(.name), known.contains(.value), !known.contains(.type) { return .values }
        if known.isSuperset(of: [.name, .type]) { return .properties }
        if known.contains(.scope) { return .scopes }
        return .other
    }

    /// The cell of a column in a row; `nil` where the table has no such column or the row ends before.
    ///
    /// A row with more cells than the head has separators in its description, which nothing escapes.
    func cell(_ column: WiddershinsWords.Column, in row: Table.Row) -> Table.Cell? {
        guard let index = columns.firstIndex(of: column) else { return nil }
        let extra = row.cells.count - columns.count
        guard extra > 0, let text = columns.firstIndex(of: .description) else {
            return index < row.cells.count ? row.cells[index] : nil
        }
        if index < text { return row.cells[index] }
        if index > text { return row.cells[index + extra] }
        return Table.Cell(row.cells[text...(text + extra)].map(\.text).joined(separator: "|"))
    }

    /// The rows, those that a description broke over several lines put together: `isStart` tells the beginning of one.
    func rows(startingAt isStart: (Table.Row) -> Bool) -> [Table.Row] {
        var result: [Table.Row] = []
        for row in table.rows {
            guard var last = result.last, last.cells.count < columns.count, !isStart(row), let first = row.cells.first
            else {
                result.append(row)
                continue
            }
            let open = last.cells.removeLast()
            last.cells.append(
                Table.Cell([open.text, first.text].joined(separator: "\n"), link: open.link ?? first.link))
            last.cells += row.cells.dropFirst()
            last.lines = last.lines.lowerBound...max(last.lines.upperBound, row.lines.upperBound)
            result[result.count - 1] = last
        }
        return result
    }

    /// What a cell says; `nil` for `none`.
    func text(_ column: WiddershinsWords.Column, in row: Table.Row) -> String? {
        cell(column, in: row).flatMap { WiddershinsWords.said($0.text) }
    }
}

/// A cell with a name: how deep it is, and what it names.
struct NameCell {
    /// How many objects it is in: the marks `»` before it.
    var depth: Int
    /// The name; empty for what has none.
    var name: String
    /// Whether the row describes all members that have no row.
    var isAdditional = false

    init(_ text: String) {
        var rest = Substring(text.trimmed)
        depth = 0
        while rest.first == "»" {
            depth += 1
            rest = rest.dropFirst().drop(while: \.isWhitespace)
        }
        name = rest.filter { $0 != "`" }.trimmed
        for mark in ["**", "*"] where name.hasPrefix(mark) && name.hasSuffix(mark) && name.count > 2 * mark.count {
            name = String(name.dropFirst(mark.count).dropLast(mark.count))
        }
        if name == "additionalProperties" {
            isAdditional = true
            name = ""
        }
        if name == "anonymous" { name = "" }
    }
}

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
    func cell(_ column: WiddershinsWords.Column, in row: Table.Row) -> Table.Cell? {
        guard let index = columns.firstIndex(of: column), index < row.cells.count else { return nil }
        return row.cells[index]
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

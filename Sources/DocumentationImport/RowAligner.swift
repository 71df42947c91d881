import Documentation

/// Puts the cells of a row under the heads of its table.
///
/// Converters drop empty cells or move them to the end of a row, and a description may hold the separator. A row is
/// read where exactly one way to put its cells under the heads makes sense in every column; nothing is guessed.
struct RowAligner {
    /// How a row was read.
    enum Reading {
        /// A cell for every head, as the page has them.
        case whole([Table.Cell])
        /// The only way to put the cells under the heads; says what is unusual.
        case fitted([Table.Cell], remark: String)
        /// Several ways make sense.
        case ambiguous
        /// No way makes sense.
        case none

        /// Whether the cells were put under the heads in the only way that makes sense.
        var isFitted: Bool {
            if case .fitted = self { true } else { false }
        }
    }

    /// Wider tables, and rows with more cells, are read as they stand.
    private static let widest = 24
    private static let longest = 64

    let grammar: CellGrammar
    /// What stands between the parts of a description that is made of several cells.
    var separator = " | "
    private var count: Int { grammar.columns.count }

    /// The reading of the cells of a row.
    func read(_ cells: [Table.Cell]) -> Reading {
        if cells.count == count, grammar.accepts(cells) { return .whole(cells) }
        guard count <= Self.widest, cells.count <= Self.longest else { return .none }
        var found: [[Table.Cell]] = []
        let stated = cells.filter { !$0.text.isEmpty }
        let kept = Self.withoutEnd(cells)
        if kept.count <= count {
            fill(from: stated[...], column: 0, filled: [], into: &found)
        }
        if cells.count > count { joinDescription(cells, into: &found) }
        guard let only = found.first else { return .none }
        guard found.count == 1 else { return .ambiguous }
        return .fitted(only, remark: remark(on: cells, read: only, isMovedLeft: kept.count == stated.count))
    }

    /// The cells without empty ones at the end.
    private static func withoutEnd(_ cells: [Table.Cell]) -> [Table.Cell] {
        Array(cells[..<((cells.lastIndex { !$0.text.isEmpty } ?? -1) + 1)])
    }

    /// What is unusual about a row; empty where its empty cells only stand at its end.
    private func remark(on cells: [Table.Cell], read: [Table.Cell], isMovedLeft: Bool) -> String {
        let stated = cells.lazy.filter { !$0.text.isEmpty }.count
        if stated > count || read.lazy.filter({ !$0.text.isEmpty }).count < stated {
            return "the row has \(cells.count) cells and the head has \(count); those that only a description can "
                + "hold are taken as one"
        }
        if !isMovedLeft {
            return "the cells of the row fit the head only where an empty one between them is left out"
        }
        if cells.count < count {
            return "the row has \(cells.count) cells and the head has \(count); those that are missing are taken as "
                + "empty"
        }
        if let place = grammar.columns.firstIndex(of: .schema), cells.count == count, !cells[place].text.isEmpty,
            cells[place] != read[place]
        {
            return
                "`\(excerpt(cells[place].text))` is not a type that the page describes; the cells are taken as moved to "
                + "the left, over an empty one"
        }
        return ""
    }

    /// Puts cells that say something under heads, in their order; other heads get empty cells.
    private func fill(
        from cells: ArraySlice<Table.Cell>, column: Int, filled: [Table.Cell], into found: inout [[Table.Cell]]
    ) {
        guard found.count < 2, cells.count <= count - column else { return }
        guard column < count else {
            if grammar.accepts(filled), !found.contains(filled) { found.append(filled) }
            return
        }
        if let cell = cells.first {
            fill(from: cells.dropFirst(), column: column + 1, filled: filled + [cell], into: &found)
        }
        if grammar.isOptional(grammar.columns[column]) {
            fill(from: cells, column: column + 1, filled: filled + [Table.Cell("")], into: &found)
        }
    }

    /// Joins cells that only the description can hold.
    private func joinDescription(_ cells: [Table.Cell], into found: inout [[Table.Cell]]) {
        guard let free = grammar.columns.firstIndex(of: .description) else { return }
        for first in 0..<cells.count {
            guard first <= free else { return }
            let before = Array(cells[..<first])
            for last in first..<cells.count where last > first {
                let parts = cells[first...last]
                guard !parts.dropFirst().contains(where: grammar.looksLikeRow), !grammar.looksLikeRow(parts[first])
                else { break }
                let after = Self.withoutEnd(Array(cells[(last + 1)...]))
                guard after.count <= count - free - 1, !parts[first].text.isEmpty else { continue }
                let text = parts.map(\.text).joined(separator: separator).replacing(" |  | ", with: " || ")
                let link = parts.lazy.compactMap(\.link).first
                // A separator at the end of a description is none of its text.
                guard !parts[last].text.isEmpty else { continue }
                let row = before + [Table.Cell(text, link: link)] + after
                var ways: [[Table.Cell]] = []
                fill(from: row[...], column: 0, filled: [], into: &ways)
                for way in ways where way[free].text == text && !found.contains(way) { found.append(way) }
                if found.count > 1 { return }
            }
        }
    }
}

import Documentation

/// The values of enumerations, which a page lists by the bare name of a member below the tables.
struct ListedValues {
    /// The values of a name, in order, and the line of the first.
    private(set) var names: [(name: String, values: [String], line: Int)] = []
    /// The places of names in the list.
    private var places: [String: Int] = [:]

    /// Adds the rows of a table with names and values.
    mutating func add(_ table: HeadedTable) {
        for row in table.table.rows {
            guard let cell = table.cell(.name, in: row), let value = table.cell(.value, in: row) else { continue }
            let name = NameCell(cell.text).name
            // A template of one's own may put all values into one row, each in code marks.
            let texts = Self.codes(value)
            let values = texts.isEmpty ? [value.text.trimmed] : texts
            if let index = places[name] {
                names[index].values += values
            } else {
                places[name] = names.count
                names.append((name, values, row.lines.lowerBound))
            }
        }
    }

    private static func codes(_ cell: Table.Cell) -> [String] {
        let bytes = Array(cell.text.utf8)
        return cell.marks.compactMap { mark in
            guard case .code = mark.kind, mark.range.upperBound <= bytes.count else { return nil }
            return String(decoding: bytes[mark.range], as: UTF8.self)
        }
    }
}

extension ListedValues {
    /// Gives the values to what they are of: `root` for those without a name, else the one row of that name.
    ///
    /// Where several rows have the name, the values are those of a schema whose own chapter lists them, or nobody knows
    /// of which: these are answered.
    func assign(
        to root: WrittenShape?, _ rows: [(name: String, shape: WrittenShape, copied: String?)],
        titles: [String] = [], listed: (String, String) -> Bool
    ) -> [(name: String, line: Int)] {
        var open: [(String, Int)] = []
        let rowsByName = Dictionary(grouping: rows, by: \.name)
        for (name, values, line) in names {
            // A row of the type itself has no name, or that of the title.
            let isOwn = name.isEmpty || titles.contains(name) && rowsByName[name] == nil
            if isOwn {
                if let root { Self.give(values, to: root) }
                continue
            }
            let all = rowsByName[name] ?? []
            let own = all.filter { $0.copied == nil }
            let isListed = all.contains { row in row.copied.map { listed($0, name) } ?? false }
            // Copies of schemas whose chapters list no such values do not have them.
            if own.count == 1, !isListed {
                Self.give(values, to: own[0].shape)
            } else if own.contains(where: { Self.canHaveValues($0.shape) }) {
                open.append((name, line))
            }
        }
        return open
    }

    private static func canHaveValues(_ shape: WrittenShape) -> Bool {
        switch shape.holder.kind {
        case .primitive(let name, _): name != "boolean"
        default: false
        }
    }

    private static func give(_ values: [String], to shape: WrittenShape) {
        let holder = shape.holder
        guard case .primitive = holder.kind else {
            // Of what type values are that look like numbers, nobody knows.
            if case .any = holder.kind, values.allSatisfy({ Double($0) == nil && $0 != "true" && $0 != "false" }) {
                holder.kind = .primitive("string", format: nil)
                holder.values = unique(values)
            }
            return
        }
        holder.values = unique(values).filter { !($0 == "null" && (shape.isNullable || holder.isNullable)) }
    }

    private static func unique(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }
}

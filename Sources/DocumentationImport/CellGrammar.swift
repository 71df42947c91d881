import APISpec
import Documentation

/// What the columns of a table may hold: tells whether cells stand under the right heads.
struct CellGrammar {
    /// The columns in the order of the head; `nil` for those of which nothing is known.
    let columns: [GuideDialect.Column?]
    /// The type that a Schema cell states; `nil` where it states none that the page explains.
    let type: (Table.Cell) -> Schema?

    /// Whether a cell for every column says what its column is for, without any doubt.
    func accepts(_ cells: [Table.Cell]) -> Bool {
        guard cells.count == columns.count, !isTorn(cells) else { return false }
        var schema: Schema?
        for (cell, column) in zip(cells, columns) where column == .schema { schema = type(cell) }
        return zip(cells, columns).allSatisfy { cell, column in
            switch column {
            case .schema:
                schema != nil || columns.contains(.status) && hasNoBody(cell, in: cells)
            case .defaultValue:
                GuideDialect.scp.noDefault.contains(cell.text)
                    || schema.map { TypedValue.read(cell.text, as: $0) != nil } ?? false
            case .description, nil: true
            case .some(let column): Self.accepts(cell, in: column)
            }
        }
    }

    /// Whether a row has a cell for every head and something in those that need it, whatever it is.
    func hasPlaces(_ row: Table.Row) -> Bool {
        row.cells.count == columns.count && !isTorn(row.cells)
            && zip(row.cells, columns).allSatisfy { cell, column in
                !cell.text.isEmpty || isOptional(column) && column != .schema
            }
    }

    /// Whether a cell that is not a description holds half a separator, as lines that ran together do.
    private func isTorn(_ cells: [Table.Cell]) -> Bool {
        zip(cells, columns).contains { cell, column in
            let text = cell.text
            return column != .description && text.utf8.contains(UInt8(ascii: "|"))
                && (text.hasPrefix("|") || text.hasSuffix("|") || text.contains(" |") || text.contains("| "))
        }
    }

    /// Whether a row may do without anything in the column.
    func isOptional(_ column: GuideDialect.Column?) -> Bool {
        switch column {
        case .description, .defaultValue, nil: true
        case .schema: columns.contains(.status)
        default: false
        }
    }

    /// Whether the first cells are those that only the beginning of a row can have.
    func startsRow(_ row: Table.Row) -> Bool {
        guard let first = row.cells.first, let column = columns.first else { return false }
        switch column {
        case .type:
            if NameCell(first.text) != nil { return true }
            guard row.cells.count > 1, columns.count > 1, columns[1] == .name else {
                return Self.isParameterType(first.text)
            }
            return Self.isWord(first.text) && NameCell(row.cells[1].text) != nil
        case .name: return NameCell(first.text) != nil
        case .status: return Self.status(first.text) != nil
        case .version: return isVersion(first.text)
        default: return row.edges?.leading ?? true
        }
    }

    /// Whether a part of a description looks like a cell of another column or another row.
    func looksLikeRow(_ cell: Table.Cell) -> Bool {
        guard columns.contains(.name) || columns.contains(.status) else { return true }
        let last = cell.text.split(whereSeparator: \.isBlank).last.map(normalized) ?? ""
        return GuideDialect.scp.required.contains(last) || GuideDialect.scp.optional.contains(last) || type(cell) != nil
            || columns.contains(.status) && Self.status(cell.text) != nil
            || columns.contains(.type) && Self.isParameterType(cell.text)
    }

    private static func accepts(_ cell: Table.Cell, in column: GuideDialect.Column) -> Bool {
        switch column {
        case .type: isWord(cell.text)
        case .name: NameCell(cell.text) != nil
        case .status: status(cell.text) != nil
        case .version: isVersion(cell.text)
        case .versionStatus: APIVersion.Status(rawValue: normalized(cell.text)) != nil
        case .notBefore: cell.text == "-" || CalendarDate(cell.text) != nil
        case .environment, .region: !cell.text.isEmpty && !cell.text.contains(where: \.isBlank)
        case .description, .schema, .defaultValue: true
        }
    }

    /// Whether the response of a row has no body: its cell says so, or HTTP allows none (RFC 9110, section 6.4.1).
    private func hasNoBody(_ cell: Table.Cell, in cells: [Table.Cell]) -> Bool {
        guard cell.text.isEmpty else { return GuideDialect.scp.noSchema.contains(cell.text) }
        var (status, description) = (Int?.none, "")
        for (cell, column) in zip(cells, columns) {
            if column == .status { status = Self.status(cell.text) }
            if column == .description { description = cell.text }
        }
        guard let status else { return false }
        let isBodiless = (100...199).contains(status) || status == 204 || status == 205 || status == 304
        return isBodiless && (description.isEmpty || !GuideDialect.scp.noSchema.contains(description))
    }

    /// The status code that a cell states.
    static func status(_ text: String) -> Int? {
        guard text.utf8.count == 3, let status = Int(text), (100...599).contains(status) else { return nil }
        return status
    }

    /// Whether this may say how a parameter travels; whether it does is judged where it is read.
    private static func isWord(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy(\.isPlainLetterOrDigit)
    }

    private static func isParameterType(_ text: String) -> Bool {
        let word = normalized(text)
        return word == "body" || Parameter.Location(rawValue: word) != nil
    }
}

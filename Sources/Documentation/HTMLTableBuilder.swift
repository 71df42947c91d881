/// A table of HTML while its rows are being read.
///
/// The head is the first row of `<thead>`, or the first row of a table without one.
struct HTMLTableBuilder {
    /// Where the table starts.
    let place: HTMLPlace
    /// How many tables are open inside the open cell; they are read as part of its text.
    var nested = 0
    private var head: [String]?
    private var rows: [Table.Row] = []
    private var row: (place: HTMLPlace, sources: [HTMLSpans.Source])?
    private var cell: (link: String?, columns: Int, rows: Int)?

    /// A table without rows.
    init(at place: HTMLPlace) { self.place = place }

    /// Whether a row is being read.
    var hasOpenRow: Bool { row != nil }
    /// Whether a cell is being read.
    var hasOpenCell: Bool { cell != nil }

    /// Starts a row.
    mutating func startRow(at place: HTMLPlace) { row = (place, []) }

    /// Starts a cell of the open row.
    mutating func startCell(_ attributes: HTMLAttributes) {
        cell = (
            nil, attributes.count("colspan", limit: HTMLSpans.maximumColumns),
            attributes["rowspan"] == "0"
                ? HTMLSpans.maximumRows : attributes.count("rowspan", limit: HTMLSpans.maximumRows)
        )
    }

    /// Notes where a link of the open cell leads; the first one counts.
    mutating func link(to address: String) {
        if let open = cell, open.link == nil { cell?.link = address }
    }

    /// Ends the open cell, whose text is known now.
    mutating func endCell(_ text: String, marks: [TextMark] = []) {
        guard let open = cell else { return }
        row?.sources.append(
            HTMLSpans.Source(
                cell: Table.Cell(text, link: open.link, marks: marks), columns: open.columns, rows: open.rows))
        cell = nil
    }

    /// Ends the open row, which takes lines up to `line`.
    ///
    /// A row without cells is none.
    mutating func endRow(line: Int, spans: inout HTMLSpans) {
        guard let open = row else { return }
        row = nil
        guard !open.sources.isEmpty else { return }
        let cells = spans.row(open.sources)
        if head == nil {
            head = cells.map(\.text)
        } else {
            let lines = open.place.line...max(line, open.place.line)
            rows.append(Table.Row(cells: cells, lines: lines, column: open.place.column))
        }
    }

    /// The table; `nil` where it has no rows at all.
    var table: Table? { head.map { Table(head: $0, rows: rows) } }
}

/// A line and a column, both from 1.
struct HTMLPlace {
    /// The line.
    var line: Int
    /// The column in characters.
    var column: Int
}

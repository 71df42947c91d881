import Diagnostics

/// Reads the lines of a table of AsciiDoc.
///
/// Generators write a row a line, and cells go on in lines that do not start with `|`; or a cell a line, with a mark of
/// its alignment before it. The head tells which: where its cells stand on one line, each further row starts a line.
struct AsciiDocTable {
    /// A cell with the line that it starts in.
    private struct Cell {
        var lines: [Substring]
        var first: Int
        var startsLine: Bool
    }

    /// The table; `nil` where it has no cells.
    static func read(
        _ lines: ArraySlice<Substring>, firstLine: Int, attributes: AsciiDocAttributes, file: String
    ) throws -> Table? {
        if let separator = attributes.separator, separator != "|" {
            throw DiagnosticError(
                "the table parts its cells with `\(separator)`; tables with `|` are read",
                at: SourceLocation(file: file, line: firstLine - 1, column: 1))
        }
        let cells = cells(of: lines, firstLine: firstLine)
        guard let first = cells.first else { return nil }
        let headLine = first.first
        let onFirstLine = cells.prefix { $0.first == headLine }.count
        let columns = attributes.columns ?? onFirstLine
        let isByLine = onFirstLine > 1 || columns == 1
        var rows: [[Cell]] = []
        for cell in cells {
            if isByLine ? cell.startsLine : (rows.last?.count ?? columns) >= columns {
                rows.append([cell])
            } else if rows.isEmpty {
                rows.append([cell])
            } else {
                rows[rows.count - 1].append(cell)
            }
        }
        let head = rows.removeFirst().map { AsciiDocInline.read(text(of: $0)).text }
        return Table(
            head: head,
            rows: rows.map { cells in
                let last = cells.map { $0.first + $0.lines.count - 1 }.max() ?? cells[0].first
                return Table.Row(
                    cells: cells.map { cell in
                        let text = AsciiDocInline.read(text(of: cell))
                        return Table.Cell(text.text, link: text.link, marks: text.marks)
                    }, lines: cells[0].first...last)
            })
    }

    /// The lines of a cell as one text: blank lines part paragraphs.
    private static func text(of cell: Cell) -> String {
        var paragraphs: [String] = []
        for part in cell.lines.split(whereSeparator: \.isEmpty) {
            paragraphs.append(AsciiDocMarks.joined(Array(part), keepsLineEnds: false))
        }
        return paragraphs.joined(separator: "\n")
    }

    private static func cells(of lines: ArraySlice<Substring>, firstLine: Int) -> [Cell] {
        var cells: [Cell] = []
        for (offset, line) in lines.enumerated() {
            let pieces = pieces(of: line)
            let number = firstLine + offset
            // What stands before the first separator goes on with the cell before, unless it is the mark of a cell.
            if let rest = pieces.first, pieces.count == 1 || !isSpecification(rest) {
                if !cells.isEmpty {
                    cells[cells.count - 1].lines.append(unescaped(rest))
                }
            }
            for (place, piece) in pieces.dropFirst().enumerated() {
                let startsLine = place == 0 && (pieces[0].isEmpty || isSpecification(pieces[0]))
                cells.append(Cell(lines: [unescaped(piece)], first: number, startsLine: startsLine))
            }
        }
        return cells
    }

    /// A line cut at every `|` without a backslash before it.
    private static func pieces(of line: Substring) -> [Substring] {
        var pieces: [Substring] = []
        let utf8 = line.utf8
        var start = line.startIndex
        var place = start
        var isEscaped = false
        while place < utf8.endIndex {
            let byte = utf8[place]
            if byte == UInt8(ascii: "|"), !isEscaped {
                pieces.append(line[start..<place])
                start = utf8.index(after: place)
            }
            isEscaped = byte == UInt8(ascii: "\\")
            place = utf8.index(after: place)
        }
        pieces.append(line[start...])
        return pieces
    }

    private static func unescaped(_ text: Substring) -> Substring {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
        return Substring(text.replacing("\\|", with: "|"))
    }

    /// Whether text before a separator says how the cell is laid out: `2+`, `.3+`, `<.<`, `^.^`, `a`.
    private static func isSpecification(_ text: Substring) -> Bool {
        let text = AsciiDocMarks.trimmed(text)
        guard !text.isEmpty, text.utf8.count <= 12 else { return false }
        var rest = text
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        if let mark = rest.dropFirst(digits.count).first, mark == "+" || mark == "*" {
            rest = rest.dropFirst(digits.count + 1)
        }
        while let first = rest.first, "<^>.".contains(first) { rest = rest.dropFirst() }
        return rest.isEmpty || rest.count == 1 && rest.allSatisfy { "adehlmsv".contains($0) }
    }
}

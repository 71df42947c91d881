import Diagnostics

/// Reads the lines of a table into rows.
///
/// GFM says that a line is a row. Converters that write a `<br>` of a cell as it is break rows over lines; such rows are
/// put together again where the lines show it and add up to exactly the head's cells. Rows keep the cells that they
/// have: too few and too many are the business of whoever knows what cells mean.
struct MarkdownTable {
    /// How many columns a table may have.
    static let maximumColumns = 1000
    /// How many lines a row may be broken over.
    private static let maximumLines = 64

    private let page: MarkdownContext
    private let columns: Int
    private let style: Style
    private var rows: [Table.Row] = []

    /// How the lines of a table show that a row goes on.
    private enum Style {
        /// Separators stand between cells only: `a| b| c`.
        case inner
        /// Separators stand under those of the head: `| a   | b  |`; where they stand, in characters, and whether they
        /// stand around the line as well.
        case padded([Int], isFramed: Bool)
        /// Separators stand around every cell.
        case outer
    }

    /// Reads a table with its head, the rule below it and its other lines.
    ///
    /// - Throws: `DiagnosticError` for a table of more than ``maximumColumns`` columns.
    static func read(
        head: MarkdownLine, rule: MarkdownLine, lines: [MarkdownLine], endsPage: Bool, page: MarkdownContext
    ) throws -> Block {
        let words = CellSplit(head.text)
        guard words.cells.count <= maximumColumns else {
            throw DiagnosticError(
                "the table has \(words.cells.count) columns and the limit is \(maximumColumns); the page is damaged",
                at: page.location(line: head.number))
        }
        var table = MarkdownTable(words, head: head, rule: rule, page: page)
        let isCutOff = table.read(rule.endsInHardBreak ? unwrapped(lines, page: page) : lines.map(Line.init))
        let texts = words.cells.map { page.cell($0).text }
        let content = Table(head: texts, rows: table.rows, isCutOff: isCutOff && endsPage)
        return Block(.table(content), lines: head.number...(lines.last?.number ?? rule.number))
    }

    private init(_ words: CellSplit, head: MarkdownLine, rule: MarkdownLine, page: MarkdownContext) {
        self.page = page
        columns = words.cells.count
        let places = CellSplit.places(of: head.text)
        let isPadded = places == CellSplit.places(of: rule.text)
        if words.leads || words.trails {
            style = isPadded ? .padded(places, isFramed: true) : .outer
        } else {
            style = isPadded && !rule.endsInHardBreak ? .padded(places, isFramed: false) : .inner
        }
    }

    /// A line of the table, or several that were one before they were wrapped.
    private struct Line {
        var text: Bytes
        /// The columns of white space before the text.
        var indentation = 0
        var lines: ClosedRange<Int>
        var endsInHardBreak: Bool

        init(_ line: MarkdownLine) {
            text = line.text
            indentation = line.indentation
            lines = line.number...line.number
            endsInHardBreak = line.endsInHardBreak
        }
    }

    /// The lines without the line ends of a converter that wraps text, and marks with two spaces the ends that count.
    private static func unwrapped(_ lines: [MarkdownLine], page: MarkdownContext) -> [Line] {
        var result: [Line] = []
        var parts: [MarkdownLine] = []
        for (index, line) in lines.enumerated() {
            parts.append(line)
            guard line.endsInHardBreak || index == lines.count - 1 else { continue }
            var whole = Line(line)
            if parts.count > 1 {
                var text: [UInt8] = []
                for part in parts {
                    // Converters break addresses at hyphens, too.
                    if !text.isEmpty, !text.endsInAddress { text.append(0x20) }
                    text.append(contentsOf: part.text)
                }
                whole.text = page.keep(text)
                whole.lines = parts[0].number...line.number
            }
            result.append(whole)
            parts.removeAll(keepingCapacity: true)
        }
        return result
    }

    /// Reads all rows; whether the last one is not finished.
    private mutating func read(_ lines: [Line]) -> Bool {
        var index = 0
        var isUnfinished = false
        while index < lines.count {
            let line = lines[index]
            let cells = cells(of: line.text)
            isUnfinished = false
            if cells.count < columns || isPadded && Array(cells.last ?? line.text).endsInAddress,
                isOpen(line, next: index + 1 < lines.count ? lines[index + 1] : nil)
            {
                if let (joined, last) = join(lines, from: index) {
                    append(joined, lines: line.lines.lowerBound...lines[last].lines.upperBound)
                    index = last + 1
                    continue
                }
                isUnfinished = true
            }
            append(cells, lines: line.lines, edges: CellSplit(line.text))
            index += 1
        }
        return isUnfinished
    }

    private mutating func append(_ cells: [Bytes], lines: ClosedRange<Int>, edges: CellSplit? = nil) {
        rows.append(
            Table.Row(
                cells: cells.map { page.cell($0) }, lines: lines,
                edges: Table.Row.Edges(
                    leading: edges?.leads ?? true, trailing: edges?.trails ?? true, areDrawn: isPadded && edges != nil))
        )
    }

    /// Whether separators stand under those of the head on every line, those that go on with a row too.
    private var isPadded: Bool { if case .padded = style { true } else { false } }

    /// Whether they stand around the line as well.
    private var isFramed: Bool { if case .padded(_, isFramed: true) = style { true } else { false } }

    /// Whether separators stand between cells only.
    private var isInner: Bool {
        switch style {
        case .inner, .padded(_, isFramed: false): true
        case .outer, .padded(_, isFramed: true): false
        }
    }

    /// The cells of a row.
    private func cells(of row: Bytes) -> [Bytes] {
        if isInner {
            // What leads or trails is an empty cell unless there are too many of them.
            let all = CellSplit(row, keepsEnds: true)
            if all.cells.count <= columns { return all.cells }
        }
        return CellSplit(row).cells
    }

    /// Whether a line that has too few cells may be the start of a row that goes on.
    private func isOpen(_ line: Line, next: Line?) -> Bool {
        let split = CellSplit(line.text)
        switch style {
        case .inner:
            return line.endsInHardBreak || !split.hasSeparator
        case .padded(let places, let isFramed):
            return !isFramed && !split.hasSeparator
                || (!isFramed || split.leads && split.trails) && Self.isBelow(places, line)
        case .outer:
            return split.leads && !split.trails && next?.text.first == UInt8(ascii: "|")
        }
    }

    /// The cells of the row that starts with line `start`, and its last line; `nil` where the lines do not add up.
    private func join(_ lines: [Line], from start: Int) -> (cells: [Bytes], last: Int)? {
        var count = pieces(of: lines[start].text)
        for index in start + 1..<min(lines.count, start + Self.maximumLines) {
            guard isPart(lines[index]) else { return nil }
            let more = pieces(of: lines[index].text)
            // A line with all cells may be a row of its own: whoever knows what cells mean has to tell.
            if isPadded, more >= columns { return nil }
            count += more - overlap
            guard count <= columns else { return nil }
            guard count == columns else { continue }
            let cells = cells(of: joined(lines[start...index].map(\.text)))
            return cells.count == columns ? (cells, index) : nil
        }
        return nil
    }

    /// Whether a line may belong to the row above it.
    private func isPart(_ line: Line) -> Bool {
        guard case .padded(let places, _) = style else { return true }
        return Self.isBelow(places, line)
    }

    /// Whether the separators of a line stand under those of the head.
    private static func isBelow(_ places: [Int], _ line: Line) -> Bool {
        let own = CellSplit.places(of: line.text)
        return places.starts(with: own) || places.starts(with: own.map { $0 + line.indentation })
    }

    /// How many cells a part of a row has, the first and the last of which may go on.
    private func pieces(of line: Bytes) -> Int {
        CellSplit(line, keepsEnds: isInner).cells.count
    }

    /// How many cells two parts of a row share.
    private var overlap: Int {
        if case .outer = style { return 0 }
        return 1
    }

    /// The lines of a row as one, kept by the page; a line end stands for the forced break.
    private func joined(_ parts: [Bytes]) -> Bytes {
        var bytes: [UInt8] = []
        for (index, part) in parts.enumerated() {
            var part = part
            if isFramed {
                if index > 0, part.first == UInt8(ascii: "|") { part = part.part(1, part.count).trimmed }
                if index < parts.count - 1, part.last == UInt8(ascii: "|") {
                    part = part.part(0, part.count - 1).trimmed
                }
            }
            if index > 0, !bytes.endsInAddress { bytes.append(contentsOf: [0x20, 0x20, 0x0A]) }
            bytes.append(contentsOf: part)
        }
        return page.keep(bytes)
    }
}

extension [UInt8] {
    /// Whether text ends in the address of a link that is not closed.
    fileprivate var endsInAddress: Bool {
        for index in indices.reversed().prefix(2048) {
            switch self[index] {
            case UInt8(ascii: "("): return index > 0 && self[index - 1] == UInt8(ascii: "]") && index + 1 < count
            case UInt8(ascii: ")"), UInt8(ascii: "|"): return false
            case let byte where byte.isWhiteSpace: return false
            default: continue
            }
        }
        return false
    }
}

/// A line of a table, cut at its separators: every `|` without a backslash before it and outside of code.
///
/// GFM cuts code, too. Who follows it writes a backslash there; converters that do not, mean the `|` of a pattern.
struct CellSplit {
    /// Longer runs of backticks are no mark of code.
    private static let longestMark = 32

    /// The cells without white space at both ends.
    private(set) var cells: [Bytes] = []
    /// Whether the line starts with a separator.
    private(set) var leads = false
    /// Whether the line ends in one.
    private(set) var trails = false
    /// Whether there is any.
    private(set) var hasSeparator = false

    /// Cuts `line`, which has no white space at its ends.
    ///
    /// With `keepsEnds` what stands before a leading separator and after a trailing one counts as a cell.
    init(_ line: Bytes, keepsEnds: Bool = false) {
        var start = 0
        var index = 0
        while index < line.count {
            switch line[index] {
            case UInt8(ascii: "\\"):
                index += 1
            case UInt8(ascii: "`"):
                index = Self.endOfCode(in: line, from: index) - 1
            case UInt8(ascii: "|"):
                hasSeparator = true
                if index == 0 { leads = true }
                if index == line.count - 1 { trails = true }
                if index > 0 || keepsEnds { cells.append(line.part(start, index).trimmed) }
                start = index + 1
            default:
                break
            }
            index += 1
        }
        if start < line.count || keepsEnds { cells.append(line.part(start, line.count).trimmed) }
    }

    /// How many separators a line has.
    static func separators(in line: Bytes) -> Int {
        var count = 0
        var index = 0
        while index < line.count {
            if line[index] == UInt8(ascii: "|") { count += 1 } else if line[index] == UInt8(ascii: "\\") { index += 1 }
            index += 1
        }
        return count
    }

    /// Where the separators of a line stand, in characters.
    static func places(of line: Bytes) -> [Int] {
        var places: [Int] = []
        var column = 0
        var index = 0
        while index < line.count {
            let byte = line[index]
            if byte == UInt8(ascii: "\\"), index + 1 < line.count {
                column += 1
                index += 1
            } else if byte == UInt8(ascii: "|") {
                places.append(column)
            }
            if line[index] & 0xC0 != 0x80 { column += 1 }
            index += 1
        }
        return places
    }

    /// Where the code span that starts at `start` ends, or the marks that would open it.
    private static func endOfCode(in line: Bytes, from start: Int) -> Int {
        func run(at place: Int) -> Int {
            var end = place
            while end < line.count, line[end] == UInt8(ascii: "`") { end += 1 }
            return end - place
        }
        let length = run(at: start)
        var index = start + length
        guard length <= longestMark else { return index }
        while index < line.count {
            if line[index] == UInt8(ascii: "`") {
                let other = run(at: index)
                index += other
                if other == length { return index }
            } else {
                index += 1
            }
        }
        return start + length
    }
}

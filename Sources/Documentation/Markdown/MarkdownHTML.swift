import Diagnostics

/// HTML inside Markdown: a table, preformatted text, or tags around blocks of Markdown (CommonMark 0.31, 4.6).
///
/// It ends as CommonMark says, but never inside a table or preformatted text: converters leave blank lines in them.
struct MarkdownHTML {
    /// Whether the piece ends with a blank line rather than with a mark of its own.
    var endsAtBlankLine: Bool { mark == nil && open == 0 }
    /// Whether the last line that was followed ends the piece.
    private(set) var isOver = false

    /// What ends the piece; `nil` where a blank line does.
    private var mark: String?
    /// How many tables and pieces of preformatted text are open.
    private var open = 0

    /// The piece that starts with `line`; `nil` where the line is text.
    init?(_ line: Bytes, interruptsParagraph: Bool) {
        if line.starts(with: "<!--") {
            mark = "-->"
        } else if line.starts(with: "<?") {
            mark = "?>"
        } else if line.starts(with: "<![CDATA[") {
            mark = "]]>"
        } else if line.count > 2, line[1] == UInt8(ascii: "!"), line[2].isLetter {
            mark = ">"
        } else {
            let isEnd = line.count > 1 && line[1] == UInt8(ascii: "/")
            let start = isEnd ? 2 : 1
            var end = start
            while end < line.count, line[end].isLetter || line[end].isDigit { end += 1 }
            let name = line.part(start, end).text.lowercased()
            guard end > start, end == line.count || line[end].isWhiteSpace || Self.endsName(line[end]) else { return nil }
            if !isEnd, Self.raw.contains(name) {
                mark = "</\(name)>"
            } else if !Self.blockNames.contains(name) {
                // Any other tag starts a piece only if it is alone on its line.
                var missing = MarkdownTag.Missing()
                guard !interruptsParagraph, let tag = MarkdownTag(in: line, at: 0, missing: &missing),
                    line.part(tag.end, line.count).allSatisfy(\.isWhiteSpace) || Self.isAnchorOnly(line, after: tag)
                else { return nil }
            }
        }
        follow(line)
    }

    /// Takes note of another line.
    mutating func follow(_ line: Bytes) {
        if let mark {
            isOver = Self.holds(line, mark)
            return
        }
        var index = 0
        while index < line.count {
            guard line[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            let rest = line.part(index + 1, line.count)
            if Self.opens(rest, "table") || Self.opens(rest, "pre") {
                open += 1
            } else if Self.opens(rest, "/table") || Self.opens(rest, "/pre") {
                open = max(0, open - 1)
            }
            index += 1
        }
    }

    /// The blocks of the piece, or the anchor that it sets where it has no words.
    ///
    /// - Throws: `DiagnosticError` where a table or preformatted text has no end.
    func blocks(of lines: [MarkdownLine], context: MarkdownContext) throws -> (blocks: [Block], anchor: String?) {
        var bytes: [UInt8] = []
        for line in lines {
            line.appendCode(to: &bytes)
            bytes.append(0x0A)
        }
        let first = lines[0].number
        return try bytes.withUnsafeBufferPointer { bytes in
            let (hasWords, anchor) = Self.look(through: bytes)
            guard hasWords else { return ([], anchor) }
            var blocks = try HTMLReader.readFragment(bytes, firstLine: first, file: context.file)
            // After a blank line what stands in a cell is Markdown.
            if lines.contains(where: \.isBlank) {
                for index in blocks.indices { Self.readMarkdown(in: &blocks[index].content, context: context) }
            }
            return (blocks, anchor)
        }
    }

    private static func readMarkdown(in content: inout Block.Content, context: MarkdownContext) {
        guard case .table(var table) = content else { return }
        func read(_ text: String) -> Table.Cell {
            context.cell(context.keep(Array(text.replacing("\n", with: "  \n").utf8)))
        }
        table.head = table.head.map { read($0).text }
        for row in table.rows.indices {
            for column in table.rows[row].cells.indices {
                let cell = table.rows[row].cells[column]
                var other = read(cell.text)
                other.link = cell.link ?? other.link
                other.isSpanned = cell.isSpanned
                table.rows[row].cells[column] = other
            }
        }
        content = .table(table)
    }

    /// Whether a piece says anything besides its tags, and the anchor that it sets.
    private static func look(through bytes: Bytes) -> (hasWords: Bool, anchor: String?) {
        var missing = MarkdownTag.Missing()
        var anchor: String?
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), let tag = MarkdownTag(in: bytes, at: index, missing: &missing) {
                if !tag.isEnd, tag.name == "a" || tag.name == "span" || tag.name == "div" { anchor = tag.anchor ?? anchor }
                index = tag.end
            } else if bytes[index].isWhiteSpace {
                index += 1
            } else {
                return (true, anchor)
            }
        }
        return (false, anchor)
    }

    private static func isAnchorOnly(_ line: Bytes, after tag: MarkdownTag) -> Bool {
        tag.name == "a" && !look(through: line).hasWords
    }

    private static func endsName(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") }

    private static func opens(_ rest: Bytes, _ name: StaticString) -> Bool {
        guard rest.startsIgnoringCase(name) else { return false }
        let end = name.utf8CodeUnitCount
        return end == rest.count || rest[end].isWhiteSpace || endsName(rest[end])
    }

    private static func holds(_ line: Bytes, _ mark: String) -> Bool {
        let mark = Array(mark.utf8)
        guard line.count >= mark.count else { return false }
        return (0...(line.count - mark.count)).contains { start in
            mark.indices.allSatisfy { offset in
                let byte = line[start + offset]
                return byte == mark[offset] || byte.isLetter && byte | 0x20 == mark[offset]
            }
        }
    }

    private static let raw: Set<String> = ["script", "style", "textarea"]

    private static let blockNames: Set<String> = Set(
        """
        address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt \
        fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li \
        link main menu menuitem nav noframes ol optgroup option p param pre search section summary table tbody td tfoot \
        th thead title tr track ul
        """.split(separator: " ").map(String.init))
}

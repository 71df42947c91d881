import Documentation

/// Finds tables of extracted text that have a cell a line, without separators: the lines of the head tell the columns.
///
/// Extractors that only take the text of elements write so. Which cells make a row is found out as for other tables.
enum StackedTables {
    /// The columns by which the kinds of tables are known: a single one, of which a page may have a line, does not tell.
    private static let kinds: [Set<GuideDialect.Column>] = GuideDialect.TableKind.allCases.map { kind in
        let head = GuideDialect.scp.head(kind)
        return Set(head.needed.count > 1 ? head.needed : head.needed + head.others.prefix(1))
    }

    /// The blocks of a passage with such tables as tables.
    static func assembled(_ passage: Passage) -> [Block] {
        guard passage.format == .extractedText else { return passage.blocks }
        let blocks = passage.blocks
        var result: [Block] = []
        var index = 0
        while index < blocks.count {
            let head = self.head(blocks[index...])
            guard !head.isEmpty else {
                result.append(blocks[index])
                index += 1
                continue
            }
            let start = index
            index += head.count
            var rows: [Table.Row] = []
            while index < blocks.count, let text = cell(blocks[index], in: passage.format) {
                append(text, lines: blocks[index].lines, to: &rows)
                index += 1
            }
            guard !rows.isEmpty else {
                result += blocks[start..<index]
                continue
            }
            let lines = blocks[start].lines.lowerBound...blocks[index - 1].lines.upperBound
            result.append(Block(.table(Table(head: head, rows: rows)), lines: lines))
        }
        return result
    }

    /// The words of a head that starts here, a line each; none where no head does.
    private static func head(_ blocks: ArraySlice<Block>) -> [String] {
        var words: [String] = []
        var columns: Set<GuideDialect.Column> = []
        for block in blocks {
            guard case .paragraph(let text) = block.content, let column = WordLookup.shared.column(text),
                columns.insert(column).inserted
            else { break }
            words.append(text)
        }
        return kinds.contains(where: columns.isSuperset) ? words : []
    }

    /// The text of a cell; `nil` for what ends the table.
    private static func cell(_ block: Block, in format: Page.Format) -> String? {
        let words = WordLookup.shared
        guard words.revisionSection(block, in: format) == nil, words.serviceSection(block, in: format) == nil else {
            return nil
        }
        switch block.content {
        case .paragraph(let text): return text
        case .code(let text): return text.contains("\n") ? nil : text
        case .heading, .table: return nil
        }
    }

    /// Adds a cell; whether a name is required stands on a line of its own.
    private static func append(_ text: String, lines: ClosedRange<Int>, to rows: inout [Table.Row]) {
        let word = normalized(text)
        if GuideDialect.scp.required.contains(word) || GuideDialect.scp.optional.contains(word),
            var name = rows.popLast()
        {
            name.cells[0].text += " \(text)"
            name.lines = name.lines.lowerBound...lines.upperBound
            rows.append(name)
            return
        }
        rows.append(
            Table.Row(
                cells: [Table.Cell(text)], lines: lines, edges: Table.Row.Edges(leading: true, trailing: true)))
    }
}

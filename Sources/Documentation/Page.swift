/// A documentation page as a reader saw it: blocks in reading order, each with its line.
///
/// A page knows nothing of APIs. What a heading or a table means is the importer's business.
public struct Page: Sendable, Hashable {
    /// The file as the user named it, for diagnostics.
    public var file: String
    /// The format that the reader found.
    public var format: Format
    /// The blocks in reading order.
    public var blocks: [Block]
    /// The language that the page declares (`en`, `ko`), if it does.
    public var language: String?
    /// The charset that the page declares where it is another than UTF-8, which pages are read as.
    public var foreignCharset: Charset?

    /// A charset that a page declares.
    public struct Charset: Sendable, Hashable {
        /// The name as the page writes it.
        public var name: String
        /// Where it stands, counted from 1.
        public var line: Int
        /// Where it stands in its line, in characters counted from 1.
        public var column: Int
    }

    /// The address that the page gives for itself (HTML: the canonical link), if it does.
    public var address: String?
    /// The title that the page declares for the window of a browser (HTML: `<title>`), if it does.
    public var title: String?
    /// The lines in which a converter says that it left a table out.
    public var lostTables: [Int] = []
    /// Whether elements have the classes that Asciidoctor gives them: its HTML has typographic signs in place of others.
    public var isOfAsciidoctor = false

    /// How the page was written.
    public enum Format: String, Sendable, Hashable {
        /// Text as content extractors leave it: a line a paragraph, tables with `|`.
        case extractedText
        /// HTML as the site serves it.
        case html
        /// Markdown as converters write it: CommonMark with the tables of GFM.
        case markdown
        /// AsciiDoc as generators of references write it.
        case asciidoc
    }

    /// A page made of blocks.
    public init(
        file: String, format: Format, blocks: [Block], language: String? = nil, address: String? = nil,
        title: String? = nil
    ) {
        self.file = file
        self.format = format
        self.blocks = blocks
        self.language = language
        self.address = address
        self.title = title
    }

    /// The block that the page ends in the middle of, if it does: a table with an unfinished last row, or code whose
    /// brackets are still open.
    ///
    /// A download that broke off looks like this. HTML that is cut off is refused by its reader, so this concerns
    /// extracted text and Markdown.
    public var cutOffBlock: Block? {
        guard let last = blocks.last else { return nil }
        switch last.content {
        case .table(let table): return table.isCutOff ? last : nil
        case .code: return last.isUnbalanced ? last : nil
        case .heading, .paragraph: return nil
        }
    }
}

/// A piece of a page.
public struct Block: Sendable, Hashable {
    /// What the piece is.
    public var content: Content
    /// The first and the last line that it takes, counted from 1.
    public var lines: ClosedRange<Int>
    /// Where it starts in its first line, in characters from 1; `nil` where it takes whole lines.
    public var column: Int?
    /// Whether this is code of extracted text whose brackets do not balance: the page, or the section, ends first.
    public var isUnbalanced: Bool
    /// The parts of the text that stand in marks; not in extracted text, in tables and in code.
    public var marks: [TextMark]
    /// In how many lists the block stands; 0 outside of them, and where the format does not tell.
    public var listDepth: Int
    /// The anchors that the page sets between the block before and this one (Markdown: `<a name="x"></a>`; AsciiDoc:
    /// `[[x]]`; HTML: the ids of the elements around the block). The id of a heading itself is that of the heading.
    public var anchors: [String] = []
    /// The language that code is said to be in (Markdown: the word behind the fence).
    public var language: String?

    /// The kinds of pieces that documentation pages are made of.
    public enum Content: Sendable, Hashable {
        /// A heading that the format marks as one.
        case heading(Heading)
        /// Running text; in extracted text one line, which may well be a heading that lost its mark. In HTML a
        /// forced line break is `\n`.
        case paragraph(String)
        /// A table with a head.
        case table(Table)
        /// Preformatted text, line ends kept; in extracted text a bracketed run such as a JSON value.
        case code(String)
    }

    /// A block at `lines`.
    public init(
        _ content: Content, lines: ClosedRange<Int>, column: Int? = nil, isUnbalanced: Bool = false,
        marks: [TextMark] = [], listDepth: Int = 0, language: String? = nil
    ) {
        self.content = content
        self.lines = lines
        self.column = column
        self.isUnbalanced = isUnbalanced
        self.marks = marks
        self.listDepth = listDepth
        self.language = language
    }
}

/// A heading, with its number taken apart.
public struct Heading: Sendable, Hashable {
    /// The outline number: `[1, 5, 2]` of `1.5.2 - 1.1`; empty where there is none.
    public var number: [Int]
    /// The words after the number.
    public var text: String
    /// The anchor of the heading, if the format has one.
    public var anchor: String?
    /// The level that the markup gives it: 1 to 6 for `<h1>` to `<h6>` and `#` to `######`; `nil` in extracted text.
    public var level: Int?

    /// A heading such as `1.5 - Create Backup`: number `[1, 5]`, text `Create Backup`.
    public init(number: [Int], text: String, anchor: String? = nil, level: Int? = nil) {
        self.number = number
        self.text = text
        self.anchor = anchor
        self.level = level
    }
}

/// A table: a head and rows.
///
/// Rows are kept as the page has them; they may be too short or too long, and in extracted text a row may be broken
/// over several of them.
public struct Table: Sendable, Hashable {
    /// The words of the head, left to right.
    public var head: [String]
    /// The rows below the head.
    public var rows: [Row]
    /// Whether the page ends in the middle of the last row.
    public var isCutOff: Bool

    /// A row with its line.
    public struct Row: Sendable, Hashable {
        /// The cells, left to right; more than the head has where a cell's text holds the separator.
        public var cells: [Cell]
        /// The lines that the row takes.
        public var lines: ClosedRange<Int>
        /// Where it starts in its first line, in characters from 1; `nil` where it takes whole lines.
        public var column: Int?

        /// The separators at the ends of the line, where rows are lines with separators; `nil` where the format marks
        /// rows itself.
        ///
        /// Extractors break a row over several lines. Which lines make a row depends on what the cells mean, so a
        /// reader of pages answers each line as it stands; see ``joined(to:)``.
        public var edges: Edges?

        /// Whether a line starts and ends in a separator.
        public struct Edges: Sendable, Hashable {
            /// Whether it starts with one.
            public var leading: Bool
            /// Whether it ends in one.
            public var trailing: Bool
            /// Whether the separators are drawn on every line of a row, so that its last cell may go on in the first one
            /// of the next line.
            public var areDrawn: Bool

            /// Separators at the ends of a line.
            public init(leading: Bool, trailing: Bool, areDrawn: Bool = false) {
                self.leading = leading
                self.trailing = trailing
                self.areDrawn = areDrawn
            }
        }

        /// A row at `lines`.
        public init(cells: [Cell], lines: ClosedRange<Int>, column: Int? = nil, edges: Edges? = nil) {
            self.cells = cells
            self.lines = lines
            self.column = column
            self.edges = edges
        }

        /// This line and the next one of the same row as if there were a space instead of the line end.
        ///
        /// A cell that neither line closes goes on in the next; between two separators stands an empty cell.
        public func joined(to next: Row) -> Row {
            guard let edges, let other = next.edges else { return self }
            var joined = cells
            switch (edges.trailing, other.leading) {
            case _ where edges.areDrawn && other.areDrawn:
                guard let last = joined.popLast(), let first = next.cells.first else {
                    joined += next.cells
                    break
                }
                let text = [last.text, first.text].filter { !$0.isEmpty }.joined(separator: "\n")
                joined.append(Cell(text, link: last.link ?? first.link))
                joined += next.cells.dropFirst()
            case (true, true):
                joined.append(Cell(""))
                joined += next.cells
            case (false, false):
                guard let last = joined.popLast(), let first = next.cells.first else {
                    joined += next.cells
                    break
                }
                joined.append(Cell("\(last.text) \(first.text)", link: last.link ?? first.link))
                joined += next.cells.dropFirst()
            default:
                joined += next.cells
            }
            return Row(
                cells: joined, lines: lines.lowerBound...max(lines.upperBound, next.lines.upperBound), column: column,
                edges: Edges(
                    leading: edges.leading, trailing: other.trailing, areDrawn: edges.areDrawn && other.areDrawn))
        }
    }

    /// What stands in one field of a row.
    public struct Cell: Sendable, Hashable {
        /// The text; line breaks inside the cell are `\n`, the ends are trimmed.
        public var text: String
        /// Where the cell's first link leads, as written.
        public var link: String?
        /// Whether the page has no cell here: it was filled in for one beside it or above it that spans this field.
        public var isSpanned: Bool
        /// The parts of the text that stand in marks; not in extracted text.
        public var marks: [TextMark]

        /// A cell with its text.
        public init(_ text: String, link: String? = nil, isSpanned: Bool = false, marks: [TextMark] = []) {
            self.text = text
            self.link = link
            self.isSpanned = isSpanned
            self.marks = marks
        }
    }

    /// A table as it was read.
    public init(head: [String], rows: [Row], isCutOff: Bool = false) {
        self.head = head
        self.rows = rows
        self.isCutOff = isCutOff
    }
}

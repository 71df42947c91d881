import Diagnostics

/// Finds out which form a page has: HTML, Markdown, AsciiDoc or extracted text.
///
/// The marks decide, not how the page starts: converters leave tags in Markdown, and text has tables drawn as Markdown
/// has them. What only Markdown has: headings with `#` or a line below, fences, and links.
struct PageFormat {
    /// Whether the page says that it is a document of HTML.
    private let isDocument: Bool
    private let startsWithTag: Bool
    private var documentLine: Int?
    /// Lines with a heading of Markdown whose words start with an outline number, and with others.
    private var numberedMarks = Count()
    private var otherMarks = Count()
    /// Numbered headings without a mark.
    private var bareNumbers = Count()
    private var fences = 0
    private var links = 0
    private var rules = Count()
    private var htmlHeadings = 0
    /// Headings, tables and anchors of AsciiDoc.
    private var asciiDocHeadings = Count()
    private var asciiDocTables = Count()
    private var asciiDocAnchors = Count()
    private var asciiDocDirectives = Count()

    /// How many lines of a kind there are, and where the first one stands.
    private struct Count {
        var number = 0
        var first = 0

        mutating func add(_ line: Int) {
            if number == 0 { first = line }
            number += 1
        }
    }

    /// The form of `content`.
    ///
    /// - Throws: `DiagnosticError` where one half of the page has one form and the other half another.
    static func find(in content: Bytes, file: String) throws -> Page.Format {
        let format = PageFormat(content)
        if let (line, message) = format.mixture {
            throw DiagnosticError(message, at: SourceLocation(file: file, line: line))
        }
        return format.format
    }

    /// Looks at `content`, which is UTF-8.
    init(_ content: Bytes) {
        // Servers put warnings in front of a page; browsers look at as much of it as this.
        let start = content.part(0, min(content.count, 1024)).trimmed
        startsWithTag = start.count > 1 && start[0] == UInt8(ascii: "<") && Self.startsTag(start[1])
        // What stands before the document is a warning, unless it is Markdown itself.
        let document = Self.documentStart(start)
        isDocument = document.map { $0 == 0 || PageFormat(start.part(0, $0)).format != .markdown } ?? false
        // What a document holds is looked at once it is read.
        if !isDocument { look(through: content) }
    }

    /// The form that the marks speak for.
    var format: Page.Format {
        if isDocument { return .html }
        let marks = numberedMarks.number + otherMarks.number
        if isAsciiDoc { return .asciidoc }
        // Generators write headings as elements where these have anchors; fences and rules of tables are Markdown's
        // own.
        let isFenced = fences > 0 && rules.number > 1
        if startsWithTag { return marks > 0 && (marks >= htmlHeadings || isFenced) ? .markdown : .html }
        if bareNumbers.number > 0 || numberedMarks.number > 0 {
            return numberedMarks.number >= bareNumbers.number ? .markdown : .extractedText
        }
        return marks > 0 || fences > 0 || links > 0 && rules.number > 0 ? .markdown : .extractedText
    }

    /// Whether the page has the marks of AsciiDoc: headings with `=`, or tables between `|===`, and more of them than
    /// headings of Markdown.
    private var isAsciiDoc: Bool {
        guard !startsWithTag else { return false }
        let marks = asciiDocHeadings.number + asciiDocTables.number / 2 + asciiDocAnchors.number
        guard asciiDocHeadings.number > 0 || asciiDocTables.number > 1 || asciiDocDirectives.number > 0 else {
            return false
        }
        return marks + asciiDocDirectives.number > numberedMarks.number + otherMarks.number + bareNumbers.number
    }

    /// What is wrong with a page of two halves, and where the second one starts.
    private var mixture: (line: Int, message: String)? {
        if let line = documentLine {
            return (line, "an HTML document starts in the middle of the page here; import one of the two alone")
        }
        if numberedMarks.number >= 2, bareNumbers.number >= 2 {
            let line = max(numberedMarks.first, bareNumbers.first)
            return (
                line,
                """
                some numbered headings have the marks of Markdown and others have none, from here on; \
                the page was put together from two conversions, import one of them alone
                """
            )
        }
        return nil
    }

    /// Checks that what was read as HTML is HTML to its end.
    ///
    /// - Throws: `DiagnosticError` where its text, or what follows its end, has headings and tables of Markdown.
    static func check(_ page: Page, content: Bytes) throws {
        if let offset = markdownBehindDocument(content) {
            throw DiagnosticError(
                "the HTML document ends before this, and Markdown follows; import one of the two alone",
                at: PageBytes.location(of: offset, in: content, file: page.file))
        }
        var heading: Block?
        var hasRule = false
        for block in page.blocks {
            guard case .paragraph(let text) = block.content else { continue }
            if heading == nil, text.hasPrefix("# ") || text.hasPrefix("## ") || text.hasPrefix("### ") {
                heading = block
            }
            if heading != nil, !hasRule { hasRule = text.contains("|---") || text.contains("| --- |") }
        }
        guard let heading, hasRule else { return }
        throw DiagnosticError(
            "the page starts as HTML and goes on as Markdown here; import one of the two alone",
            at: SourceLocation(file: page.file, line: heading.lines.lowerBound, column: heading.column ?? 0))
    }

    /// Where the text starts that stands behind `</html>` and has headings of Markdown in its last lines.
    private static func markdownBehindDocument(_ content: Bytes) -> Int? {
        let tail = content.part(max(0, content.count - 4096), content.count)
        let hasHeading = tail.indices.dropLast(2).contains { index in
            tail[index] == 0x0A && tail[index + 1] == UInt8(ascii: "#")
                && (tail[index + 2] == UInt8(ascii: "#") || tail[index + 2] == 0x20)
        }
        guard hasHeading else { return nil }
        var index = content.count - 7
        while index >= 0 {
            if content[index] == UInt8(ascii: "<"), content[index + 1] == UInt8(ascii: "/"),
                content.part(index + 2, content.count).startsIgnoringCase("html>")
            {
                return index + 7
            }
            index -= 1
        }
        return nil
    }

    // MARK: Marks

    private mutating func look(through content: Bytes) {
        var lines = MarkdownLines(content)
        var fence: (byte: UInt8, length: Int)?
        var rawDepth = 0
        // What stands in a fence that never ends is not a code.
        var fenced: (bareNumbers: Int, document: Int?) = (0, nil)
        // The last line, if it may be a heading whose mark is the line below.
        var previous: (text: Bytes, number: Int)?
        while let line = lines.next() {
            let text = line.text
            defer { previous = text.isEmpty || fence != nil ? nil : (text, line.number) }
            guard let first = text.first else { continue }
            if let open = fence {
                if first == open.byte, MarkdownMarks.closesFence(text, byte: open.byte, length: open.length) {
                    fence = nil
                    fenced = (0, nil)
                } else if first == UInt8(ascii: "#"), let heading = MarkdownMarks.heading(text), !heading.text.isEmpty,
                    Self.isNumbered(heading.text)
                {
                    // No code has such a line: the fence before it is the end of one that is not there.
                    fence = nil
                    numberedMarks.add(line.number)
                } else if first.isDigit, Heading.isNumbered(text) {
                    fenced.bareNumbers += 1
                } else if first == UInt8(ascii: "<"), fenced.document == nil,
                    Self.startsDocument(text.part(0, min(text.count, 64)))
                {
                    fenced.document = line.number
                }
                continue
            }
            if first == UInt8(ascii: "<") || startsWithTag { followHTML(text, line.number, &rawDepth) }
            if !isDocument, documentLine == nil, Self.holdsDocument(text) { documentLine = line.number }
            guard rawDepth == 0 else { continue }
            switch first {
            case UInt8(ascii: "#"):
                guard line.indentation < 4, let heading = MarkdownMarks.heading(text), !heading.text.isEmpty else {
                    break
                }
                noteHeading(heading.text, line.number)
            case UInt8(ascii: "`"), UInt8(ascii: "~"):
                guard let open = MarkdownMarks.fence(text) else { break }
                fences += 1
                fence = (open.byte, open.length)
            case UInt8(ascii: "["):
                if text.count > 4, text[1] == UInt8(ascii: "["), AsciiDocMarks.anchor(Substring(text.text)) != nil {
                    asciiDocAnchors.add(line.number)
                }
            case UInt8(ascii: "i"):
                if text.starts(with: "include::"), text.last == UInt8(ascii: "]") {
                    asciiDocDirectives.add(line.number)
                }
            case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: ":"):
                noteAsciiDoc(text, line.number)
                noteRule(text, line.number, below: previous)
            case let byte where byte.isDigit:
                if Heading.isNumbered(text) { bareNumbers.add(line.number) }
            default:
                break
            }
            if links == 0, Self.holdsLink(text) { links += 1 }
        }
        guard fence != nil else { return }
        for _ in 0..<fenced.bareNumbers { bareNumbers.add(lines.number) }
        documentLine = documentLine ?? fenced.document
    }

    private mutating func noteAsciiDoc(_ text: Bytes, _ line: Int) {
        // Rows of tables are many; they are not looked at twice.
        guard text[0] == UInt8(ascii: "=") || text.starts(with: "|===") else { return }
        let line = (text: Substring(text.part(0, min(text.count, 256)).text), number: line)
        if AsciiDocMarks.heading(line.text) != nil { asciiDocHeadings.add(line.number) }
        if AsciiDocMarks.isTableDelimiter(line.text) { asciiDocTables.add(line.number) }
    }

    private mutating func noteHeading(_ text: Bytes, _ line: Int) {
        if Self.isNumbered(text) { numberedMarks.add(line) } else { otherMarks.add(line) }
    }

    /// Notes a line below a heading, or the rule of a table.
    private mutating func noteRule(_ text: Bytes, _ line: Int, below previous: (text: Bytes, number: Int)?) {
        if MarkdownMarks.delimiterCells(text) != nil { rules.add(line) }
        guard text.count >= 3, MarkdownMarks.underline(text) != nil, let previous, previous.number == line - 1,
            CellSplit.separators(in: previous.text) == 0
        else { return }
        if Heading.isNumbered(previous.text), bareNumbers.number > 0 {
            // It was counted as one without a mark.
            bareNumbers.number -= 1
        }
        noteHeading(previous.text, previous.number)
    }

    /// Whether a document of HTML starts behind other text of a line, as behind a page without a line end at its end. A
    /// page that speaks of HTML writes this as code.
    private static func holdsDocument(_ text: Bytes) -> Bool {
        text.indices.contains { index in
            index > 0 && text[index] == UInt8(ascii: "<") && text[index - 1] != UInt8(ascii: "`")
                && text.part(index + 1, Swift.min(text.count, index + 16)).startsIgnoringCase("!doctype html")
        }
    }

    private mutating func followHTML(_ text: Bytes, _ line: Int, _ rawDepth: inout Int) {
        if line > 1, !isDocument, documentLine == nil, Self.startsDocument(text.part(0, min(text.count, 64))) {
            documentLine = line
        }
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            let rest = text.part(index + 1, min(text.count, index + 16))
            if rest.startsIgnoringCase("pre") || rest.startsIgnoringCase("script") || rest.startsIgnoringCase("style")
                || rest.startsIgnoringCase("textarea")
            {
                rawDepth = 1
            } else if rest.startsIgnoringCase("/pre") || rest.startsIgnoringCase("/script")
                || rest.startsIgnoringCase("/style") || rest.startsIgnoringCase("/textarea")
            {
                rawDepth = 0
            } else if rest.count > 1, rest[0] | 0x20 == UInt8(ascii: "h"), (0x31...0x36).contains(rest[1]) {
                htmlHeadings += 1
            }
            index += 1
        }
    }

    private static func isNumbered(_ text: Bytes) -> Bool {
        guard text[0].isDigit else { return false }
        if Heading.isNumbered(text) { return true }
        // Converters escape what could mark something: `1.2 \- List`.
        guard text.contains(UInt8(ascii: "\\")) else { return false }
        return text.filter { $0 != UInt8(ascii: "\\") }.withUnsafeBufferPointer { Heading.isNumbered($0) }
    }

    private static func holdsLink(_ text: Bytes) -> Bool {
        var index = 0
        while index + 1 < text.count {
            if text[index] == UInt8(ascii: "]"), text[index + 1] == UInt8(ascii: "(") { return true }
            index += 1
        }
        return false
    }

    private static func startsDocument(_ line: Bytes) -> Bool { documentStart(line) != nil }

    /// Where a line starts that a document of HTML starts with.
    private static func documentStart(_ text: Bytes) -> Int? {
        text.indices.first { index in
            guard text[index] == UInt8(ascii: "<"), index == 0 || text[index - 1] == 0x0A else { return false }
            let rest = text.part(index + 1, text.count)
            return rest.startsIgnoringCase("!doctype html") || rest.startsIgnoringCase("html")
                || rest.startsIgnoringCase("head>") || rest.startsIgnoringCase("body")
        }
    }

    private static func startsTag(_ byte: UInt8) -> Bool {
        byte.isLetter || [UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/")].contains(byte)
    }
}

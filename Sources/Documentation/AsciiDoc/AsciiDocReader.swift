import Diagnostics

/// Reads a page of AsciiDoc: the subset that generators of API references write.
///
/// Headings, anchors, literal blocks, lists, admonitions, tables and the marks within lines. What only a processor can
/// tell is refused by name: includes, conditions, and references to attributes that the page sets itself. Nothing is
/// ever fetched or followed. Time is proportional to the page.
struct AsciiDocReader {
    private let file: String
    private let lines: [Substring]
    private var index = 0
    private var blocks: [Block] = []
    private var anchors: [String] = []
    /// What the block attributes above a block say.
    private var pending = AsciiDocAttributes()
    private var title: String?
    /// Whether line ends count, from an attribute entry on.
    private var keepsLineEnds = false
    /// The open blocks whose content is read like that of the page, by their delimiters.
    private var containers: [(delimiter: Substring, line: Int)] = []
    /// The names of the attributes that the page sets, in lower case, with the line of the first entry.
    private var attributes: [String: Int] = [:]

    /// How deep blocks may be nested.
    static let maximumDepth = 64

    /// Reads `bytes`, which are UTF-8 without a byte order mark.
    ///
    /// - Throws: `DiagnosticError` for what only a processor can tell, for a block without an end and for a table that
    ///   is not a table.
    static func read(_ bytes: Bytes, file: String) throws -> Page {
        var reader = AsciiDocReader(file: file, text: bytes.text)
        try reader.readAll()
        return Page(file: file, format: .asciidoc, blocks: reader.blocks)
    }

    private init(file: String, text: String) {
        self.file = file
        lines = Self.split(text)
    }

    /// The lines without their ends and without white space at the end.
    private static func split(_ text: String) -> [Substring] {
        var lines: [Substring] = []
        let utf8 = text.utf8
        var start = utf8.startIndex
        var place = start
        func add(_ end: String.Index) {
            var last = end
            while last > start {
                let before = utf8.index(before: last)
                guard utf8[before].isWhiteSpace else { break }
                last = before
            }
            lines.append(text[start..<last])
        }
        while place < utf8.endIndex {
            if utf8[place] == 0x0A {
                add(place)
                start = utf8.index(after: place)
            }
            place = utf8.index(after: place)
        }
        add(utf8.endIndex)
        return lines
    }

    private func failure(_ message: String, line: Int) -> DiagnosticError {
        DiagnosticError(message, at: SourceLocation(file: file, line: line, column: 1))
    }

    private mutating func readAll() throws {
        while index < lines.count { try readBlock() }
        if let open = containers.last {
            throw failure(
                "the block that `\(open.delimiter)` opens has no end: the page is cut off or damaged", line: open.line)
        }
    }

    private mutating func readBlock() throws {
        let line = lines[index]
        guard let first = line.utf8.first else {
            index += 1
            return
        }
        switch first {
        case UInt8(ascii: "/") where line.hasPrefix("//"): try readComment(line)
        case UInt8(ascii: ":"):
            guard readAttributeEntry(line) else { return try readParagraph() }
        case UInt8(ascii: "["):
            guard readBlockAttributes(line) else { return try readParagraph() }
        case UInt8(ascii: "=") where AsciiDocMarks.heading(line) != nil,
            UInt8(ascii: "#") where AsciiDocMarks.heading(line) != nil:
            readHeading(line)
        case UInt8(ascii: "|") where AsciiDocMarks.isTableDelimiter(line): try readTable(line)
        case UInt8(ascii: ".") where AsciiDocMarks.blockTitle(line) != nil:
            title = AsciiDocMarks.blockTitle(line)
            index += 1
        case UInt8(ascii: "+") where line == "+": index += 1
        case UInt8(ascii: "'") where line == "'''", UInt8(ascii: "<") where line == "<<<": index += 1
        default:
            if let delimiter = AsciiDocMarks.delimiter(line) { return try readDelimited(delimiter, line) }
            if let directive = AsciiDocMarks.directive(line) { throw refusal(of: directive, line) }
            try readParagraph()
        }
    }

    private func refusal(of directive: String, _ line: Substring) -> DiagnosticError {
        let message =
            directive == "include"
            ? "`\(line)` names another file; includes are not followed: import the files that it names, in one folder "
                + "without this one, or put them together first"
            : "`\(line)` depends on how the page is processed; convert it to HTML with Asciidoctor and import that"
        return failure(message, line: index + 1)
    }

    // MARK: What stands above blocks

    private mutating func readComment(_ line: Substring) throws {
        let first = index
        index += 1
        guard line.utf8.count >= 4, line.utf8.allSatisfy({ $0 == UInt8(ascii: "/") }) else { return }
        while index < lines.count, lines[index] != line { index += 1 }
        guard index < lines.count else {
            throw failure("the comment has no end: the page is cut off or damaged", line: first + 1)
        }
        index += 1
    }

    /// Passes `:name: value`; whether the line is such an entry.
    private mutating func readAttributeEntry(_ line: Substring) -> Bool {
        guard let (name, value) = AsciiDocMarks.attributeEntry(line) else { return false }
        let isUnset = name.hasPrefix("!") || name.hasSuffix("!")
        if name == "hardbreaks" || name == "hardbreaks-option" {
            keepsLineEnds = true
        } else if isUnset, name.contains("hardbreaks") {
            keepsLineEnds = false
        } else if !isUnset, attributes[name] == nil {
            attributes[name] = index + 1
        }
        index += 1
        // A value goes on in the next line after a backslash.
        var last = value
        while last.hasSuffix("\\"), index < lines.count {
            last = lines[index]
            index += 1
        }
        return true
    }

    /// Passes `[[anchor]]` and `[style, name=value]`; whether the line is one of them.
    private mutating func readBlockAttributes(_ line: Substring) -> Bool {
        if let anchor = AsciiDocMarks.anchor(line) {
            anchors.append(anchor)
            index += 1
            return true
        }
        guard line.hasSuffix("]") else { return false }
        // A paragraph may start in a bracket, too: attributes stand right above a block.
        let next = index + 1 < lines.count ? lines[index + 1] : ""
        guard !next.isEmpty, let found = AsciiDocAttributes(line.dropFirst().dropLast()) else { return false }
        pending.add(found)
        if let anchor = found.id { anchors.append(anchor) }
        index += 1
        return true
    }

    private mutating func takeAnchors() -> [String] {
        defer { anchors.removeAll() }
        return anchors
    }

    private mutating func append(_ content: Block.Content, from first: Int, marks: [TextMark] = [], depth: Int = 0) {
        var block = Block(
            content, lines: first + 1...max(index, first + 1), marks: marks, listDepth: depth,
            language: pending.language)
        block.anchors = takeAnchors()
        blocks.append(block)
        pending = AsciiDocAttributes()
    }

    /// A caption, such as `.Parameters` above a table, as a paragraph in bold.
    private mutating func appendTitle() {
        guard let title else { return }
        self.title = nil
        let text = AsciiDocInline.read(title)
        let mark = TextMark(.strong, range: 0..<text.text.utf8.count)
        var block = Block(.paragraph(text.text), lines: index + 1...index + 1, marks: [mark])
        block.anchors = takeAnchors()
        blocks.append(block)
    }

    private mutating func readHeading(_ line: Substring) {
        guard let (level, words) = AsciiDocMarks.heading(line) else { return }
        title = nil
        let text = AsciiDocInline.read(String(words))
        let first = index
        index += 1
        let all = takeAnchors() + text.anchors
        let heading = Heading(number: [], text: text.text, anchor: all.last, level: level)
        anchors = all
        let isTitle = level == 1 && blocks.isEmpty
        append(.heading(heading), from: first, marks: text.marks)
        guard isTitle else { return }
        // Right below the title stand its author and its revision.
        var lines = 0
        while lines < 2, index < self.lines.count, let byte = self.lines[index].utf8.first,
            byte.isLetter || byte >= 0x80, AsciiDocMarks.directive(self.lines[index]) == nil
        {
            index += 1
            lines += 1
        }
    }

    // MARK: Blocks between delimiters

    private mutating func readDelimited(_ delimiter: AsciiDocMarks.Delimiter, _ line: Substring) throws {
        let first = index
        switch delimiter {
        case .container:
            index += 1
            if let place = containers.lastIndex(where: { $0.delimiter == line }) {
                containers.removeSubrange(place...)
                return
            }
            guard containers.count < Self.maximumDepth else {
                throw failure("blocks are nested more than \(Self.maximumDepth) deep", line: first + 1)
            }
            appendTitle()
            pending = AsciiDocAttributes()
            containers.append((line, first + 1))
        case .verbatim:
            appendTitle()
            index += 1
            while index < lines.count, lines[index] != line { index += 1 }
            guard index < lines.count else {
                throw failure(
                    "the block that `\(line)` opens has no end: the page is cut off or damaged", line: first + 1)
            }
            let code = lines[first + 1..<index].joined(separator: "\n")
            index += 1
            if line.hasPrefix("++++") { return }
            if line.hasPrefix("```"), line.count > 3 { pending.language = String(line.dropFirst(3)) }
            append(.code(code), from: first)
        }
    }

    private mutating func readTable(_ line: Substring) throws {
        appendTitle()
        let first = index
        index += 1
        while index < lines.count, lines[index] != line { index += 1 }
        guard index < lines.count else {
            throw failure(
                "the page ends inside the table that starts here: it is cut off; download it again", line: first + 1)
        }
        for place in first + 1..<index { try check(lines[place], number: place + 1) }
        let table = try AsciiDocTable.read(
            lines[first + 1..<index], firstLine: first + 2, attributes: pending, file: file)
        index += 1
        guard let table else {
            pending = AsciiDocAttributes()
            return
        }
        append(.table(table), from: first)
    }

    // MARK: Text

    /// Refuses what is in a line of text that only a processor can tell.
    private func check(_ line: Substring, number: Int) throws {
        if let directive = AsciiDocMarks.directive(line) {
            throw failure(
                directive == "include"
                    ? "`\(line)` names another file; includes are not followed: put the files together first"
                    : "`\(line)` depends on how the page is processed; convert it to HTML with Asciidoctor and import that",
                line: number)
        }
        guard !attributes.isEmpty, line.utf8.contains(UInt8(ascii: "{")) else { return }
        for name in AsciiDocMarks.references(in: line) {
            guard let entry = attributes[name] else { continue }
            throw failure(
                "`{\(name)}` stands for a value that line \(entry) sets; attributes are not resolved: convert the page to "
                    + "HTML with Asciidoctor and import that", line: number)
        }
    }

    private mutating func readParagraph() throws {
        appendTitle()
        let first = index
        if let (depth, words) = AsciiDocMarks.listItem(lines[index]) {
            var parts = [words]
            index += 1
            while index < lines.count, isText(lines[index]), AsciiDocMarks.listItem(lines[index]) == nil {
                parts.append(lines[index])
                index += 1
            }
            return try appendText(parts, from: first, depth: depth)
        }
        var parts: [Substring] = []
        repeat {
            parts.append(lines[index])
            index += 1
        } while index < lines.count && isText(lines[index]) && AsciiDocMarks.listItem(lines[index]) == nil
        try appendText(parts, from: first, depth: 0)
    }

    /// Whether a line goes on with the paragraph before it.
    private func isText(_ line: Substring) -> Bool {
        guard let byte = line.utf8.first else { return false }
        switch byte {
        case UInt8(ascii: "["):
            return AsciiDocMarks.anchor(line) == nil && !(line.hasSuffix("]") && AsciiDocMarks.isBlockAttributes(line))
        case UInt8(ascii: "="), UInt8(ascii: "#"):
            return AsciiDocMarks.heading(line) == nil && AsciiDocMarks.delimiter(line) == nil
        case UInt8(ascii: "|"): return !AsciiDocMarks.isTableDelimiter(line)
        case UInt8(ascii: "+"): return line != "+" && AsciiDocMarks.delimiter(line) == nil
        default: return AsciiDocMarks.delimiter(line) == nil
        }
    }

    private mutating func appendText(_ parts: [Substring], from first: Int, depth: Int) throws {
        for (place, part) in parts.enumerated() { try check(part, number: first + place + 1) }
        let source = AsciiDocMarks.joined(parts, keepsLineEnds: keepsLineEnds || pending.options.contains("hardbreaks"))
        let text = AsciiDocInline.read(source)
        anchors += text.anchors
        guard !text.text.isEmpty else { return }
        append(.paragraph(text.text), from: first, marks: text.marks, depth: depth)
    }
}

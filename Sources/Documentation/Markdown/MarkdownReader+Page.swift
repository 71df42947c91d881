import Diagnostics

/// What belongs to the page as a whole: definitions of links, front matter, tables that are not there.
extension MarkdownReader {
    /// Finds where reference links lead; they may be defined behind their use.
    func findDefinitions(in bytes: Bytes) {
        var isLineStart = true
        var index = 0
        while index < bytes.count {
            if isLineStart {
                var start = index
                while start < bytes.count, bytes[start] == 0x20 { start += 1 }
                if start < bytes.count, bytes[start] == UInt8(ascii: "[") {
                    var end = start
                    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
                    if let (label, address) = MarkdownLink.definition(bytes.part(start, end).trimmed) {
                        context.define(label, as: address)
                    }
                }
            }
            isLineStart = bytes[index] == 0x0A || bytes[index] == 0x0D
            index += 1
        }
    }

    /// Finds out whether the headings of the page end in identifiers: most do, and few are the same.
    func findIdentifiers(in bytes: Bytes) {
        guard bytes.contains(UInt8(ascii: "]")) else { return }
        var headings = 0
        var found = 0
        var names: Set<String> = []
        var isCode = false
        var last: Bytes?
        var lines = MarkdownLines(bytes)
        while let line = lines.next() {
            defer { last = line.isBlank ? nil : line.text }
            guard !line.isBlank, line.indentation < 4 else { continue }
            if MarkdownMarks.fence(line.text) != nil { isCode.toggle() }
            guard !isCode else { continue }
            let isUnderlined = last != nil && MarkdownMarks.underline(line.text) != nil
            guard let words = MarkdownMarks.heading(line.text)?.text ?? (isUnderlined ? last : nil) else { continue }
            headings += 1
            guard let name = MarkdownMarks.identifier(at: words)?.name else { continue }
            found += 1
            names.insert(name.text)
        }
        context.hasIdentifiers = found > 1 && found * 2 >= headings && names.count * 2 > found
    }

    /// Passes what stands between `---` at the top: facts about the file for the program that shows it.
    func skipFrontMatter(in bytes: Bytes, _ lines: inout MarkdownLines) {
        var ahead = lines
        guard let first = ahead.next(), first.bytes.count >= 3, first.text.elementsEqual("---".utf8) else { return }
        for _ in 0..<200 {
            guard let line = ahead.next() else { return }
            let text = line.text
            if text.elementsEqual("---".utf8) || text.elementsEqual("...".utf8) {
                lines = ahead
                return
            }
            // A blank line after `---` is the rule between two sections.
            if line.number == 2, text.isEmpty { return }
        }
    }

    /// Refuses a page of which many tables are gone: the rest would be a spec by halves.
    func checkTables() throws {
        let found = blocks.count { if case .table = $0.content { true } else { false } }
        if let first = drawnRules.first, drawnRules.count >= 3, drawnRules.count > found {
            throw DiagnosticError(
                """
                the tables of this page are drawn with lines and spaces, which do not tell what belongs to which cell \
                (pandoc's own Markdown has them); convert the page with `-t gfm`, or import it as HTML
                """, at: context.location(line: first))
        }
        guard let first = lostTables.first, lostTables.count >= 3, lostTables.count * 4 >= found else { return }
        throw DiagnosticError(
            """
            pandoc left out \(lostTables.count) of the \(found + lostTables.count) tables of the page (`[TABLE]`, \
            which it writes for cells of several lines); convert it with `-t gfm`, where it may write them as HTML, or \
            import the page as HTML
            """, at: context.location(line: first))
    }
}

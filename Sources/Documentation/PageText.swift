/// Takes characters out of a page that nobody sees: soft hyphens, zero-width spaces, word joiners, byte order marks.
///
/// Sites put them where a browser may break a long name. They are no part of what a page says, in whatever format it
/// was, so this is done once for all formats. No-break spaces become spaces.
enum PageText {
    /// The page without characters that nobody sees.
    static func cleaned(_ page: Page) -> Page {
        var page = page
        page.title = page.title.map(cleaned)
        for index in page.blocks.indices { clean(&page.blocks[index].content) }
        return page
    }

    private static func clean(_ content: inout Block.Content) {
        switch content {
        case .heading(var heading):
            guard isAffected(heading.text) else { return }
            heading.text = trimmed(cleaned(heading.text))
            content = .heading(heading)
        case .paragraph(let text):
            if isAffected(text) { content = .paragraph(trimmed(cleaned(text))) }
        case .code(let text):
            if isAffected(text) { content = .code(cleaned(text)) }
        case .table(var table):
            let cells = table.rows.lazy.flatMap(\.cells).map(\.text)
            guard table.head.contains(where: isAffected) || cells.contains(where: isAffected) else { return }
            table.head = table.head.map { trimmed(cleaned($0)) }
            for row in table.rows.indices {
                for cell in table.rows[row].cells.indices where isAffected(table.rows[row].cells[cell].text) {
                    table.rows[row].cells[cell].text = trimmed(cleaned(table.rows[row].cells[cell].text))
                }
            }
            content = .table(table)
        }
    }

    /// Whether the text may hold such a character: all of them start with one of three bytes in UTF-8.
    private static func isAffected(_ text: String) -> Bool {
        text.utf8.contains { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }
    }

    private static func cleaned(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xAD, 0x200B, 0x2060, 0xFEFF: continue
            case 0xA0, 0x202F: result.append(" ")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func trimmed(_ text: String) -> String {
        var utf8 = Array(text.utf8)
        return utf8.withUnsafeMutableBufferPointer { Bytes($0).trimmed.text }
    }
}

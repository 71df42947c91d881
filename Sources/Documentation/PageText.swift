/// Takes characters out of a page that nobody sees: soft hyphens, zero-width spaces, word joiners, byte order marks.
///
/// Sites put them where a browser may break a long name. They are no part of what a page says, in whatever format it
/// was, so this is done once for all formats. No-break spaces become spaces.
enum PageText {
    /// The page without characters that nobody sees.
    static func cleaned(_ page: Page) -> Page {
        var page = page
        page.title = page.title.map(cleaned)
        for index in page.blocks.indices {
            let block = page.blocks[index]
            if !block.marks.isEmpty, let text = text(of: block.content), isAffected(text) {
                page.blocks[index].marks = moved(block.marks, in: text)
            }
            clean(&page.blocks[index].content)
        }
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
                    let old = table.rows[row].cells[cell]
                    if !old.marks.isEmpty { table.rows[row].cells[cell].marks = moved(old.marks, in: old.text) }
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

    private static func text(of content: Block.Content) -> String? {
        switch content {
        case .heading(let heading): heading.text
        case .paragraph(let text): text
        case .code, .table: nil
        }
    }

    /// Where marks stand once the characters that nobody sees are gone.
    private static func moved(_ marks: [TextMark], in text: String) -> [TextMark] {
        var places: [Int] = []
        places.reserveCapacity(text.utf8.count + 1)
        var place = 0
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            places += Array(repeating: place, count: width)
            switch scalar.value {
            case 0xAD, 0x200B, 0x2060, 0xFEFF: break
            case 0xA0, 0x202F: place += 1
            default: place += width
            }
        }
        places.append(place)
        let whole = cleaned(text)
        let leading = whole.utf8.prefix { $0.isWhiteSpace }.count
        let count = trimmed(whole).utf8.count
        return marks.map { mark in
            let first = min(max(places[min(mark.range.lowerBound, places.count - 1)] - leading, 0), count)
            let last = min(max(places[min(mark.range.upperBound, places.count - 1)] - leading, first), count)
            return TextMark(mark.kind, range: first..<last, role: mark.role)
        }
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

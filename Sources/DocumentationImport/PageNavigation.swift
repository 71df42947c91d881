import Diagnostics
import Documentation

/// Tells the navigation that converters leave in front of a page from the page itself.
///
/// HTML marks its content; a converter of a whole document does not, and Markdown then starts with the lists of links
/// that stand beside the page on the site.
enum PageNavigation {
    /// The page from its title on, and what was left out, if anything.
    static func removed(from page: Page) -> (page: Page, findings: [Diagnostic]) {
        guard page.format == .markdown, let title = page.blocks.firstIndex(where: isHeading) else { return (page, []) }
        let front = page.blocks[..<title]
        guard front.allSatisfy(isText) else { return (page, []) }
        // Without a heading of its own the title is a paragraph among the lists.
        let isTitled = WordLookup.shared.serviceSection(page.blocks[title], in: page.format) == nil
        let dropped = isTitled ? Array(front) : front.filter { $0.listDepth > 0 }
        guard let first = dropped.first, let last = dropped.last else { return (page, []) }
        var rest = page
        rest.blocks = (isTitled ? [] : front.filter { $0.listDepth == 0 }) + page.blocks[title...]
        let lines = first.lines.lowerBound...last.lines.upperBound
        let message =
            dropped.count == 1
            ? "this line is before the title and is taken as the navigation of the site"
            : "\(dropped.count) pieces of text up to line \(lines.upperBound) are before the title and are taken as the "
                + "navigation of the site"
        return (rest, [ImportRules.pageNavigation.finding(message, at: location(lines.lowerBound, of: page))])
    }

    /// What a converter says of tables that it left out.
    static func lostTables(of page: Page) -> [Diagnostic] {
        page.lostTables.map { line in
            let message = "pandoc left a table out here (`[TABLE]`); convert the page with `-t gfm`, or import the HTML"
            return ImportRules.leftOutTable.finding(message, at: location(line, of: page))
        }
    }

    private static func location(_ line: Int, of page: Page) -> SourceLocation {
        SourceLocation(file: page.file, line: line, column: 1)
    }

    private static func isHeading(_ block: Block) -> Bool { if case .heading = block.content { true } else { false } }

    private static func isText(_ block: Block) -> Bool { if case .paragraph = block.content { true } else { false } }
}

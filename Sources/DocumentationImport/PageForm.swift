import Diagnostics
import Documentation

/// Tells why the tables of a page cannot be read: what the converter that wrote it made of them.
struct PageForm {
    /// What is the matter.
    var message: String
    /// Where it is seen first.
    var location: SourceLocation

    /// What is the matter with a page of which no table could be read; `nil` where nothing looks like a table.
    static func problem(of page: Page) -> PageForm? {
        for block in page.blocks {
            guard case .paragraph(let text) = block.content, let message = problem(with: text)
            else { continue }
            return PageForm(
                message: message, location: SourceLocation(file: page.file, line: block.lines.lowerBound))
        }
        return nil
    }

    /// What to import instead.
    static let advice = """
        import the HTML of the page, or text with `|` between the cells and a rule `|---|` below the head, as \
        trafilatura writes it
        """

    private static func problem(with text: String) -> String? {
        if text.contains("|"), columns(text.split(separator: "|").map { trimmed($0) }) {
            return "the tables of this page have no rule `|---|` below their heads (inscriptis writes them so)"
        }
        if isDrawnWithDashes(text) {
            return """
                the tables of this page are drawn with dashes and spaces, without `|` between the cells (pandoc -t \
                plain and reStructuredText write them so)
                """
        }
        if holdsOnlyColumns(text) {
            return """
                the tables of this page have no borders, so that nothing tells which words belong to which column \
                (lynx -dump and w3m -dump write them so)
                """
        }
        return nil
    }

    /// Whether all words are heads of columns, of tables that guides have.
    private static func columns(_ words: [String]) -> Bool {
        let words = words.filter { !$0.isEmpty }
        return words.count >= 2 && words.allSatisfy { WordLookup.shared.column($0) != nil }
    }

    /// Whether a line is made of heads of columns and nothing else: `HTTP Code   Description   Schema`.
    private static func holdsOnlyColumns(_ text: String) -> Bool {
        let words = text.split(whereSeparator: \.isBlank)
        guard words.count >= 2, words.count <= 16 else { return false }
        var count = 0
        var index = 0
        while index < words.count {
            let length = [2, 1].first { length in
                index + length <= words.count
                    && WordLookup.shared.column(words[index..<(index + length)].joined(separator: " ")) != nil
            }
            guard let length else { return false }
            count += 1
            index += length
        }
        return count >= 2
    }

    /// Whether a line is one of dashes in several runs, or one very long run.
    private static func isDrawnWithDashes(_ text: String) -> Bool {
        let runs = text.split(whereSeparator: \.isBlank)
        guard !runs.isEmpty, runs.allSatisfy({ $0.count >= 3 && $0.allSatisfy { $0 == "-" || $0 == "=" } }) else {
            return false
        }
        return runs.count >= 2 || text.utf8.count > 200
    }
}

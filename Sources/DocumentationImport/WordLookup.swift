import Documentation

/// Finds the meaning of a word of the guide.
struct WordLookup: Sendable {
    /// The one lookup; the words are constants.
    static let shared = WordLookup()

    private let chapters: [String: GuideDialect.Chapter]
    private let serviceSections: [String: GuideDialect.Section]
    private let revisionSections: [String: GuideDialect.Section]
    private let columns: [String: GuideDialect.Column]
    private let boilerplate: Set<String>
    private let longestSection: Int

    private init() {
        func table<Meaning>(_ rows: [(Meaning, [String])]) -> [String: Meaning] {
            var result: [String: Meaning] = [:]
            for (meaning, words) in rows {
                for word in words { result[normalized(word)] = meaning }
            }
            return result
        }
        chapters = table(GuideDialect.scp.chapters)
        serviceSections = table(GuideDialect.scp.serviceSections)
        revisionSections = table(GuideDialect.scp.revisionSections)
        columns = table(GuideDialect.scp.columns)
        boilerplate = Set(GuideDialect.scp.boilerplate.map(normalized))
        longestSection = (Array(serviceSections.keys) + Array(revisionSections.keys)).map(\.utf8.count).max() ?? 0
    }

    /// The chapter that a numbered heading opens.
    func chapter(_ heading: Heading) -> GuideDialect.Chapter? { chapters[normalized(heading.text)] }

    /// The section that a block opens in the part of a page that describes a service.
    func serviceSection(_ block: Block, in format: Page.Format) -> GuideDialect.Section? {
        section(block, in: format, from: serviceSections)
    }

    /// The section that a block opens in the part of a page that describes a revision.
    func revisionSection(_ block: Block, in format: Page.Format) -> GuideDialect.Section? {
        section(block, in: format, from: revisionSections)
    }

    /// The status code of a block such as `Response 200`.
    func responseExample(_ block: Block, in format: Page.Format) -> Int? {
        guard let text = headingText(block, in: format), let code = text.split(separator: " ").last,
            code.utf8.count == 3, let status = Int(code), (100...599).contains(status)
        else { return nil }
        let word = normalized(text.dropLast(3))
        return GuideDialect.scp.responseExample.contains { normalized($0) == word } ? status : nil
    }

    /// The column that a word of a table's head names.
    func column(_ word: String) -> GuideDialect.Column? { columns[normalized(word)] }

    /// Whether every guide has this sentence.
    func isBoilerplate(_ text: String) -> Bool { boilerplate.contains(normalized(text)) }

    /// Whether a text runs into a sentence that every guide has.
    func endsInBoilerplate(_ text: String) -> Bool {
        let words = normalized(text)
        return boilerplate.contains { words.hasSuffix($0) && words != $0 }
    }

    private func section(
        _ block: Block, in format: Page.Format, from sections: [String: GuideDialect.Section]
    ) -> GuideDialect.Section? {
        guard let text = headingText(block, in: format) else { return nil }
        if text.utf8.count <= longestSection * 2, let section = sections[normalized(text)] { return section }
        guard case .heading(let heading) = block.content, let anchor = heading.anchor else { return nil }
        return sections[normalized(withoutCounter(anchor).split(separator: "-").joined(separator: " "))]
    }

    /// The text of a block that can be a heading: only in extracted text can a paragraph be one.
    private func headingText(_ block: Block, in format: Page.Format) -> String? {
        switch block.content {
        case .heading(let heading): heading.number.isEmpty ? heading.text : nil
        case .paragraph(let text): format == .extractedText ? text : nil
        case .table, .code: nil
        }
    }

    /// `state-3` without the number that sites add to anchors that they have used before.
    private func withoutCounter(_ anchor: String) -> Substring {
        guard let dash = anchor.lastIndex(of: "-"), Int(anchor[dash...].dropFirst()) != nil else { return anchor[...] }
        return anchor[..<dash]
    }
}

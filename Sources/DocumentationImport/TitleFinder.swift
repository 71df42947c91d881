import Documentation

/// Finds the title of a service at the top of a page, where notices may stand around it.
///
/// A heading is nearer to a title than text, and a heading of a higher rank nearer than one of a lower. What is named as
/// the host of the service's address is nearest.
struct TitleFinder {
    private struct Candidate {
        var index: Int
        var text: String
        var level: Int?
    }

    /// The index of the block that is the title; `nil` where the part has none.
    ///
    /// `known` is the title as a heading around the part states it; empty where there is none.
    static func block(of passage: Passage, known: String, isContents: (String) -> Bool) -> Int? {
        var candidates: [Candidate] = []
        for (index, block) in passage.blocks.enumerated() {
            if WordLookup.shared.serviceSection(block, in: passage.format) != nil { break }
            switch block.content {
            case .heading(let heading) where heading.number.isEmpty:
                candidates.append(Candidate(index: index, text: heading.text, level: heading.level ?? 1))
            case .paragraph(let text) where !isContents(text):
                candidates.append(Candidate(index: index, text: text, level: nil))
            default: break
            }
        }
        guard known.isEmpty else { return candidates.first { $0.text == known }?.index }
        guard passage.isTop || !candidates.isEmpty else { return nil }
        let headings = candidates.filter { $0.level != nil }
        if let top = headings.compactMap(\.level).min() {
            candidates = headings.filter { $0.level == top }
        }
        if let label = label(of: passage), let named = candidates.first(where: { names($0.text, label) }) {
            return named.index
        }
        return (candidates.first { isTitle($0.text) } ?? candidates.first)?.index
    }

    /// The first label of the host that the part states.
    private static func label(of passage: Passage) -> String? {
        passage.blocks.lazy.compactMap { block -> String? in
            switch block.content {
            case .paragraph(let text), .code(let text): text.hasPrefix("http") ? hostLabel(trimmed(text)) : nil
            case .heading, .table: nil
            }
        }.first
    }

    /// Whether a title is the words of a label: `File Storage` of `filestorage`, `SCP Backup` of `backup`.
    private static func names(_ title: String, _ label: String) -> Bool {
        guard isTitle(title) else { return false }
        let words = title.lowercased().filter(\.isPlainLetterOrDigit)
        return words.contains(label.lowercased().filter(\.isPlainLetterOrDigit))
    }

    /// Whether text can be a title rather than a sentence.
    private static func isTitle(_ text: String) -> Bool {
        guard text.utf8.count <= 100, !text.hasPrefix("http"), !text.hasPrefix("- "),
            let last = text.last
        else { return false }
        return !".!?:。".contains(last) && text.split(whereSeparator: \.isBlank).count <= 8
    }
}

/// Whether a line is one of a table of contents: `1.1: List Trees`, with or without the mark of a list in front.
///
/// `headings` are the headings of the page as such a table lists them.
func isContentsEntry(_ text: String, headings: Set<String>) -> Bool {
    var line = text[...]
    for mark in ["- ", "* ", "+ ", "• "] where line.hasPrefix(mark) { line = line.dropFirst(mark.count) }
    line = line.drop(while: \.isBlank)
    if headings.contains(String(line)) { return true }
    let number = line.prefix { $0 == "." || ("0"..."9").contains($0) }
    guard let first = number.first, first != ".", let last = number.last, last != ".", number.utf8.count <= 24 else {
        return false
    }
    return line.dropFirst(number.count).hasPrefix(": ") && !text.contains(where: \.isNewline)
}

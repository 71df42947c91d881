import Foundations

/// Documentation that goes into `///` lines. Text of a page enters only through `clean`.
struct DocComment: Sendable, Hashable {
    private(set) var lines: [String] = []

    /// Adds a paragraph of page text, its own lines and items of lists kept; does nothing for empty text.
    mutating func paragraph(_ text: String?) {
        let given = (text ?? "").split(whereSeparator: \.isNewline).map(String.init)
        var added: [String] = []
        var isInList = false
        for line in given {
            if let item = CommonMarkText.item(line) {
                added += Self.item("- \(Self.led(CommonMarkText.inline(item)))")
                isInList = true
                continue
            }
            let cleaned = Self.inline(line)
            guard !cleaned.isEmpty else { continue }
            // Without an empty line this would belong to the last item.
            if isInList { added.append("") }
            isInList = false
            added += Self.wrapped(cleaned, width: Self.width)
        }
        guard !added.isEmpty else { return }
        if !lines.isEmpty { lines.append("") }
        lines += added
    }

    /// Adds a paragraph of our own words, in which page text is only what ``quoted(_:)`` returned; does nothing for empty
    /// text.
    mutating func note(_ text: String) {
        guard !text.isEmpty else { return }
        if !lines.isEmpty { lines.append("") }
        lines += Self.wrapped(text, width: Self.width)
    }

    /// Adds an empty line, where none stands there.
    mutating func separator() {
        if lines.last.map({ !$0.isEmpty }) ?? false { lines.append("") }
    }

    /// Adds an empty line, and `- Parameter name: text` for each where something is known of one: DocC wants all or none.
    mutating func parameters(_ items: [(name: String, text: String)]) {
        separator()
        guard items.contains(where: { !$0.text.isEmpty }) else { return }
        let items = items.map { (name: $0.name, text: $0.text.isEmpty ? "Not described." : $0.text) }
        if let only = items.first, items.count == 1 {
            lines += Self.item("- Parameter \(only.name): \(only.text)")
            return
        }
        lines.append("- Parameters:")
        for item in items {
            lines += Self.item("- \(item.name): \(item.text)").map { "  " + $0 }
        }
    }

    /// Adds `- text`, of our own words as in ``note(_:)``, right below what stands there.
    mutating func item(_ text: String) { lines += Self.item("- \(text)") }

    /// Adds `- Throws: text` or `- Returns: text` right below what stands there.
    mutating func callout(_ name: StaticString, _ text: String) {
        lines += Self.item("- \(name): \(text)")
    }

    /// The comment for a declaration that is indented by `indent`: each line with its line end and the indent of the
    /// next, so that the declaration follows directly. Empty for no lines.
    func source(indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        return lines.map { $0.isEmpty ? "///\n\(margin)" : "/// \($0)\n\(margin)" }.joined()
    }

    /// Page text as one line that cannot leave the comment, nor be taken for a heading, a list or a link by DocC.
    static func clean(_ text: String) -> String { led(CommonMarkText.escaped(CommonMarkText.flat(text))) }

    /// As ``clean(_:)``, with code, emphasis and links to the web that the text has.
    static func inline(_ text: String) -> String { led(CommonMarkText.inline(text)) }

    /// A line that its first character begins no heading, list or table with.
    private static func led(_ text: String) -> String {
        guard let first = text.first, "#-+>|=~".contains(first) else { return text }
        return "\\" + text
    }

    /// Page text as inline code, for names and values.
    static func quoted(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            result += scalar.isPrintable && scalar != "`" ? String(scalar) : " "
        }
        let trimmed = result.drop { $0 == " " }
        return trimmed.isEmpty ? "``" : "`\(trimmed)`"
    }

    private static let width = 110

    private static func item(_ text: String) -> [String] {
        let lines = wrapped(text, width: width - 2)
        return lines.prefix(1) + lines.dropFirst().map { "  " + $0 }
    }

    private static func wrapped(_ text: String, width: Int) -> [String] {
        guard text.utf8.count > width else { return [blanksBack(text)] }
        var lines: [String] = []
        var line = ""
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        func count(_ text: some StringProtocol) -> Int { isASCII ? text.utf8.count : text.count }
        for word in text.split(separator: " ") {
            if !line.isEmpty, count(line) + 1 + count(word) > width {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " \(word)"
            if lines.count > 200 { break }
        }
        if !line.isEmpty { lines.append(line) }
        return lines.enumerated().map { index, line in
            guard index > 0, let first = line.first, "#-+>|=".contains(first) else { return blanksBack(line) }
            return "\\" + blanksBack(line)
        }
    }

    private static func blanksBack(_ line: String) -> String {
        guard line.utf8.contains(0x1F) else { return line }
        return String(line.map { $0 == CommonMarkText.keptBlank ? " " : $0 })
    }
}

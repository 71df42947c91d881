import Foundations

/// Text of a page as CommonMark, which OpenAPI says descriptions are.
///
/// It is built anew from what is recognised: code, emphasis, links to the web. All else is escaped, so that whatever a page
/// says, nothing but these can come of it: no heading, no block of code, no HTML, no link into the documentation.
enum CommonMarkText {
    /// Stands for the blanks that a line must not be broken at; no text of a page has it.
    static let keptBlank: Character = "\u{1F}"

    /// One line of text with what is recognised in it.
    static func inline(_ text: String) -> String {
        let text = flat(text)
        // Most lines have nothing that a mark begins with.
        guard text.utf8.contains(where: { $0 == 0x60 || $0 == 0x2A || $0 == 0x5B }) else { return escaped(text) }
        let characters = Array(text)
        var result = ""
        var plain = ""
        var index = 0
        while index < characters.count {
            guard let (mark, end) = mark(in: characters, at: index) else {
                plain.append(characters[index])
                index += 1
                continue
            }
            result += escaped(plain) + mark
            plain = ""
            index = end
        }
        return result + escaped(plain)
    }

    /// The text on one line, with single blanks for all that is not printed.
    static func flat(_ text: String) -> String {
        var result = ""
        // A blank is written before what follows it, so that none stands at the end.
        var isAfterBlank = false
        for scalar in text.unicodeScalars {
            let isShown =
                scalar.isASCII
                ? (0x21...0x7E).contains(scalar.value) : scalar.isPrintable && !scalar.properties.isWhitespace
            guard isShown else {
                isAfterBlank = !result.isEmpty
                continue
            }
            if isAfterBlank { result.unicodeScalars.append(" ") }
            isAfterBlank = false
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// Text that means nothing but itself within a line.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x3C, 0x60, 0x2A, 0x5C, 0x5B].contains($0) }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "<" || scalar == "`" || scalar == "*" || scalar == "\\" || scalar == "[" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// The text of an item of a list; `nil` for other lines, and for what DocC would take for more than an item:
    /// `- Parameter x:`, `- Returns:`.
    static func item(_ line: String) -> String? {
        let line = flat(line)
        guard let bullet = line.first, "-*+".contains(bullet), line.dropFirst().first == " " else { return nil }
        let text = line.dropFirst(2)
        let head = text.prefix { $0 != ":" }
        guard !text.isEmpty, head.endIndex == text.endIndex || !head.allSatisfy({ $0.isLetter || $0 == " " }) else {
            return nil
        }
        return String(text)
    }

    // MARK: What is recognised

    /// What begins at a place, written anew, and the place behind it.
    private static func mark(in text: [Character], at start: Int) -> (text: String, end: Int)? {
        switch text[start] {
        case "`": code(in: text, at: start)
        case "*": emphasis(in: text, at: start)
        // An image would be fetched by whoever reads.
        case "[" where start == 0 || text[start - 1] != "!": link(in: text, at: start)
        default: nil
        }
    }

    /// So long a piece of a line may be.
    private static let greatestLength = 120

    /// The first place from `start` on, not too far away, that holds `mark` as a run of its own.
    private static func end(of mark: Character, _ count: Int, in text: [Character], from start: Int) -> Int? {
        var index = start
        while index < text.count, index - start <= greatestLength {
            guard text[index] == mark else {
                index += 1
                continue
            }
            let run = text[index...].prefix { $0 == mark }.count
            if run == count { return index }
            index += run
        }
        return nil
    }

    private static func code(in text: [Character], at start: Int) -> (text: String, end: Int)? {
        let count = text[start...].prefix { $0 == "`" }.count
        guard count <= 2, let end = end(of: "`", count, in: text, from: start + count) else { return nil }
        let inner = text[(start + count)..<end]
        guard inner.contains(where: { $0 != " " }), !inner.contains("`") else { return nil }
        let quoted = DocComment.quoted(String(inner))
        return (String(quoted.map { $0 == " " ? keptBlank : $0 }), end + count)
    }

    private static func emphasis(in text: [Character], at start: Int) -> (text: String, end: Int)? {
        let count = text[start...].prefix { $0 == "*" }.count
        guard count <= 2, start == 0 || text[start - 1] == " " || text[start - 1] == "(",
            let end = end(of: "*", count, in: text, from: start + count)
        else { return nil }
        let inner = text[(start + count)..<end]
        let isClosed = end + count == text.count || " .,;:!?)".contains(text[end + count])
        guard let first = inner.first, let last = inner.last, first.isLetter || first.isNumber,
            last.isLetter || last.isNumber, isClosed
        else { return nil }
        let marks = String(repeating: "*", count: count)
        return (marks + escaped(String(inner)) + marks, end + count)
    }

    private static func link(in text: [Character], at start: Int) -> (text: String, end: Int)? {
        let rest = text[(start + 1)...].prefix(greatestLength)
        guard let close = rest.firstIndex(where: { "[]`*<\\".contains($0) }), text[close] == "]", close > start + 1,
            close + 1 < text.count, text[close + 1] == "("
        else { return nil }
        let address = text[(close + 2)...].prefix { $0 != ")" && $0 != " " }
        guard address.count < 1000, address.endIndex < text.count, text[address.endIndex] == ")", isAddress(address)
        else {
            return nil
        }
        return ("[\(escaped(String(text[(start + 1)..<close])))](\(String(address)))", address.endIndex + 1)
    }

    /// Whether it is an address of the web, of characters that mean nothing in CommonMark.
    private static func isAddress(_ text: ArraySlice<Character>) -> Bool {
        let address = String(text)
        guard let scheme = ["https://", "http://"].first(where: address.hasPrefix), address.count > scheme.count else {
            return false
        }
        return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._~:/?#@!$&'+,;=%".contains($0)) }
    }
}

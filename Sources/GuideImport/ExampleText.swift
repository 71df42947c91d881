import APISpec
import Diagnostics
import Documentation

/// The body of an example, gathered from blocks, with the page's line for each of its lines.
struct ExampleText {
    private var text = ""
    private var lines: [Int] = []

    /// Nothing gathered yet.
    init() {}

    /// Whether nothing was gathered.
    var isEmpty: Bool { text.isEmpty }

    /// Adds a block.
    mutating func append(_ part: String, lines range: ClosedRange<Int>) {
        if !text.isEmpty { text += "\n" }
        text += part
        // Minified HTML may have fewer lines than its code shows.
        let count = part.utf8.count { $0 == 0x0A } + 1
        for offset in 0..<count { lines.append(min(range.lowerBound + offset, range.upperBound)) }
    }

    /// Where the body starts.
    func location(in passage: Passage) -> SourceLocation { passage.location(line: lines.first ?? passage.line) }

    /// The JSON value; `nil` where there is none or, with a finding, where it is no JSON.
    func value(in passage: Passage, log: ImportLog) -> JSONValue? {
        guard !isEmpty else { return nil }
        func location(_ remark: JSONReader.Remark) -> SourceLocation {
            passage.location(line: lines[min(remark.line, lines.count - 1)], column: remark.column)
        }
        do throws(JSONReader.Remark) {
            let (value, duplicates) = try JSONReader.read(text)
            for duplicate in duplicates {
                let message = "the example has the name `\(excerpt(duplicate.text))` twice in one object"
                log.report(ImportRules.duplicateKey, message, at: location(duplicate))
            }
            log.examples += 1
            return value
        } catch {
            if let literal = try? JSONReader.read(text, as: .literal) {
                let message = "the example is a literal of Python, or has typographic quotes; it was read as such"
                log.report(ImportRules.literalExample, message, at: location(error))
                log.examples += 1
                return literal.value
            }
            log.report(ImportRules.invalidExample, "the example is no JSON: \(error.text)", at: location(error))
            return nil
        }
    }
}

extension ShownHeader {
    /// Reads `"Scp-ClientType = Openapi",`; `nil` for other lines.
    init?(_ line: String, at location: SourceLocation) {
        var text = line[...]
        if text.hasSuffix(",") { text.removeLast() }
        let quotes: Set<Character> = ["\"", "\u{201C}", "\u{201D}"]
        guard text.count >= 2, let first = text.first, let last = text.last, quotes.contains(first),
            quotes.contains(last)
        else { return nil }
        text = text.dropFirst().dropLast()
        guard let sign = text.firstIndex(of: "=") else { return nil }
        let name = trimmed(text[..<sign])
        guard !name.isEmpty, name.allSatisfy({ $0.isPlainLetterOrDigit || $0 == "-" || $0 == "_" }) else { return nil }
        self.init(name: name, value: trimmed(text[text.index(after: sign)...]), location: location)
    }
}

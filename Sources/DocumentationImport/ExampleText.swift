import APISpec
import Diagnostics
import Documentation

/// The body of an example, gathered from blocks, with the page's line for each of its lines.
struct ExampleText {
    private var text = ""
    private var lines: [Int] = []
    private var blocks: [Block] = []

    /// Nothing gathered yet.
    init() {}

    /// Whether nothing was gathered.
    var isEmpty: Bool { text.isEmpty }

    /// Adds a block of code or a paragraph; extracted text may have both for one body.
    mutating func append(_ block: Block) {
        switch block.content {
        case .code(let part), .paragraph(let part):
            append(part, lines: block.lines)
            blocks.append(block)
        case .heading, .table: break
        }
    }

    /// The one block that is JSON by itself where all blocks together are not, and what stands beside it that is no
    /// command: pages show a call in several languages, and labels.
    private var parted: (body: ExampleText, others: [Block])? {
        guard blocks.count > 1, (try? JSONReader.value(Array(text.utf8))) == nil else { return nil }
        for (index, block) in blocks.enumerated() {
            guard case .code(let part) = block.content, (try? JSONReader.value(Array(part.utf8))) != nil else {
                continue
            }
            var body = ExampleText()
            body.append(block)
            var others = blocks
            others.remove(at: index)
            return (body, others.filter { !Self.isCommand($0) })
        }
        return nil
    }

    /// The text without the backslashes that a converter put before marks of Markdown, in code too: JSON has no such
    /// escapes. `nil` where there is none.
    private static func unescaped(_ text: String) -> String? {
        var result: [UInt8] = []
        var isChanged = false
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            guard byte == UInt8(ascii: "\\") else {
                result.append(byte)
                continue
            }
            guard let next = bytes.next() else { return nil }
            if next == UInt8(ascii: "_") || next == UInt8(ascii: "*") {
                isChanged = true
            } else {
                result.append(byte)
            }
            result.append(next)
        }
        return isChanged ? String(decoding: result, as: UTF8.self) : nil
    }

    private static func isCommand(_ block: Block) -> Bool {
        switch block.content {
        case .code(let text), .paragraph(let text): FurnitureWords.isCommand(text)
        case .heading, .table: false
        }
    }

    private mutating func append(_ part: String, lines range: ClosedRange<Int>) {
        if !text.isEmpty { text += "\n" }
        text += part
        // Minified HTML may have fewer lines than its code shows.
        let count = part.utf8.count { $0 == 0x0A } + 1
        for offset in 0..<count { lines.append(min(range.lowerBound + offset, range.upperBound)) }
    }

    /// Where the body starts.
    func location(in passage: Passage) -> SourceLocation { passage.location(line: lines.first ?? passage.line) }

    /// The JSON value; `nil` where there is none or, with a finding, where it is not JSON.
    func value(in passage: Passage, log: ImportLog) -> JSONValue? {
        guard !isEmpty else { return nil }
        if let (body, others) = parted {
            for block in others { log.reportUnread(block, of: passage.file) }
            return body.value(in: passage, log: log)
        }
        let bytes = Array(text.utf8)
        func location(_ offset: Int) -> SourceLocation {
            let place = TextPlace(of: offset, in: bytes)
            return passage.location(line: lines[min(place.line, lines.count) - 1], column: place.column)
        }
        do {
            let reading = try JSONReader.read(bytes, duplicates: .noted)
            for duplicate in reading.duplicates {
                let message = "the example has the name `\(excerpt(duplicate.name))` twice in one object"
                log.report(ImportRules.duplicateKey, message, at: location(duplicate.offset))
            }
            log.examples += 1
            return reading.value
        } catch {
            if let unescaped = Self.unescaped(text), let value = try? JSONReader.value(Array(unescaped.utf8)) {
                log.examples += 1
                return value
            }
            let plain = TypographicQuotes.replaced(in: text) ?? text
            if let literal = try? JSONReader.read(Array(plain.utf8), as: .literal), literal.duplicates.isEmpty {
                let message = "the example is a literal of Python, or has typographic quotes; it was read as such"
                log.report(ImportRules.literalExample, message, at: location(error.offset))
                log.examples += 1
                return literal.value
            }
            log.report(ImportRules.invalidExample, "the example is not JSON: \(error.text)", at: location(error.offset))
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

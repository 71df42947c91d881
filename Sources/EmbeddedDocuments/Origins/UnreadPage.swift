public import Diagnostics

/// Says of a page or file from which nothing can be read what it looks like, what it lacks and what to do.
///
/// It is asked once reading has failed: a page that can be read never looks like another.
public struct UnreadPage: Sendable {
    /// As much of a page is looked at: what made it says so at its beginning or at its end.
    private static let reach = 256 * 1024
    private static let tail = 16 * 1024

    private let file: String
    private let bytes: [UInt8]

    /// A page or file, in UTF-8, that diagnostics call `file`.
    public init(_ bytes: [UInt8], file: String) {
        self.file = file
        self.bytes =
            bytes.count <= Self.reach + Self.tail
            ? bytes : Array(bytes.prefix(Self.reach)) + [0x0A] + Array(bytes.suffix(Self.tail))
    }

    /// What is wrong, where it is known what made the page: an error at the place that tells.
    public var refusal: DiagnosticError? {
        // Signs at the beginning of a line count in the first one too.
        let text = [0x0A] + bytes.map(\.lowercased)
        let first = bytes.first { $0 > 0x20 }
        let isData = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        if isListOfLinks { return error(Self.links, at: 0) }
        for origin in PageOrigin.all {
            for row in origin.signs {
                var places: [Int] = []
                for sign in row {
                    // A word by itself may stand in any text; in a tag or in a script it is the page's.
                    let isWord =
                        row.count == 1 && !isData
                        && sign.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-_.".utf8.contains($0) }
                    guard let place = text.place(of: sign, inMarkup: isWord) else { break }
                    places.append(place)
                }
                guard places.count == row.count, let place = places.first else { continue }
                return error(origin.message(version: version(of: origin, in: text)), at: max(place - 1, 0))
            }
        }
        return nil
    }

    /// What made the page, in its own words: `Hugo 0.121.1`; `nil` where it does not say so.
    public var generator: String? { PageSigns(page: PageScan(bytes)).generator }

    /// An error about a page that is not a guide to an API, with what it says of itself.
    public func notAGuide(_ message: String) -> DiagnosticError {
        let made = generator.map { " (page made by \(printable($0)))" } ?? ""
        return DiagnosticError(
            "\(message)\(made); where the service has an OpenAPI document, import that: it is often at `/openapi.json`, "
                + "`/swagger.json`, `/v3/api-docs` or `openapi.yaml`",
            at: SourceLocation(file: file), rule: EmbeddedDocumentRules.unreadable.id)
    }

    private static let links = """
        this is a list of links for language models (llms.txt), and lacks the pages themselves; import the page that it \
        links to as the reference of the API, or the OpenAPI document where it links to one
        """

    /// Whether the file is `llms.txt`, or has its shape: a title, a quote, and lists of links alone.
    private var isListOfLinks: Bool {
        let name = file.split(whereSeparator: { $0 == "/" || $0 == "?" }).last.map { $0.lowercased() } ?? ""
        if name == "llms.txt" || name == "llms-full.txt" { return true }
        let lines = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(200)
            .map { String(decoding: $0.prefix(400), as: UTF8.self).trimmedSpace }.filter { !$0.isEmpty }
        guard lines.count >= 4, lines[0].hasPrefix("# "), lines[1].hasPrefix("> ") else { return false }
        let items = lines.filter { ($0.hasPrefix("- [") || $0.hasPrefix("* [")) && $0.contains("](") }
        return items.count >= 3 && items.count * 2 >= lines.count
    }

    private func version(of origin: PageOrigin, in text: [UInt8]) -> String? {
        for mark in origin.version {
            guard let place = text.place(of: mark) else { continue }
            var rest = text[(place + mark.utf8.count)...].prefix(24)[...]
            while let first = rest.first, !first.isDigit, first != 0x0A { rest = rest.dropFirst() }
            let digits = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
            let version = String(decoding: digits, as: UTF8.self)
            let trimmed = version.hasSuffix(".") ? String(version.dropLast()) : version
            if !trimmed.isEmpty { return trimmed }
        }
        return nil
    }

    private func error(_ message: String, at offset: Int) -> DiagnosticError {
        // Behind the part that is looked at, lines are not those of the page.
        let place =
            offset < Self.reach
            ? LineMap(bytes).location(of: offset, file: file) : SourceLocation(file: file)
        return DiagnosticError(message, at: place, rule: EmbeddedDocumentRules.unreadable.id)
    }
}

extension [UInt8] {
    /// Where `text` stands first in a tag or in a script, or anywhere; both are in one case.
    fileprivate func place(of text: String, inMarkup: Bool) -> Int? {
        var start = 0
        while let place = place(of: text, from: start) {
            if !inMarkup || isMarkup(at: place) { return place }
            start = place + 1
        }
        return nil
    }

    /// Whether a place stands in a tag, or in a script.
    private func isMarkup(at place: Int) -> Bool {
        guard let mark = self[..<place].lastIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) else {
            return false
        }
        if self[mark] == UInt8(ascii: "<") { return true }
        guard let tag = self[..<mark].lastIndex(of: UInt8(ascii: "<")) else { return false }
        return self[tag...].starts(with: "<script".utf8)
    }

    /// Where `text` stands first from a place on; both are in one case.
    fileprivate func place(of text: String, from start: Int = 0) -> Int? {
        let sign = Array(text.utf8)
        guard let first = sign.first, count >= sign.count else { return nil }
        return withUnsafeBufferPointer { bytes in
            var index = start
            let last = bytes.count - sign.count
            while index <= last {
                if bytes[index] == first {
                    var length = 1
                    while length < sign.count, bytes[index + length] == sign[length] { length += 1 }
                    if length == sign.count { return index }
                }
                index += 1
            }
            return nil
        }
    }
}

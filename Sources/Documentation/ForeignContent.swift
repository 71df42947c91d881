import Diagnostics

/// Recognises what people take for a page and is none, so that they are told what to do instead.
enum ForeignContent {
    /// What `bytes` are, and what to do; `nil` where they may be a page.
    static func problem(with bytes: Bytes) -> String? {
        if let problem = file(bytes) ?? searchIndex(bytes) { return problem }
        guard json(bytes) != nil else { return nil }
        return "this is JSON and no page; import an OpenAPI document (with `openapi: 3.x`) or a page of documentation"
    }

    /// What a file of another kind is, known by its first bytes.
    static func file(_ bytes: Bytes) -> String? {
        signatures.first { bytes.starts(with: $0.0) }?.1
    }

    /// What to do instead of importing the search index of a site; `nil` for other content.
    static func searchIndex(_ bytes: Bytes) -> String? {
        guard let text = json(bytes) else { return nil }
        let start = text.part(0, min(text.count, 65_536)).text
        func has(_ names: String...) -> Bool { names.contains { start.contains("\"\($0)\"") } }
        let isList =
            text[0] == UInt8(ascii: "[") && has("title")
            && has("href", "ref", "url", "uri", "permalink", "link", "location", "relpermalink")
            && has("body", "content", "contents", "excerpt", "description", "text", "summary")
        guard isList || has("invertedIndex", "fieldVectors") || has("docs") && has("location") && has("config") else {
            return nil
        }
        return """
            this is the search index of a site, which lists pages and has none of their tables; import the pages \
            themselves, or the printable page of a service (its address ends in `/_print/`)
            """
    }

    private static let signatures: [([UInt8], String)] = [
        (Array("PK\u{3}\u{4}".utf8), "this is a zip archive; unpack it and import the folder of its pages"),
        (Array("PK\u{5}\u{6}".utf8), "this is an empty zip archive; there is nothing to read"),
        (
            [0x1F, 0x8B],
            "this is compressed with gzip; unpack it (`gunzip`, or `curl --compressed`) and import what is in it"
        ),
        (Array("BZh".utf8), "this is compressed with bzip2; unpack it and import what is in it"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "this is compressed with xz; unpack it and import what is in it"),
        ([0x28, 0xB5, 0x2F, 0xFD], "this is compressed with zstd; unpack it and import what is in it"),
        (
            Array("%PDF-".utf8),
            """
            this is a PDF, which keeps no tables; import the page that it was printed from, saved as HTML \
            (the printable page of a service ends in `/_print/`)
            """
        ),
        ([0x89, 0x50, 0x4E, 0x47], "this is a picture (PNG); import the page itself, saved as HTML"),
        ([0xFF, 0xD8, 0xFF], "this is a picture (JPEG); import the page itself, saved as HTML"),
        ([0xD0, 0xCF, 0x11, 0xE0], "this is a document of an office program; import the page itself, saved as HTML"),
    ]

    /// The text of a file that is JSON from its first byte to its last.
    private static func json(_ bytes: Bytes) -> Bytes? {
        let text = PageBytes.withoutMark(bytes).trimmed
        guard let first = text.first, let last = text.last,
            first == UInt8(ascii: "{") && last == UInt8(ascii: "}")
                || first == UInt8(ascii: "[") && last == UInt8(ascii: "]"),
            startsValue(text), isOneValue(text)
        else { return nil }
        return text
    }

    /// Whether what follows the first bracket may do so in JSON; `[New]` is a sentence.
    private static func startsValue(_ text: Bytes) -> Bool {
        let rest = text.part(1, text.count).trimmed
        guard let next = rest.first else { return false }
        if text[0] == UInt8(ascii: "{") { return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}") }
        return "\"{[]-0123456789".utf8.contains(next) || rest.starts(with: "true") || rest.starts(with: "false")
            || rest.starts(with: "null")
    }

    /// Whether the brackets of `text` close at its end and not before it.
    private static func isOneValue(_ text: Bytes) -> Bool {
        var depth = 0
        var index = 0
        var isQuoted = false
        while index < text.count {
            let byte = text[index]
            if isQuoted {
                if byte == UInt8(ascii: "\\") { index += 1 } else if byte == UInt8(ascii: "\"") { isQuoted = false }
            } else if byte == UInt8(ascii: "\"") {
                isQuoted = true
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                depth += 1
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                depth -= 1
                if depth == 0 { return index == text.count - 1 }
            }
            index += 1
        }
        return false
    }
}

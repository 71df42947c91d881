import Diagnostics

/// Recognises what people take for a page and is none, so that they are told what to do instead.
enum ForeignContent {
    /// What `bytes` are, and what to do; `nil` where they may be a page.
    static func problem(with bytes: Bytes) -> String? {
        for (signature, message) in signatures where bytes.starts(with: signature) { return message }
        return jsonProblem(bytes)
    }

    private static let signatures: [([UInt8], String)] = [
        (Array("PK\u{3}\u{4}".utf8), "this is a zip archive; unpack it and import the folder of its pages"),
        (Array("PK\u{5}\u{6}".utf8), "this is an empty zip archive; there is nothing to read"),
        ([0x1F, 0x8B], "this is compressed with gzip; unpack it (`gunzip`, or `curl --compressed`) and import what is in it"),
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

    /// A file that is JSON from its first byte to its last is no page.
    private static func jsonProblem(_ bytes: Bytes) -> String? {
        let text = (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.part(3, bytes.count) : bytes).trimmed
        guard let first = text.first, let last = text.last,
            first == UInt8(ascii: "{") && last == UInt8(ascii: "}")
                || first == UInt8(ascii: "[") && last == UInt8(ascii: "]"),
            isOneValue(text)
        else { return nil }
        let start = text.part(0, min(text.count, 65_536)).text
        func has(_ names: String...) -> Bool { names.contains { start.contains("\"\($0)\"") } }
        let isIndex =
            has("title") && has("href", "ref", "url", "uri", "permalink", "link", "location")
            && has("body", "content", "contents", "excerpt", "description", "text", "summary")
        if isIndex || has("invertedIndex", "fieldVectors") {
            return """
                this is the search index of a site, which lists pages and has none of their tables; import the pages \
                themselves, or the printable page of a service (its address ends in `/_print/`)
                """
        }
        return "this is JSON and no page; import an OpenAPI document (with `openapi: 3.x`) or a page of documentation"
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

import Diagnostics

/// What the parts of a Markdown reader share: the page's name, its link definitions, and text that was put together.
final class MarkdownContext {
    /// The file as diagnostics call it.
    let file: String
    /// Where reference links lead, by their labels in lower case.
    private(set) var definitions: [String: String] = [:]
    /// Whether the headings of the page end in identifiers.
    var hasIdentifiers = false
    private var kept: [UnsafeMutableBufferPointer<UInt8>] = []

    /// A context for a page called `file`.
    init(file: String) { self.file = file }

    deinit { for buffer in kept { buffer.deallocate() } }

    /// A line of the page.
    func location(line: Int, column: Int = 0) -> SourceLocation {
        SourceLocation(file: file, line: line, column: column)
    }

    /// A copy of `bytes` that lives as long as the context.
    func keep(_ bytes: [UInt8]) -> Bytes {
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = buffer.initialize(from: bytes)
        kept.append(buffer)
        return Bytes(buffer)
    }

    /// Notes a definition; the first one of a label counts.
    func define(_ label: Bytes, as address: String) {
        let key = Self.normalizedLabel(label)
        if definitions[key] == nil { definitions[key] = address }
    }

    /// Where a reference link leads; `nil` where the page does not define it.
    func address(of label: Bytes) -> String? {
        guard !definitions.isEmpty, !label.isEmpty, label.count < MarkdownLink.longestLabel else { return nil }
        return definitions[Self.normalizedLabel(label)]
    }

    /// The text of a paragraph or heading.
    func inline(_ bytes: Bytes) -> MarkdownText {
        if MarkdownInline.isPlain(bytes) { return MarkdownText(text: bytes.text) }
        return MarkdownInline.read(bytes, in: self)
    }

    /// A cell of a table, in which `\|` is a `|` also in code.
    func cell(_ bytes: Bytes) -> Table.Cell {
        if MarkdownInline.isPlain(bytes) { return Table.Cell(bytes.text) }
        var bytes = bytes
        if let copy = Self.withoutEscapedSeparators(bytes) { bytes = keep(copy) }
        let text = MarkdownInline.read(bytes, in: self)
        return Table.Cell(text.text, link: text.link, marks: text.marks)
    }

    private static func withoutEscapedSeparators(_ bytes: Bytes) -> [UInt8]? {
        var result: [UInt8] = []
        var start = 0
        var index = 0
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "\\") {
                if bytes[index + 1] == UInt8(ascii: "|") {
                    result.append(contentsOf: bytes.part(start, index))
                    start = index + 1
                }
                index += 1
            }
            index += 1
        }
        guard start > 0 else { return nil }
        result.append(contentsOf: bytes.part(start, bytes.count))
        return result
    }

    private static func normalizedLabel(_ label: Bytes) -> String {
        label.split(whereSeparator: \.isWhiteSpace).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
            .lowercased()
    }
}

/// Text of Markdown without its marks.
struct MarkdownText {
    /// The text; a forced line break is `\n`.
    var text = ""
    /// Where the first link leads, as written.
    var link: String?
    /// What stood in marks.
    var marks: [TextMark] = []
    /// The first anchor that the text sets, or that a link without words leads to.
    var anchor: String?
}

/// A tag of HTML, or something like it, inside a line of Markdown (CommonMark 0.31, 6.6).
struct MarkdownTag {
    /// The name in lower case; empty for comments and instructions.
    var name = ""
    /// Whether this is an end tag.
    var isEnd = false
    /// The value of `href`.
    var address: String?
    /// The value of `id` or `name`.
    var anchor: String?
    /// Where the tag ends.
    var end = 0

    /// What was looked for in vain behind some place; it is not behind a later one either.
    struct Missing {
        fileprivate var marks: Set<String> = []
    }

    /// The tag whose `<` stands at `start`; `nil` for other text, and for names that HTML does not have: `<id>` is a
    /// placeholder.
    init?(in text: Bytes, at start: Int, missing: inout Missing) {
        var index = start + 1
        guard index < text.count else { return nil }
        if text[index] == UInt8(ascii: "!") || text[index] == UInt8(ascii: "?") {
            guard let end = Self.endOfDeclaration(in: text, at: start, missing: &missing) else { return nil }
            self.end = end
            return
        }
        if text[index] == UInt8(ascii: "/") {
            isEnd = true
            index += 1
        }
        let first = index
        while index < text.count, text[index].isLetter || text[index].isDigit, index - first < 16 { index += 1 }
        guard index > first, index < text.count else { return nil }
        name = text.part(first, index).text.lowercased()
        guard Self.names.contains(name) else { return nil }
        while true {
            let space = index
            while index < text.count, text[index].isWhiteSpace { index += 1 }
            guard index < text.count else { return nil }
            if text[index] == UInt8(ascii: ">") { break }
            if text[index] == UInt8(ascii: "/"), index + 1 < text.count, text[index + 1] == UInt8(ascii: ">") {
                index += 1
                break
            }
            guard !isEnd, index > space, let end = readAttribute(in: text, at: index) else { return nil }
            index = end
        }
        end = index + 1
    }

    private mutating func readAttribute(in text: Bytes, at start: Int) -> Int? {
        var index = start
        while index < text.count, text[index].isLetter || text[index].isDigit || Self.isNameMark(text[index]) {
            index += 1
        }
        guard index > start else { return nil }
        let attribute = text.part(start, index)
        guard index < text.count, text[index] == UInt8(ascii: "=") else { return index }
        index += 1
        guard index < text.count else { return nil }
        var value: Bytes
        if text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "'") {
            let quote = text[index]
            let first = index + 1
            index = first
            while index < text.count, text[index] != quote { index += 1 }
            guard index < text.count else { return nil }
            value = text.part(first, index)
            index += 1
        } else {
            let first = index
            while index < text.count, !text[index].isWhiteSpace, text[index] != UInt8(ascii: ">"),
                text[index] != UInt8(ascii: "<")
            { index += 1 }
            guard index > first else { return nil }
            value = text.part(first, index)
        }
        if attribute.count == 4, attribute.startsIgnoringCase("href") { address = value.text }
        if attribute.count == 2, attribute.startsIgnoringCase("id") { anchor = value.text }
        if attribute.count == 4, attribute.startsIgnoringCase("name") { anchor = anchor ?? value.text }
        return index
    }

    private static func isNameMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
    }

    private static func endOfDeclaration(in text: Bytes, at start: Int, missing: inout Missing) -> Int? {
        let rest = text.part(start, text.count)
        let (opening, closing): (Int, StaticString) =
            if rest.starts(with: "<!--") { (4, "-->") } else if rest.starts(with: "<?") { (2, "?>") } else if
                rest.starts(with: "<![CDATA[")
            { (9, "]]>") } else if rest.count > 2, rest[2].isLetter { (2, ">") } else { (0, "") }
        guard opening > 0, !missing.marks.contains(closing.description) else { return nil }
        var index = start + opening
        while index < text.count {
            if text.part(index, text.count).starts(with: closing) { return index + closing.utf8CodeUnitCount }
            index += 1
        }
        missing.marks.insert(closing.description)
        return nil
    }

    /// The elements of HTML (Living Standard, and the older ones that pages still have).
    static let names: Set<String> = Set(
        """
        a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption \
        center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset \
        figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img \
        input ins kbd label legend li link main map mark menu meta meter nav noframes noscript object ol optgroup \
        option output p param picture pre progress q rp rt ruby s samp script search section select slot small source \
        span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr \
        track tt u ul var video wbr
        """.split(separator: " ").map(String.init))
}

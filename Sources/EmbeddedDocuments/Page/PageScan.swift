/// The tags of a page that can have to do with an OpenAPI document, by one pass over its bytes.
///
/// The pass knows comments, quoted attribute values and the elements whose content is text (HTML, sections 13.1.2 and
/// 13.2.5); what stands escaped in a tutorial is no tag. Entities are decoded in attributes alone.
struct PageScan {
    /// A start tag that was kept.
    struct Tag {
        /// In lower case.
        var name: String
        /// Name in lower case, value with its entities decoded.
        var attributes: [(name: String, value: String)]
        /// The offset of its `<`.
        var offset: Int
        /// The offset after its `>`.
        var end: Int
        /// The text of a `script`, and what stands in an `a` or an `option` up to its end tag.
        var content: Range<Int>
        /// Whether the page ends inside the element.
        var isUnclosed = false

        /// The value of the first attribute of this name.
        subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    /// The bytes of the page.
    let bytes: [UInt8]
    /// The tags that were kept, in the order of the page.
    private(set) var tags: [Tag] = []
    private var index = 0
    /// The index of the tag whose content is being read, and its name.
    private var open: (tag: Int, name: UInt64)?

    /// The tags of `bytes`, which are UTF-8.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        scan()
    }

    private mutating func scan() {
        while let start = next(UInt8(ascii: "<"), from: index) {
            index = start + 1
            guard index < bytes.count else { break }
            let byte = bytes[index]
            if byte.isLetter {
                readStartTag(at: start)
            } else if starts(with: "!--", at: index) {
                skipComment()
            } else if byte == UInt8(ascii: "/") {
                endTag(at: start)
            } else if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
                index = (next(UInt8(ascii: ">"), from: index) ?? bytes.count - 1) + 1
            }
        }
        if let open {
            tags[open.tag].content = tags[open.tag].end..<bytes.count
            tags[open.tag].isUnclosed = true
        }
    }

    private mutating func endTag(at start: Int) {
        index = start + 2
        let name = name()
        index = (next(UInt8(ascii: ">"), from: index) ?? bytes.count - 1) + 1
        guard let open, open.name == name.code else { return }
        tags[open.tag].content = tags[open.tag].end..<start
        self.open = nil
    }

    private mutating func readStartTag(at start: Int) {
        let name = name()
        let attributesStart = index
        skipAttributes()
        let end = index
        let isKept = name.isCustom || Self.kept.contains(name.code) || holdsWord(attributesStart..<end)
        if isKept {
            let text = String(decoding: bytes[name.range].lazy.map(\.lowercased), as: UTF8.self)
            let attributes = TagAttributes.read(bytes, attributesStart..<end)
            tags.append(Tag(name: text, attributes: attributes, offset: start, end: end, content: end..<end))
        }
        if Self.textElements.contains(name.code) {
            let (content, isClosed) = skipText(
                of: String(decoding: bytes[name.range].lazy.map(\.lowercased), as: UTF8.self))
            if isKept {
                tags[tags.count - 1].content = content
                tags[tags.count - 1].isUnclosed = !isClosed
            }
        } else if isKept, name.code == Self.anchor || name.code == Self.option {
            if let open { tags[open.tag].content = tags[open.tag].end..<start }
            open = (tags.count - 1, name.code)
        }
    }

    /// The name of a tag: the first eight letters in lower case as a number, which tells the names apart that matter.
    private struct Name {
        var range: Range<Int>
        var code: UInt64
        var isCustom: Bool
    }

    private static func code(_ name: String) -> UInt64 { name.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

    private static let anchor = code("a")
    private static let option = code("option")
    /// Elements that are kept whatever their attributes are.
    private static let kept = Set(
        ["script", "base", "meta", "iframe", "frame", "redoc", "select", "option", "title"].map(code))
    /// Elements whose content is text up to their end tag; that of frames and of `noscript` is none for a browser.
    private static let textElements = Set(
        ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript"].map(code))

    /// Whether the attributes of a tag hold a word that they hold if they have to do with a document.
    private func holdsWord(_ range: Range<Int>) -> Bool {
        guard range.count > 5 else { return false }
        for place in range {
            switch bytes[place] | 0x20 {
            case UInt8(ascii: "s"):
                if isWord("swagger", at: place) || isWord("spec", at: place) || isWord("scalar", at: place) {
                    return true
                }
            case UInt8(ascii: "o"): if isWord("openapi", at: place) { return true }
            case UInt8(ascii: "r"): if isWord("redoc", at: place) || isWord("rapi", at: place) { return true }
            case UInt8(ascii: "a"): if isWord("api-", at: place) || isWord("apidesc", at: place) { return true }
            case UInt8(ascii: "d"): if isWord("data-", at: place) { return true }
            case UInt8(ascii: "."):
                if isWord(".json", at: place) || isWord(".yaml", at: place) || isWord(".yml", at: place) { return true }
            default: break
            }
        }
        return false
    }

    private func isWord(_ word: StaticString, at place: Int) -> Bool {
        guard place + word.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where bytes[place + offset].lowercased != word.utf8Start[offset] {
            return false
        }
        return true
    }

    private mutating func name() -> Name {
        let start = index
        var code: UInt64 = 0
        var isCustom = false
        while index < bytes.count, !bytes[index].endsTagName {
            if index - start < 8 { code = code << 8 | UInt64(bytes[index].lowercased) } else { code = 0 }
            if bytes[index] == UInt8(ascii: "-") { isCustom = true }
            index += 1
        }
        return Name(range: start..<index, code: code, isCustom: isCustom)
    }

    /// Moves behind the `>` of a tag; one in a quoted value is none.
    private mutating func skipAttributes() {
        var isAfterEquals = false
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: ">") { return }
            if isAfterEquals, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                index = (next(byte, from: index) ?? bytes.count - 1) + 1
                isAfterEquals = false
            } else if !byte.isSpace {
                isAfterEquals = byte == UInt8(ascii: "=")
            }
        }
    }

    private mutating func skipComment() {
        index += 3
        if starts(with: ">", at: index) || starts(with: "->", at: index) { return }
        while let dash = next(UInt8(ascii: "-"), from: index) {
            index = dash + 1
            if starts(with: "-->", at: dash) || starts(with: "--!>", at: dash) { return }
        }
        index = bytes.count
    }

    /// Moves behind the end tag of an element of text; the text, and whether there was an end tag.
    ///
    /// `<!--` and then `<script` in a script hide the next end tag (HTML, section 13.2.5.21).
    private mutating func skipText(of name: String) -> (Range<Int>, Bool) {
        let start = index
        var isComment = false
        var isHidden = false
        let isScript = name == "script"
        while let mark = next(UInt8(ascii: "<"), from: index) {
            index = mark + 1
            if isScript, starts(with: "!--", at: index) {
                isComment = true
            } else if isComment, isScript, isTag("script", at: index) {
                isHidden = true
            } else if starts(with: "/", at: index), isTag(name, at: index + 1) {
                if isHidden {
                    isHidden = false
                    continue
                }
                index = (next(UInt8(ascii: ">"), from: index) ?? bytes.count - 1) + 1
                return (start..<mark, true)
            }
            if isComment, !isHidden, let end = commentEnd(between: mark, and: next(UInt8(ascii: "<"), from: index)) {
                isComment = false
                index = max(index, end)
            }
        }
        index = bytes.count
        return (start..<bytes.count, false)
    }

    private func commentEnd(between start: Int, and end: Int?) -> Int? {
        var place = start
        let end = end ?? bytes.count
        while let dash = next(UInt8(ascii: "-"), from: place), dash < end {
            if starts(with: "-->", at: dash) { return dash + 3 }
            place = dash + 1
        }
        return nil
    }

    private func isTag(_ name: String, at place: Int) -> Bool {
        var place = place
        for byte in name.utf8 {
            guard place < bytes.count, bytes[place].lowercased == byte else { return false }
            place += 1
        }
        return place == bytes.count || bytes[place].endsTagName
    }

    private func next(_ byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        return bytes[start...].firstIndex(of: byte)
    }

    private func starts(with text: StaticString, at place: Int) -> Bool {
        guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where bytes[place + offset] != text.utf8Start[offset] { return false }
        return true
    }
}

extension PageScan {
    /// The text of a range without tags, entities decoded, white space at both ends dropped.
    func text(_ range: Range<Int>) -> String {
        var kept: [UInt8] = []
        var isTag = false
        for byte in bytes[range] {
            switch byte {
            case UInt8(ascii: "<"): isTag = true
            case UInt8(ascii: ">") where isTag: isTag = false
            default: if !isTag { kept.append(byte) }
            }
        }
        return Entities.decode(kept[...]).trimmedSpace
    }
}

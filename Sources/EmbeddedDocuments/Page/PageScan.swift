import HTMLTokens

/// The tags of a page that can have to do with an OpenAPI document, by one pass over its bytes.
///
/// What stands escaped in a tutorial is not a tag, nor is what a comment, a script or another element without tags
/// holds. References are decoded in attributes alone.
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
    /// The index of the tag whose content is being read, and its name.
    private var open: (tag: Int, name: UInt64)?

    /// The tags of `bytes`, which are UTF-8.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        bytes.withUnsafeBufferPointer { scan(HTMLMarkup($0)) }
    }

    private mutating func scan(_ markup: HTMLMarkup) {
        // What stands in frames and in `noscript` is none of the page for a browser.
        markup.forEachTag(withScripts: true) { tag in
            if tag.isEnd { take(end: tag) } else { take(start: tag, markup) }
            return true
        }
        if let open {
            tags[open.tag].content = tags[open.tag].end..<bytes.count
            tags[open.tag].isUnclosed = true
        }
    }

    private mutating func take(end tag: HTMLTag) {
        guard let open, open.name == name(tag.name).code else { return }
        tags[open.tag].content = tags[open.tag].end..<tag.start
        self.open = nil
    }

    private mutating func take(start tag: HTMLTag, _ markup: HTMLMarkup) {
        let name = name(tag.name)
        guard name.isCustom || Self.kept.contains(name.code) || holdsWord(tag.name.upperBound..<tag.end) else { return }
        tags.append(
            Tag(
                name: lowercased(tag.name), attributes: attributes(of: tag, markup), offset: tag.start, end: tag.end,
                content: tag.text ?? tag.end..<tag.end, isUnclosed: tag.isUnclosed))
        if name.code == Self.anchor || name.code == Self.option {
            if let open { tags[open.tag].content = tags[open.tag].end..<tag.start }
            open = (tags.count - 1, name.code)
        }
    }

    /// A tag with more attributes is not a viewer's.
    private static let maximumAttributes = 256

    /// The attributes of a tag; of several with one name the first.
    private func attributes(of tag: HTMLTag, _ markup: HTMLMarkup) -> [(name: String, value: String)] {
        var names: Set<String> = []
        return markup.attributes(of: tag, limit: Self.maximumAttributes).compactMap { attribute in
            let name = lowercased(attribute.name)
            guard names.insert(name).inserted else { return nil }
            return (name, attribute.value.map { HTMLReference.decode(bytes[$0]) } ?? "")
        }
    }

    private func lowercased(_ range: Range<Int>) -> String {
        String(decoding: bytes[range].lazy.map(\.lowercased), as: UTF8.self)
    }

    /// The name of a tag: the first eight letters in lower case as a number, which tells the names apart that matter.
    private struct Name {
        var code: UInt64
        var isCustom: Bool
    }

    private static func code(_ name: String) -> UInt64 { name.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

    private static let anchor = code("a")
    private static let option = code("option")
    /// Elements that are kept whatever their attributes are.
    private static let kept = Set(
        ["script", "base", "meta", "iframe", "frame", "redoc", "select", "option", "title"].map(code))
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

    private func name(_ range: Range<Int>) -> Name {
        var code: UInt64 = 0
        for byte in bytes[range].prefix(8) { code = code << 8 | UInt64(byte.lowercased) }
        return Name(code: range.count > 8 ? 0 : code, isCustom: bytes[range].contains(UInt8(ascii: "-")))
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
        return HTMLReference.decode(kept[...]).trimmedSpace
    }
}

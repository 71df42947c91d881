/// A tag of a page.
public struct HTMLTag {
    /// Where its `<` stands.
    public let start: Int
    /// Where its name stands.
    public let name: Range<Int>
    /// Whether this is an end tag.
    public let isEnd: Bool
    /// The place behind its `>`; the end of the page where that ends in the tag.
    public let end: Int
    /// What follows up to the end tag of an element whose text holds no tags, or up to the end of the page; `nil` for
    /// other elements.
    public let text: Range<Int>?
    /// Whether the page ends in that text.
    public let isUnclosed: Bool
}

extension HTMLMarkup {
    /// Hands over the tags in the order of the page, as long as `body` says `true`. What comments hold are none, nor what
    /// stands in elements without tags; with scripts, `noscript` is such an element.
    public func forEachTag(withScripts: Bool = false, _ body: (HTMLTag) -> Bool) {
        var index = 0
        while let start = next(from: index) {
            switch piece(at: start) {
            case .text: index = start + 1
            case .comment(_, nil): return
            case .comment(_, let end?): index = end
            case .tag(let name, let isEnd):
                let end = end(ofTagNamed: name)
                let raw = isEnd ? nil : rawText(of: name, from: end, withScripts: withScripts)
                let tag = HTMLTag(
                    start: start, name: name, isEnd: isEnd, end: end, text: raw?.content,
                    isUnclosed: raw?.isClosed == false)
                guard body(tag) else { return }
                index = raw?.content.upperBound ?? end
            }
        }
    }

    /// The attributes of a tag, at most `limit`; none behind one that the page ends in.
    public func attributes(of tag: HTMLTag, limit: Int = .max) -> [Attribute] {
        var attributes: [Attribute] = []
        var index = tag.name.upperBound
        while attributes.count < limit, case .attribute(let attribute) = step(from: index) {
            attributes.append(attribute)
            index = attribute.end
        }
        return attributes
    }

    /// The first attribute of a tag with a name in lower case that has a value.
    public func attribute(_ name: StaticString, of tag: HTMLTag) -> Attribute? {
        var index = tag.name.upperBound
        while case .attribute(let attribute) = step(from: index) {
            if attribute.value != nil, isWord(name, at: attribute.name) { return attribute }
            index = attribute.end
        }
        return nil
    }

    private func end(ofTagNamed name: Range<Int>) -> Int {
        var index = name.upperBound
        while true {
            switch step(from: index) {
            case .attribute(let attribute): index = attribute.end
            case .end(let end, _): return end
            case .unfinished: return count
            }
        }
    }
}

/// Looks at tags in the bytes of a page, for what the parser's events do not tell.
enum HTMLTag {
    /// Where the start tag begins whose attributes end at `end`; `end` itself where there is no such tag after `limit`.
    static func start(of name: HTMLName, endingAt end: Int, after limit: Int, in page: Bytes) -> Int {
        var index = min(end, page.count) - 1
        while index >= limit {
            if page[index] == UInt8(ascii: "<"), name.isPrefix(of: page.part(index + 1, page.count)) { return index }
            index -= 1
        }
        return end
    }

    /// Whether the end tag of `name` was just read up to `end`; otherwise something else closed the element.
    static func isEnd(of name: HTMLName, endingAt end: Int, in page: Bytes) -> Bool {
        guard end > 0, end <= page.count, page[end - 1] == UInt8(ascii: ">") else { return false }
        var index = end - 1
        // An end tag has no attributes to speak of.
        let limit = max(0, end - 1024)
        while index > limit, page[index] != UInt8(ascii: "<") { index -= 1 }
        guard page[index] == UInt8(ascii: "<"), page[index + 1] == UInt8(ascii: "/") else { return false }
        return name.isPrefix(of: page.part(index + 2, end))
    }

    /// Whether a tag that closes itself (`<svg/>`) was just read up to `end`.
    static func isEmpty(endingAt end: Int, in page: Bytes) -> Bool {
        end >= 2 && end <= page.count && page.part(end - 2, end).starts(with: "/>")
    }

    /// Whether there is an end tag of `name` anywhere in `part`.
    static func hasEnd(of name: HTMLName, in part: Bytes) -> Bool {
        var index = part.count - 3
        while index >= 0 {
            if part[index] == UInt8(ascii: "<"), part[index + 1] == UInt8(ascii: "/") {
                let tag = part.part(index + 2, part.count)
                if name.isPrefix(of: tag), tag.contains(UInt8(ascii: ">")) { return true }
            }
            index -= 1
        }
        return false
    }

    /// Whether the page ends, at `end`, with an end tag that comes last in a document.
    static func endsDocument(_ page: Bytes, at end: Int) -> Bool {
        let tail = page.part(max(0, end - 7), end)
        let last: [StaticString] = ["</main>", "</body>", "</html>"]
        return last.contains { tail.startsIgnoringCase($0) }
    }
}

extension HTMLName {
    /// Whether a tag starts with this name, in any case.
    fileprivate func isPrefix(of tag: Bytes) -> Bool {
        var index = 0
        for byte in text.utf8 {
            guard index < tag.count, tag[index] == byte || tag[index].isLetter && tag[index] | 0x20 == byte else {
                return false
            }
            index += 1
        }
        return index == tag.count || !(tag[index].isLetter || tag[index].isDigit || tag[index] == UInt8(ascii: "-"))
    }
}

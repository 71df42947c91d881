/// Finds tags with so many attributes that libxml2 would never get done: it compares each with all before it.
enum HTMLTagLimit {
    /// How many attributes a tag may have.
    static let maximumAttributes = 256
    /// Tags up to this length are not looked at; they cannot hold enough to matter.
    private static let shortTag = 1024

    /// Where the first tag begins that has more than ``maximumAttributes``, if there is one.
    static func crowdedTag(in page: Bytes) -> Int? {
        var index = 0
        while let open = page.firstIndex(of: UInt8(ascii: "<"), from: index), open + 1 < page.count {
            index = open + 1
            if page[index].isLetter {
                let end = page.firstIndex(of: UInt8(ascii: ">"), from: index) ?? page.count
                if end - open > shortTag, hasTooMany(page.part(index, page.count)) { return open }
                // Signs such as `<` in a script start no tag.
                index = page.part(index, end).rawTextEndTag.map { skip($0, from: end, in: page) } ?? end
            } else if page.part(index, page.count).starts(with: "!--") {
                index = skip("-->", from: index + 3, in: page)
            }
        }
        return nil
    }

    /// The place after the next `text`, which is in lower case; the end of the page where there is none.
    private static func skip(_ text: StaticString, from start: Int, in page: Bytes) -> Int {
        let first = text.utf8Start[0]
        var index = start
        while let next = page.firstIndex(of: first, from: index) {
            if page.part(next, page.count).startsIgnoringCase(text) { return next + text.utf8CodeUnitCount }
            index = next + 1
        }
        return page.count
    }

    /// Whether a tag has too many attributes.
    ///
    /// Quoted values count as part of theirs.
    private static func hasTooMany(_ tag: Bytes) -> Bool {
        var words = 0
        var isBetween = false
        var last: UInt8 = 0
        var quote: UInt8?
        for byte in tag {
            if let open = quote {
                if byte == open {
                    quote = nil
                    isBetween = true
                }
                continue
            }
            if byte == UInt8(ascii: ">") { return false }
            if last == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte.isWhiteSpace {
                isBetween = true
                continue
            } else if isBetween {
                words += 1
                guard words <= maximumAttributes else { return true }
            }
            isBetween = false
            last = byte
        }
        return false
    }
}

extension Bytes {
    /// The next place of `byte` from `start` on.
    fileprivate func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        start < count ? self[start...].firstIndex(of: byte) : nil
    }

    /// What ends the text of the element whose start tag this is, if no tags are looked for in it.
    fileprivate var rawTextEndTag: StaticString? {
        if startsIgnoringCase("script") { return "</script" }
        if startsIgnoringCase("style") { return "</style" }
        return nil
    }
}

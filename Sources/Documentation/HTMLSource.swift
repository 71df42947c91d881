/// A page of HTML in a form that every version of libxml2 reads alike.
///
/// The tokenizer of libxml2 follows HTML 5 since 2.14 and went its own ways before: it differs in comments, in references
/// without a semicolon, in the text of `<textarea>`, in names of attributes, and in what it does where the page ends
/// inside a tag. So the page is divided into tokens here, as HTML 5 says, and what the versions differ about is taken out.
/// Every byte keeps its place; what is taken out becomes spaces, or an end tag of nothing.
struct HTMLSource {
    /// Something that the page ends in.
    enum Unfinished {
        case startTag, comment, instruction
        /// An end tag or a declaration: what is open around it is as unfinished.
        case otherTag
    }

    /// How many attributes a tag may have.
    static let maximumAttributes = 256
    /// The attributes that the reader asks for.
    private static let attributes: [StaticString] = [
        "id", "class", "href", "rel", "lang", "role", "colspan", "rowspan",
    ]
    /// The elements whose text holds no tags (13.1.2), and whether their text says something.
    private static let rawText: [(name: StaticString, isShown: Bool)] = [
        ("script", false), ("style", false), ("textarea", false), ("iframe", false), ("noembed", false),
        ("noframes", false), ("title", true), ("xmp", true), ("plaintext", true),
    ]

    /// The bytes for the parser, as many as the page has.
    private(set) var bytes: [UInt8]
    /// Where the texts stand that hold no tags and say something, in the order of the page.
    private(set) var texts: [Range<Int>] = []
    /// What the page ends in although it should have an end, and where that starts.
    private(set) var unfinished: (what: Unfinished, offset: Int)?
    /// Where the first tag begins that has more than ``maximumAttributes``, if there is one; nothing is read after it.
    private(set) var crowdedTag: Int?

    private let page: Bytes

    /// Divides `page`, which is UTF-8 without NUL.
    init(_ page: Bytes) {
        self.page = page
        bytes = Array(page)
        var index = 0
        while index < page.count, crowdedTag == nil {
            switch page[index] {
            case UInt8(ascii: "<"): index = readMarkup(at: index)
            case UInt8(ascii: "&"):
                markReference(at: index)
                index += 1
            case 0x7F, 0x01...0x08, 0x0B, 0x0C, 0x0E...0x1F:
                // Some versions drop control characters, which are of no use in text.
                bytes[index] = 0x20
                index += 1
            default: index += 1
            }
        }
    }

    // MARK: Markup

    /// Reads what starts with `<`; the place after it.
    private mutating func readMarkup(at start: Int) -> Int {
        guard start + 1 < page.count else { return leaveUnfinished(.otherTag, at: start) }
        let rest = page.part(start + 1, page.count)
        switch rest[0] {
        case let byte where byte.isLetter:
            return readTag(at: start, nameAt: start + 1)
        case UInt8(ascii: "/"):
            guard rest.count > 1 else { return leaveUnfinished(.otherTag, at: start) }
            return rest[1].isLetter ? readTag(at: start, nameAt: start + 2) : readBogusComment(.otherTag, at: start)
        case UInt8(ascii: "!"):
            if rest.starts(with: "!--") { return readComment(at: start) }
            // A document type says nothing of the content either.
            return readBogusComment(.otherTag, at: start)
        case UInt8(ascii: "?"):
            return readBogusComment(.instruction, at: start)
        default:
            return start + 1
        }
    }

    private mutating func readComment(at start: Int) -> Int {
        let text = page.part(start + 4, page.count)
        if text.starts(with: ">") { return blankOut(start, start + 5) }
        if text.starts(with: "->") { return blankOut(start, start + 6) }
        var index = start + 4
        while let dashes = self.end(of: "--", from: index) {
            let rest = page.part(dashes, page.count)
            if rest.starts(with: ">") { return blankOut(start, dashes + 1) }
            if rest.starts(with: "!>") { return blankOut(start, dashes + 2) }
            index = dashes - 1
        }
        return leaveUnfinished(.comment, at: start)
    }

    /// What browsers take for a comment up to the next `>`.
    private mutating func readBogusComment(_ what: Unfinished, at start: Int) -> Int {
        guard let end = end(of: ">", from: start) else { return leaveUnfinished(what, at: start) }
        return blankOut(start, end)
    }

    /// Makes an end tag of what stands in between: without a start tag it means nothing, not even a space.
    private mutating func blankOut(_ start: Int, _ end: Int) -> Int {
        guard end - start >= 4 else {
            // `</>`: too short for a tag with a name. A mark without a name stands for nothing.
            for index in start..<end { bytes[index] = HTMLReferences.mark }
            bytes[end - 1] = UInt8(ascii: ";")
            return end
        }
        bytes[start] = UInt8(ascii: "<")
        bytes[start + 1] = UInt8(ascii: "/")
        bytes[start + 2] = UInt8(ascii: "_")
        for index in start + 3..<end - 1 { bytes[index] = UInt8(ascii: "_") }
        bytes[end - 1] = UInt8(ascii: ">")
        return end
    }

    /// The page ends in markup that starts at `start`: the parser shall see nothing of it.
    private mutating func leaveUnfinished(_ what: Unfinished, at start: Int) -> Int {
        unfinished = (what, start)
        for index in start..<page.count { bytes[index] = 0x20 }
        return page.count
    }

    // MARK: Tags

    private mutating func readTag(at start: Int, nameAt nameStart: Int) -> Int {
        let isEnd = nameStart > start + 1
        var index = nameStart
        while index < page.count, !endsName(page[index]) {
            // Versions differ in what may stand in a name; whichever it is, the element is unknown.
            if !Self.isPlainInName(page[index]) || index - nameStart >= 64 { bytes[index] = UInt8(ascii: "-") }
            index += 1
        }
        let name = page.part(nameStart, index)
        var count = 0
        var isEmpty = false
        while true {
            while index < page.count, page[index].isWhiteSpace || page[index] == UInt8(ascii: "/") {
                let closesTag = index + 1 < page.count && page[index + 1] == UInt8(ascii: ">")
                isEmpty = closesTag && !isEnd && page[index] == UInt8(ascii: "/")
                if !isEmpty { bytes[index] = 0x20 }
                index += 1
            }
            guard index < page.count else { return leaveUnfinished(isEnd ? .otherTag : .startTag, at: start) }
            if page[index] == UInt8(ascii: ">") { break }
            count += 1
            guard count <= Self.maximumAttributes else {
                crowdedTag = start
                return page.count
            }
            guard let end = readAttribute(at: index, isKept: !isEnd) else {
                return leaveUnfinished(isEnd ? .otherTag : .startTag, at: start)
            }
            index = end
        }
        return isEnd || isEmpty ? index + 1 : readRawText(of: name, at: index + 1)
    }

    /// Reads an attribute; the place after it, `nil` where the page ends in it.
    private mutating func readAttribute(at start: Int, isKept: Bool) -> Int? {
        var index = start + 1
        while index < page.count, !endsName(page[index]), page[index] != UInt8(ascii: "=") { index += 1 }
        let name = page.part(start, index)
        let nameEnd = index
        while index < page.count, page[index].isWhiteSpace { index += 1 }
        var value = index..<index
        if index < page.count, page[index] == UInt8(ascii: "=") {
            index += 1
            while index < page.count, page[index].isWhiteSpace { index += 1 }
            guard index < page.count else { return nil }
            let quote = page[index]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                guard let close = page[(index + 1)...].firstIndex(of: quote) else { return nil }
                value = index + 1..<close
                index = close + 1
            } else {
                let first = index
                while index < page.count, !page[index].isWhiteSpace, page[index] != UInt8(ascii: ">") { index += 1 }
                value = first..<index
            }
        } else {
            index = nameEnd
        }
        let isAsked =
            isKept && Self.attributes.contains { name.count == $0.utf8CodeUnitCount && name.startsIgnoringCase($0) }
        if isAsked {
            for place in value {
                if page[place] == UInt8(ascii: "&") {
                    markReference(at: place)
                } else if page[place] < 0x20 || page[place] == HTMLReferences.mark {
                    bytes[place] = 0x20
                }
            }
        } else {
            for place in start..<index { bytes[place] = 0x20 }
        }
        return index
    }

    // MARK: Text

    /// The text at `range`, which is one of ``texts``, with marks where references may start.
    func text(at range: Range<Int>, hasReferences: Bool) -> [UInt8] {
        var text = Array(page[range])
        for index in text.indices where hasReferences {
            if text[index] == HTMLReferences.mark { text[index] = 0x20 }
            guard text[index] == UInt8(ascii: "&"), index + 1 < text.count else { continue }
            if text[index + 1].isLetter || text[index + 1] == UInt8(ascii: "#") { text[index] = HTMLReferences.mark }
        }
        return text
    }

    /// Takes out the text of an element that holds no tags; the place where its end tag starts.
    private mutating func readRawText(of name: Bytes, at start: Int) -> Int {
        guard
            let element = Self.rawText.first(where: {
                name.count == $0.name.utf8CodeUnitCount && name.startsIgnoringCase($0.name)
            })
        else { return start }
        var end = page.count
        if !(name.count == 9 && name.startsIgnoringCase("plaintext")) {
            var index = start
            while let tag = self.end(of: "</", from: index) {
                let rest = page.part(tag, page.count)
                if rest.startsIgnoringCase(element.name), rest.count > name.count, endsName(rest[name.count]) {
                    end = tag - 2
                    break
                }
                index = tag
            }
        }
        for index in start..<end { bytes[index] = 0x20 }
        if element.isShown { texts.append(start..<end) }
        return end
    }

    private mutating func markReference(at index: Int) {
        guard index + 1 < page.count else { return }
        let next = page[index + 1]
        if next.isLetter || next == UInt8(ascii: "#") { bytes[index] = HTMLReferences.mark }
    }

    /// The place after the next `text` from `start` on.
    private func end(of text: StaticString, from start: Int) -> Int? {
        var index = start
        while index < page.count, let next = page[index...].firstIndex(of: text.utf8Start[0]) {
            if page.part(next, page.count).starts(with: text) { return next + text.utf8CodeUnitCount }
            index = next + 1
        }
        return nil
    }

    private func endsName(_ byte: UInt8) -> Bool {
        byte.isWhiteSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }

    /// Whether the byte at `index` may belong to the name of a tag.
    func isPlainInName(at index: Int) -> Bool { Self.isPlainInName(bytes[index]) }

    private static func isPlainInName(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ":")
    }
}

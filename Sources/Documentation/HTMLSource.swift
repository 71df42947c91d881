import HTMLTokens

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
    /// Of the elements whose text holds no tags, those whose text says something.
    private static let shownText: [StaticString] = ["title", "xmp", "plaintext"]

    /// The bytes for the parser, as many as the page has.
    private(set) var bytes: [UInt8]
    /// Where the texts stand that hold no tags and say something, in the order of the page.
    private(set) var texts: [Range<Int>] = []
    /// What the page ends in although it should have an end, and where that starts.
    private(set) var unfinished: (what: Unfinished, offset: Int)?
    /// Where the first tag begins that has more than ``maximumAttributes``, if there is one; nothing is read after it.
    private(set) var crowdedTag: Int?

    private let page: Bytes
    private let markup: HTMLMarkup

    /// Divides `page`, which is UTF-8 without NUL.
    init(_ page: Bytes) {
        self.page = page
        markup = HTMLMarkup(page)
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
        switch markup.piece(at: start) {
        case .text: start + 1
        // A document type says nothing of the content either.
        case .comment(_, let end?): blankOut(start, end)
        case .comment(.comment, nil): leaveUnfinished(.comment, at: start)
        case .comment(.instruction, nil): leaveUnfinished(.instruction, at: start)
        case .comment(.declaration, nil), .comment(.namelessEndTag, nil): leaveUnfinished(.otherTag, at: start)
        case .tag(let name, let isEnd): readTag(name, isEnd: isEnd, at: start)
        }
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

    private mutating func readTag(_ name: Range<Int>, isEnd: Bool, at start: Int) -> Int {
        for index in name where !Self.isPlainInName(page[index]) || index - name.lowerBound >= 64 {
            // Versions differ in what may stand in a name; whichever it is, the element is unknown.
            bytes[index] = UInt8(ascii: "-")
        }
        var count = 0
        var index = name.upperBound
        while true {
            switch markup.step(from: index) {
            case .unfinished: return leaveUnfinished(isEnd ? .otherTag : .startTag, at: start)
            case .end(let end, let closes):
                // Only the slash of an empty element stays.
                let isEmpty = closes && !isEnd
                for place in index..<(isEmpty ? end - 2 : end - 1) { bytes[place] = 0x20 }
                return isEnd || isEmpty ? end : readRawText(of: name, at: end)
            case .attribute(let attribute):
                count += 1
                guard count <= Self.maximumAttributes else {
                    crowdedTag = start
                    return page.count
                }
                for place in index..<attribute.name.lowerBound { bytes[place] = 0x20 }
                take(attribute, isKept: !isEnd)
                index = attribute.end
            }
        }
    }

    /// Keeps an attribute that the reader asks for, with marks where references may start; any other is taken out.
    private mutating func take(_ attribute: HTMLMarkup.Attribute, isKept: Bool) {
        let isAsked = isKept && Self.attributes.contains { markup.isWord($0, at: attribute.name) }
        if isAsked {
            for place in attribute.value ?? 0..<0 {
                if page[place] == UInt8(ascii: "&") {
                    markReference(at: place)
                } else if page[place] < 0x20 || page[place] == HTMLReferences.mark {
                    bytes[place] = 0x20
                }
            }
        } else {
            for place in attribute.name.lowerBound..<attribute.end { bytes[place] = 0x20 }
        }
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
    private mutating func readRawText(of name: Range<Int>, at start: Int) -> Int {
        guard let (content, _) = markup.rawText(of: name, from: start) else { return start }
        for index in content { bytes[index] = 0x20 }
        if Self.shownText.contains(where: { markup.isWord($0, at: name) }) { texts.append(content) }
        return content.upperBound
    }

    private mutating func markReference(at index: Int) {
        guard index + 1 < page.count else { return }
        let next = page[index + 1]
        if next.isLetter || next == UInt8(ascii: "#") { bytes[index] = HTMLReferences.mark }
    }

    /// Whether the byte at `index` may belong to the name of a tag.
    func isPlainInName(at index: Int) -> Bool { Self.isPlainInName(bytes[index]) }

    private static func isPlainInName(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ":")
    }
}

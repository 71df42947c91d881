/// The markup of a page in HTML, divided as browsers do (HTML Living Standard, 13.2.5).
///
/// It says what stands at a place and where that ends, and keeps nothing: who reads a page walks it and asks here
/// wherever a `<` stands. Every response is found in one pass over the bytes that it is about.
public struct HTMLMarkup {
    /// What a `<` begins.
    public enum Piece {
        /// Nothing: it stands for itself.
        case text
        /// A comment, or what counts as one; `end` is behind it, and `nil` where the page ends in it.
        case comment(Comment, end: Int?)
        /// A start tag or an end tag; its attributes follow at the end of the name.
        case tag(name: Range<Int>, isEnd: Bool)
    }

    /// What counts as a comment.
    public enum Comment {
        /// `<!-- … -->`.
        case comment
        /// `<!…>`, a document type among others.
        case declaration
        /// `<?…>`.
        case instruction
        /// `</` before something that is not a name.
        case namelessEndTag
    }

    /// What follows in a tag.
    public enum Step {
        /// An attribute.
        case attribute(Attribute)
        /// The end of the tag, behind its `>`; `isEmpty` is whether a slash stands before that.
        case end(Int, isEmpty: Bool)
        /// The page ends in the tag.
        case unfinished
    }

    /// An attribute of a tag.
    public struct Attribute {
        /// Where its name stands.
        public let name: Range<Int>
        /// Where its value stands, without its quotes; `nil` where it has none.
        public let value: Range<Int>?
        /// The place behind it.
        public let end: Int
    }

    private let page: UnsafeBufferPointer<UInt8>

    /// The markup of `page`, which has to stay where it is as long as anything is asked.
    public init(_ page: UnsafeBufferPointer<UInt8>) { self.page = page }

    /// How many bytes the page has.
    var count: Int { page.count }

    /// The place of the next `<` from `start` on; `nil` where there is none.
    public func next(from start: Int) -> Int? { place(of: UInt8(ascii: "<"), from: start) }

    /// What the `<` at `start` begins.
    public func piece(at start: Int) -> Piece {
        guard start + 1 < page.count else { return .comment(.namelessEndTag, end: nil) }
        switch page[start + 1] {
        case let byte where byte.isLetter: return .tag(name: name(at: start + 1), isEnd: false)
        case UInt8(ascii: "/"):
            guard start + 2 < page.count else { return .comment(.namelessEndTag, end: nil) }
            if page[start + 2].isLetter { return .tag(name: name(at: start + 2), isEnd: true) }
            return .comment(.namelessEndTag, end: end(of: ">", from: start + 2))
        case UInt8(ascii: "!"):
            if isNext("--", at: start + 2) { return .comment(.comment, end: endOfComment(at: start + 4)) }
            return .comment(.declaration, end: end(of: ">", from: start + 2))
        case UInt8(ascii: "?"): return .comment(.instruction, end: end(of: ">", from: start + 2))
        default: return .text
        }
    }

    /// What follows in a tag from `start` on, which is the end of its name or of an attribute.
    public func step(from start: Int) -> Step {
        var index = start
        while index < page.count, page[index].isSpace || page[index] == UInt8(ascii: "/") { index += 1 }
        guard index < page.count else { return .unfinished }
        if page[index] == UInt8(ascii: ">") {
            return .end(index + 1, isEmpty: index > start && page[index - 1] == UInt8(ascii: "/"))
        }
        let first = index
        // Only the first character of a name may be an equals sign.
        index += 1
        while index < page.count, !page[index].endsName, page[index] != UInt8(ascii: "=") { index += 1 }
        let name = first..<index
        var place = index
        while place < page.count, page[place].isSpace { place += 1 }
        guard place < page.count, page[place] == UInt8(ascii: "=") else {
            return .attribute(Attribute(name: name, value: nil, end: index))
        }
        place += 1
        while place < page.count, page[place].isSpace { place += 1 }
        guard place < page.count else { return .unfinished }
        let quote = page[place]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            // Without the second quote the rest of the page is not a tag.
            guard let close = self.place(of: quote, from: place + 1) else { return .unfinished }
            return .attribute(Attribute(name: name, value: place + 1..<close, end: close + 1))
        }
        let value = place
        while place < page.count, !page[place].isSpace, page[place] != UInt8(ascii: ">") { place += 1 }
        return .attribute(Attribute(name: name, value: value..<place, end: place))
    }

    /// Whether the bytes at a place are `text`, which is ASCII in lower case; letters count in both cases.
    public func isWord(_ text: StaticString, at range: Range<Int>) -> Bool {
        range.count == text.utf8CodeUnitCount && isNext(text, at: range.lowerBound, ignoringCase: true)
    }

    // MARK: Raw text

    /// The elements whose text holds no tags (13.1.2).
    private static let rawText: [StaticString] = [
        "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext",
    ]

    /// The text of an element that holds no tags, from `start` to its end tag, and whether it has one; `nil` for
    /// elements that hold tags. With scripts, `noscript` is one that holds none.
    public func rawText(
        of name: Range<Int>, from start: Int, withScripts: Bool = false
    ) -> (content: Range<Int>, isClosed: Bool)? {
        guard Self.rawText.contains(where: { isWord($0, at: name) }) || withScripts && isWord("noscript", at: name)
        else { return nil }
        if isWord("plaintext", at: name) { return (start..<page.count, false) }
        let isScript = isWord("script", at: name)
        var index = start
        // `<!--` and then `<script` in a script hide the next end tag (13.2.5.21).
        var isComment = false
        var isHidden = false
        while index < page.count {
            let byte = page[index]
            if byte == UInt8(ascii: "<") {
                if isNext("/", at: index + 1), isName(name, at: index + 2) {
                    if !isHidden { return (start..<index, true) }
                    isHidden = false
                } else if isScript, isNext("!--", at: index + 1) {
                    isComment = true
                    // The dashes may be those of the end as well: `<!-->`.
                    index += 1
                } else if isComment, isScript, isName(name, at: index + 1) {
                    isHidden = true
                }
            } else if isComment, byte == UInt8(ascii: "-"), isNext("-->", at: index) {
                isComment = false
                isHidden = false
            }
            index += 1
        }
        return (start..<page.count, false)
    }

    // MARK: Places

    private func name(at start: Int) -> Range<Int> {
        var index = start
        while index < page.count, !page[index].endsName { index += 1 }
        return start..<index
    }

    /// Whether the name of another tag stands at `start`.
    private func isName(_ name: Range<Int>, at start: Int) -> Bool {
        let end = start + name.count
        guard end <= page.count, end == page.count || page[end].endsName else { return false }
        return zip(start..<end, name).allSatisfy { page[$0].lowercased == page[$1].lowercased }
    }

    /// The place behind a comment whose text begins at `start`; `<!-->` and `<!--->` are whole ones.
    private func endOfComment(at start: Int) -> Int? {
        if isNext(">", at: start) { return start + 1 }
        if isNext("->", at: start) { return start + 2 }
        var index = start
        while let dash = place(of: UInt8(ascii: "-"), from: index) {
            if isNext("-->", at: dash) { return dash + 3 }
            if isNext("--!>", at: dash) { return dash + 4 }
            index = dash + 1
        }
        return nil
    }

    private func end(of text: StaticString, from start: Int) -> Int? {
        place(of: text.utf8Start[0], from: start).map { $0 + 1 }
    }

    private func place(of byte: UInt8, from start: Int) -> Int? {
        var index = start
        while index < page.count {
            if page[index] == byte { return index }
            index += 1
        }
        return nil
    }

    private func isNext(_ text: StaticString, at start: Int, ignoringCase: Bool = false) -> Bool {
        guard start + text.utf8CodeUnitCount <= page.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount {
            let byte = page[start + offset]
            guard (ignoringCase ? byte.lowercased : byte) == text.utf8Start[offset] else { return false }
        }
        return true
    }
}

extension UInt8 {
    /// Whether this is a letter of ASCII.
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    /// Whether this is white space of HTML: tab, line feed, form feed, carriage return or space.
    fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }

    /// Whether the name of a tag or of an attribute ends before this byte.
    fileprivate var endsName: Bool { isSpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">") }

    /// This byte, in lower case where it is a letter of ASCII.
    fileprivate var lowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }
}

/// The tags of a page in HTML, one after the other: comments and the content of elements that hold text are skipped.
struct TagScanner {
    /// A start tag or an end tag.
    struct Tag {
        /// In lower case.
        var name: String
        /// Whether it is `</name>`.
        var isEnd: Bool
        /// The attributes; of several with one name the first.
        var attributes: [String: String] = [:]

        /// The value of an attribute, by its name in lower case.
        subscript(name: String) -> String? { attributes[name] }
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ page: [UInt8]) { bytes = page }

    /// The next tag; nil at the end of the page.
    mutating func next() -> Tag? {
        while skip(to: UInt8(ascii: "<")) {
            index += 1
            guard index < bytes.count else { return nil }
            if starts(with: "!--") {
                index += 3
                skipComment()
            } else if bytes[index].isLetter {
                return startTag()
            } else if bytes[index] == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1].isLetter {
                index += 1
                let tag = Tag(name: name(), isEnd: true)
                _ = skip(to: UInt8(ascii: ">"))
                return tag
            } else {
                _ = skip(to: UInt8(ascii: ">"))
            }
        }
        return nil
    }

    /// Elements whose content is text, up to their end tag (HTML, section 13.1.2).
    private static let textElements: Set<String> = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    ]

    private mutating func startTag() -> Tag {
        var tag = Tag(name: name(), isEnd: false)
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            guard !bytes[index].isHTMLSpace, bytes[index] != UInt8(ascii: "/") else {
                index += 1
                continue
            }
            let start = index
            index += 1
            while index < bytes.count, !isEndOfName(bytes[index]), bytes[index] != UInt8(ascii: "=") { index += 1 }
            let key = text(start..<index).lowercased()
            let value = value()
            if tag.attributes[key] == nil { tag.attributes[key] = value ?? "" }
        }
        if Self.textElements.contains(tag.name) { skipText(of: tag.name) }
        return tag
    }

    private mutating func name() -> String {
        let start = index
        while index < bytes.count, !isEndOfName(bytes[index]) { index += 1 }
        return text(start..<index).lowercased()
    }

    private func isEndOfName(_ byte: UInt8) -> Bool {
        byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }

    private mutating func value() -> String? {
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
        index += 1
        skipSpace()
        guard index < bytes.count else { return nil }
        let quote = bytes[index]
        let start: Int
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            index += 1
            start = index
            _ = skip(to: quote)
            defer { index += 1 }
            return text(start..<min(index, bytes.count))
        }
        start = index
        while index < bytes.count, !bytes[index].isHTMLSpace, bytes[index] != UInt8(ascii: ">") { index += 1 }
        return text(start..<index)
    }

    private mutating func skipComment() {
        if starts(with: ">") || starts(with: "->") { return }
        while skip(to: UInt8(ascii: "-")) {
            if starts(with: "-->") || starts(with: "--!>") { return }
            index += 1
        }
    }

    private mutating func skipText(of element: String) {
        while skip(to: UInt8(ascii: "<")) {
            let end = index + 2 + element.utf8.count
            if starts(with: "</"), end <= bytes.count,
                text(index + 2..<end).lowercased() == element, end == bytes.count || isEndOfName(bytes[end])
            {
                return
            }
            index += 1
        }
    }

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index].isHTMLSpace { index += 1 }
    }

    /// Moves to the next `byte`; to the end, and false, where there is none.
    private mutating func skip(to byte: UInt8) -> Bool {
        while index < bytes.count {
            if bytes[index] == byte { return true }
            index += 1
        }
        return false
    }

    private func starts(with text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// Finds a password field in HTML, which a login form has and a documentation page does not.
///
/// One pass over the bytes that knows tags, attributes, comments and the elements whose content is text.
struct LoginForm {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// Whether `page` has `<input type=password>`, in any case and with any quotes, that a browser would show as one.
    static func isIn(_ page: [UInt8]) -> Bool {
        page.withUnsafeBufferPointer { bytes in
            var scan = LoginForm(bytes: bytes)
            return scan.findPasswordField()
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    private mutating func findPasswordField() -> Bool {
        while skip(to: UInt8(ascii: "<")) {
            index += 1
            guard index < bytes.count else { return false }
            if bytes[index] == UInt8(ascii: "!"), isNext("--", at: index + 1) {
                index += 3
                skipComment()
            } else if bytes[index].isLetter {
                let name = readName()
                let isPassword = readAttributes(of: name)
                if isPassword { return true }
                if Self.textElements.contains(where: { isEqual(name, $0) }) { skipText(of: name) }
            } else if bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: "!") {
                _ = skip(to: UInt8(ascii: ">"))
            }
        }
        return false
    }

    /// Elements whose content is text, up to their end tag (HTML, section 13.1.2).
    private static let textElements: [StaticString] = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    ]

    /// Reads up to the end of a start tag; true for an input whose first `type` is `password`.
    private mutating func readAttributes(of element: Range<Int>) -> Bool {
        let isInput = isEqual(element, "input")
        var type: Range<Int>?
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            guard !bytes[index].isHTMLSpace, bytes[index] != UInt8(ascii: "/") else {
                index += 1
                continue
            }
            let name = readAttributeName()
            let value = readValue()
            if isInput, type == nil, let value, isEqual(name, "type") { type = value }
        }
        return type.map { isEqual(trimmed($0), "password") } ?? false
    }

    /// The name of a tag: up to white space, a slash or the end of the tag.
    private mutating func readName() -> Range<Int> {
        let start = index
        while index < bytes.count, !isEndOfName(bytes[index]) { index += 1 }
        return start..<index
    }

    /// The name of an attribute, which ends at an equals sign as well; only its first byte may be one.
    private mutating func readAttributeName() -> Range<Int> {
        let start = index
        index += 1
        while index < bytes.count, !isEndOfName(bytes[index]), bytes[index] != UInt8(ascii: "=") { index += 1 }
        return start..<index
    }

    private func isEndOfName(_ byte: UInt8) -> Bool {
        byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }

    /// The value after an attribute's name, without its quotes; nil where it has none.
    private mutating func readValue() -> Range<Int>? {
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
        index += 1
        skipSpace()
        guard index < bytes.count else { return nil }
        let quote = bytes[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            index += 1
            let start = index
            // Without the second quote the rest of the page is no tag.
            guard skip(to: quote) else { return nil }
            index += 1
            return start..<index - 1
        }
        let start = index
        while index < bytes.count, !bytes[index].isHTMLSpace, bytes[index] != UInt8(ascii: ">") { index += 1 }
        return start..<index
    }

    /// Skips what follows `<!--`, up to `-->` or `--!>`; `<!-->` and `<!--->` are whole comments.
    private mutating func skipComment() {
        if isNext(">", at: index) || isNext("->", at: index) { return }
        while skip(to: UInt8(ascii: "-")) {
            if isNext("-->", at: index) || isNext("--!>", at: index) { return }
            index += 1
        }
    }

    /// Skips the content of an element up to its end tag.
    private mutating func skipText(of element: Range<Int>) {
        while skip(to: UInt8(ascii: "<")) {
            index += 1
            let end = index + 1 + element.count
            guard isNext("/", at: index), end < bytes.count, isEndOfName(bytes[end]) else { continue }
            if zip(index + 1..<end, element).allSatisfy({ bytes[$0].lowercased == bytes[$1].lowercased }) { return }
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

    private func isNext(_ text: StaticString, at start: Int) -> Bool {
        guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
    }

    /// Whether the bytes are `text`, which is in lower case, in any case.
    private func isEqual(_ range: Range<Int>, _ text: StaticString) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        return range.enumerated().allSatisfy { offset, index in bytes[index].lowercased == text.utf8Start[offset] }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, bytes[first].isHTMLSpace { range = first + 1..<range.upperBound }
        while let last = range.last, bytes[last].isHTMLSpace { range = range.lowerBound..<last }
        return range
    }
}

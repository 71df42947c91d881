import HTMLTokens

/// Finds a password field in HTML, which a login form has and a documentation page does not.
enum LoginForm {
    /// Whether `page` has `<input type=password>`, in any case and with any quotes, that a browser would show as one.
    static func isIn(_ page: [UInt8]) -> Bool {
        page.withUnsafeBufferPointer { bytes in
            let markup = HTMLMarkup(bytes)
            var isFound = false
            markup.forEachTag { tag in
                guard !tag.isEnd, markup.isWord("input", at: tag.name),
                    let type = markup.attribute("type", of: tag)?.value
                else { return true }
                isFound = markup.isWord("password", at: trimmed(type, of: bytes))
                return !isFound
            }
            return isFound
        }
    }

    private static func trimmed(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        let start = range.first { !bytes[$0].isHTMLSpace } ?? range.upperBound
        let last = range.last { !bytes[$0].isHTMLSpace }
        return start..<(last.map { $0 + 1 } ?? start)
    }
}

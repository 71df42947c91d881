import HTMLTokens

/// Finds out whether a page only says where another one is: `<meta http-equiv=refresh content="0; url=/new/">`, as
/// generators of sites leave it at addresses that a page once had.
enum AliasPage {
    /// The most bytes that such a page has.
    private static let longest = 8_192

    /// The reference that the page leads to at once; nil for a page that says more, and for one that is only read again
    /// after a while.
    static func target(of page: [UInt8]) -> String? {
        guard page.count <= longest else { return nil }
        return page.withUnsafeBufferPointer { bytes in
            let markup = HTMLMarkup(bytes)
            var target: String?
            var hidden = 0
            markup.forEachTag { tag in
                if markup.isWord("noscript", at: tag.name) {
                    // What stands here is for browsers without scripts.
                    hidden += tag.isEnd ? -1 : 1
                } else if hidden <= 0, !tag.isEnd, markup.isWord("meta", at: tag.name),
                    let content = refresh(tag, markup, page)
                {
                    target = reference(in: content)
                    return false
                }
                return true
            }
            return target
        }
    }

    /// What a `meta` element says of reading again; nil where it speaks of something else.
    private static func refresh(_ tag: HTMLTag, _ markup: HTMLMarkup, _ page: [UInt8]) -> String? {
        func value(_ name: StaticString) -> String? {
            markup.attribute(name, of: tag)?.value.map { HTMLReference.decode(page[$0]) }
        }
        return value("http-equiv")?.trimmedHTML.lowercased() == "refresh" ? value("content") : nil
    }

    /// `0; url=/new/`, with or without quotes (HTML, section 4.2.5.3); nil where there is a wait, or no address.
    private static func reference(in content: String) -> String? {
        var rest = content.utf8.drop { $0.isHTMLSpace }
        let seconds = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
        guard seconds.allSatisfy({ $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }), !seconds.isEmpty else {
            return nil
        }
        rest = rest[seconds.endIndex...].drop { $0.isHTMLSpace }
        guard rest.first == UInt8(ascii: ";") || rest.first == UInt8(ascii: ",") else { return nil }
        rest = rest.dropFirst().drop { $0.isHTMLSpace }
        if Substring(rest).prefix(3).lowercased() == "url" {
            let afterName = rest.dropFirst(3).drop { $0.isHTMLSpace }
            if afterName.first == UInt8(ascii: "=") { rest = afterName.dropFirst().drop { $0.isHTMLSpace } }
        }
        if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            rest = rest.dropFirst().prefix { $0 != quote }
        }
        let reference = String(Substring(rest)).trimmedHTML
        return reference.isEmpty ? nil : reference
    }
}

extension String {
    /// The text without white space of HTML at both ends.
    fileprivate var trimmedHTML: String {
        var bytes = Array(utf8)[...]
        while let last = bytes.last, last.isHTMLSpace { bytes.removeLast() }
        while let first = bytes.first, first.isHTMLSpace { bytes.removeFirst() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

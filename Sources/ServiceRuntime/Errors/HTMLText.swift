#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The readable text of an HTML page, as gateways and proxies send it in place of a response.
enum HTMLText {
    /// Whether a body is HTML: its content type or its beginning says so.
    static func isHTML(_ body: Data, contentType: String?) -> Bool {
        if contentType == "text/html" || contentType == "application/xhtml+xml" { return true }
        let start = String(decoding: body.prefix(200), as: UTF8.self)
            .drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
    }

    /// The text between the tags, in one line; scripts, styles and comments are left out.
    static func text(of page: Data) -> String {
        let bytes = Array(page)
        var text: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                text.append(bytes[index])
                index += 1
                continue
            }
            text.append(UInt8(ascii: " "))
            index = end(ofTag: index, bytes)
        }
        return decode(String(decoding: text, as: UTF8.self)).singleLine
    }

    /// Where the tag or comment ends that begins at `start`; of scripts and styles the end of the whole element.
    private static func end(ofTag start: Int, _ bytes: [UInt8]) -> Int {
        if bytes[start...].starts(with: "<!--".utf8) { return end(of: "-->", from: start + 4, bytes) }
        let close = end(of: ">", from: start, bytes)
        for element in ["script", "style"] where isElement(element, at: start, bytes) {
            return end(of: ">", from: end(of: "</\(element)", from: close, bytes), bytes)
        }
        return close
    }

    private static func isElement(_ name: String, at start: Int, _ bytes: [UInt8]) -> Bool {
        let word = bytes[(start + 1)...].prefix(name.utf8.count + 1)
        guard word.prefix(name.utf8.count).map({ $0 | 0x20 }).elementsEqual(name.utf8) else { return false }
        guard word.count > name.utf8.count, let after = word.last else { return true }
        return after == UInt8(ascii: ">") || after == UInt8(ascii: "/") || after <= 0x20
    }

    /// The place after the next occurrence of `mark`, in any case of letters, or the end of the page.
    private static func end(of mark: String, from start: Int, _ bytes: [UInt8]) -> Int {
        let mark = Array(mark.utf8)
        var index = start
        while index + mark.count <= bytes.count {
            let found = zip(bytes[index...], mark).allSatisfy { byte, wanted in
                byte == wanted || ((0x41...0x5A).contains(byte) && byte | 0x20 == wanted)
            }
            if found { return index + mark.count }
            index += 1
        }
        return bytes.count
    }

    /// The text with the character references that such pages use.
    private static func decode(_ text: String) -> String {
        let references = [
            ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"),
            ("&apos;", "'"), ("&amp;", "&"),
        ]
        return references.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}

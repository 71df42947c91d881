/// Links that an extractor wrote as Markdown into text that is none: `[Name](/models/name/)`, `array[[Name](/models/name/)]`.
enum ExtractedLinks {
    /// The text with the words of its links in their place, and where the first one leads.
    ///
    /// Only what leads somewhere is a link: an address, a path or an anchor. Brackets of types and patterns are not, and
    /// neither is anything behind the label of a pattern or a value.
    static func resolved(_ text: String) -> (text: String, link: String?) {
        guard text.utf8.contains(UInt8(ascii: "[")), text.contains("](") else { return (text, nil) }
        let bytes = Array(text.utf8)
        let end = startOfValues(in: bytes)
        var result: [UInt8] = []
        // Where the brackets that are open start in the result.
        var open: [Int] = []
        var link: String?
        var index = 0
        while index < end {
            if bytes[index] == UInt8(ascii: "]"), let start = open.popLast(),
                let (target, end) = target(in: bytes, at: index + 1), !isCharacterClass(result[(start + 1)...])
            {
                result.remove(at: start)
                link = link ?? target
                index = end
                continue
            }
            if bytes[index] == UInt8(ascii: "[") { open.append(result.count) }
            result.append(bytes[index])
            index += 1
        }
        if index < bytes.count { result += bytes[index...] }
        return (String(decoding: result, as: UTF8.self), link)
    }

    /// Whether the text starts with a link.
    static func starts(_ text: Bytes) -> Bool {
        text.first == UInt8(ascii: "[") && !resolved(text.text).text.hasPrefix("[")
    }

    /// The words before a colon behind which a value stands as the service knows it.
    private static let labels = ["Pattern", "Default", "Example", "패턴", "기본값", "예시"].map { Array($0.utf8) }

    /// Where the first label of a value stands; the end of the text where there is none.
    private static func startOfValues(in bytes: [UInt8]) -> Int {
        for colon in bytes.indices where bytes[colon] == UInt8(ascii: ":") {
            var end = colon
            if end > 0, bytes[end - 1] == 0x20 { end -= 1 }
            if labels.contains(where: { bytes[..<end].suffix($0.count).elementsEqual($0) }) { return colon }
        }
        return bytes.count
    }

    /// Whether words in brackets are rather the characters of a pattern: `a-z`, `^/`, `\w`.
    private static func isCharacterClass(_ words: ArraySlice<UInt8>) -> Bool {
        if words.first == UInt8(ascii: "^") || words.contains(UInt8(ascii: "\\")) { return true }
        for dash in words.indices.dropFirst().dropLast() where words[dash] == UInt8(ascii: "-") {
            let range = (words[dash - 1], words[dash + 1])
            let isLetters = range.0 | 0x20 == UInt8(ascii: "a") && "zZfF".utf8.contains(range.1)
            if isLetters || range.0.isDigit && range.1 == UInt8(ascii: "9") { return true }
        }
        return false
    }

    /// The target in round brackets that starts at `start`, and the place behind it.
    ///
    /// A target has no brackets and nothing else of which patterns are made, so no byte is looked at for two links.
    private static func target(in bytes: [UInt8], at start: Int) -> (target: String, end: Int)? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "(") else { return nil }
        var end = start + 1
        while end < bytes.count, bytes[end] > 0x20, !"[]()*|".utf8.contains(bytes[end]) { end += 1 }
        guard end > start + 1, end < bytes.count, bytes[end] == UInt8(ascii: ")") else { return nil }
        let text = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        let leads = ["/", "#", "./", "../", "http://", "https://", "mailto:"].contains { text.hasPrefix($0) }
        return leads ? (text, end + 1) : nil
    }
}

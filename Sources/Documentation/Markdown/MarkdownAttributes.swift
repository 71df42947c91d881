/// Reads attributes in braces, an extension that several converters write: `{#id .class key="value"}`.
enum MarkdownAttributes {
    /// How long they may be, in bytes.
    private static let longest = 1000

    /// The anchor among the attributes whose `{` stands at `start`, and their end; `nil` where braces hold something else,
    /// such as the name of a path parameter.
    static func read(in text: Bytes, at start: Int) -> (anchor: String?, end: Int)? {
        guard start < text.count, text[start] == UInt8(ascii: "{") else { return nil }
        var anchor: String?
        var count = 0
        var index = start + 1
        while index < text.count, index - start < longest {
            let byte = text[index]
            if byte == UInt8(ascii: "}") { return count > 0 ? (anchor, index + 1) : nil }
            if byte.isWhiteSpace {
                index += 1
                continue
            }
            let end = endOfWord(in: text, from: index)
            let word = text.part(index, end)
            if word[0] == UInt8(ascii: "#"), word.count > 1 {
                anchor = anchor ?? word.part(1, word.count).text
            } else if word[0] != UInt8(ascii: ".") && !word.dropFirst().contains(UInt8(ascii: "=")) || word.count < 2 {
                return nil
            }
            count += 1
            index = end
        }
        return nil
    }

    private static func endOfWord(in text: Bytes, from start: Int) -> Int {
        var isQuoted = false
        var index = start
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if !isQuoted, byte.isWhiteSpace || byte == UInt8(ascii: "}") {
                return index
            }
            index += 1
        }
        return index
    }
}

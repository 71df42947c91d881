/// Reads what stands behind the words of a link, and definitions of links (CommonMark 0.31, 4.7 and 6.3).
enum MarkdownLink {
    /// How long a label may be, in bytes.
    static let longestLabel = 1000
    /// How deep parentheses may be nested in an address.
    private static let deepestParentheses = 32

    /// The address and the end of `(address "title")` whose `(` stands at `start`; `nil` where it is no such thing.
    static func target(in text: Bytes, at start: Int) -> (address: String, end: Int)? {
        var index = skippingSpace(in: text, from: start + 1)
        guard let (address, addressEnd) = address(in: text, at: index) else { return nil }
        index = skippingSpace(in: text, from: addressEnd)
        if index > addressEnd, let end = titleEnd(in: text, at: index) { index = skippingSpace(in: text, from: end) }
        guard index < text.count, text[index] == UInt8(ascii: ")") else { return nil }
        return (address, index + 1)
    }

    /// The label and the end of `[label]` whose `[` stands at `start`.
    static func label(in text: Bytes, at start: Int) -> (label: Bytes, end: Int)? {
        guard start < text.count, text[start] == UInt8(ascii: "[") else { return nil }
        var index = start + 1
        while index < text.count, index - start <= longestLabel {
            switch text[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): return nil
            case UInt8(ascii: "]"): return (text.part(start + 1, index), index + 1)
            default: break
            }
            index += 1
        }
        return nil
    }

    /// The label and the address of a line such as `[1]: /models/tag/ "Tag"`, without white space at its ends.
    static func definition(_ line: Bytes) -> (label: Bytes, address: String)? {
        guard line.first == UInt8(ascii: "["), let (label, end) = label(in: line, at: 0), !label.trimmed.isEmpty,
            label.first != UInt8(ascii: "^"), end < line.count, line[end] == UInt8(ascii: ":")
        else { return nil }
        let start = skippingSpace(in: line, from: end + 1)
        guard start < line.count, let (address, addressEnd) = address(in: line, at: start) else { return nil }
        var index = skippingSpace(in: line, from: addressEnd)
        if index > addressEnd, let end = titleEnd(in: line, at: index) { index = skippingSpace(in: line, from: end) }
        return index == line.count ? (label, address) : nil
    }

    private static func address(in text: Bytes, at start: Int) -> (address: String, end: Int)? {
        guard start < text.count else { return nil }
        var bytes: [UInt8] = []
        var index = start
        let isBracketed = text[start] == UInt8(ascii: "<")
        if isBracketed { index += 1 }
        var depth = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "\\"), index + 1 < text.count, MarkdownInline.isPunctuation(text[index + 1]) {
                index += 1
            } else if isBracketed {
                if byte == UInt8(ascii: ">") { return (decoded(bytes), index + 1) }
                if byte == 0x0A || byte == UInt8(ascii: "<") { return nil }
            } else if byte.isWhiteSpace {
                break
            } else if byte == UInt8(ascii: "(") {
                depth += 1
                if depth > deepestParentheses { return nil }
            } else if byte == UInt8(ascii: ")") {
                if depth == 0 { break }
                depth -= 1
            }
            bytes.append(text[index])
            index += 1
        }
        return isBracketed || depth > 0 ? nil : (decoded(bytes), index)
    }

    private static func decoded(_ bytes: [UInt8]) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "&"), let (text, end) = MarkdownEntity.read(bytes, at: index) {
                    result.append(contentsOf: text.utf8)
                    index = end
                } else {
                    result.append(bytes[index])
                    index += 1
                }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The end of the title that starts at `start`; `nil` where there is none.
    private static func titleEnd(in text: Bytes, at start: Int) -> Int? {
        guard start < text.count else { return nil }
        let close: UInt8
        switch text[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): close = text[start]
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        default: return nil
        }
        var index = start + 1
        while index < text.count {
            if text[index] == UInt8(ascii: "\\") {
                index += 1
            } else if text[index] == close {
                return index + 1
            } else if text[index] == UInt8(ascii: "("), close == UInt8(ascii: ")") {
                return nil
            }
            index += 1
        }
        return nil
    }

    private static func skippingSpace(in text: Bytes, from start: Int) -> Int {
        var index = start
        while index < text.count, text[index].isWhiteSpace { index += 1 }
        return index
    }
}

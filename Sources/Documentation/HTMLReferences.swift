/// Decodes the character references of a page (HTML Living Standard, 13.2.5.72 to 13.2.5.80), whose ampersand
/// ``HTMLSource`` has replaced by ``mark``.
///
/// A name counts only with its semicolon: in code and in paths, `&region=` is meant as it stands. Text comes in pieces;
/// a reference may begin in one and end in another.
struct HTMLReferences {
    /// What stands for the ampersand of something that may be a reference: DEL, which pages have no use for.
    static let mark: UInt8 = 0x7F
    /// The longest name has 31 letters.
    private static let longest = 40

    /// What stands after the mark of a reference that has not ended.
    private var pending: [UInt8]?

    /// Hands `piece`, which ends at `end` in the page, to `body` in parts without references, each with its own end.
    mutating func decode(_ piece: Bytes, at end: Int, _ body: (Bytes, Int) -> Void) {
        var start = 0
        var index = 0
        // Marks are rare, and most pieces have none.
        if pending == nil {
            guard let first = piece.firstIndex(of: Self.mark) else { return body(piece, end) }
            index = first
        }
        while index < piece.count {
            let byte = piece[index]
            if pending != nil {
                let isWhole = byte == UInt8(ascii: ";")
                if !isWhole, canGoOn(with: byte) {
                    pending?.append(byte)
                    index += 1
                    start = index
                    continue
                }
                if isWhole {
                    index += 1
                    start = index
                }
                flush(isTerminated: isWhole) { body($0, end - (piece.count - index)) }
                continue
            }
            if byte == Self.mark {
                if start < index { body(piece.part(start, index), end - (piece.count - index)) }
                pending = []
                start = index + 1
            }
            index += 1
        }
        if start < piece.count { body(piece.part(start, piece.count), end) }
    }

    /// Hands over what looked like the beginning of a reference where a tag or the page ends.
    mutating func flush(_ body: (Bytes) -> Void) {
        guard pending != nil else { return }
        flush(isTerminated: false, body)
    }

    /// The text of a value that is there as a whole.
    static func text(_ value: Bytes) -> String {
        guard value.contains(mark) else { return value.text }
        var references = HTMLReferences()
        var text: [UInt8] = []
        references.decode(value, at: 0) { part, _ in text.append(contentsOf: part) }
        references.flush { text.append(contentsOf: $0) }
        return String(decoding: text, as: UTF8.self)
    }

    private func canGoOn(with byte: UInt8) -> Bool {
        guard let pending, pending.count < Self.longest else { return false }
        guard pending.first == UInt8(ascii: "#") else {
            return byte.isLetter || byte.isDigit || pending.isEmpty && byte == UInt8(ascii: "#")
        }
        if pending.count == 1, byte | 0x20 == UInt8(ascii: "x") { return true }
        let isHexadecimal = pending.count > 1 && pending[1] | 0x20 == UInt8(ascii: "x")
        return byte.isDigit
            || isHexadecimal && (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }

    private mutating func flush(isTerminated: Bool, _ body: (Bytes) -> Void) {
        let name = pending ?? []
        pending = nil
        // Marks without a name stand for something that was taken out.
        guard !name.isEmpty else { return }
        var bytes: [UInt8]
        if name.first == UInt8(ascii: "#") {
            bytes = Self.number(name).map { Array(String($0).utf8) } ?? []
        } else {
            let characters =
                isTerminated ? HTMLReferenceNames.characters(of: String(decoding: name, as: UTF8.self)) : nil
            bytes = characters.map { Array($0.utf8) } ?? []
        }
        if bytes.isEmpty {
            bytes = [UInt8(ascii: "&")] + name
            if isTerminated { bytes.append(UInt8(ascii: ";")) }
        }
        bytes.withUnsafeBufferPointer(body)
    }

    /// The character of `#38` or `#x26`; `nil` where there are no digits.
    ///
    /// Numbers from 128 to 159 are bytes of windows-1252, as browsers take them (13.2.5.80).
    private static func number(_ name: [UInt8]) -> Character? {
        let isHexadecimal = name.count > 1 && name[1] | 0x20 == UInt8(ascii: "x")
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        guard !digits.isEmpty else { return nil }
        let code = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10) ?? .max
        if (0x80...0x9F).contains(code) { return Character(windows1252[Int(code - 0x80)]) }
        guard code != 0, let scalar = Unicode.Scalar(code) else { return "\u{FFFD}" }
        return Character(scalar)
    }

    private static let windows1252: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{02C6}",
        "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{8D}", "\u{017D}", "\u{8F}", "\u{90}", "\u{2018}",
        "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}", "\u{02DC}", "\u{2122}", "\u{0161}",
        "\u{203A}", "\u{0153}", "\u{9D}", "\u{017E}", "\u{0178}",
    ]
}

import HTMLTokens

/// Decodes the character references of a page, whose ampersand ``HTMLSource`` has replaced by ``mark``.
///
/// Text comes in pieces; a reference may begin in one and end in another.
struct HTMLReferences {
    /// What stands for the ampersand of something that may be a reference: DEL, which pages have no use for.
    static let mark: UInt8 = 0x7F
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
        guard let pending, pending.count < HTMLReference.longest else { return false }
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
        // A number needs no semicolon.
        let isReference = isTerminated || name.first == UInt8(ascii: "#")
        bytes = isReference ? HTMLReference.characters(of: name[...]).map { Array($0.utf8) } ?? [] : []
        if bytes.isEmpty {
            bytes = [UInt8(ascii: "&")] + name
            if isTerminated { bytes.append(UInt8(ascii: ";")) }
        }
        bytes.withUnsafeBufferPointer(body)
    }
}

/// Text that is being collected from pieces, with white space as browsers show it.
struct HTMLText {
    private var bytes: [UInt8] = []
    private var hasSpace = false
    private var endsInReturn = false
    /// Whether white space and line ends stand as they are, as in `<pre>`.
    var isPreformatted = false

    /// Adds a piece.
    mutating func append(_ piece: Bytes) {
        for byte in piece {
            if isPreformatted {
                appendPreformatted(byte)
            } else if byte.isWhiteSpace {
                hasSpace = true
            } else {
                if hasSpace, let last = bytes.last, last != 0x0A { bytes.append(0x20) }
                hasSpace = false
                bytes.append(byte)
            }
        }
    }

    /// Line ends become LF; a piece may end between CR and LF.
    private mutating func appendPreformatted(_ byte: UInt8) {
        let isRest = endsInReturn && byte == 0x0A
        endsInReturn = byte == 0x0D
        if !isRest { bytes.append(byte == 0x0D ? 0x0A : byte) }
    }

    /// Starts a new line, as `<br>` does.
    mutating func breakLine() {
        hasSpace = false
        bytes.append(0x0A)
    }

    /// Starts a new line unless there is nothing before it on this one: blocks stand apart.
    mutating func separateLine() {
        hasSpace = false
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    }

    /// Keeps what follows from running into what stands before.
    mutating func separateWord() { hasSpace = true }

    /// The text so far with its ends trimmed, no-break spaces too; then starts anew.
    mutating func take() -> String {
        defer { reset() }
        return bytes.withUnsafeBufferPointer { bytes in
            var rest = bytes.trimmed
            while rest.count >= 2, rest[0] == 0xC2, rest[1] == 0xA0 { rest = rest.part(2, rest.count).trimmed }
            while rest.count >= 2, rest[rest.count - 2] == 0xC2, rest[rest.count - 1] == 0xA0 {
                rest = rest.part(0, rest.count - 2).trimmed
            }
            return rest.text
        }
    }

    /// The preformatted text so far without the line end after the start tag, which HTML does not count, and without
    /// white space at the end; then starts anew.
    mutating func takeCode() -> String {
        defer { reset() }
        return bytes.withUnsafeBufferPointer { bytes in
            var end = bytes.count
            while end > 0, bytes[end - 1].isWhiteSpace { end -= 1 }
            return bytes.part(end > 0 && bytes[0] == 0x0A ? 1 : 0, end).text
        }
    }

    private mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        hasSpace = false
        endsInReturn = false
        isPreformatted = false
    }
}

/// Text that is being collected from pieces, with white space as browsers show it.
struct HTMLText {
    private var bytes: [UInt8] = []
    private var hasSpace = false
    private var endsInReturn = false
    /// What stood in marks, and the marks that are open, innermost last.
    private var marks: [TextMark] = []
    private var open: [TextMark] = []
    /// How many marks are followed at a time; deeper ones say nothing.
    private static let mostOpen = 32
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

    /// A mark starts here.
    mutating func open(_ kind: TextMark.Kind, role: String? = nil) {
        guard !isPreformatted, open.count < Self.mostOpen else { return }
        if hasSpace, let last = bytes.last, last != 0x0A { bytes.append(0x20) }
        hasSpace = false
        open.append(TextMark(kind, range: bytes.count..<bytes.count, role: role))
    }

    /// The innermost open mark of a kind ends here; links are one kind, wherever they lead.
    mutating func close(_ kind: TextMark.Kind) {
        guard let place = open.lastIndex(where: { Self.isSame($0.kind, kind) }) else { return }
        let mark = open.remove(at: place)
        let range = mark.range.lowerBound..<max(bytes.count, mark.range.lowerBound)
        if !range.isEmpty { marks.append(TextMark(mark.kind, range: range, role: mark.role)) }
    }

    private static func isSame(_ left: TextMark.Kind, _ right: TextMark.Kind) -> Bool {
        if case .link = left, case .link = right { true } else { left == right }
    }

    /// What stood in marks in the text that ``take()`` answers next, outer marks first.
    mutating func takeMarks() -> [TextMark] {
        guard !marks.isEmpty || !open.isEmpty else { return [] }
        defer {
            marks.removeAll(keepingCapacity: true)
            open.removeAll(keepingCapacity: true)
        }
        for mark in open.reversed() { close(mark.kind) }
        let (leading, count) = bytes.withUnsafeBufferPointer { bytes in
            let trimmed = Self.trimmed(bytes)
            return (Self.leading(bytes), trimmed.count)
        }
        return marks.compactMap { mark in
            let first = min(max(mark.range.lowerBound - leading, 0), count)
            let last = min(max(mark.range.upperBound - leading, first), count)
            return first == last ? nil : TextMark(mark.kind, range: first..<last, role: mark.role)
        }.sorted { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
    }

    /// How many bytes of white space, no-break spaces too, a text starts with.
    private static func leading(_ bytes: Bytes) -> Int {
        var start = 0
        while start < bytes.count {
            if bytes[start].isWhiteSpace {
                start += 1
            } else if start + 1 < bytes.count, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        return start
    }

    private static func trimmed(_ bytes: Bytes) -> Bytes {
        var rest = bytes.trimmed
        while rest.count >= 2, rest[0] == 0xC2, rest[1] == 0xA0 { rest = rest.part(2, rest.count).trimmed }
        while rest.count >= 2, rest[rest.count - 2] == 0xC2, rest[rest.count - 1] == 0xA0 {
            rest = rest.part(0, rest.count - 2).trimmed
        }
        return rest
    }

    /// Keeps what follows from running into what stands before.
    mutating func separateWord() { hasSpace = true }

    /// The text so far with its ends trimmed, no-break spaces too; then starts anew.
    mutating func take() -> String {
        defer { reset() }
        return bytes.withUnsafeBufferPointer { Self.trimmed($0).text }
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
        if !open.isEmpty { open.removeAll(keepingCapacity: true) }
        if !marks.isEmpty { marks.removeAll(keepingCapacity: true) }
    }
}

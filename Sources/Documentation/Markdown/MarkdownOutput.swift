/// Text without marks while it is being read.
///
/// Marks that turn out to mark something are taken out at the end, all at once.
struct MarkdownOutput {
    private var bytes: [UInt8] = []
    private var hasSpace = false
    private var removals: [(place: Int, count: Int)] = []
    private var notes: [(kind: TextMark.Kind, start: Int, end: Int)] = []

    /// Adds a byte.
    mutating func append(_ byte: UInt8) {
        writeSpace()
        bytes.append(byte)
    }

    /// Adds text.
    mutating func append(_ text: String) {
        writeSpace()
        bytes.append(contentsOf: text.utf8)
    }

    /// Parts what follows from what stands before with one space, however often it is called.
    mutating func space() { hasSpace = true }

    /// Starts a new line.
    mutating func breakLine() {
        hasSpace = false
        bytes.append(0x0A)
    }

    /// Starts a new line unless there is nothing on this one.
    mutating func separateLine() {
        hasSpace = false
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    }

    /// The place of what is added next.
    mutating func mark() -> Int {
        writeSpace()
        return bytes.count
    }

    /// Notes what the text from `start` on is.
    mutating func note(_ kind: TextMark.Kind, from start: Int) {
        note(kind, from: start, to: bytes.count)
    }

    /// Notes what a part of the text is.
    mutating func note(_ kind: TextMark.Kind, from start: Int, to end: Int) { notes.append((kind, start, end)) }

    /// Takes bytes out.
    mutating func remove(_ place: Int, count: Int) { removals.append((place, count)) }

    /// Drops everything from `place` on.
    mutating func cut(to place: Int) {
        bytes.removeSubrange(place...)
        while let last = removals.last, last.place >= place { removals.removeLast() }
        while let last = notes.last, last.start >= place { notes.removeLast() }
        hasSpace = false
    }

    /// The text with its ends trimmed, no-break spaces too, and what was noted of it.
    mutating func finish() -> MarkdownText {
        removals.sort { $0.place < $1.place }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var start = 0
        for removal in removals {
            result.append(contentsOf: bytes[start..<max(start, removal.place)])
            start = max(start, removal.place + removal.count)
        }
        result.append(contentsOf: bytes[min(start, bytes.count)...])
        let (leading, trimmed) = Self.trimmed(result)
        var text = MarkdownText(text: String(decoding: trimmed, as: UTF8.self))
        guard !notes.isEmpty else { return text }
        text.marks.reserveCapacity(notes.count)
        let sums = removals.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        for note in notes.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) }) {
            let first = min(max(moved(note.start, sums) - leading, 0), trimmed.count)
            let last = min(max(moved(note.end, sums) - leading, first), trimmed.count)
            if case .link(let address) = note.kind, text.link == nil { text.link = address }
            text.marks.append(TextMark(note.kind, range: first..<last))
        }
        return text
    }

    private mutating func writeSpace() {
        if hasSpace, let last = bytes.last, last != 0x0A { bytes.append(0x20) }
        hasSpace = false
    }

    /// Where a place is once everything is taken out; `removals` are sorted, `sums` add them up.
    private func moved(_ place: Int, _ sums: [Int]) -> Int {
        var (low, high) = (0, removals.count)
        while low < high {
            let middle = (low + high) / 2
            if removals[middle].place < place { low = middle + 1 } else { high = middle }
        }
        return place - sums[low]
    }

    private static func trimmed(_ bytes: [UInt8]) -> (leading: Int, bytes: ArraySlice<UInt8>) {
        var start = 0
        var end = bytes.count
        while start < end {
            if bytes[start].isWhiteSpace {
                start += 1
            } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while end > start {
            if bytes[end - 1].isWhiteSpace {
                end -= 1
            } else if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return (start, bytes[start..<end])
    }
}

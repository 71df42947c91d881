/// Takes JSON Lines apart: each line that is not blank is an item, the last one also where no line end follows it.
struct LineFramer: StreamFramer {
    private let limit: Int
    private var line: [UInt8] = []
    private var isFirstLine = true

    init(limit: Int) {
        self.limit = limit
    }

    mutating func read(_ bytes: [UInt8], into frames: inout [StreamFrame]) throws(ResponseBodyTooLarge) {
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0x0A) {
            try append(rest[..<end])
            frames += self.end()
            rest = rest[(end + 1)...]
        }
        try append(rest)
    }

    mutating func end() -> [StreamFrame] {
        defer { line.removeAll(keepingCapacity: true) }
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        isFirstLine = false
        if line.last == 0x0D { line.removeLast() }
        return line.allSatisfy(\.isBlank) ? [] : [StreamFrame(bytes: line)]
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) throws(ResponseBodyTooLarge) {
        guard bytes.count <= limit - line.count else { throw ResponseBodyTooLarge(limit: limit) }
        line += bytes
    }
}

extension UInt8 {
    /// Whether JSON ignores the byte between values.
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

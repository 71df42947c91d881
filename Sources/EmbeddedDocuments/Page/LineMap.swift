import Diagnostics

/// Lines and columns of offsets in a text.
struct LineMap {
    private let bytes: [UInt8]
    /// The offsets at which lines begin.
    private let starts: [Int]
    /// How many characters there are before each block of bytes.
    private let characters: [Int]
    private static let block = 256

    /// The lines of `bytes`; a line ends with CR, LF or both.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for (index, byte) in bytes.enumerated() {
            let isEnd = byte == 0x0A || byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
            if isEnd { starts.append(index + 1) }
        }
        self.starts = starts
        var characters: [Int] = []
        var count = 0
        for (index, byte) in bytes.enumerated() {
            if index % Self.block == 0 { characters.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        self.characters = characters
    }

    /// How many characters there are before `offset`.
    private func characters(before offset: Int) -> Int {
        guard offset > 0, !characters.isEmpty else { return 0 }
        let block = min(offset / Self.block, characters.count - 1)
        return characters[block] + bytes[block * Self.block..<offset].count { $0 & 0xC0 != 0x80 }
    }

    /// Line and column of `offset`, both from 1; the column in characters.
    func place(of offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        let end = min(max(offset, starts[low]), bytes.count)
        return (low + 1, characters(before: end) - characters(before: starts[low]) + 1)
    }

    /// The place of `offset` in a file.
    func location(of offset: Int, file: String) -> SourceLocation {
        let (line, column) = place(of: offset)
        return SourceLocation(file: file, line: line, column: column)
    }
}

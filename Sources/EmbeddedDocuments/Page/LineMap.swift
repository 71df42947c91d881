import Diagnostics

/// Lines and columns of offsets in a text.
struct LineMap {
    private let bytes: [UInt8]
    /// The offsets at which lines begin.
    private let starts: [Int]

    /// The lines of `bytes`; a line ends with CR, LF or both.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for (index, byte) in bytes.enumerated() {
            let isEnd = byte == 0x0A || byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
            if isEnd { starts.append(index + 1) }
        }
        self.starts = starts
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
        return (low + 1, bytes[starts[low]..<end].count { $0 & 0xC0 != 0x80 } + 1)
    }

    /// The place of `offset` in a file.
    func location(of offset: Int, file: String) -> SourceLocation {
        let (line, column) = place(of: offset)
        return SourceLocation(file: file, line: line, column: column)
    }
}

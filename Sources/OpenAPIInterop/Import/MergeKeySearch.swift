import Diagnostics

/// Looks for merge keys of YAML 1.1 in a text.
enum MergeKeySearch {
    /// The place of the first `<<:`; `nil` where there is none.
    static func first(in bytes: [UInt8], file: String) -> SourceLocation? {
        let sign = UInt8(ascii: "<")
        var line = 1
        var start = 0
        for index in bytes.indices {
            if bytes[index] == 0x0A {
                line += 1
                start = index + 1
            }
            guard bytes[index] == sign, index + 2 < bytes.count, bytes[index + 1] == sign,
                bytes[index + 2] == UInt8(ascii: ":"),
                bytes[start..<index].allSatisfy({ [0x20, 0x2D, 0x7B].contains($0) })
            else { continue }
            return SourceLocation(file: file, line: line, column: index - start + 1)
        }
        return nil
    }
}

import Diagnostics

/// Decides whether bytes are text that can be read at all.
enum PageBytes {
    /// The text of a page without its byte order mark; throws where there is none or it is not UTF-8.
    static func content(of page: Bytes, file: String) throws -> Bytes {
        guard page.count <= PageReader.maximumSize else {
            throw DiagnosticError(
                "the page has \(page.count) bytes; the limit is \(PageReader.maximumSize) (64 MB)",
                at: SourceLocation(file: file))
        }
        let content = withoutMark(page)
        guard content.contains(where: { !$0.isWhiteSpace }) else {
            throw DiagnosticError("the page is empty; there is nothing to read", at: SourceLocation(file: file))
        }
        if let offset = firstBadByte(content) {
            let place = location(of: offset, in: content, file: file)
            if content[offset] == 0 {
                throw DiagnosticError("the page holds a NUL byte; it is not text", at: place)
            }
            let byte = String(content[offset], radix: 16, uppercase: true)
            let code = byte.count == 1 ? "0\(byte)" : byte
            throw DiagnosticError(
                "the page is not UTF-8: unexpected byte 0x\(code); save the page as UTF-8", at: place)
        }
        return content
    }

    /// The bytes without the byte order mark of UTF-8.
    static func withoutMark(_ page: Bytes) -> Bytes {
        page.starts(with: [0xEF, 0xBB, 0xBF]) ? page.part(3, page.count) : page
    }

    /// The line and the column, in characters, of the byte at `offset`; all before it is UTF-8.
    static func location(of offset: Int, in content: Bytes, file: String) -> SourceLocation {
        var position = BytePosition(content)
        position.move(to: offset)
        return SourceLocation(file: file, line: position.line, column: position.column)
    }

    /// Whether bytes are UTF-8 text.
    static func isUTF8(_ page: Bytes) -> Bool { firstBadByte(withoutMark(page)) == nil }

    /// The first byte that is NUL or not well-formed UTF-8 (Unicode, table 3-7), if there is one.
    private static func firstBadByte(_ content: Bytes) -> Int? {
        var index = 0
        while index < content.count {
            let byte = content[index]
            if byte < 0x80 {
                guard byte != 0 else { return index }
                index += 1
                continue
            }
            guard let (length, second) = sequence(after: byte) else { return index }
            guard index + length <= content.count, second.contains(content[index + 1]) else { return index }
            for next in index + 2..<max(index + length, index + 2) where content[next] & 0xC0 != 0x80 { return index }
            index += length
        }
        return nil
    }

    /// How many bytes a sequence with this first byte has, and which second bytes it may have.
    private static func sequence(after first: UInt8) -> (Int, ClosedRange<UInt8>)? {
        switch first {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: nil
        }
    }
}

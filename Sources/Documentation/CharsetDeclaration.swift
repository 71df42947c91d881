import Diagnostics

/// The charset that an HTML page declares for itself (HTML, section 4.2.5.4: within its first 1024 bytes).
enum CharsetDeclaration {
    /// The declared charset, if it is another than UTF-8.
    static func foreign(in bytes: Bytes, file: String) -> Page.Charset? {
        let head = bytes.part(0, min(bytes.count, 1024))
        for start in head.indices where head.part(start, head.count).startsIgnoringCase("charset=") {
            var value = start + "charset=".utf8.count
            while value < head.count, head[value] == UInt8(ascii: "\"") || head[value] == UInt8(ascii: "'") {
                value += 1
            }
            let name = head.part(value, head.count).prefix { byte in
                byte.isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: "_")
            }
            let text = String(decoding: name, as: UTF8.self)
            if text.isEmpty || ["utf-8", "utf8"].contains(text.lowercased()) { return nil }
            let place = PageBytes.location(of: value, in: bytes, file: file)
            return Page.Charset(name: text, line: place.line, column: place.column)
        }
        return nil
    }
}

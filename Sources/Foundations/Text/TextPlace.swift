/// A place in a text, as editors show it.
package struct TextPlace: Hashable, Sendable {
    /// The line, from 1; a line ends at a line feed, a carriage return, or both.
    package var line = 1
    /// The column in Unicode scalars, from 1.
    package var column = 1
    /// The byte, from 0.
    package private(set) var offset = 0

    /// The beginning of a text.
    package init() {}

    /// The place of the byte at `offset` of a text in UTF-8.
    package init(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        move(to: offset, in: bytes)
    }

    /// Goes on to a later byte of the same text.
    package mutating func move(to end: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        while offset < min(end, bytes.count) {
            let byte = bytes[offset]
            offset += 1
            if byte == 0x0A || byte == 0x0D && (offset == bytes.count || bytes[offset] != 0x0A) {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
    }
}

extension TextPlace {
    /// The place of the byte at `offset` of a text in UTF-8.
    package init(of offset: Int, in bytes: [UInt8]) {
        self = bytes.withUnsafeBufferPointer { TextPlace(of: offset, in: $0) }
    }
}

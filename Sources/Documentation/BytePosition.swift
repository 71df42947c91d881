/// A place in a page that only moves forward and knows its line and column.
///
/// The page is looked at once, however many places are asked for; the lines of libxml2 are not needed, which stop
/// counting where a line end is a lone CR.
struct BytePosition {
    private let page: Bytes
    private var offset = 0
    /// The line, counted from 1.
    private(set) var line = 1
    /// The column in characters (Unicode scalars), counted from 1.
    private(set) var column = 1

    /// The start of `page`, which is UTF-8 as far as the position moves.
    init(_ page: Bytes) { self.page = page }

    /// Moves on to `target`; a place that lies behind is left as it is.
    mutating func move(to target: Int) {
        let end = min(target, page.count)
        var start = offset
        while offset < end {
            let byte = page[offset]
            offset += 1
            guard byte == 0x0A || byte == 0x0D && !(offset < page.count && page[offset] == 0x0A) else { continue }
            line += 1
            column = 1
            start = offset
        }
        for byte in page.part(start, max(offset, start)) where byte & 0xC0 != 0x80 { column += 1 }
    }
}

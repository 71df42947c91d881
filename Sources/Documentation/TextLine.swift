/// A line of extracted text that says something.
struct TextLine {
    /// The line, counted from 1.
    var number: Int
    /// The line without its end and without white space at the end.
    var indented: Bytes
    /// The line without white space at both ends; never empty.
    var text: Bytes
}

/// A place in extracted text that moves on line by line; a copy looks ahead.
///
/// Lines end in LF, CR LF or CR, mixed as they come. Blank lines are counted and passed over.
struct LineCursor {
    private let page: Bytes
    private var offset = 0
    private var number = 0

    /// A cursor before the first line of `page`.
    init(_ page: Bytes) { self.page = page }

    /// The next line that is not blank; `nil` at the end of the page.
    mutating func next() -> TextLine? {
        while offset < page.count {
            let start = offset
            var first: Int?
            var end = start
            while offset < page.count, page[offset] != 0x0A, page[offset] != 0x0D {
                if !page[offset].isWhiteSpace {
                    first = first ?? offset
                    end = offset + 1
                }
                offset += 1
            }
            number += 1
            if offset + 1 < page.count, page[offset] == 0x0D, page[offset + 1] == 0x0A { offset += 1 }
            offset += 1
            if let first {
                return TextLine(number: number, indented: page.part(start, end), text: page.part(first, end))
            }
        }
        return nil
    }
}

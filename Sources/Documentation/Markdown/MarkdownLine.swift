/// A line of Markdown that is taken apart from the left: containers first, then what they hold.
///
/// Tabs count up to the next multiple of four (CommonMark 0.31, 2.2); one may be taken in part.
struct MarkdownLine {
    /// The line, counted from 1.
    let number: Int
    /// The line without its end.
    let bytes: Bytes
    /// How many bytes were taken.
    private(set) var index = 0
    private var column = 0
    /// The columns of a tab that are not taken yet.
    private var spare = 0

    /// A line of which nothing is taken.
    init(_ bytes: Bytes, number: Int) {
        self.bytes = bytes
        self.number = number
    }

    /// What is not taken, without white space at both ends.
    var text: Bytes { bytes.part(index, bytes.count).trimmed }

    /// Whether nothing but white space is left.
    var isBlank: Bool {
        var place = index
        while place < bytes.count {
            if !bytes[place].isWhiteSpace { return false }
            place += 1
        }
        return true
    }

    /// Whether the line ends in two spaces or more: a forced line break.
    var endsInHardBreak: Bool {
        bytes.count >= 2 && bytes[bytes.count - 1] == 0x20 && bytes[bytes.count - 2] == 0x20
    }

    /// How many columns of white space come next.
    var indentation: Int {
        var width = spare
        var column = column + spare
        var place = index
        while place < bytes.count {
            if bytes[place] == 0x20 {
                width += 1
                column += 1
            } else if bytes[place] == 0x09 {
                let step = 4 - column % 4
                width += step
                column += step
            } else {
                break
            }
            place += 1
        }
        return width
    }

    /// Takes up to `count` columns of white space.
    mutating func takeSpace(_ count: Int) {
        var rest = count
        while rest > 0 {
            if spare > 0 {
                spare -= 1
            } else if index < bytes.count, bytes[index] == 0x20 {
                index += 1
            } else if index < bytes.count, bytes[index] == 0x09 {
                index += 1
                spare = 4 - column % 4 - 1
            } else {
                return
            }
            column += 1
            rest -= 1
        }
    }

    /// Takes `count` characters that are no white space.
    mutating func take(_ count: Int) {
        index += count
        column += count
    }

    /// What is not taken, as the text of code has it: the rest of a tab as spaces.
    func appendCode(to code: inout [UInt8]) {
        code.append(contentsOf: repeatElement(0x20, count: spare))
        code.append(contentsOf: bytes.part(index, bytes.count))
    }
}

/// Cuts a page into lines, which end in LF, CR LF or CR, mixed as they come.
struct MarkdownLines: Sequence, IteratorProtocol {
    private let page: Bytes
    private var offset = 0
    private var number = 0

    /// The lines of `page`.
    init(_ page: Bytes) { self.page = page }

    /// The next line; `nil` at the end of the page.
    mutating func next() -> MarkdownLine? {
        guard offset < page.count else { return nil }
        let start = offset
        while offset < page.count, page[offset] != 0x0A, page[offset] != 0x0D { offset += 1 }
        let end = offset
        if offset + 1 < page.count, page[offset] == 0x0D, page[offset + 1] == 0x0A { offset += 1 }
        offset += 1
        number += 1
        return MarkdownLine(page.part(start, end), number: number)
    }
}

/// Reads a page as content extractors leave it: a line a paragraph, tables drawn with `|`, examples as they stand.
///
/// Every line that is not blank ends up in exactly one block. The reader never fails: what it does not recognise is a
/// paragraph.
struct ExtractedTextReader {
    private var cursor: LineCursor
    private var blocks: [Block] = []

    /// Reads `bytes`, which are UTF-8 without a byte order mark.
    static func read(_ bytes: Bytes, file: String) -> Page {
        var reader = ExtractedTextReader(cursor: LineCursor(bytes))
        while let line = reader.cursor.next() { reader.readBlock(line) }
        return Page(file: file, format: .extractedText, blocks: reader.blocks)
    }

    private init(cursor: LineCursor) { self.cursor = cursor }

    private mutating func readBlock(_ line: TextLine) {
        let lines = line.number...line.number
        if line.text[0].isDigit, let heading = Heading(numbered: line.text) {
            blocks.append(Block(.heading(heading), lines: lines))
        } else if BracketRun.starts(at: line.text), !ExtractedLinks.starts(line.text) {
            readCode(line)
        } else if let rule = cursor.rule(below: line) {
            blocks.append(ExtractedTable.read(head: line, rule: rule, at: &cursor))
        } else {
            blocks.append(Block(.paragraph(ExtractedLinks.resolved(line.text.text).text), lines: lines))
        }
    }

    /// Reads a value in brackets from its first line on.
    ///
    /// Quoted text ends with its line, as in JSON. Only if the brackets do not balance that way it may go on: a lone
    /// quote must not make the reader take the next sections for a string.
    private mutating func readCode(_ first: TextLine) {
        let start = cursor
        var (block, isBalanced) = code(from: first, quotesSpanLines: false)
        if !isBalanced {
            let end = cursor
            cursor = start
            let (other, isOtherBalanced) = code(from: first, quotesSpanLines: true)
            if isOtherBalanced { (block, isBalanced) = (other, true) } else { cursor = end }
        }
        blocks.append(block)
    }

    /// The lines from `first` up to the one that closes the brackets, the next numbered heading or the next table.
    private mutating func code(from first: TextLine, quotesSpanLines: Bool) -> (Block, isBalanced: Bool) {
        var run = BracketRun(quotesSpanLines: quotesSpanLines)
        var text: [UInt8] = []
        var line = first
        var last = first.number
        while true {
            text.append(contentsOf: repeatElement(0x0A, count: line.number - last))
            text.append(contentsOf: line.indented)
            last = line.number
            if run.closes(in: line.text) != nil { return (block(isUnbalanced: false), true) }
            let before = cursor
            guard let next = cursor.next() else { break }
            if Heading.isNumbered(next.text) || next.text[0] == UInt8(ascii: "|") && cursor.rule(below: next) != nil {
                cursor = before
                break
            }
            line = next
        }
        return (block(isUnbalanced: true), false)

        func block(isUnbalanced: Bool) -> Block {
            Block(
                .code(String(decoding: text, as: UTF8.self)), lines: first.number...last, isUnbalanced: isUnbalanced)
        }
    }
}

extension LineCursor {
    /// The rule that makes `line`, the one just read, the head of a table; `nil` where it is none.
    func rule(below line: TextLine) -> TextLine? {
        guard CellSeparators(of: line.text).count > 0 else { return nil }
        var ahead = self
        guard let next = ahead.next(), CellSeparators.isRule(next.text) else { return nil }
        return next
    }
}

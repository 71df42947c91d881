import Documentation

/// A text with what its page sets apart: code, bold, italics, links.
struct MarkedText: Sendable, Hashable {
    /// The pieces, in their order; none is empty.
    var pieces: [Piece] = []

    /// A run of text in the same marks. A forced line break is `\n`.
    struct Piece: Sendable, Hashable {
        /// The words.
        var text: String
        /// What they stand in.
        var isCode = false
        var isStrong = false
        var isEmphasised = false
        /// Where the link around them leads, as written.
        var link: String?
        /// Whether marks that HTML made of characters in code were turned back into characters.
        var isRestored = false
    }

    /// The whole text.
    var text: String { pieces.map(\.text).joined() }

    /// Whether there is nothing but white space.
    var isBlank: Bool { pieces.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }

    /// The text of a paragraph, a heading or a cell.
    ///
    /// With `restoring`, characters are turned back that Asciidoctor made marks and typographic signs of.
    init(_ text: String, marks: [TextMark], restoring: Bool = false) {
        let utf8 = Array(text.utf8)
        var sweep = MarkSweep(marks, length: utf8.count)
        while let range = sweep.next() {
            var piece = Piece(text: String(decoding: utf8[range], as: UTF8.self))
            let code = sweep.code
            (piece.isCode, piece.isStrong) = (code != nil, sweep.isStrong)
            (piece.isEmphasised, piece.link) = (sweep.isEmphasised, sweep.link)
            if restoring { Self.removeTypography(&piece) }
            if let code {
                let (before, after) = sweep.signs(in: code, around: range)
                if !before.isEmpty || !after.isEmpty {
                    piece.text = before + piece.text + after
                    piece.isRestored = true
                }
                let outer = sweep.around(code)
                (piece.isStrong, piece.isEmphasised) = (outer.isStrong, outer.isEmphasised)
                if !outer.isLinked { piece.link = nil }
                // Marks within code part nothing.
                if let last = pieces.last, last.isCode, range.lowerBound > marks[code].range.lowerBound {
                    pieces[pieces.count - 1].text += piece.text
                    pieces[pieces.count - 1].isRestored = last.isRestored || piece.isRestored
                    continue
                }
            }
            pieces.append(piece)
        }
    }

    /// Pieces as they are.
    init(pieces: [Piece]) { self.pieces = pieces.filter { !$0.text.isEmpty } }

    /// Plain text.
    init(plain text: String) { pieces = text.isEmpty ? [] : [Piece(text: text)] }

    /// What Asciidoctor makes of plain characters, in code and in other text.
    private static let signs: [(String, String)] = [
        ("\u{2009}\u{2014}\u{2009}", " -- "), ("\u{2026}", "..."), ("\u{2019}", "'"),
    ]
    private static let codeSigns: [(String, String)] = [
        ("\u{2014}", "--"), ("\u{2192}", "->"), ("\u{21D2}", "=>"), ("\u{2190}", "<-"), ("\u{21D0}", "<="),
        ("\u{A9}", "(C)"), ("\u{AE}", "(R)"), ("\u{2122}", "(TM)"), ("\u{2009}", " "),
    ]

    private static func removeTypography(_ piece: inout Piece) {
        guard piece.text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xC2 }) else { return }
        let text = (signs + (piece.isCode ? codeSigns : [])).reduce(piece.text) { $0.replacing($1.0, with: $1.1) }
        if piece.isCode, text != piece.text { piece.isRestored = true }
        piece.text = text
    }
}

extension MarkedText {
    /// The lines between forced breaks; `<br>` that a form does not know as one counts as one, outside of code.
    var lines: [MarkedText] {
        var lines: [MarkedText] = [MarkedText(pieces: [])]
        for piece in pieces {
            let text = piece.isCode ? piece.text : piece.text.replacing("<br>", with: "\n")
            for (place, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if place > 0 { lines.append(MarkedText(pieces: [])) }
                guard !part.isEmpty else { continue }
                var rest = piece
                rest.text = String(part)
                lines[lines.count - 1].pieces.append(rest)
            }
        }
        return lines
    }

    /// The words with one space between them, and without marks.
    var words: String {
        Self.collapsed(pieces.map { $0.isCode ? $0.text : $0.text.replacing("<br>", with: " ") }.joined())
    }

    /// A text with one space where it has white space, trimmed.
    static func collapsed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The pieces of ``lines`` from a place on, one after another.
    func dropping(_ count: Int) -> MarkedText { MarkedText(pieces: Array(pieces.dropFirst(count))) }
}

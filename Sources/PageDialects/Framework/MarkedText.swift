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
        var places: Set<Int> = [0, utf8.count]
        for mark in marks {
            places.insert(min(mark.range.lowerBound, utf8.count))
            places.insert(min(mark.range.upperBound, utf8.count))
        }
        let codes = marks.filter { $0.kind == .code }.map(\.range)
        let sorted = places.sorted()
        for (start, end) in zip(sorted, sorted.dropFirst()) where start < end {
            var piece = Piece(text: String(decoding: utf8[start..<end], as: UTF8.self))
            for mark in marks where mark.range.lowerBound <= start && end <= mark.range.upperBound {
                switch mark.kind {
                case .code: piece.isCode = true
                case .strong: piece.isStrong = true
                case .emphasis: piece.isEmphasised = true
                case .link(let address): piece.link = address
                case .raised, .lowered, .highlight: break
                }
            }
            if restoring { piece.text = Self.withoutTypography(piece.text, isCode: piece.isCode) }
            if piece.isCode, let code = codes.first(where: { $0.lowerBound <= start && end <= $0.upperBound }) {
                Self.restore(&piece, marks, in: code, start..<end)
                (piece.isStrong, piece.isEmphasised) = Self.outer(marks, of: code)
                if piece.link != nil, !Self.isLinked(marks, code) { piece.link = nil }
                // Marks within code part nothing.
                if let last = pieces.last, last.isCode, start > code.lowerBound {
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

    private static func outer(_ marks: [TextMark], of code: Range<Int>) -> (Bool, Bool) {
        let around = marks.filter { $0.range.lowerBound <= code.lowerBound && code.upperBound <= $0.range.upperBound }
        return (
            around.contains { $0.kind == .strong && $0.range != code },
            around.contains { $0.kind == .emphasis && $0.range != code }
        )
    }

    private static func isLinked(_ marks: [TextMark], _ code: Range<Int>) -> Bool {
        marks.contains { mark in
            guard case .link = mark.kind else { return false }
            return mark.range.lowerBound <= code.lowerBound && code.upperBound <= mark.range.upperBound
        }
    }

    /// Puts the characters back around the parts of code that marks took them from.
    private static func restore(_ piece: inout Piece, _ marks: [TextMark], in code: Range<Int>, _ range: Range<Int>) {
        var (before, after) = ("", "")
        let place = marks.firstIndex { $0.kind == .code && $0.range == code } ?? 0
        for (index, mark) in marks.enumerated()
        where code.lowerBound <= mark.range.lowerBound && mark.range.upperBound <= code.upperBound {
            // Of two marks around the same text the inner one ends first and comes first.
            guard mark.range != code || index < place else { continue }
            guard let sign = sign(of: mark.kind) else { continue }
            let role = mark.role.map { "[\($0)]" } ?? ""
            if mark.range.lowerBound == range.lowerBound { before += role + sign }
            if mark.range.upperBound == range.upperBound { after = sign + after }
        }
        guard !before.isEmpty || !after.isEmpty else { return }
        piece.text = before + piece.text + after
        piece.isRestored = true
    }

    private static func sign(of kind: TextMark.Kind) -> String? {
        switch kind {
        case .raised: "^"
        case .lowered: "~"
        case .strong: "*"
        case .emphasis: "_"
        case .highlight: "#"
        case .code, .link: nil
        }
    }

    /// What Asciidoctor makes of plain characters, in code and in other text.
    private static let signs: [(String, String)] = [
        ("\u{2009}\u{2014}\u{2009}", " -- "), ("\u{2026}", "..."), ("\u{2019}", "'"),
    ]
    private static let codeSigns: [(String, String)] = [
        ("\u{2014}", "--"), ("\u{2192}", "->"), ("\u{21D2}", "=>"), ("\u{2190}", "<-"), ("\u{21D0}", "<="),
        ("\u{A9}", "(C)"), ("\u{AE}", "(R)"), ("\u{2122}", "(TM)"), ("\u{2009}", " "),
    ]

    private static func withoutTypography(_ text: String, isCode: Bool) -> String {
        guard text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xC2 }) else { return text }
        return (signs + (isCode ? codeSigns : [])).reduce(text) { $0.replacing($1.0, with: $1.1) }
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

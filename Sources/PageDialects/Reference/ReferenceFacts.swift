import Foundations

/// What a cell with a description says: words, then facts each with a label.
struct ReferenceFacts {
    /// A fact as the page writes it.
    struct Fact {
        /// What its label can mean.
        var meanings: [DialectWords.Meaning]
        /// The label, for a person.
        var label: String
        /// The value.
        var value: String
        /// Whether the value stands in code.
        var isCode: Bool
        /// Whether characters of the value were put back that HTML had taken.
        var isRestored: Bool
    }

    /// A header field of a response.
    struct Header {
        var name: String
        /// The type, as the page writes it between brackets.
        var type: MarkedText
        var description: String
        var facts: [Fact]
    }

    /// The words before the facts.
    var description = ""
    var facts: [Fact] = []
    var headers: [Header] = []

    private static let labels: Set<DialectWords.Meaning> = [
        .default, .length, .minLength, .maxLength, .pattern, .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum,
        .minItems, .maxItems, .example, .headers,
    ]

    /// Reads a cell.
    init(_ text: MarkedText, _ words: DialectWords) {
        var description: [MarkedText.Piece] = []
        let lines = text.lines
        var index = 0
        while index < lines.count {
            let line = lines[index]
            let (before, found) = Self.facts(of: line, words)
            if found.contains(where: { $0.meanings.contains(.headers) }) {
                facts += found.filter { !$0.meanings.contains(.headers) }
                description += before
                readHeaders(Array(lines[(index + 1)...]), words)
                break
            }
            if !description.isEmpty, !before.isEmpty { description.append(MarkedText.Piece(text: " ")) }
            description += before
            facts += found
            index += 1
        }
        self.description = MarkedText(pieces: description).words
    }

    /// The facts of a line, and what stands before them.
    private static func facts(of line: MarkedText, _ words: DialectWords) -> ([MarkedText.Piece], [Fact]) {
        var before: [MarkedText.Piece] = []
        var facts: [Fact] = []
        var index = 0
        while index < line.pieces.count {
            let piece = line.pieces[index]
            guard let meanings = label(at: index, of: line, words) else {
                if facts.isEmpty { before.append(piece) } else { append(piece, to: &facts[facts.count - 1]) }
                index += 1
                continue
            }
            var fact = Fact(
                meanings: meanings, label: MarkedText.collapsed(piece.text), value: "", isCode: false, isRestored: false
            )
            index += 1
            var rest = line.pieces[index].text.drop(while: \.isWhitespace).dropFirst()
            rest = rest.drop(while: \.isWhitespace)
            index += 1
            if !rest.isEmpty { fact.value = String(rest) }
            facts.append(fact)
        }
        return (before, facts)
    }

    private static func append(_ piece: MarkedText.Piece, to fact: inout Fact) {
        if piece.isCode, !fact.isCode {
            fact.value = piece.text
            fact.isCode = true
        } else if piece.isCode || !fact.isCode {
            fact.value += piece.text
        }
        // What follows code is a blank, or a full stop.
        fact.isRestored = fact.isRestored || piece.isRestored
    }

    /// The meanings of a label at a place: words in bold with a colon behind them.
    private static func label(at index: Int, of line: MarkedText, _ words: DialectWords) -> [DialectWords.Meaning]? {
        let piece = line.pieces[index]
        guard piece.isStrong, !piece.isCode, index + 1 < line.pieces.count else { return nil }
        let next = line.pieces[index + 1]
        guard !next.isStrong, !next.isCode, let colon = next.text.first(where: { !$0.isWhitespace }),
            colon == ":" || colon == "："
        else { return nil }
        let meanings = words.meanings(of: piece.text).filter(labels.contains)
        if meanings.isEmpty { return nil }
        // Values stand in code, but for counts and lists of header fields; other words in bold are the author's.
        let isPlain = meanings.contains { [.minItems, .maxItems, .headers].contains($0) }
        let rest = next.text.drop(while: \.isWhitespace).dropFirst()
        let isCode =
            rest.allSatisfy(\.isWhitespace) && index + 2 < line.pieces.count
            && (line.pieces[index + 2].isCode || line.pieces[index + 2].link != nil)
        return isPlain || isCode ? meanings : nil
    }

    // MARK: Headers

    /// Reads a line for each header: `X-A` (integer) : text. **Default** : `1`.
    private mutating func readHeaders(_ lines: [MarkedText], _ words: DialectWords) {
        for line in lines where !line.isBlank {
            guard let first = line.pieces.first, first.isCode else {
                // A description may take several lines.
                if headers.isEmpty { continue }
                headers[headers.count - 1].description += " " + line.words
                continue
            }
            let (before, facts) = Self.facts(of: line.dropping(1), words)
            let (type, rest) = Self.bracketed(MarkedText(pieces: before))
            var description = rest.words
            if description.hasPrefix(":") { description = description.dropFirst().trimmed }
            headers.append(
                Header(name: first.text.trimmed, type: type, description: description, facts: facts))
        }
    }

    /// The pieces between the first pair of brackets, and those behind it.
    private static func bracketed(_ text: MarkedText) -> (MarkedText, MarkedText) {
        var depth = 0
        var isDone = false
        var (inner, rest): ([MarkedText.Piece], [MarkedText.Piece]) = ([], [])
        for piece in text.pieces {
            var (into, after) = ("", "")
            for character in piece.text {
                if isDone {
                    after.append(character)
                } else if character == "(" {
                    if depth > 0 { into.append(character) }
                    depth += 1
                } else if character == ")", depth > 0 {
                    depth -= 1
                    if depth == 0 { isDone = true } else { into.append(character) }
                } else if depth > 0 {
                    into.append(character)
                } else if !character.isWhitespace {
                    isDone = true
                    after.append(character)
                }
            }
            var copy = piece
            copy.text = into
            inner.append(copy)
            copy.text = after
            rest.append(copy)
        }
        return (MarkedText(pieces: inner), MarkedText(pieces: rest))
    }
}

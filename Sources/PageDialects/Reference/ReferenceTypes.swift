import Foundations

/// Reads the notation of types: `integer (int64)`, `< [Pet](#pet) > array(multi)`, `< string, Pet > map`, `enum (a,
/// b)`.
struct ReferenceTypes {
    /// A type as the page writes it.
    indirect enum Shape: Hashable {
        /// `string`, `integer`, …, with its format.
        case plain(String, format: String?)
        case enumeration([String])
        /// A list, with the way that its items are joined in a parameter.
        case array(Shape, joined: String?)
        case map(Shape)
        /// Another type by a link and its words, or by its name alone.
        case link(String, anchor: String?)
        /// Nothing: a response without content.
        case nothing
        /// Text that is not a type.
        case unreadable(String)
    }

    private enum Token: Hashable {
        case word(String)
        case link(String, String)
        case mark(Character)
    }

    /// How deep types may be nested.
    static let greatestDepth = 24

    private let tokens: [Token]
    private let source: String
    private var index = 0

    /// The type in a cell.
    static func read(_ text: MarkedText, _ words: DialectWords) -> Shape {
        let whole = text.words
        if whole.isEmpty || words.means(whole, .noContent) { return .nothing }
        if let values = enumeration(whole) { return .enumeration(values) }
        var reader = ReferenceTypes(text)
        guard let shape = reader.type(depth: 0), reader.index == reader.tokens.count else { return .unreadable(whole) }
        return shape
    }

    /// The values of a type that is `enum (a, b)` and nothing else; values may hold any brackets.
    private static func enumeration(_ text: String) -> [String]? {
        guard text.hasPrefix("enum"), text.hasSuffix(")"), let open = text.firstIndex(of: "(") else { return nil }
        // Older pages write a list behind its items: `enum (a, b) array(csv)`.
        guard text[..<open].trimmed == "enum", !text.contains(") array(") else { return nil }
        return values(text[text.index(after: open)...].dropLast())
    }

    private static func values(_ text: some StringProtocol) -> [String] {
        var values: [String] = []
        for part in String(text).split(separator: ",", omittingEmptySubsequences: false) {
            let value = part.trimmed
            if !value.isEmpty, !values.contains(value) { values.append(value) }
        }
        return values
    }

    private init(_ text: MarkedText) {
        var tokens: [Token] = []
        for piece in text.pieces {
            if let link = piece.link {
                tokens.append(.link(MarkedText.collapsed(piece.text), link))
                continue
            }
            var word = ""
            func keep() {
                if !word.isEmpty { tokens.append(.word(word)) }
                word = ""
            }
            for character in piece.text {
                switch character {
                case "<", ">", "(", ")", ",":
                    keep()
                    tokens.append(.mark(character))
                case _ where character.isWhitespace: keep()
                default: word.append(character)
                }
            }
            keep()
        }
        self.tokens = tokens
        source = text.words
    }

    private var next: Token? { index < tokens.count ? tokens[index] : nil }

    private mutating func take(_ mark: Character) -> Bool {
        guard next == .mark(mark) else { return false }
        index += 1
        return true
    }

    private mutating func type(depth: Int) -> Shape? {
        guard depth <= Self.greatestDepth, var shape = single(depth: depth) else { return nil }
        // `Pet array`, `string array(multi)`: the notation of older pages.
        var nested = depth
        while next == .word("array") || next == .word("map") {
            nested += 1
            guard nested <= Self.greatestDepth else { return nil }
            let isArray = next == .word("array")
            index += 1
            shape = isArray ? .array(shape, joined: bracketed()) : .map(shape)
        }
        return shape
    }

    private mutating func single(depth: Int) -> Shape? {
        guard let token = next else { return nil }
        index += 1
        switch token {
        case .mark("<"): return list(depth: depth + 1)
        case .mark: return nil
        case .link(let words, let link):
            return .link(words, anchor: ReferenceAnchor.target(of: link) ?? ReferenceAnchor.plain(link))
        case .word("enum"):
            guard take("(") else { return nil }
            return enumeration()
        case .word(let word):
            guard ["string", "integer", "number", "boolean", "file", "object"].contains(word) else {
                return name(startingWith: word)
            }
            return .plain(word, format: bracketed())
        }
    }

    /// The rest of `< string > array` or `< string, Pet > map` behind its first mark.
    private mutating func list(depth: Int) -> Shape? {
        guard let first = type(depth: depth) else { return nil }
        if take(",") {
            guard let values = type(depth: depth), take(">"), next == .word("map") else { return nil }
            index += 1
            return .map(values)
        }
        guard take(">"), next == .word("array") else { return nil }
        index += 1
        return .array(first, joined: bracketed())
    }

    /// The words in brackets, if any.
    private mutating func bracketed() -> String? {
        let start = index
        guard take("(") else { return nil }
        var words: [String] = []
        while case .word(let word)? = next {
            words.append(word)
            index += 1
        }
        guard !words.isEmpty, take(")") else {
            index = start
            return nil
        }
        return words.joined(separator: " ")
    }

    /// The values of an enumeration within another type.
    private mutating func enumeration() -> Shape? {
        var text = ""
        var depth = 1
        while let token = next {
            index += 1
            switch token {
            case .mark("("): depth += 1
            case .mark(")"): depth -= 1
            default: break
            }
            if depth == 0 { return .enumeration(Self.values(text)) }
            switch token {
            case .mark(","): text += ", "
            case .mark(let mark): text.append(mark)
            case .word(let word): text += text.isEmpty || text.hasSuffix(" ") ? word : " " + word
            case .link(let words, _): text += words
            }
        }
        return nil
    }

    /// A type by its name alone: words up to a mark or to the notation of a list.
    private mutating func name(startingWith word: String) -> Shape {
        var words = [word]
        while case .word(let more)? = next, more != "array", more != "map" {
            words.append(more)
            index += 1
        }
        return .link(words.joined(separator: " "), anchor: nil)
    }

    /// Whether a text has a format as an age writes it.
    static func hasFormat(_ text: String, spaced: Bool) -> Bool {
        ["integer", "number", "string"].contains { text.contains(spaced ? "\($0) (" : "\($0)(") }
    }
}

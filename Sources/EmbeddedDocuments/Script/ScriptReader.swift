/// Reads scripts as far as they say things outright: literals, variables that were given them, objects that are merged.
///
/// Nothing is run: there are no loops, no arithmetic and no calls but of functions that stand in the scripts and of a few
/// whose result is known, such as `JSON.parse` of a literal. What would have to be computed is unknown, with its place.
/// Time is bounded by the number of tokens that are read, depth by that of open brackets.
final class ScriptReader {
    /// What is said to a viewer of documents, or written to a property that one reads.
    struct Statement {
        /// The path of what is called (`Redoc.init`), or the name of the property.
        var name: String
        /// Whether a property is written.
        var isProperty = false
        var arguments: [ScriptValue]
        var place: ScriptPlace
    }

    /// How many tokens are read at most, functions that are read again included: those of a document of some 15 MB.
    static let tokenLimit = 3_000_000
    /// How many tokens of functions are read because they are called.
    static let callTokenLimit = 1_000_000
    /// From how many bytes on it is kept where a bracket ends.
    private static let longBracket = 200
    /// So many tokens are more than a page says itself: they hold a program and the libraries that it is made of.
    private static let bundleTokens = 200_000
    /// How deep brackets may be nested.
    static let depthLimit = 200
    /// How many calls may be open at once.
    static let callLimit = 8

    /// The page whose elements scripts look up.
    let page: PageScan
    /// The address of the page, for `location`.
    let address: String
    var lexer: ScriptLexer
    var token: ScriptLexer.Token
    var source = 0
    /// The place of all values, while a text is read that stands in another one.
    var outerPlace: ScriptPlace?
    var scope = ScriptScope()

    /// What viewers are told, in the order of the scripts.
    private(set) var statements: [Statement] = []
    /// Object literals that look like documents.
    private(set) var documents: [ScriptValue] = []
    /// Where a script ends inside a text or an object.
    private(set) var cutOff: ScriptPlace?
    /// Whether there was more to read than is read.
    private(set) var isExhausted = false

    private var functions: [ScriptFunction] = []
    /// Where long brackets end that were passed over.
    private var bracketEnds: [Bracket: Int] = [:]
    private var tokens = 0
    private var callTokens = 0
    private var depth = 0
    var calls = 0
    /// Whether what is read now depends on something unknown.
    var isDoubtful = false
    /// Whether what is read now is known not to happen.
    var isDead = false
    /// What the function that is read gives back.
    var results: [ScriptValue] = []

    /// A reader for the scripts of `page`, which has the address `address`.
    init(page: PageScan, address: String) {
        self.page = page
        self.address = address
        lexer = ScriptLexer(page.bytes, 0..<0)
        token = ScriptLexer.Token(kind: .end, range: 0..<0)
    }

    /// Reads a script: `range` of `bytes`, which is source number `source`.
    func read(_ bytes: [UInt8], _ range: Range<Int>, source: Int) {
        self.source = source
        start(bytes, range)
        readStatements()
    }

    /// Reads what the functions say that nothing was seen to call: browsers call them later.
    ///
    /// Bundlers write a program behind its libraries: of a bundle the last functions are read first.
    func finish() {
        let isBundle = tokens > Self.bundleTokens
        while !functions.isEmpty {
            let found = functions
            functions = []
            for function in isBundle ? found.reversed() : found where !function.wasCalled { _ = call(function, []) }
        }
    }

    /// The value of a text that is one literal; `nil` where it is something else.
    func literal(_ bytes: [UInt8], _ range: Range<Int>, source: Int, place: ScriptPlace? = nil) -> ScriptValue? {
        let saved = state
        defer { state = saved }
        self.source = source
        outerPlace = place ?? outerPlace
        start(bytes, range)
        let value = assignment()
        return token.kind == .end ? value : nil
    }
}

// MARK: Tokens

extension ScriptReader {
    /// What is put aside while something else is read.
    struct State {
        var lexer: ScriptLexer
        var token: ScriptLexer.Token
        var source: Int
        var outerPlace: ScriptPlace?
        var scope: ScriptScope
    }

    var state: State {
        get { State(lexer: lexer, token: token, source: source, outerPlace: outerPlace, scope: scope) }
        set {
            lexer = newValue.lexer
            token = newValue.token
            source = newValue.source
            outerPlace = newValue.outerPlace
            scope = newValue.scope
        }
    }

    func start(_ bytes: [UInt8], _ range: Range<Int>) {
        lexer = ScriptLexer(bytes, range)
        token = lexer.next(isOperand: true)
    }

    /// The place of the token that comes next.
    var place: ScriptPlace { outerPlace ?? ScriptPlace(source: source, offset: token.range.lowerBound) }

    func unknown(at place: ScriptPlace) -> ScriptValue { ScriptValue(.unknown, at: place) }

    /// Whether the next token is this mark or this word.
    func isNext(_ text: StaticString) -> Bool {
        guard token.kind == .mark || token.kind == .word, token.range.count == text.utf8CodeUnitCount else {
            return false
        }
        for offset in 0..<text.utf8CodeUnitCount
        where lexer.bytes[token.range.lowerBound + offset] != text.utf8Start[offset] { return false }
        return true
    }

    /// The text of the next token.
    var word: String { String(decoding: lexer.bytes[token.range], as: UTF8.self) }

    func advance() {
        tokens += 1
        if calls > 0 { callTokens += 1 }
        guard tokens <= Self.tokenLimit, !isExhausted else {
            isExhausted = true
            token = ScriptLexer.Token(kind: .end, range: lexer.end..<lexer.end)
            return
        }
        token = lexer.next(isOperand: isOperandNext)
    }

    /// Moves behind `text` if it comes next.
    func take(_ text: StaticString) -> Bool {
        guard isNext(text) else { return false }
        advance()
        return true
    }

    /// Whether an operand may follow the token that was read last.
    private var isOperandNext: Bool {
        switch token.kind {
        case .number, .text, .template, .pattern: false
        case .word: Self.prefixWords.contains(word)
        case .mark: ![")", "]", "}", "++", "--"].contains { isNext($0) }
        case .end: true
        }
    }

    private static let prefixWords: Set<String> = [
        "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "instanceof", "await",
        "yield", "default",
    ]

    /// Moves behind a bracket that is next, with all that it holds; the range between the brackets.
    ///
    /// Where long brackets end is kept: functions within functions are passed over once, not once for each level.
    func skipBrackets() -> Range<Int> {
        let start = token.range.upperBound
        var open: [Int] = []
        while token.kind != .end {
            if isNext("(") || isNext("[") || isNext("{") {
                if let end = bracketEnds[bracket], end <= lexer.end {
                    lexer.index = end
                    token = ScriptLexer.Token(kind: .mark, range: end - 1..<end)
                } else {
                    open.append(token.range.lowerBound)
                    advance()
                    continue
                }
            } else if isNext(")") || isNext("]") || isNext("}") {
                guard let first = open.popLast() else { break }
                if token.range.upperBound - first >= Self.longBracket {
                    bracketEnds[Bracket(source: source, length: lexer.bytes.count, offset: first)] =
                        token.range.upperBound
                }
            } else {
                advance()
                continue
            }
            if open.isEmpty {
                let range = start..<max(start, token.range.lowerBound)
                advance()
                return range
            }
            advance()
        }
        return start..<max(start, lexer.end)
    }

    /// A bracket that opens, by the text that it stands in.
    private struct Bracket: Hashable {
        var source: Int
        /// How long the text is: texts that stand in others have no number of their own.
        var length: Int
        var offset: Int
    }

    private var bracket: Bracket {
        Bracket(source: source, length: lexer.bytes.count, offset: token.range.lowerBound)
    }

    /// Goes one level deeper for `body`; where that is too deep, the brackets that come next are skipped.
    func deeper(_ body: () -> ScriptValue) -> ScriptValue {
        guard depth < Self.depthLimit else {
            let place = place
            if isNext("(") || isNext("[") || isNext("{") { _ = skipBrackets() } else { advance() }
            return unknown(at: place)
        }
        depth += 1
        defer { depth -= 1 }
        return body()
    }

    func noteCutOff(at place: ScriptPlace) {
        if outerPlace == nil, !isExhausted { cutOff = cutOff ?? place }
    }

    func note(_ statement: Statement) {
        guard !isDead, statements.count < 1000 else { return }
        statements.append(statement)
    }

    func noteDocument(_ value: ScriptValue) {
        guard !isDead, documents.count < 100 else { return }
        documents.append(value)
    }

    func noteFunction(_ function: ScriptFunction) {
        guard !isDead else { return }
        functions.append(function)
    }

    var mayCall: Bool { calls < Self.callLimit && callTokens < Self.callTokenLimit && !isExhausted && !isDead }
}

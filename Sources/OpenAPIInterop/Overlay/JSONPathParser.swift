/// Reads queries by the grammar of RFC 9535, section 2, with the types of section 2.4.3.
struct JSONPathParser {
    private let text: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    /// Conditions lie in each other no deeper than this.
    private static let deepest = 32

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    /// The segments of the whole text.
    mutating func query() throws(JSONPathProblem) -> [JSONPath.Segment] {
        guard take("$") else { throw problem("a query begins with `$`") }
        let segments = try segments()
        guard position == text.count else { throw problem("nothing is understood from here on") }
        return segments
    }

    // MARK: Segments

    private mutating func segments() throws(JSONPathProblem) -> [JSONPath.Segment] {
        var segments: [JSONPath.Segment] = []
        while true {
            let start = position
            skipBlanks()
            if take("..") {
                segments.append(.init(isDescendant: true, selectors: try peek == "[" ? bracket() : [shorthand()]))
            } else if take(".") {
                segments.append(.init(isDescendant: false, selectors: [try shorthand()]))
            } else if peek == "[" {
                segments.append(.init(isDescendant: false, selectors: try bracket()))
            } else {
                position = start
                return segments
            }
        }
    }

    private mutating func shorthand() throws(JSONPathProblem) -> JSONPath.Selector {
        if take("*") { return .wildcard }
        let start = position
        while let scalar = peek, Self.isNameStart(scalar) || (position > start && Self.isDigit(scalar)) {
            position += 1
        }
        guard position > start else {
            throw problem("a name, `*` or `[` follows a dot; names with other characters are written `['name']`")
        }
        return .name(String(String.UnicodeScalarView(text[start..<position])))
    }

    private mutating func bracket() throws(JSONPathProblem) -> [JSONPath.Selector] {
        position += 1
        var selectors: [JSONPath.Selector] = []
        repeat {
            skipBlanks()
            selectors.append(try selector())
            skipBlanks()
        } while take(",")
        guard take("]") else { throw problem("`]` is missing") }
        return selectors
    }

    private mutating func selector() throws(JSONPathProblem) -> JSONPath.Selector {
        switch peek {
        case "'", "\"": return .name(try string())
        case "*":
            position += 1
            return .wildcard
        case "?":
            position += 1
            skipBlanks()
            return .filter(try condition())
        default: break
        }
        let start = try integer()
        let afterStart = position
        skipBlanks()
        guard take(":") else {
            position = afterStart
            guard let start else {
                throw problem("this is not a selector: a name in quotes, an index, `*` or `?` is expected here")
            }
            return .index(start)
        }
        skipBlanks()
        let end = try integer()
        skipBlanks()
        var step: Int?
        if take(":") {
            skipBlanks()
            step = try integer()
        }
        return .slice(start: start, end: end, step: step ?? 1)
    }

    /// A whole number that I-JSON has; `nil` where none stands here.
    private mutating func integer() throws(JSONPathProblem) -> Int? {
        let start = position
        let isNegative = take("-")
        let digits = position
        while let scalar = peek, Self.isDigit(scalar) { position += 1 }
        let number = String(String.UnicodeScalarView(text[digits..<position]))
        if number.isEmpty, !isNegative { return nil }
        guard let value = Int(number), value < 1 << 53, number == "0" || !number.hasPrefix("0"),
            !(isNegative && value == 0)
        else {
            position = start
            throw problem("this is not an index")
        }
        return isNegative ? -value : value
    }

    // MARK: Conditions

    private mutating func condition() throws(JSONPathProblem) -> JSONPath.Condition {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw problem("the condition lies too deep in others") }
        var parts = [try conjunction()]
        while takeOperator("||") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .or(parts)
    }

    private mutating func conjunction() throws(JSONPathProblem) -> JSONPath.Condition {
        var parts = [try basic()]
        while takeOperator("&&") { parts.append(try basic()) }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    /// An operator with the blanks around it.
    private mutating func takeOperator(_ name: String) -> Bool {
        let start = position
        skipBlanks()
        guard take(name) else {
            position = start
            return false
        }
        skipBlanks()
        return true
    }

    private mutating func basic() throws(JSONPathProblem) -> JSONPath.Condition {
        if peek == "!" {
            position += 1
            skipBlanks()
            if peek == "(" { return .not(try parenthesis()) }
            return .not(try test(try term()))
        }
        if peek == "(" { return try parenthesis() }
        let first = try term()
        let start = position
        skipBlanks()
        for comparison in JSONPath.Comparison.allCases where take(comparison.rawValue) {
            skipBlanks()
            let second = try term()
            return .comparison(try operand(first, at: start), comparison, try operand(second, at: position))
        }
        position = start
        return try test(first)
    }

    private mutating func parenthesis() throws(JSONPathProblem) -> JSONPath.Condition {
        position += 1
        skipBlanks()
        let inner = try condition()
        skipBlanks()
        guard take(")") else { throw problem("`)` is missing") }
        return inner
    }

    /// What may stand beside an operator or alone.
    private enum Term {
        case operand(JSONPath.Operand)
        case query(JSONPath.Query)
        case condition(JSONPath.Condition)
    }

    private func test(_ term: Term) throws(JSONPathProblem) -> JSONPath.Condition {
        switch term {
        case .query(let query): return .exists(query)
        case .condition(let condition): return condition
        case .operand: throw problem("a value alone is not a condition; compare it with another one")
        }
    }

    private func operand(_ term: Term, at position: Int) throws(JSONPathProblem) -> JSONPath.Operand {
        switch term {
        case .operand(let operand): return operand
        case .query(let query) where query.isSingular: return .query(query)
        case .query:
            throw JSONPathProblem(message: "a query that selects several nodes is not compared", offset: position)
        case .condition: throw JSONPathProblem(message: "a condition is not compared", offset: position)
        }
    }

    private mutating func term() throws(JSONPathProblem) -> Term {
        switch peek {
        case "@", "$":
            let isAbsolute = peek == "$"
            position += 1
            return .query(.init(isAbsolute: isAbsolute, segments: try segments()))
        case "'", "\"": return .operand(.literal(.text(try string())))
        case let scalar? where scalar == "-" || Self.isDigit(scalar): return .operand(.literal(.number(try number())))
        default: break
        }
        let start = position
        while let scalar = peek,
            ("a"..."z").contains(scalar) || position > start && (scalar == "_" || Self.isDigit(scalar))
        {
            position += 1
        }
        let name = String(String.UnicodeScalarView(text[start..<position]))
        switch name {
        case "true" where peek != "(": return .operand(.literal(.flag(true)))
        case "false" where peek != "(": return .operand(.literal(.flag(false)))
        case "null" where peek != "(": return .operand(.literal(.null))
        default: break
        }
        guard !name.isEmpty, take("(") else {
            position = start
            throw problem("a condition has queries that begin with `@` or `$`, values in quotes, and numbers")
        }
        return try function(name, at: start)
    }

    // MARK: Functions

    private mutating func function(_ name: String, at start: Int) throws(JSONPathProblem) -> Term {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw problem("the condition lies too deep in others") }
        var arguments: [Term] = []
        skipBlanks()
        if peek != ")" {
            repeat {
                skipBlanks()
                arguments.append(try argument())
                skipBlanks()
            } while take(",")
        }
        guard take(")") else { throw problem("`)` is missing") }
        switch (name, arguments.count) {
        case ("length", 1): return .operand(.length(try operand(arguments[0], at: start)))
        case ("count", 1): return .operand(.count(try nodes(arguments[0], at: start)))
        case ("value", 1): return .operand(.value(try nodes(arguments[0], at: start)))
        case ("match", 2), ("search", 2):
            return .condition(
                .matches(
                    try operand(arguments[0], at: start), pattern: try operand(arguments[1], at: start),
                    isWhole: name == "match"))
        default:
            throw JSONPathProblem(
                message: "there is no function `\(name)` of \(arguments.count) arguments; there are `length`, `count`, "
                    + "`value`, `match` and `search`", offset: start)
        }
    }

    /// An argument: a term, or a whole condition, which no function of RFC 9535 takes.
    private mutating func argument() throws(JSONPathProblem) -> Term {
        let start = position
        let first = try term()
        let end = position
        skipBlanks()
        if peek == "," || peek == ")" {
            position = end
            return first
        }
        position = start
        return .condition(try condition())
    }

    private func nodes(_ term: Term, at position: Int) throws(JSONPathProblem) -> JSONPath.Query {
        guard case .query(let query) = term else {
            throw JSONPathProblem(message: "the function takes a query", offset: position)
        }
        return query
    }

    // MARK: Literals

    private mutating func number() throws(JSONPathProblem) -> Double {
        let start = position
        _ = take("-")
        let digits = position
        while let scalar = peek, Self.isDigit(scalar) { position += 1 }
        let isWhole = position - digits == 1 || text[digits..<position].first != "0"
        guard position > digits, isWhole else { throw problem("this is not a number") }
        if peek == "." {
            position += 1
            let fraction = position
            while let scalar = peek, Self.isDigit(scalar) { position += 1 }
            guard position > fraction else { throw problem("this is not a number") }
        }
        if peek == "e" || peek == "E" {
            position += 1
            if peek == "-" || peek == "+" { position += 1 }
            let exponent = position
            while let scalar = peek, Self.isDigit(scalar) { position += 1 }
            guard position > exponent else { throw problem("this is not a number") }
        }
        guard let value = Double(String(String.UnicodeScalarView(text[start..<position]))) else {
            throw problem("this is not a number")
        }
        return value
    }

    private mutating func string() throws(JSONPathProblem) -> String {
        let quote = text[position]
        position += 1
        var result = String.UnicodeScalarView()
        while let scalar = peek {
            position += 1
            switch scalar {
            case quote: return String(result)
            case "\\": result.append(try escape(quote))
            case _ where scalar.value < 0x20: throw problem("a control character must be written as an escape")
            default: result.append(scalar)
            }
        }
        throw problem("the quote is not closed")
    }

    private mutating func escape(_ quote: Unicode.Scalar) throws(JSONPathProblem) -> Unicode.Scalar {
        guard let scalar = peek else { throw problem("the quote is not closed") }
        position += 1
        switch scalar {
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "/", "\\", quote: return scalar
        case "u":
            let first = try hexadecimal()
            if let scalar = Unicode.Scalar(first) { return scalar }
            if (0xD800...0xDBFF).contains(first), take("\\u") {
                let second = try hexadecimal()
                if (0xDC00...0xDFFF).contains(second),
                    let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
                {
                    return scalar
                }
            }
            throw problem("half of a pair of surrogates is not a character")
        default: throw problem("there is no escape `\\\(scalar)`")
        }
    }

    private mutating func hexadecimal() throws(JSONPathProblem) -> UInt32 {
        let digits = text[position..<min(position + 4, text.count)]
        guard digits.count == 4, digits.allSatisfy({ $0.properties.isASCIIHexDigit }),
            let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
        else { throw problem("four hexadecimal digits follow `\\u`") }
        position += 4
        return value
    }

    // MARK: Characters

    private var peek: Unicode.Scalar? { position < text.count ? text[position] : nil }

    private mutating func take(_ expected: String) -> Bool {
        let scalars = Array(expected.unicodeScalars)
        guard text.count - position >= scalars.count, text[position..<position + scalars.count].elementsEqual(scalars)
        else {
            return false
        }
        position += scalars.count
        return true
    }

    private mutating func skipBlanks() {
        while let scalar = peek, [" ", "\t", "\n", "\r"].contains(scalar) { position += 1 }
    }

    private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_" || scalar.value >= 0x80
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private func problem(_ message: String) -> JSONPathProblem { JSONPathProblem(message: message, offset: position) }
}

import APISpec

/// Reads the guides' notation of types: `array[string]`, `any of [enum (A, B), null]`, `string (date-time)`, a name.
struct TypeNotation {
    /// What is wrong with a notation.
    enum Problem: Error, Hashable {
        /// A name that no chapter explains.
        case unknownName(String)
        /// Text that is not a notation; says what was expected.
        case malformed(String)
    }

    /// How deep types may be nested.
    static let greatestDepth = 16

    /// Reads `text`. Parts that cannot be read become ``Schema/Kind/unknown`` and are named in `problems`.
    static func read(_ text: String, isKnown: (String) -> Bool) -> (schema: Schema, problems: [Problem]) {
        var reader = TypeNotation(text)
        let schema: Schema
        do throws(Problem) {
            schema = try reader.type(depth: 0, isKnown: isKnown)
            reader.skipBlanks()
            if reader.index < reader.characters.count { throw .malformed("`\(reader.rest)` is left over") }
        } catch {
            return (Schema(.unknown), reader.problems + [error])
        }
        return (schema, reader.problems)
    }

    private let characters: [Character]
    private var index = 0
    private var problems: [Problem] = []

    private init(_ text: String) { characters = Array(text) }

    private mutating func type(depth: Int, isKnown: (String) -> Bool) throws(Problem) -> Schema {
        guard depth <= Self.greatestDepth else { throw .malformed("it is nested too deep") }
        let name = word()
        if name.isEmpty {
            throw index < characters.count
                ? .malformed("a type is missing before `\(rest)`") : .malformed("a type is missing at the end")
        }
        if GuideDialect.scp.notation.unions.contains(name.lowercased()), peek() == "[" {
            return try union(depth: depth + 1, isKnown: isKnown)
        }
        switch name {
        case GuideDialect.scp.notation.array:
            try expect("[")
            let element = try type(depth: depth + 1, isKnown: isKnown)
            try expect("]")
            return Schema(.array(element))
        case GuideDialect.scp.notation.enumeration:
            return Schema(.enumeration(try values()))
        case "string": return Schema(.string(format: try format()))
        case "integer": return Schema(.integer(format: try format()))
        case "number": return Schema(.number(format: try format()))
        case "boolean": return Schema(.boolean)
        case "object": return Schema(.object)
        case GuideDialect.scp.notation.null: return Schema(.unknown, isNullable: true)
        default:
            if isKnown(name) { return Schema(.reference(name)) }
            problems.append(.unknownName(name))
            return Schema(.unknown)
        }
    }

    private mutating func union(depth: Int, isKnown: (String) -> Bool) throws(Problem) -> Schema {
        try expect("[")
        var members: [Schema] = []
        var seen: Set<Schema> = []
        var isNullable = false
        while true {
            skipBlanks()
            if startsNull() {
                isNullable = true
            } else {
                let member = try type(depth: depth, isKnown: isKnown)
                isNullable = isNullable || member.isNullable
                var parts = [member]
                if case .union(let inner) = member.kind { parts = inner }
                for var part in parts {
                    part.isNullable = false
                    if seen.insert(part).inserted { members.append(part) }
                }
            }
            skipBlanks()
            guard peek() == "," else { break }
            index += 1
        }
        try expect("]")
        if members.isEmpty { throw .malformed("there is no type beside `\(GuideDialect.scp.notation.null)`") }
        if members.count == 1 {
            members[0].isNullable = isNullable
            return members[0]
        }
        return Schema(.union(members), isNullable: isNullable)
    }

    /// Passes `null` where it is a member of its own.
    private mutating func startsNull() -> Bool {
        let start = index
        if word() == GuideDialect.scp.notation.null { return true }
        index = start
        return false
    }

    private mutating func values() throws(Problem) -> [String] {
        try expect("(")
        var values: [String] = []
        var seen: Set<String> = []
        var value = ""
        var depth = 1
        while index < characters.count {
            let character = characters[index]
            index += 1
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth == 0 || (character == "," && depth == 1) {
                let name = trimmed(value)
                if name.isEmpty { throw .malformed("a value of the enumeration is empty") }
                if !NameGrammar.isEnumerationValue(name) {
                    problems.append(.malformed("`\(name)` can be no value of an enumeration"))
                }
                if seen.insert(name).inserted {
                    values.append(name)
                } else {
                    problems.append(.malformed("the enumeration names `\(name)` twice"))
                }
                value = ""
                if depth == 0 { return values }
            } else {
                value.append(character)
            }
        }
        throw .malformed("`)` is missing at the end")
    }

    private mutating func format() throws(Problem) -> String? {
        guard peek() == "(" else { return nil }
        index += 1
        let start = index
        while index < characters.count, characters[index] != ")" { index += 1 }
        let name = trimmed(String(characters[start..<index]))
        try expect(")")
        if name.isEmpty { throw .malformed("the format in `()` is missing") }
        return name
    }

    /// The words up to the next bracket or comma; passes the blanks behind them.
    private mutating func word() -> String {
        skipBlanks()
        let start = index
        while index < characters.count, !isDelimiter(characters[index]) { index += 1 }
        return normalizedSpaces(characters[start..<index])
    }

    private func normalizedSpaces(_ characters: ArraySlice<Character>) -> String {
        var name = ""
        var isAfterBlank = false
        for character in characters {
            if !character.isBlank {
                if isAfterBlank, !name.isEmpty { name += " " }
                name.append(character)
            }
            isAfterBlank = character.isBlank
        }
        return name
    }

    private func isDelimiter(_ character: Character) -> Bool {
        switch character {
        case "[", "]", "(", ")", ",": true
        default: false
        }
    }

    private mutating func expect(_ character: Character) throws(Problem) {
        skipBlanks()
        guard peek() == character else {
            throw index < characters.count
                ? .malformed("`\(character)` is missing before `\(rest)`")
                : .malformed("`\(character)` is missing at the end")
        }
        index += 1
    }

    private func peek() -> Character? { index < characters.count ? characters[index] : nil }

    private var rest: String { String(characters[index...]) }

    private mutating func skipBlanks() {
        while let character = peek(), character.isBlank { index += 1 }
    }
}

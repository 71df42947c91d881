extension JSONParser {
    /// Takes a string, and fails where it is none.
    @inlinable
    @inline(__always)
    mutating func string(_ quote: UInt8) -> JSONToken? {
        var position = position + 1
        let start = position
        var isEscaped = false
        while position < end {
            let byte = bytes[position]
            if byte == quote {
                self.position = position + 1
                return JSONToken(kind: .string, start: start, length: position - start, isEscaped: isEscaped)
            }
            if byte < 0x20 { return failInString(.controlCharacter, at: position, stop: position) }
            position += 1
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                guard position < end else { return failInString(.endedEscape, at: position - 1, stop: position) }
                switch bytes[position] {
                case UInt8(ascii: "u"):
                    let escape = position - 1
                    for offset in 1...4 where position + offset >= end || !Hexadecimal.isDigit(bytes[position + offset])
                    {
                        return failInString(.unknownEscape, at: escape, stop: position + offset)
                    }
                    position += 5
                case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
                    UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
                    position += 1
                case UInt8(ascii: "'") where dialect == .literal: position += 1
                default: return failInString(.unknownEscape, at: position - 1, stop: position)
                }
            }
        }
        return failInString(.endedString, at: start - 1, stop: end)
    }

    /// Takes a string between apostrophes; apart, so that the code for JSON's own strings stays small.
    @inline(never)
    @inlinable
    mutating func apostrophed() -> JSONToken? { string(UInt8(ascii: "'")) }

    /// Takes a number; `nil` where there is none, with an error where it begins as one.
    @inlinable
    mutating func number() -> JSONToken? {
        let start = position
        var kind = JSONToken.Kind.integer
        let isNegative = take(UInt8(ascii: "-"))
        if take(UInt8(ascii: "0")) {
            // No number has zeros in front of it.
            if position < end, bytes[position] >= 0x30, bytes[position] <= 0x39 { return failInNumber(start) }
        } else if !digits() {
            return isNegative ? failInNumber(start) : nil
        }
        if take(UInt8(ascii: ".")) {
            kind = .number
            guard digits() else { return failInNumber(start) }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            kind = .number
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard digits() else { return failInNumber(start) }
        }
        return JSONToken(kind: kind, start: start, length: position - start)
    }

    @inlinable
    mutating func digits() -> Bool {
        let start = position
        while position < end, bytes[position] >= 0x30, bytes[position] <= 0x39 { position += 1 }
        return position > start
    }

    @inlinable
    mutating func word(_ word: StaticString) -> Bool {
        for offset in 0..<word.utf8CodeUnitCount {
            guard position + offset < end, bytes[position + offset] == word.utf8Start[offset] else {
                return fail(.value, at: position, stop: position + offset)
            }
        }
        position += word.utf8CodeUnitCount
        return true
    }

    /// Takes what only Python spells so, and fails where that is nothing.
    @inline(never)
    @inlinable
    mutating func literal(in level: Handler.Level, ordinal: UInt32) -> Bool {
        guard error == nil else { return false }
        guard dialect == .literal else { return fail(.value, at: position) }
        let start = position
        let kind: JSONToken.Kind
        switch bytes[position] {
        case UInt8(ascii: "'"):
            guard let token = apostrophed() else { return false }
            return handler.scalar(token, in: level, ordinal: ordinal)
        case UInt8(ascii: "T"):
            guard word("True") else { return false }
            kind = .true
        case UInt8(ascii: "F"):
            guard word("False") else { return false }
            kind = .false
        case UInt8(ascii: "N"):
            guard word("None") else { return false }
            kind = .null
        default: return fail(.value, at: position)
        }
        return handler.scalar(
            JSONToken(kind: kind, start: start, length: position - start), in: level, ordinal: ordinal)
    }

    @inlinable
    mutating func take(_ byte: UInt8) -> Bool {
        guard position < end, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    @inlinable
    mutating func skipBlanks() {
        while position < end {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }
}

extension JSONParser {
    /// Notes what is wrong, where to point at, and where reading stopped.
    @inline(never)
    @inlinable
    mutating func fail(_ problem: JSONSyntaxError.Problem, at offset: Int, stop: Int? = nil) -> Bool {
        error = JSONSyntaxError(problem, offset: offset, stop: stop ?? offset)
        return false
    }

    @inline(never)
    @inlinable
    mutating func failInString(
        _ problem: JSONSyntaxError.Problem, at offset: Int, stop: Int
    ) -> JSONToken? {
        _ = fail(problem, at: offset, stop: stop)
        return nil
    }

    @inline(never)
    @inlinable
    mutating func failInNumber(_ start: Int) -> JSONToken? {
        _ = fail(.number, at: start, stop: position)
        return nil
    }

    @inline(never)
    @inlinable
    mutating func failAtEnd(_ isObject: Bool, _ count: UInt32) -> Bool {
        guard count == 0 else { return fail(.missingComma(isObject: isObject), at: position) }
        return fail(isObject ? .missingName : .missingValue, at: position)
    }
}

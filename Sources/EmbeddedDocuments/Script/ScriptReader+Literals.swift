/// Operands: literals, names, brackets, functions.
extension ScriptReader {
    /// An operand with what an assignment to it would change, and with its path where it is a chain of names.
    struct Operand {
        var value: ScriptValue
        var target: Target?
        var path: String?
    }

    /// What can be assigned to.
    enum Target {
        case variable(String)
        case member(ScriptValue, ScriptValue)
    }

    func primary() -> Operand {
        let place = place
        switch token.kind {
        case .end: return Operand(value: unknown(at: place))
        case .number:
            let number = ScriptText.number(lexer.bytes[token.range])
            advance()
            return Operand(value: ScriptValue(number.map { .number($0) } ?? .unknown, at: place))
        case .text: return Operand(value: text())
        case .template: return Operand(value: template())
        case .pattern:
            advance()
            return Operand(value: unknown(at: place))
        case .word: return name()
        case .mark:
            if isNext("{") { return Operand(value: deeper { object() }) }
            if isNext("[") { return Operand(value: deeper { list() }) }
            if isNext("(") {
                advance()
                if let operand = withoutOwner() { return operand }
                let value = deeper { sequence() }
                _ = take(")")
                return Operand(value: value)
            }
            // What may not stand here is passed over, but for the brackets that end what it stands in.
            if ![")", "]", "}", ",", ";", ":"].contains(where: { isNext($0) }) { advance() }
            return Operand(value: unknown(at: place))
        }
    }

    /// `library.call` of `(0, library.call)(…)`, as bundlers write a call that is not one of a member; the bracket is
    /// open. `nil` for anything else.
    private func withoutOwner() -> Operand? {
        guard token.kind == .number, word == "0" else { return nil }
        let saved = state
        advance()
        guard take(","), token.kind == .word else {
            state = saved
            return nil
        }
        let place = place
        var names = [word]
        advance()
        while take("."), token.kind == .word {
            names.append(word)
            advance()
        }
        guard take(")") else {
            state = saved
            return nil
        }
        let value = names.dropFirst().reduce(variable(names[0], at: place)) { member($0, $1, at: place) }
        return Operand(value: value, path: names.joined(separator: "."))
    }

    /// Expressions divided by commas; the last one counts.
    func sequence() -> ScriptValue {
        var value = assignment()
        while take(",") { value = assignment() }
        return value
    }

    private func text() -> ScriptValue {
        let place = place
        defer { advance() }
        guard !token.isCutOff else {
            noteCutOff(at: place)
            return unknown(at: place)
        }
        let inner = lexer.bytes[token.range.lowerBound + 1..<token.range.upperBound - 1]
        return ScriptValue(ScriptText.decode(inner).map { .text($0) } ?? .unknown, at: place)
    }

    /// A template; what is substituted in it has to be known.
    private func template() -> ScriptValue {
        let place = place
        let range = token.range
        let isCutOff = token.isCutOff
        advance()
        guard !isCutOff else {
            noteCutOff(at: place)
            return unknown(at: place)
        }
        var result = ""
        var start = range.lowerBound + 1
        var index = start
        let end = range.upperBound - 1
        func piece(_ end: Int) -> String? {
            // Line ends are part of a template, as LF.
            let raw = String(decoding: lexer.bytes[start..<end], as: UTF8.self).replacing("\r\n", with: "\n")
            return ScriptText.decode(Array(raw.utf8)[...])
        }
        while index < end {
            if lexer.bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            guard lexer.bytes[index] == UInt8(ascii: "$"), lexer.bytes[index + 1] == UInt8(ascii: "{") else {
                index += 1
                continue
            }
            guard let before = piece(index) else { return unknown(at: place) }
            let saved = state
            let savedLexer = lexer
            lexer = ScriptLexer(savedLexer.bytes, index + 2..<end)
            token = lexer.next(isOperand: true)
            let value = deeper { sequence() }
            let after = isNext("}") ? token.range.upperBound : end
            state = saved
            guard case .text(let inserted)? = Self.plainText(value)?.kind else { return unknown(at: place) }
            result += before + inserted
            start = after
            index = after
        }
        guard let last = piece(end) else { return unknown(at: place) }
        return ScriptValue(.text(result + last), at: place)
    }

    private func list() -> ScriptValue {
        let place = place
        advance()
        let list = ScriptList()
        while token.kind != .end, !isNext("]") {
            if isNext(",") {
                list.items.append(ScriptValue(.undefined, at: self.place))
            } else if take("...") {
                let value = assignment()
                if case .list(let other) = value.kind {
                    list.items += other.items
                    list.unknownPart = list.unknownPart ?? other.unknownPart
                } else {
                    list.unknownPart = list.unknownPart ?? value.place
                }
            } else {
                list.items.append(assignment())
            }
            if !take(","), !isNext("]") {
                // Something that is not a list after all, or a script that is cut off.
                guard token.kind != .end else { break }
                list.unknownPart = list.unknownPart ?? self.place
                skipToBracketEnd()
                // The bracket of something around it: the list has no end, and nothing in it would come after this one.
                if isNext("}") { break }
            }
        }
        if !take("]") {
            list.unknownPart = list.unknownPart ?? place
            if token.kind == .end { noteCutOff(at: place) }
        }
        return ScriptValue(.list(list), at: place)
    }

    private func object() -> ScriptValue {
        let place = place
        advance()
        let object = ScriptObject()
        while token.kind != .end, !isNext("}") {
            readMember(of: object)
            if !take(","), !isNext("}"), token.kind != .end {
                object.unknownPart = object.unknownPart ?? self.place
                skipToBracketEnd()
            }
        }
        if !take("}") {
            object.unknownPart = object.unknownPart ?? place
            noteCutOff(at: place)
        }
        let value = ScriptValue(.object(object), at: place)
        if DocumentShape.isDocument(object) { noteDocument(value) }
        return value
    }

    private func readMember(of object: ScriptObject) {
        let place = place
        if take("...") {
            let value = assignment()
            merge(value, into: object)
            return
        }
        var isFunction = take("*")
        if ["get", "set", "async"].contains(where: { isNext($0) }) {
            let saved = state
            let name = word
            advance()
            if isNext(",") || isNext(":") || isNext("(") || isNext("}") {
                state = saved
            } else {
                isFunction = take("*") || name == "async" || isFunction
                if name != "async" { object.unknownPart = object.unknownPart ?? place }
            }
        }
        let isName = token.kind == .word
        guard let key = memberKey() else {
            object.unknownPart = object.unknownPart ?? place
            if isNext("(") { _ = function(named: nil, at: place) } else if take(":") { _ = assignment() }
            return
        }
        if isNext("(") {
            object[key] = function(named: key, at: place)
        } else if take(":") {
            object[key] = assignment()
        } else if isName, !isFunction {
            object[key] = variable(key, at: place)
            if take("=") { _ = assignment() }
        } else {
            object.unknownPart = object.unknownPart ?? place
        }
    }

    /// The key of a member; `nil` for one that has to be computed.
    private func memberKey() -> String? {
        switch token.kind {
        case .word:
            defer { advance() }
            return ScriptText.decode(lexer.bytes[token.range])
        case .text:
            if case .text(let key) = text().kind { return key }
            return nil
        case .number:
            defer { advance() }
            return ScriptText.number(lexer.bytes[token.range])
        case .mark where isNext("["):
            advance()
            let value = deeper { assignment() }
            _ = take("]")
            if case .text(let key)? = Self.plainText(value)?.kind { return key }
            return nil
        default:
            advance()
            return nil
        }
    }

    /// Moves to the next comma or to the end of the bracket that is open.
    func skipToBracketEnd() {
        while token.kind != .end, !isNext(","), !isNext("}"), !isNext("]"), !isNext(")") {
            if isNext("(") || isNext("[") || isNext("{") { _ = skipBrackets() } else { advance() }
        }
        if isNext(")") { advance() }
    }

    /// A value as the text that it becomes when it is joined to one; `nil` where it is not known.
    static func plainText(_ value: ScriptValue) -> ScriptValue? {
        switch value.kind {
        case .text: value
        case .object(let object): object.currentAddress.map { ScriptValue(.text($0), at: value.place) }
        case .number(let number): ScriptValue(.text(number), at: value.place)
        case .flag(let flag): ScriptValue(.text(flag ? "true" : "false"), at: value.place)
        default: nil
        }
    }
}

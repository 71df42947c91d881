/// Names, functions and calls of those that stand in the scripts.
extension ScriptReader {
    /// A name, or one of the words that begin an operand.
    func name() -> Operand {
        let place = place
        switch word {
        case "function", "async":
            let isAsync = isNext("async")
            if isAsync {
                let saved = state
                advance()
                guard isNext("function") else {
                    // `async x => …` and `async (x) => …` are read as arrows; anything else is a name.
                    if let function = arrow() { return Operand(value: function) }
                    state = saved
                    advance()
                    return Operand(value: variable("async", at: place), target: .variable("async"), path: "async")
                }
            }
            advance()
            _ = take("*")
            var name: String?
            if token.kind == .word {
                name = word
                advance()
            }
            let function = function(named: name, at: place)
            if let name, !isDead { scope.variables[name] = function }
            return Operand(value: function)
        case "class":
            return Operand(value: type(at: place))
        case "true", "false":
            let value = ScriptValue(.flag(isNext("true")), at: place)
            advance()
            return Operand(value: value)
        case "null":
            advance()
            return Operand(value: ScriptValue(.null, at: place))
        case "undefined":
            advance()
            return Operand(value: ScriptValue(.undefined, at: place))
        case let name:
            advance()
            return Operand(value: variable(name, at: place), target: .variable(name), path: name)
        }
    }

    /// The value of a variable, at the place where it is used if it has none of its own.
    func variable(_ name: String, at place: ScriptPlace) -> ScriptValue {
        if let value = scope.find(name) { return value }
        switch name {
        case "window", "globalThis", "self", "top", "parent": return ScriptValue(.browser("window"), at: place)
        case "document", "location": return ScriptValue(.browser(name), at: place)
        default: return unknown(at: place)
        }
    }

    /// A function whose parameters come next, and then its body.
    func function(named name: String?, at place: ScriptPlace) -> ScriptValue {
        guard isNext("(") else { return unknown(at: place) }
        let parameters = skipBrackets()
        guard isNext("{") else { return unknown(at: place) }
        return made(name, parameters, skipBrackets(), isExpression: false, at: place)
    }

    /// An arrow function if one comes next: `x => …`, `(x, y) => …`.
    func arrow() -> ScriptValue? {
        let place = place
        guard token.kind == .word || isNext("("), mayBeArrow else { return nil }
        let saved = state
        let parameters: Range<Int>
        if token.kind == .word {
            parameters = token.range
            advance()
        } else {
            parameters = skipBrackets()
        }
        guard take("=>") else {
            state = saved
            return nil
        }
        if isNext("{") { return made(nil, parameters, skipBrackets(), isExpression: false, at: place) }
        let start = token.range.lowerBound
        skipExpression()
        return made(nil, parameters, start..<max(start, token.range.lowerBound), isExpression: true, at: place)
    }

    func made(
        _ name: String?, _ parameters: Range<Int>, _ body: Range<Int>, isExpression: Bool, at place: ScriptPlace
    ) -> ScriptValue {
        // Ranges mean nothing outside the text that is being read.
        guard outerPlace == nil else { return unknown(at: place) }
        let function = ScriptFunction(
            name: name, parameters: parameters, body: body, isExpression: isExpression, scope: scope, source: source,
            bytes: lexer.bytes)
        noteFunction(function)
        return ScriptValue(.function(function), at: place)
    }

    /// Whether what comes next has the beginning of an arrow function; looked up without reading tokens.
    private var mayBeArrow: Bool {
        var index = token.range.upperBound
        func skipSpace() { while index < lexer.end, lexer.bytes[index].isSpace { index += 1 } }
        func isArrow() -> Bool { index + 1 < lexer.end && lexer.bytes[index] == 0x3D && lexer.bytes[index + 1] == 0x3E }
        skipSpace()
        if token.kind == .word { return isArrow() }
        guard index < lexer.end else { return false }
        switch lexer.bytes[index] {
        case UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "."): return true
        case let byte where byte.isWordStart:
            while index < lexer.end, lexer.bytes[index].isWordStart || lexer.bytes[index].isDigit { index += 1 }
            skipSpace()
            guard index < lexer.end else { return false }
            return [UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "=")].contains(lexer.bytes[index])
        default: return false
        }
    }

    /// Moves behind an expression whose value is not looked at now.
    func skipExpression() {
        var isFirst = true
        var endsOperand = false
        while token.kind != .end {
            if [",", ")", "]", "}", ";"].contains(where: { isNext($0) }) { return }
            // A line that begins with an operand begins a statement.
            if !isFirst, token.isAfterLineEnd, token.kind != .mark, endsOperand { return }
            isFirst = false
            if isNext("(") || isNext("[") || isNext("{") {
                _ = skipBrackets()
                endsOperand = true
            } else {
                endsOperand = token.kind != .mark
                advance()
            }
        }
    }

    /// Reads what a function says when it is called with these values, on the object `owner`.
    func call(_ function: ScriptFunction, _ arguments: [ScriptValue], on owner: ScriptValue? = nil) -> ScriptValue {
        let here = place
        guard mayCall, function.walks < 3 else { return unknown(at: here) }
        function.wasCalled = true
        function.walks += 1
        let saved = state
        let savedResults = results
        let wasDoubtful = isDoubtful
        calls += 1
        defer {
            calls -= 1
            state = saved
            results = savedResults
            isDoubtful = wasDoubtful
        }
        source = function.source
        scope = ScriptScope(in: function.scope)
        if let owner { scope.variables["this"] = owner }
        results = []
        start(function.bytes, function.parameters)
        bindParameters(arguments, at: here)
        start(function.bytes, function.body)
        if function.isExpression { return deeper { assignment() } }
        _ = deeper {
            readStatements()
            return unknown(at: here)
        }
        if results.count > 1 { return alternatives(results, at: results[0].place) }
        return results.first ?? ScriptValue(.undefined, at: here)
    }

    private func bindParameters(_ arguments: [ScriptValue], at place: ScriptPlace) {
        var index = 0
        while token.kind != .end {
            if take("...") {
                bind(ScriptValue(.list(ScriptList(Array(arguments.dropFirst(index)))), at: place))
            } else {
                bind(index < arguments.count ? arguments[index] : unknown(at: place))
            }
            index += 1
            if !take(",") { advance() }
        }
    }

    /// Gives a value to the name, or to the names of the pattern, that comes next; a default counts where there is none.
    func bind(_ value: ScriptValue) {
        var value = value
        func withDefault() {
            guard take("=") else { return }
            let other = assignment()
            switch value.kind {
            case .undefined: value = other
            case .unknown: value = alternatives([other, value], at: other.place)
            default: break
            }
        }
        if token.kind == .word {
            let name = word
            advance()
            withDefault()
            if !isDead { scope.variables[name] = value }
        } else if isNext("{") || isNext("[") {
            let pattern = state
            _ = skipBrackets()
            withDefault()
            let after = state
            state = pattern
            let isObject = isNext("{")
            advance()
            _ = deeper {
                if isObject { bindMembers(of: value) } else { bindItems(of: value) }
                return value
            }
            state = after
        } else {
            advance()
        }
    }

    private func bindMembers(of value: ScriptValue) {
        while token.kind != .end, !isNext("}") {
            if take("...") {
                bind(value)
            } else if token.kind == .word || token.kind == .text {
                let key = token.kind == .word ? word : String(word.dropFirst().dropLast())
                let name = state
                advance()
                if !take(":") { state = name }
                bind(member(value, key, at: value.place))
            } else {
                advance()
            }
            _ = take(",")
        }
    }

    private func bindItems(of value: ScriptValue) {
        var index = 0
        while token.kind != .end, !isNext("]") {
            if take(",") {
                index += 1
                continue
            }
            bind(item(value, index))
            if !take(","), !isNext("]") { advance() }
            index += 1
        }
    }

    private func item(_ value: ScriptValue, _ index: Int) -> ScriptValue {
        switch value.kind {
        case .list(let list) where index < list.items.count: list.items[index]
        case .each(.pair, let object):
            ScriptValue(.each(index == 0 ? .key : .value, object), at: value.place)
        default: unknown(at: value.place)
        }
    }
}

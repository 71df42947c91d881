/// Classes, and the objects that `new` makes of them.
extension ScriptReader {
    /// A class; its word comes next.
    func type(at place: ScriptPlace) -> ScriptValue {
        advance()
        var name: String?
        if token.kind == .word, !isNext("extends") {
            name = word
            advance()
        }
        while token.kind != .end, !isNext("{") {
            if isNext("(") || isNext("[") { _ = skipBrackets() } else { advance() }
        }
        // Ranges mean nothing outside the text that is being read.
        guard outerPlace == nil, isNext("{") else {
            _ = skipBrackets()
            return unknown(at: place)
        }
        let type = ScriptClass()
        let value = ScriptValue(.type(type), at: place)
        if let name, !isDead { scope.variables[name] = value }
        advance()
        while token.kind != .end, !isNext("}") {
            let before = lexer.index
            readMember(of: type)
            if lexer.index == before, token.kind != .end, !isNext("}") { advance() }
        }
        _ = take("}")
        return value
    }

    private func readMember(of type: ScriptClass) {
        if take(";") || take("*") { return }
        var isStatic = false
        // `static`, `async`, `get` and `set` are names, too, where nothing follows that they could stand before.
        while ["static", "async", "get", "set"].contains(where: { isNext($0) }) {
            let saved = state
            let isShared = isNext("static")
            advance()
            if isNext("(") || isNext("=") || isNext(";") || isNext("}") {
                state = saved
                break
            }
            _ = take("*")
            isStatic = isStatic || isShared
        }
        let place = place
        if isStatic, isNext("{") {
            _ = skipBrackets()
            return
        }
        guard let name = className() else { return }
        if isNext("(") {
            let function = function(named: name, at: place)
            guard !isStatic else { return }
            if name == "constructor", case .function(let body) = function.kind {
                type.constructor = body
                // It is read with the objects that are made; what no object is made of says nothing.
                body.wasCalled = true
            } else {
                type.methods.append((name, function))
            }
        } else if take("=") {
            let start = token.range.lowerBound
            skipExpression()
            guard !isStatic else { return }
            let body = start..<max(start, token.range.lowerBound)
            type.fields.append(
                (
                    name,
                    ScriptFunction(
                        name: nil, parameters: start..<start, body: body, isExpression: true, scope: scope,
                        source: source, bytes: lexer.bytes)
                ))
        }
    }

    /// The name of a member, which comes next; `nil` for one that has to be computed.
    private func className() -> String? {
        if isNext("[") {
            _ = skipBrackets()
            if isNext("(") { _ = function(named: nil, at: place) }
            return nil
        }
        defer { advance() }
        switch token.kind {
        case .word: return word
        case .text: return String(word.dropFirst().dropLast())
        case .number: return ScriptText.number(lexer.bytes[token.range])
        default: return nil
        }
    }

    /// An object of a class: with its functions, and with what its fields and its constructor say.
    func object(of type: ScriptClass, _ arguments: [ScriptValue], at place: ScriptPlace) -> ScriptValue {
        let object = ScriptObject()
        let value = ScriptValue(.object(object), at: place)
        for (name, function) in type.methods { object[name] = function }
        for (name, field) in type.fields { object[name] = call(field, [], on: value) }
        if let constructor = type.constructor { _ = call(constructor, arguments, on: value) }
        return value
    }
}

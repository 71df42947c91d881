/// Statements, read one after the other; what is not a statement is passed over.
extension ScriptReader {
    /// Reads to the end of the source.
    func readStatements() {
        while token.kind != .end {
            let before = lexer.index
            statement()
            // Whatever the script holds, there is progress.
            if lexer.index == before, token.kind != .end { advance() }
        }
    }

    private func statement() {
        let place = place
        _ = deeper {
            readStatement()
            return unknown(at: place)
        }
    }

    private func readStatement() {
        if isNext("{") { return block() }
        if take(";") { return }
        guard token.kind == .word else { return expression() }
        switch word {
        case "var", "let", "const":
            advance()
            declarations()
        case "if": conditional()
        case "for": loop()
        case "while", "with":
            advance()
            if isNext("(") { _ = skipBrackets() }
            doubtful { statement() }
        case "do", "try", "finally", "else":
            advance()
            statement()
        case "catch":
            advance()
            if isNext("(") { _ = skipBrackets() }
            doubtful { statement() }
        case "switch":
            advance()
            if isNext("(") { _ = skipBrackets() }
            doubtful { statement() }
        case "case", "default":
            advance()
            if !isNext(":") { _ = deeper { sequence() } }
            _ = take(":")
        case "return":
            advance()
            let isEmpty = token.isAfterLineEnd || isNext(";") || isNext("}")
            let value = isEmpty ? ScriptValue(.undefined, at: place) : sequence()
            if !isDead { results.append(value) }
        case "break", "continue", "debugger":
            advance()
        case "throw", "export":
            advance()
        case "import": importing()
        default: expression()
        }
    }

    private func expression() {
        _ = sequence()
        _ = take(";")
    }

    private func block() {
        advance()
        while token.kind != .end, !isNext("}") {
            let before = lexer.index
            statement()
            if lexer.index == before, token.kind != .end, !isNext("}") { advance() }
        }
        _ = take("}")
    }

    private func doubtful(_ body: () -> Void) {
        let was = isDoubtful
        isDoubtful = true
        defer { isDoubtful = was }
        body()
    }

    private func conditional() {
        advance()
        guard take("(") else { return }
        let truth = Self.truth(sequence())
        _ = take(")")
        let wasDead = isDead
        let wasDoubtful = isDoubtful
        defer {
            isDead = wasDead
            isDoubtful = wasDoubtful
        }
        isDoubtful = wasDoubtful || truth == nil
        isDead = wasDead || truth == false
        statement()
        guard isNext("else") else { return }
        advance()
        isDead = wasDead || truth == true
        statement()
    }

    private func declarations() {
        repeat {
            let pattern = state
            if isNext("{") || isNext("[") {
                _ = skipBrackets()
            } else {
                advance()
            }
            let hasValue = take("=")
            // What is declared without a value keeps the one it has: scripts are read once, and loops say it again.
            let value = hasValue ? assignment() : nil
            let after = state
            if let value {
                lexer = pattern.lexer
                token = pattern.token
                bindNames(value)
                lexer = after.lexer
                token = after.token
            }
        } while take(",")
        _ = take(";")
    }

    /// Binds a declaration: without what a parameter has, a default.
    private func bindNames(_ value: ScriptValue) {
        if token.kind == .word {
            if !isDead { scope.variables[word] = value }
        } else {
            bind(value)
        }
    }

    private func loop() {
        advance()
        _ = take("await")
        guard take("(") else { return }
        if isNext("var") || isNext("let") || isNext("const") { advance() }
        let pattern = state
        if isNext("{") || isNext("[") { _ = skipBrackets() } else if !isNext(";") { advance() }
        let isIn = isNext("in")
        guard isIn || isNext("of") else {
            state = pattern
            skipRest()
            return doubtful { statement() }
        }
        advance()
        let value = sequence()
        _ = take(")")
        let after = state
        state = pattern
        bind(element(of: value, isKey: isIn))
        state = after
        // A loop over all members of an object is a merge, and happens.
        if case .object = value.kind { return statement() }
        if case .each = value.kind { return statement() }
        doubtful { statement() }
    }

    private func skipRest() {
        while token.kind != .end, !isNext(")") {
            if isNext("(") || isNext("[") || isNext("{") { _ = skipBrackets() } else { advance() }
        }
        _ = take(")")
    }

    private func element(of value: ScriptValue, isKey: Bool) -> ScriptValue {
        switch value.kind {
        case .object(let object) where isKey: ScriptValue(.each(.key, object), at: value.place)
        case .each(.keys, let object): ScriptValue(.each(.key, object), at: value.place)
        case .each(.values, let object): ScriptValue(.each(.value, object), at: value.place)
        case .each(.pairs, let object): ScriptValue(.each(.pair, object), at: value.place)
        default: unknown(at: value.place)
        }
    }

    /// `import name from "./api.json"` is as good as fetching it; other modules are not looked at.
    private func importing() {
        let place = place
        advance()
        guard !isNext("("), !isNext(".") else { return expression() }
        let name = token.kind == .word ? word : nil
        while token.kind != .end, token.kind != .text, !isNext(";") {
            if isNext("{") { _ = skipBrackets() } else { advance() }
        }
        guard token.kind == .text else { return }
        let value = primary().value
        if let name, case .text(let path) = value.kind, path.hasSuffix(".json") {
            scope.variables[name] = ScriptValue(.fetched(FetchedValue(value)), at: place)
        }
        _ = take(";")
    }
}

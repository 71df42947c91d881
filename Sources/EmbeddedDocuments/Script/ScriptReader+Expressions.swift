/// Expressions, from assignments down to chains of members and calls.
extension ScriptReader {
    /// An expression without commas.
    func assignment() -> ScriptValue {
        deeper {
            if let function = arrow() { return function }
            let left = conditional()
            guard token.kind == .mark else { return left.value }
            let place = place
            if take("=") {
                let value = assignment()
                assign(value, to: left, at: place)
                return value
            }
            for mark in ["||=", "??=", "&&=", "+="] as [StaticString] where isNext(mark) {
                advance()
                let right = assignment()
                let value: ScriptValue =
                    switch mark.description {
                    case "+=": sum(left.value, right)
                    case "&&=": right
                    default: either(left.value, right)
                    }
                assign(value, to: left, at: place)
                return value
            }
            for mark in ["-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^="] as [StaticString]
            where take(mark) {
                _ = assignment()
                assign(unknown(at: place), to: left, at: place)
                return unknown(at: place)
            }
            return left.value
        }
    }

    private func conditional() -> Operand {
        let condition = binary(0)
        guard take("?") else { return condition }
        let wasDead = isDead
        let truth = Self.truth(condition.value)
        isDead = wasDead || truth == false
        let first = assignment()
        isDead = wasDead || truth == true
        _ = take(":")
        let second = assignment()
        isDead = wasDead
        switch truth {
        case true: return Operand(value: first)
        case false: return Operand(value: second)
        case nil: return Operand(value: alternatives([first, second], at: first.place))
        }
    }

    private static let levels: [[StaticString]] = [
        ["??", "||"], ["&&"], ["|", "^", "&", "==", "===", "!=", "!==", "<", ">", "<=", ">=", "instanceof", "in"],
        ["<<", ">>", ">>>", "+", "-"], ["*", "/", "%", "**"],
    ]

    private func binary(_ level: Int) -> Operand {
        guard level < Self.levels.count else { return unary() }
        var left = binary(level + 1)
        while token.kind == .mark || token.kind == .word, let mark = Self.levels[level].first(where: { isNext($0) }) {
            let place = place
            advance()
            let right = binary(level + 1).value
            left = Operand(value: joined(left.value, mark.description, right, at: place))
        }
        return left
    }

    private func joined(_ left: ScriptValue, _ mark: String, _ right: ScriptValue, at place: ScriptPlace) -> ScriptValue
    {
        switch mark {
        case "+": return sum(left, right)
        case "||", "??": return either(left, right)
        case "&&":
            return switch Self.truth(left) {
            case true: right
            case false: left
            case nil: alternatives([right, unknown(at: left.place)], at: right.place)
            }
        case "==", "===", "!=", "!==":
            guard let first = Self.plainText(left), let second = Self.plainText(right),
                case .text(let one) = first.kind, case .text(let two) = second.kind
            else { return unknown(at: place) }
            return ScriptValue(.flag((one == two) == mark.hasPrefix("=")), at: place)
        default: return unknown(at: place)
        }
    }

    /// Texts one after the other; numbers are not added.
    private func sum(_ left: ScriptValue, _ right: ScriptValue) -> ScriptValue {
        guard let first = Self.plainText(left), let second = Self.plainText(right),
            case .text(let one) = first.kind, case .text(let two) = second.kind
        else { return unknown(at: left.place) }
        if case .number = left.kind, case .number = right.kind { return unknown(at: left.place) }
        return ScriptValue(.text(one + two), at: left.place)
    }

    /// `left || right`.
    private func either(_ left: ScriptValue, _ right: ScriptValue) -> ScriptValue {
        switch Self.truth(left) {
        case true: left
        case false: right
        case nil: alternatives([left, right], at: left.place)
        }
    }

    /// One of several values. Values of which there are more than a reader could look at are unknown: each use of such a
    /// value makes as many again.
    func alternatives(_ values: [ScriptValue], at place: ScriptPlace) -> ScriptValue {
        var flat: [ScriptValue] = []
        var hasUnknown = false
        for value in values {
            let inner: [ScriptValue] = if case .either(let inner) = value.kind { inner } else { [value] }
            for value in inner {
                if case .unknown = value.kind {
                    if hasUnknown { continue }
                    hasUnknown = true
                }
                flat.append(value)
            }
        }
        guard flat.count <= Self.mostAlternatives else { return unknown(at: place) }
        return ScriptValue(.either(flat), at: place)
    }

    /// How many values one may stand for.
    private static let mostAlternatives = 32

    /// Whether a value counts as true; `nil` where that is not known.
    static func truth(_ value: ScriptValue) -> Bool? {
        switch value.kind {
        case .undefined, .null: false
        case .flag(let flag): flag
        case .number(let number): Double(number).map { $0 != 0 }
        case .text(let text): !text.isEmpty
        case .object, .list, .function, .type, .bytes, .fetched: true
        case .element, .browser, .each, .either, .unknown: nil
        }
    }

    private func unary() -> Operand {
        let place = place
        if take("!") {
            let value = deeper { unary().value }
            return Operand(value: ScriptValue(Self.truth(value).map { .flag(!$0) } ?? .unknown, at: place))
        }
        if take("-") {
            let value = deeper { unary().value }
            if case .number(let number) = value.kind, !number.hasPrefix("-") {
                return Operand(value: ScriptValue(.number("-" + number), at: place))
            }
            return Operand(value: unknown(at: place))
        }
        if take("await") { return Operand(value: deeper { unary().value }) }
        if take("delete") {
            var target: Operand?
            _ = deeper {
                target = unary()
                return unknown(at: place)
            }
            if let target { remove(target, at: place) }
            return Operand(value: unknown(at: place))
        }
        for mark in ["+", "~", "typeof", "void", "++", "--", "yield", "..."] as [StaticString] where take(mark) {
            let value = deeper { unary().value }
            return Operand(
                value: mark.description == "void" ? ScriptValue(.undefined, at: value.place) : unknown(at: place))
        }
        if isNext("new") { return made() }
        return chain(from: primary(), at: place)
    }

    private func made() -> Operand {
        let place = place
        advance()
        if take(".") {
            advance()
            return chain(from: Operand(value: unknown(at: place)), at: place)
        }
        var callee = Operand(value: unknown(at: place))
        _ = deeper {
            callee = isNext("new") ? made() : primary()
            return callee.value
        }
        while take(".") {
            let key = word
            advance()
            callee = Operand(value: member(callee.value, key, at: place), path: callee.path.map { "\($0).\(key)" })
        }
        let arguments = isNext("(") ? self.arguments() : []
        let value = deeper {
            if case .type(let type) = callee.value.kind { return object(of: type, arguments, at: place) }
            return construct(callee.path ?? "", arguments, at: place)
        }
        return chain(from: Operand(value: value), at: place)
    }

    /// Members and calls after an operand.
    private func chain(from start: Operand, at place: ScriptPlace) -> Operand {
        var operand = start
        while true {
            if take(".") || take("?.") {
                if isNext("(") {
                    operand = Operand(value: called(operand, member: nil, at: place))
                    continue
                }
                if isNext("[") { continue }
                guard token.kind == .word else { return operand }
                let key = word
                advance()
                if isNext("(") {
                    operand = Operand(value: called(operand, member: key, at: place))
                    continue
                }
                operand = Operand(
                    value: member(operand.value, key, at: place),
                    target: .member(operand.value, ScriptValue(.text(key), at: place)),
                    path: operand.path.map { "\($0).\(key)" })
            } else if isNext("[") {
                advance()
                let key = deeper { sequence() }
                _ = take("]")
                operand = Operand(value: member(operand.value, key), target: .member(operand.value, key))
            } else if isNext("(") {
                operand = Operand(value: called(operand, member: nil, at: place))
            } else if token.kind == .template {
                advance()
                operand = Operand(value: unknown(at: place))
            } else if !token.isAfterLineEnd, isNext("++") || isNext("--") {
                advance()
                assign(unknown(at: place), to: operand, at: place)
                return Operand(value: unknown(at: place))
            } else {
                return operand
            }
        }
    }

    func arguments() -> [ScriptValue] {
        let start = place
        advance()
        var values: [ScriptValue] = []
        while token.kind != .end, !isNext(")") {
            if take("...") {
                let value = assignment()
                if case .list(let list) = value.kind {
                    values += list.items
                } else {
                    values.append(unknown(at: value.place))
                }
            } else {
                values.append(assignment())
            }
            if !take(","), !isNext(")"), token.kind != .end {
                guard !isNext("}"), !isNext("]"), !isNext(";") else { return values }
                skipToBracketEnd()
            }
        }
        if !take(")"), !values.isEmpty { noteCutOff(at: start) }
        return values
    }
}

/// Tells patterns that are regular expressions from those that a page has garbled.
///
/// OpenAPI demands a regular expression of ECMA-262, and tools refuse the whole document where one is none. This reads
/// the structure: escapes, classes with their ranges, groups and quantifiers.
struct PatternCheck {
    private var rest: Substring.UnicodeScalarView

    /// Whether `pattern` has the structure of a regular expression.
    static func accepts(_ pattern: String) -> Bool {
        var check = PatternCheck(rest: pattern[...].unicodeScalars)
        return check.run()
    }

    private mutating func run() -> Bool {
        var openGroups = 0
        // Whether a quantifier may come next.
        var hasAtom = false
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\\":
                guard rest.popFirst() != nil else { return false }
                hasAtom = true
            case "[":
                guard readClass() else { return false }
                hasAtom = true
            case "(":
                openGroups += 1
                guard readGroupKind() else { return false }
                hasAtom = false
            case ")":
                openGroups -= 1
                guard openGroups >= 0 else { return false }
                hasAtom = true
            case "|", "^": hasAtom = false
            case "*", "+", "?":
                guard hasAtom else { return false }
                if rest.first == "?" { rest.removeFirst() }
                hasAtom = false
            default: hasAtom = true
            }
        }
        return openGroups == 0
    }

    /// Reads what follows `(?`; a `?` that belongs to no kind of group would be a quantifier without an atom.
    private mutating func readGroupKind() -> Bool {
        guard rest.first == "?" else { return true }
        for kind in ["?:", "?=", "?!", "?<=", "?<!"] where rest.starts(with: kind.unicodeScalars) {
            rest.removeFirst(kind.unicodeScalars.count)
            return true
        }
        guard rest.starts(with: "?<".unicodeScalars), let end = rest.firstIndex(of: ">") else { return false }
        rest = rest[rest.index(after: end)...]
        return true
    }

    /// Reads a class to its end; the members of a range must be in order.
    private mutating func readClass() -> Bool {
        if rest.first == "^" { rest.removeFirst() }
        // An empty class means one thing in ECMA-262 and another elsewhere.
        if rest.first == "]" { return false }
        var lower: Unicode.Scalar?
        while let scalar = rest.popFirst() {
            if scalar == "]" { return true }
            if scalar == "-", let low = lower, let upper = rest.first, upper != "]" {
                rest.removeFirst()
                if upper == "\\" {
                    guard rest.popFirst() != nil else { return false }
                } else if upper < low {
                    return false
                }
                lower = nil
            } else if scalar == "\\" {
                guard rest.popFirst() != nil else { return false }
                lower = nil
            } else {
                lower = scalar
            }
        }
        return false
    }
}

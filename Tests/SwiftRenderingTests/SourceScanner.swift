/// Splits Swift source into code, comments and literals, so that tests can see where a text ended up.
///
/// It knows what the templates use: line comments, string literals with escapes, raw literals of one and several
/// lines. Anything it cannot follow, such as a literal that does not end, is an error.
struct SourceScanner {
    /// The source without comments and without the insides of literals.
    private(set) var code = ""
    /// Whether every literal ended.
    private(set) var isComplete = true

    init(_ source: String) {
        var rest = source.unicodeScalars[...]
        while let scalar = rest.first {
            if rest.starts(with: "//".unicodeScalars) {
                // What ends a comment for the compiler: LF and CR.
                rest = rest.drop { $0 != "\n" && $0 != "\r" }
            } else if scalar == "/" && rest.dropFirst().first == "*" {
                isComplete = false
                return
            } else if scalar == "\"" || scalar == "#" {
                let fence = rest.prefix { $0 == "#" }.count
                rest = rest.dropFirst(fence)
                guard rest.first == "\"" else {
                    code += String(repeating: "#", count: fence)
                    continue
                }
                let quotes = rest.starts(with: "\"\"\"".unicodeScalars) ? 3 : 1
                rest = rest.dropFirst(quotes)
                code += "\"\""
                guard skipLiteral(&rest, fence: fence, quotes: quotes) else {
                    isComplete = false
                    return
                }
            } else {
                code.unicodeScalars.append(scalar)
                rest = rest.dropFirst()
            }
        }
    }

    private func skipLiteral(_ rest: inout Substring.UnicodeScalarView, fence: Int, quotes: Int) -> Bool {
        let end = Array(repeating: "\"", count: quotes).joined() + String(repeating: "#", count: fence)
        let escape = "\\" + String(repeating: "#", count: fence)
        while let scalar = rest.first {
            if rest.starts(with: end.unicodeScalars) {
                rest = rest.dropFirst(end.unicodeScalars.count)
                return true
            }
            if quotes == 1, scalar == "\n" || scalar == "\r" { return false }
            if rest.starts(with: escape.unicodeScalars) {
                rest = rest.dropFirst(escape.unicodeScalars.count)
                // An interpolation would be code inside a literal; generated paths have them, with a plain name.
                if rest.first == "(" {
                    let inner = rest.dropFirst().prefix { $0 != ")" }
                    guard
                        inner.allSatisfy({
                            $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "." || $0 == "`"
                        })
                    else {
                        return false
                    }
                }
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst()
        }
        return false
    }
}

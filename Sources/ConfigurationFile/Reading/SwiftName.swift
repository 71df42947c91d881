/// Whether a text can be a name in Swift.
enum SwiftName {
    /// What is wrong with a text as a name; `nil` where nothing is.
    static func problem(_ text: String) -> String? {
        let isName = text.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard let first = text.utf8.first, isName, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return
                "`\(shortened(text))` is not a name in Swift; write ASCII letters, digits and underscores, a letter first"
        }
        guard !reserved.contains(text) else { return "`\(text)` is a reserved word of Swift; choose another name" }
        return nil
    }

    /// What is wrong with names with dots between them, such as `Foundation.UUID`.
    static func problem(dotted text: String) -> String? {
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            guard problem(String(part)) != nil else { continue }
            if reserved.contains(String(part)) {
                return "`\(part)` is a reserved word of Swift; name another type"
            }
            return "`\(shortened(text))` is not a type; write names with dots between them, such as `Foundation.UUID`"
        }
        return nil
    }

    /// Keywords that are reserved everywhere (The Swift Programming Language, Lexical Structure), and names that Swift
    /// lets nobody declare.
    static let reserved: Set<String> = [
        "_", "Any", "Protocol", "Self", "Type", "as", "associatedtype", "await", "break", "case", "catch", "class",
        "continue", "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false",
        "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil",
        "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self",
        "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var",
        "where", "while",
    ]
}

/// The beginning of a text, for messages.
func shortened(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }

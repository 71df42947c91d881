import Diagnostics

/// A tag of a template and where it stands.
struct TemplateTag {
    /// What the character behind the opening delimiter makes of a tag.
    enum Kind: Character {
        case section = "#"
        case inverted = "^"
        case end = "/"
        case partial = ">"
        case parent = "<"
        case block = "$"
        case unescaped = "&"
        case comment = "!"
        case delimiters = "="
        case setting = "%"
        case tripleBraces = "{"
        /// A variable has no character of its own.
        case variable = "\0"

        /// Whether the tag lasts until another one ends it.
        var isOpening: Bool {
            switch self {
            case .section, .inverted, .parent, .block: true
            default: false
            }
        }

        /// Whether the tag names a value.
        var namesValue: Bool {
            switch self {
            case .section, .inverted, .unescaped, .tripleBraces, .variable: true
            default: false
            }
        }

        /// Whether what stands between the delimiters is one name.
        var hasName: Bool {
            switch self {
            case .comment, .delimiters, .setting: false
            default: true
            }
        }
    }

    let kind: Kind
    /// What stands behind the character, without white space around it.
    let name: String
    /// Where `name` stands in the text.
    let range: Range<String.Index>
    /// Where the opening delimiter stands.
    let location: SourceLocation
}

extension TemplateTag {
    /// Whether nothing but what can stand in a name does, with calls such as `uppercased(name)` around it.
    var isWellFormed: Bool {
        guard kind.hasName else { return true }
        let path = kind == .partial || kind == .parent
        guard !name.isEmpty, name.allSatisfy({ Self.letters.contains($0) || path && $0 == "/" }) else { return false }
        guard !path, let open = name.firstIndex(of: "(") else { return path || !name.contains(")") }
        let closing = name.reversed().prefix { $0 == ")" }.count
        let body = name.dropLast(closing)
        return closing == body.filter { $0 == "(" }.count && !body.contains(")") && open != name.startIndex
    }

    /// The part of the name that is looked up: what stands within all calls.
    var valueRange: Range<String.Index> {
        guard let open = name.lastIndex(of: "("), let close = name.firstIndex(of: ")") else {
            return name.startIndex..<name.endIndex
        }
        return name.index(after: open)..<close
    }

    /// The calls around the name, the outermost first.
    var calls: [String] {
        guard kind.namesValue, let open = name.lastIndex(of: "(") else { return [] }
        return name[..<open].split(separator: "(").map(String.init)
    }

    /// What the template engine can do with a text, a list, or the place in a list.
    static let knownCalls = [
        "capitalized", "count", "empty", "even", "first", "index", "last", "lowercased", "odd", "reversed",
        "uppercased",
    ]

    private static let letters = Set("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-_?()*")
}

/// Methods of texts whose result follows from literals alone.
enum TextMethods {
    /// The methods that are known.
    static let names: Set<String> = [
        "split", "replace", "replaceAll", "startsWith", "endsWith", "includes", "toLowerCase", "toUpperCase",
    ]

    /// What the method of `text` gives for these arguments; `nil` where an argument is not known, or is a pattern.
    static func result(
        of method: String, _ text: String, _ arguments: [ScriptValue], at place: ScriptPlace
    ) -> ScriptValue? {
        func argument(_ index: Int) -> String? {
            guard index < arguments.count, case .text(let text) = arguments[index].kind else { return nil }
            return text
        }
        if method == "toLowerCase" { return ScriptValue(.text(text.lowercased()), at: place) }
        if method == "toUpperCase" { return ScriptValue(.text(text.uppercased()), at: place) }
        guard let first = argument(0), !first.isEmpty else { return nil }
        switch method {
        case "startsWith": return ScriptValue(.flag(text.hasPrefix(first)), at: place)
        case "endsWith": return ScriptValue(.flag(text.hasSuffix(first)), at: place)
        case "includes": return ScriptValue(.flag(text.contains(first)), at: place)
        case "replace":
            guard let other = argument(1), !other.contains("$") else { return nil }
            return ScriptValue(.text(text.replacing(first, with: other, maxReplacements: 1)), at: place)
        case "replaceAll":
            guard let other = argument(1), !other.contains("$") else { return nil }
            return ScriptValue(.text(text.replacing(first, with: other)), at: place)
        case "split":
            let parts = text.components(dividedBy: first).map { ScriptValue(.text($0), at: place) }
            return ScriptValue(.list(ScriptList(parts)), at: place)
        default: return nil
        }
    }
}

extension String {
    /// The parts between each `mark`.
    fileprivate func components(dividedBy mark: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: mark) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}

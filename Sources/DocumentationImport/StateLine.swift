import APISpec

/// The state of an operation on one line with its word: `State ACTIVE (CURRENT)`, `상태 ACTIVE (CURRENT)`.
struct StateLine: Hashable {
    /// What stands before the state: the end of a description that extraction glued to it.
    var before: String
    /// The state without its word: `ACTIVE (CURRENT)`.
    var state: String

    /// Takes the line apart; `nil` where there is no state in it.
    init?(_ text: String) {
        for word in Self.words {
            if let rest = Self.rest(of: text, after: word), Self.isState(rest, needsStatus: false) {
                (before, state) = ("", rest)
                return
            }
            // Elsewhere than at the start only the whole form is a state: a sentence may well hold the word.
            guard let range = text.ranges(of: word).last, range.lowerBound > text.startIndex,
                text[text.index(before: range.lowerBound)].isBlank,
                let rest = Self.rest(of: String(text[range.lowerBound...]), after: word),
                Self.isState(rest, needsStatus: true)
            else { continue }
            (before, state) = (trimmed(text[..<range.lowerBound]), rest)
            return
        }
        return nil
    }

    private static let words = GuideDialect.scp.revisionSections.first { $0.0 == .state }?.1 ?? []

    private static func rest(of text: String, after word: String) -> String? {
        guard text.hasPrefix(word) else { return nil }
        var rest = text.dropFirst(word.count)
        guard let first = rest.first, first.isBlank || first == ":" else { return nil }
        if first == ":" { rest = rest.dropFirst() }
        let state = trimmed(rest)
        let unmarked = state.hasPrefix(":") ? trimmed(state.dropFirst()) : state
        return unmarked.isEmpty ? nil : unmarked
    }

    /// Whether text is a word in capitals, perhaps with the status of the version in brackets.
    private static func isState(_ text: String, needsStatus: Bool) -> Bool {
        let open = text.firstIndex(of: "(")
        let name = trimmed(text[..<(open ?? text.endIndex)])
        guard !name.isEmpty, name.allSatisfy({ $0.isUppercase && $0.isASCII || $0 == "_" }) else { return false }
        guard let open else { return !needsStatus }
        guard text.hasSuffix(")") else { return false }
        let status = trimmed(text[text.index(after: open)...].dropLast())
        return !needsStatus || APIVersion.Status(rawValue: normalized(status)) != nil
    }
}

import Diagnostics
import YAML

/// Reads the files of settings, telling the place of everything that is wrong.
struct SettingsReading {
    private(set) var problems: [Diagnostic] = []

    mutating func problem(_ message: String, at location: SourceLocation, rule: Rule? = nil) {
        problems.append(.error(message, at: location, rule: rule?.id))
    }

    /// The entries of a mapping that has no other keys than `allowed`.
    mutating func entries(_ node: YAMLNode, _ place: String, allowed: [String]) -> [YAMLNode.Entry] {
        guard let entries = node.entries else {
            problem("\(place) is a mapping of keys to values", at: node.location)
            return []
        }
        for entry in entries where !allowed.contains(entry.key.text) {
            let hint = NearestWord.suggestion(for: entry.key.text, among: allowed)
            problem("\(place) has no key `\(entry.key.text)`; \(hint)", at: entry.key.location)
        }
        return entries
    }

    /// A text under `key` that has to be there and to say something.
    mutating func text(_ key: String, of node: YAMLNode, _ place: String) -> String? {
        guard node.entries != nil else { return nil }
        guard let value = node[key] else {
            problem("\(place) lacks `\(key)`", at: node.location)
            return nil
        }
        guard let scalar = value.scalar, scalar.resolved != .null, scalar.text.contains(where: { !$0.isWhitespace })
        else {
            problem("`\(key)` is a text", at: value.location)
            return nil
        }
        return scalar.text
    }

    /// The rule that a text names.
    mutating func rule(_ text: String, at location: SourceLocation) -> DiffRule? {
        if let rule = SpecDiffRules.rule(text) { return rule }
        let hint = NearestWord.suggestion(
            for: text, among: SpecDiffRules.all.map(\.id), other: "`apidoc diff --list-rules` lists all rules")
        problem("there is no rule `\(text)`; \(hint)", at: location, rule: SettingsRules.unknownRule)
        return nil
    }

    /// Throws what is wrong, in the order of the file.
    func finish() throws {
        guard !problems.isEmpty else { return }
        throw DiagnosticError(
            problems.sorted { left, right in
                guard let left = left.location, let right = right.location else { return false }
                return left < right
            })
    }
}

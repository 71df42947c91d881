import SpecDiff

/// The rules that changes are judged by.
public enum DiffRuleList {
    /// The rules as a table for people: id, severity on the wire, severity in Swift, meaning.
    public static var text: String {
        let rules = SpecDiffRules.all
        let width = rules.map(\.id.count).max() ?? 0
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        let lines = rules.map { rule in
            let source =
                rule.source.broken == rule.source.otherwise
                ? rule.source.broken.rawValue : "\(rule.source.broken.rawValue)/\(rule.source.otherwise.rawValue)"
            return "\(padded(rule.id, width))  \(padded(rule.wire.rawValue, 8))  \(padded(source, 16))  \(rule.meaning)"
        }
        return "\(padded("rule", width))  wire      source            meaning\n" + lines.joined(separator: "\n") + "\n"
    }
}

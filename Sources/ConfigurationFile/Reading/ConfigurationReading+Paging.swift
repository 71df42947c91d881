import Diagnostics
import YAML

extension ConfigurationReading {
    /// The keys of what is said of one list.
    private static let pagingKeys = ["by", "first"] + PagingChoice.Part.allCases.map(\.rawValue)

    /// How lists are read page by page.
    mutating func paging(_ node: YAMLNode) -> [PagingChoice] {
        entries("paging", node, of: "operations to ways").compactMap { entry in
            choice(Located(entry.key.text, at: entry.key.location), entry.value)
        }
    }

    private mutating func choice(_ operation: Located<String>, _ node: YAMLNode) -> PagingChoice? {
        let place = "`paging` of `\(shortened(operation.value))`"
        var kind: Located<String>?
        var first: Int?
        var parts: [PagingChoice.Part: String] = [:]
        let entries = entries("paging/\(shortened(operation.value))", node, of: "`by` and the parts that it needs")
        for entry in entries {
            if entry.key.text == "first" {
                first = entry.value.scalar.flatMap { Int($0.text) }.flatMap { $0 < 0 ? nil : $0 }
                if first == nil { problem("`first` of \(place) is the number of a page", at: entry.value.location) }
                continue
            }
            guard let value = text(entry.value), !value.isEmpty else {
                problem("`\(shortened(entry.key.text))` of \(place) is a text", at: entry.value.location)
                continue
            }
            if entry.key.text == "by" {
                kind = Located(value, at: entry.value.location)
            } else if let part = PagingChoice.Part(rawValue: entry.key.text) {
                parts[part] = value
            } else {
                unknownKey(entry, place, among: Self.pagingKeys)
            }
        }
        guard let kind else {
            // One that is there and cannot be read was told with its own place.
            let isLacking = !entries.isEmpty && !entries.contains { $0.key.text == "by" }
            if isLacking { problem("\(place) lacks `by`, which says what chooses a page", at: node.location) }
            return nil
        }
        guard PagingChoice.kinds.contains(kind.value) else {
            let hint = NearestWord.suggestion(for: kind.value, among: PagingChoice.kinds)
            problem("nothing chooses a page by this word; \(hint)", at: kind.location)
            return nil
        }
        return PagingChoice(operation: operation, kind: kind, first: first, parts: parts)
    }
}

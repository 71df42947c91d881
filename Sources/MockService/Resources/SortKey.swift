import APIModel

/// The property by which a list is ordered, and the direction.
struct SortKey: Sendable, Hashable {
    /// The property.
    let property: String
    /// Whether small comes first.
    let isAscending: Bool

    /// A property with a direction.
    init(property: String, isAscending: Bool) {
        self.property = property
        self.isAscending = isAscending
    }

    /// Reads `name:asc`, `name:desc`, `name` or `-name`.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        switch (parts.count, parts.last?.lowercased()) {
        case (2, "asc"): self.init(property: String(parts[0]), isAscending: true)
        case (2, "desc"): self.init(property: String(parts[0]), isAscending: false)
        case (1, _) where text.hasPrefix("-"): self.init(property: String(text.dropFirst()), isAscending: false)
        case (1, _): self.init(property: text, isAscending: true)
        default: return nil
        }
    }
}

/// A value as it is compared when a list is put in order: numbers by size before texts, and what is missing last.
enum SortValue: Comparable {
    case number(Double)
    case text(String)
    case missing

    /// The value of a property.
    init(_ value: JSONValue?) {
        if case .number(let digits) = value, let number = Double(digits) {
            self = .number(number)
        } else if let text = value?.parameterText {
            self = .text(text)
        } else {
            self = .missing
        }
    }
}

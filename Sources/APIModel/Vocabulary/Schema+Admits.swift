extension Schema {
    /// Whether a value can be one of this type, as far as the type itself tells.
    ///
    /// Members of objects, formats and patterns are not looked at, and what a reference stands for may be no object. Who
    /// knows more says so by `decided`, which is asked first for the value and for everything in it, and gives `nil` where
    /// the answer here is the right one.
    public func admits(
        _ value: JSONValue, unless decided: (_ schema: Schema, _ value: JSONValue) -> Bool? = { _, _ in nil }
    ) -> Bool {
        if let answer = decided(self, value) { return answer }
        switch (kind, value) {
        case (.unknown, _): return true
        case (.union(let members), _) where value != .null || !isNullable:
            return members.contains { $0.admits(value, unless: decided) }
        case (_, .null): return isNullable
        case (.string, .string(let text)): return admitsLength(of: text)
        case (.enumeration(let values), .string(let text)): return values.contains(text) && admitsLength(of: text)
        case (.numbers(_, let values), .number(let digits)): return values.contains(digits)
        case (.map(let values), .object(let members)):
            return members.allSatisfy { values.admits($0.value, unless: decided) }
        case (.reference, _): return true
        case (.integer, .number(let digits)):
            return digits.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 | 32 != 101 }
        case (.number, .number), (.boolean, .bool), (.object, .object): return true
        case (.array(let items), .array(let values)):
            return values.allSatisfy { items.admits($0, unless: decided) }
        default: return false
        }
    }

    private func admitsLength(of text: String) -> Bool {
        let length = text.unicodeScalars.count
        return length >= minLength ?? 0 && length <= maxLength ?? .max
    }
}

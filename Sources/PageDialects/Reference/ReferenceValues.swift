import Foundations

/// Reads the values that a page prints: JSON in code, or plain text; the type decides what they are.
enum ReferenceValues {
    /// A value of a type; `nil` where it is none.
    static func read(_ text: String, isJSON: Bool, as shape: ReferenceTypes.Shape) -> JSONValue? {
        let text = text.replacing("<br>", with: "\n")
        let parsed = isJSON ? try? JSONReader.value(Array(text.utf8)) : nil
        let words: String = if case .string(let string)? = parsed { string } else { text.trimmed }
        switch shape {
        case .plain("string", _), .plain("file", _), .enumeration:
            // Older pages print text without quotes.
            return .string(words)
        case .plain("boolean", _):
            let flag = words.lowercased()
            return flag == "true" || flag == "false" ? .bool(flag == "true") : nil
        case .plain("integer", _):
            return integer(words).map(JSONValue.number)
        case .plain("number", _):
            return JSONValue.isNumber(words) ? .number(words) : nil
        case .array, .map, .plain("object", _):
            return parsed ?? (isJSON ? nil : try? JSONReader.value(Array(text.utf8)))
        case .link, .unreadable:
            return parsed
        case .plain, .nothing:
            return nil
        }
    }

    /// Whether a value is what generators show for want of another: it says nothing of the API.
    static func isGenerated(_ value: JSONValue, _ shape: ReferenceTypes.Shape) -> Bool {
        switch (shape, value) {
        case (.plain("string", _), .string("string")), (.plain("file", _), .string("file")),
            (.plain("integer", _), .number("0")), (.plain("number", _), .number("0.0")),
            (.plain("boolean", _), .bool(true)), (.plain("object", _), .string("object")):
            true
        case (.enumeration(let names), .string("string")): !names.contains("string")
        // Of a type with a name generators show a link, or its words.
        case (.link, .string): true
        case (.array(let items, _), .array(let values)):
            values.count == 1 && values.allSatisfy { isGenerated($0, items) }
        case (.map(let values), .object(let members)):
            members.count == 1 && members.allSatisfy { $0.name == "string" && isGenerated($0.value, values) }
        default: false
        }
    }

    private static func integer(_ text: String) -> String? {
        if text.hasSuffix(".0"), Int(text.dropLast(2)) != nil { return String(text.dropLast(2)) }
        return JSONValue.isNumber(text) && !text.contains(where: { ".eE".contains($0) }) ? text : nil
    }

    /// A number with the decimal comma of some languages.
    static func number(_ text: String) -> String? {
        let text = text.trimmed.replacing("\u{2212}", with: "-")
        if JSONValue.isNumber(text) { return text }
        let pointed = text.replacing(",", with: ".")
        return text.filter { $0 == "," }.count == 1 && JSONValue.isNumber(pointed) ? pointed : nil
    }

    /// One or two counts: `13`, `2 - 5`.
    static func range(_ text: String) -> (Int, Int)? {
        let parts = text.split(separator: "-").map(\.trimmed)
        guard let first = parts.first.flatMap({ Int($0) }), first >= 0 else { return nil }
        if parts.count == 1 { return (first, first) }
        guard parts.count == 2, let last = Int(parts[1]), last >= first else { return nil }
        return (first, last)
    }

    /// The pattern that the generator's parser makes up for Base64.
    static let madePattern = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
}

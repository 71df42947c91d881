import APISpec

/// Reads the words of a cell as a value of a type.
struct TypedValue {
    private let text: String
    /// The words as a literal, of which types with several members ask more than once.
    private let literal: JSONValue?

    /// The value that `text` states for the type; `nil` where the type has no such value.
    ///
    /// Text stays text for a string, whatever it looks like.
    static func read(_ text: String, as schema: Schema) -> JSONValue? {
        switch schema.kind {
        case .string where !schema.isNullable: return .string(text)
        default: return TypedValue(text).value(of: schema)
        }
    }

    private init(_ text: String) {
        self.text = text
        let plain = TypographicQuotes.replaced(in: text) ?? text
        let result = try? JSONReader.read(Array(plain.utf8), as: .literal, duplicates: .noted)
        literal = result?.duplicates.isEmpty == true ? result?.value : nil
    }

    private func value(of schema: Schema) -> JSONValue? {
        if schema.isNullable, literal == .null { return .null }
        switch schema.kind {
        case .string: return .string(text)
        case .enumeration(let values): return values.contains(text) ? .string(text) : nil
        case .unknown: return literal ?? .string(text)
        case .union(let members):
            // Every text is a string, so the other types are asked first.
            let (strings, others) = (members.filter(\.isString), members.filter { !$0.isString })
            for member in others + strings {
                if let value = value(of: member) { return value }
            }
            return nil
        case .integer, .number, .numbers, .boolean, .object, .array, .map, .reference:
            guard let literal, Self.accepts(literal, schema) else { return nil }
            return literal
        }
    }

    /// Whether the value is one of the type. Of a named type a cell states objects; no other words of it make a value.
    private static func accepts(_ value: JSONValue, _ schema: Schema) -> Bool {
        schema.admits(value) { schema, value in
            guard case .reference = schema.kind, value != .null else { return nil }
            if case .object = value { return true }
            return false
        }
    }
}

extension Schema {
    fileprivate var isString: Bool {
        if case .string = kind { true } else { false }
    }
}

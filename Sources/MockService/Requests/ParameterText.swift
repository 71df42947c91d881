import APISpec

/// Reads the texts of a parameter as a value, so that it can be checked like any other.
///
/// A list repeats its name in a query. What cannot be read as its type stays a text; the check says what it must be.
struct ParameterText {
    private let check: SchemaCheck

    /// Reads values that `check` can tell apart where a type has alternatives.
    init(_ check: SchemaCheck) {
        self.check = check
    }

    /// Whether a parameter of this type may be given more than once.
    static func isList(_ schema: Schema) -> Bool {
        switch schema.kind {
        case .array: true
        case .union(let alternatives): alternatives.contains(where: isList)
        default: false
        }
    }

    /// The value of `texts`, of which there is at least one.
    func value(_ texts: [String], _ schema: Schema) -> JSONValue {
        switch schema.kind {
        case .array(let items): return .array(texts.map { value([$0], items) })
        case .union(let alternatives):
            let values = alternatives.map { value(texts, $0) }
            return zip(values, alternatives).first { check.accepts($0, $1) }?.0 ?? values.first ?? .null
        default: break
        }
        guard let text = texts.first else { return .null }
        if text.isEmpty, schema.isNullable, !isText(schema.kind) { return .null }
        switch schema.kind {
        case .integer, .number, .numbers: return JSONValue.isNumber(text) ? .number(text) : .string(text)
        case .boolean: return text == "true" ? .bool(true) : text == "false" ? .bool(false) : .string(text)
        case .object, .map, .reference: return (try? JSONText.read(Array(text.utf8))) ?? .string(text)
        default: return .string(text)
        }
    }

    private func isText(_ kind: Schema.Kind) -> Bool {
        if case .string = kind { true } else { false }
    }
}

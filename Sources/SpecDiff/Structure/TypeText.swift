import APIModel

/// Types and values in words, as reports show them.
enum TypeText {
    /// The most values of an enumeration that are spelt out.
    private static let shownValues = 16

    /// `list of Tag, may be null`
    static func type(_ schema: Schema) -> String {
        kind(schema) + (schema.isNullable && !schema.isNullOnly ? ", may be null" : "")
    }

    /// A type without whether it may be null; `null` where it is nothing else.
    static func kind(_ schema: Schema) -> String { schema.isNullOnly ? "null" : kind(schema.kind) }

    /// What an object may have besides the members that are named.
    static func further(_ members: NamedSchema.Additional?) -> String {
        switch members {
        case nil: "not told"
        case .forbidden?: "none"
        case .any?: "any"
        case .schema(let schema)?: type(schema)
        }
    }

    /// A type without whether it may be null: `string (date-time)`.
    static func kind(_ kind: Schema.Kind) -> String {
        switch kind {
        case .unknown: "any JSON"
        case .string(let format): "string" + formatted(format)
        case .integer(let format): "integer" + formatted(format)
        case .number(let format): "number" + formatted(format)
        case .boolean: "boolean"
        case .object: "object"
        case .enumeration(let values): "one of \(list(values))"
        case .numbers(_, let values): "one of \(list(values))"
        case .map(let values): "map of \(nested(values))"
        case .array(let items): "list of \(nested(items))"
        case .reference(let name): VersionedName(name).base
        case .union(let members): members.map(nested).joined(separator: " or ")
        }
    }

    /// Values in back-ticks with commas; the first ones and their number where there are many.
    static func list(_ values: [String]) -> String {
        let shown = values.prefix(shownValues).map { "`\($0)`" }.joined(separator: ", ")
        return values.count > shownValues ? "\(shown) and \(values.count - shownValues) more" : shown
    }

    /// A JSON value in back-ticks, a string without its quotes.
    static func value(_ value: JSONValue) -> String {
        if case .string(let text) = value { return "`\(text)`" }
        return "`\(json(value))`"
    }

    private static func nested(_ schema: Schema) -> String {
        let text = type(schema)
        let isCompound: Bool =
            switch schema.kind {
            case .union, .enumeration, .numbers: true
            default: schema.isNullable
            }
        return isCompound ? "(\(text))" : text
    }

    private static func formatted(_ format: String?) -> String { format.map { " (\($0))" } ?? "" }

    private static func json(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .number(let text): text
        case .string(let text): "\"\(text)\""
        case .array(let items): "[\(items.map(json).joined(separator: ", "))]"
        case .object(let members):
            "{\(members.map { "\($0.name): \(json($0.value))" }.joined(separator: ", "))}"
        }
    }
}

import APIModel
import APISpec

/// Makes values that a schema allows: of values that nearly fit, such as documented examples, and of nothing.
///
/// Examples do not always obey their schema (`"3"` for a number, `"A | B"` for one of A and B, an empty text for a
/// count). What can be read as the right type is; what cannot is replaced by a value made from the schema.
struct SchemaFit: Sendable {
    private let model: APIModel
    private let check: SchemaCheck
    private let patterns: PatternBook

    /// Fits values to the schemas of `model`.
    init(_ model: APIModel, patterns: PatternBook) {
        self.model = model
        self.patterns = patterns
        check = SchemaCheck(model, patterns: patterns, unknownMembers: .refused)
    }

    /// `value` as one of `schema`, made from the schema where it cannot be read as one.
    func fit(_ value: JSONValue?, to schema: Schema) -> JSONValue {
        value.flatMap { read($0, as: schema) } ?? make(schema)
    }

    /// A value made from `schema` and the examples in it.
    func make(_ schema: Schema) -> JSONValue { make(schema, level: 0) }

    /// `value` read as one of `schema`: members that the schema lacks are left out, required ones that are missing are
    /// made. `nil` where the value is of another type.
    func read(_ value: JSONValue, as schema: Schema) -> JSONValue? { read(value, as: schema, level: 0) }

    // MARK: Readings

    private func read(_ value: JSONValue, as schema: Schema, level: Int) -> JSONValue? {
        if schema.kind == .unknown { return value }
        if value == .null { return check.accepts(.null, schema) ? .null : nil }
        switch schema.kind {
        case .unknown: return value
        case .object: return value.members == nil ? nil : value
        case .reference(let name): return value.members.map { object($0, named: name, level: level) }
        case .array(let items):
            return value.elements.map { .array($0.compactMap { read($0, as: items, level: level) }) }
        case .union(let alternatives):
            if check.accepts(value, schema) { return value }
            return alternatives.lazy.compactMap { read(value, as: $0, level: level) }.first
        case .enumeration(let values): return choice(value, of: values)
        case .string: return value.parameterText.flatMap { check.accepts(.string($0), schema) ? .string($0) : nil }
        case .map(let values):
            return value.members.map { members in
                .object(
                    members.compactMap { member in
                        read(member.value, as: values, level: level).map { JSONValue.Member(member.name, $0) }
                    })
            }
        case .integer, .number, .numbers: return number(value, schema)
        case .boolean: return boolean(value)
        }
    }

    private func object(_ members: [JSONValue.Member], named name: String, level: Int) -> JSONValue {
        guard let schema = model.schema(named: name)?.schema, !schema.isLost || !schema.properties.isEmpty else {
            return .object(members)
        }
        let given = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        var result: [JSONValue.Member] = []
        for property in schema.properties {
            if let value = given[property.name].flatMap({ read($0, as: property.schema, level: level) }) {
                result.append(JSONValue.Member(property.name, value))
            } else if property.isRequired {
                result.append(JSONValue.Member(property.name, make(property.schema, level: level + 1)))
            }
        }
        return .object(result)
    }

    /// `A | B` is how some examples list all the values there are.
    private func choice(_ value: JSONValue, of values: [String]) -> JSONValue? {
        guard let text = value.text else { return nil }
        if values.contains(text) { return value }
        let first = text.split(separator: "|").lazy.map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.first { values.contains($0) }
        return first.map { .string($0) }
    }

    private func number(_ value: JSONValue, _ schema: Schema) -> JSONValue? {
        guard let text = value.parameterText, JSONValue.isNumber(text) else { return nil }
        let number = JSONValue.number(text)
        return check.accepts(number, schema) ? number : nil
    }

    private func boolean(_ value: JSONValue) -> JSONValue? {
        switch value.parameterText {
        case "true", "True": .bool(true)
        case "false", "False": .bool(false)
        default: nil
        }
    }

    // MARK: Values of nothing

    /// A schema that requires itself has no finite value; it ends in `null`.
    private static let greatestLevel = 8

    private func make(_ schema: Schema, level: Int) -> JSONValue {
        guard level < Self.greatestLevel else { return .null }
        return read(model.exampleValue(of: schema), as: schema, level: level) ?? plain(schema, level: level)
    }

    /// The simplest value that a schema allows, where its examples give none.
    private func plain(_ schema: Schema, level: Int) -> JSONValue {
        switch schema.kind {
        case .unknown, .object, .map: .object([])
        case .numbers(_, let values): .number(values.first ?? "1")
        case .reference(let name): schema.isNullable ? .null : object([], named: name, level: level)
        case .array: .array([])
        case .union(let alternatives): alternatives.first.map { make($0, level: level + 1) } ?? .null
        case .enumeration(let values): .string(values.first ?? "")
        case .string(let format): .string(plainText(schema, format: format))
        case .integer, .number: .number("1")
        case .boolean: .bool(true)
        }
    }

    private func plainText(_ schema: Schema, format: String?) -> String {
        let least = schema.minLength ?? 0
        let most = schema.maxLength ?? max(least, 1)
        let format = format.flatMap(TextFormat.init(rawValue:))
        var candidates = [format?.sample, schema.example?.text, schema.defaultValue?.text].compactMap { $0 }
        candidates.append(String(repeating: "x", count: min(max(least, 1), max(most, 0))))
        if let source = schema.pattern, let pattern = patterns[source],
            let sample = pattern.sample(least: least, most: schema.maxLength)
        {
            candidates.append(sample)
        }
        return candidates.first { check.accepts(.string($0), schema) } ?? candidates[0]
    }
}

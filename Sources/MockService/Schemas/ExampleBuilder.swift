import APIModel
import Patterns
import SchemaChecks

/// Makes values that a schema allows: of values that nearly fit, such as documented examples, and of nothing.
///
/// Examples do not always obey their schema (`"3"` for a number, `"A | B"` for one of A and B, an empty text for a
/// count). What can be read as the right type is; what cannot is replaced by a value made from the schema.
struct ExampleBuilder: Sendable {
    private let context: SchemaContext
    private(set) var check: SchemaCheck
    /// Whether members that stand in requests only are left out.
    private let isOfAnswers: Bool
    /// What may still be made of the value that is being made.
    private(set) var effort = Effort()
    /// Whether what may be made is for all values that are asked of it.
    private var isForOneAnswer = false

    /// Fits values to the schemas of `model`.
    init(_ model: APIModel, patterns: PatternBook, isOfAnswers: Bool = false) {
        context = SchemaContext(model, patterns)
        self.isOfAnswers = isOfAnswers
        check = SchemaCheck(context, unknownMembers: .refused, isOfRequests: false, isOfAnswers: isOfAnswers)
    }

    /// The model whose schemas values are made for.
    var model: APIModel { context.model }

    /// The patterns of the model.
    var patterns: PatternBook { context.patterns }

    /// `value` as one of `schema`, made from the schema where it cannot be read as one.
    func fit(_ value: JSONValue?, to schema: Schema) -> JSONValue {
        value.flatMap { read($0, as: schema) } ?? make(schema)
    }

    /// A value made from `schema` and the examples in it.
    func make(_ schema: Schema) -> JSONValue { afresh.make(schema, level: 0) }

    /// `value` read as one of `schema`: members that the schema lacks are left out, required ones that are missing are
    /// made. `nil` where the value is of another type.
    func read(_ value: JSONValue, as schema: Schema) -> JSONValue? { afresh.read(value, as: schema, level: 0) }

    /// One that all values of an answer share an effort in.
    var forOneAnswer: ExampleBuilder {
        var copy = afresh
        copy.isForOneAnswer = true
        return copy
    }

    /// The same, for one more value.
    private var afresh: ExampleBuilder {
        if isForOneAnswer { return self }
        var copy = self
        copy.effort = Effort()
        copy.check.effort = copy.effort
        return copy
    }

    /// The properties that values of a type show; `nil` where nothing tells them.
    func properties(of schema: Schema) -> [NamedSchema.Property]? {
        model.properties(of: schema)?.filter(shows)
    }

    private func shows(_ property: NamedSchema.Property) -> Bool { !isOfAnswers || model.isAnswered(property) }

    /// The type that a schema is where it names a definition.
    func resolved(_ schema: Schema) -> Schema { model.resolved(schema) }

    // MARK: Readings

    private func read(_ value: JSONValue, as stated: Schema, level: Int) -> JSONValue? {
        guard level < Self.greatestLevel + 64 else { return nil }
        guard effort.look() else { return value }
        return readType(value, as: stated, level: level).map { keeping($0, stated, level: level) }
    }

    private func readType(_ value: JSONValue, as stated: Schema, level: Int) -> JSONValue? {
        let schema = model.resolved(stated)
        if schema.isNullOnly { return .null }
        if schema.kind == .unknown { return value }
        if value == .null { return check.accepts(.null, schema) ? .null : nil }
        switch schema.kind {
        case .unknown: return value
        case .object: return value.members == nil || !check.accepts(value, schema) ? nil : value
        case .reference(let name): return value.members.map { object($0, named: name, level: level) }
        case .array(let items):
            guard let elements = value.elements else { return nil }
            let read = list(elements.compactMap { self.read($0, as: items, level: level) }, schema, items, level: level)
            // There may be no list that obeys all bounds.
            return schema.limits?.demand(onItems: read.elements ?? []) == nil ? read : nil
        case .union(let alternatives): return read(value, as: schema, oneOf: alternatives, level: level)
        case .enumeration(let values): return choice(value, of: values)
        case .string: return value.parameterText.flatMap { check.accepts(.string($0), schema) ? .string($0) : nil }
        case .map(let values):
            return value.members.map { members in
                let read = members.compactMap { member in
                    self.read(member.value, as: values, level: level).map { JSONValue.Member(member.name, $0) }
                }
                return map(read, schema, values, level: level)
            }
        case .integer, .number, .numbers: return number(value, schema)
        case .boolean: return boolean(value)
        }
    }

    private func read(
        _ value: JSONValue, as schema: Schema, oneOf alternatives: [Schema], level: Int
    ) -> JSONValue? {
        let isRight = check.accepts(value, schema)
        if isRight, value.members == nil { return value }
        guard let discriminator = schema.discriminator, value.members != nil else {
            // Read as what it is, since members of objects may not be for responses.
            let fitting = isRight ? alternatives.filter { check.accepts(value, $0) } : alternatives
            return fitting.lazy.compactMap { read(value, as: $0, level: level + 1) }.first
        }
        // The discriminator alone says which one it is; the members of another would be made up.
        let tag = value[discriminator.property]?.text
        let named = tag.flatMap { discriminator.alternative(for: $0, among: alternatives) }
        guard let tag, let named, let read = read(value, as: named, level: level + 1) else { return nil }
        return read.overlaid(with: .object([JSONValue.Member(discriminator.property, .string(tag))]))
    }

    private func object(_ members: [JSONValue.Member], named name: String, level: Int) -> JSONValue {
        guard let schema = model.schema(named: name)?.schema, !schema.isLost || !schema.properties.isEmpty else {
            return .object(members)
        }
        let given = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        var result: [JSONValue.Member] = []
        for property in schema.properties where shows(property) {
            if let value = given[property.name].flatMap({ read($0, as: property.schema, level: level + 1) }) {
                result.append(JSONValue.Member(property.name, value))
            } else if property.isRequired {
                result.append(JSONValue.Member(property.name, make(property.schema, level: level + 1)))
            }
        }
        let known = Set(schema.properties.map(\.name))
        for member in members where !known.contains(member.name) {
            switch schema.additionalProperties {
            case .forbidden, nil: break
            case .any: result.append(member)
            case .schema(let values):
                if let value = read(member.value, as: values, level: level + 1) {
                    result.append(JSONValue.Member(member.name, value))
                }
            }
        }
        return .object(result)
    }

    /// As many items as the bounds of the list ask for.
    private func list(_ elements: [JSONValue], _ schema: Schema, _ items: Schema, level: Int) -> JSONValue {
        guard let limits = schema.limits else { return .array(elements) }
        var result: [JSONValue] = []
        for element in elements where !limits.uniqueItems || !result.contains(element) { result.append(element) }
        while result.count < min(limits.minItems ?? 0, Self.mostMade) {
            let made = make(items, level: level + 1)
            if !limits.uniqueItems || !result.contains(made) {
                result.append(made)
            } else if let other = other(made, items, than: result) {
                result.append(other)
            } else {
                break
            }
        }
        return .array(Array(result.prefix(limits.maxItems ?? .max)))
    }

    /// As many members as the bounds of the map ask for.
    private func map(_ members: [JSONValue.Member], _ schema: Schema, _ values: Schema, level: Int) -> JSONValue {
        guard let limits = schema.limits else { return .object(members) }
        var result = members
        while result.count < min(limits.minProperties ?? 0, Self.mostMade) {
            result.append(JSONValue.Member("key\(result.count + 1)", make(values, level: level + 1)))
        }
        return .object(Array(result.prefix(limits.maxProperties ?? .max)))
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
    static let greatestLevel = 8

    /// What bounds ask for is made up to this many times.
    private static let mostMade = 100

    func make(_ stated: Schema, level: Int) -> JSONValue {
        guard level < Self.greatestLevel, !model.resolved(stated).isNullOnly, effort.left > 0, !effort.isSpent else {
            return .null
        }
        if stated.example == nil, case .reference(let name) = stated.kind,
            let example = model.schema(named: name)?.schema.example, let value = read(example, as: stated, level: level)
        {
            return value
        }
        let limit = effort.left
        var left = limit
        let example = model.exampleValue(of: stated, spending: &left)
        effort.spend(max(1, limit - left))
        if let value = read(example, as: stated, level: level) { return value }
        let resolved = model.resolved(stated)
        let value = keeping(plain(resolved, level: level), stated, level: level)
        return resolved.isNullable && !check.accepts(value, stated) ? .null : value
    }

    /// The simplest value that a schema allows, where its examples give none.
    private func plain(_ schema: Schema, level: Int) -> JSONValue {
        switch schema.kind {
        case .unknown: return .object([])
        case .object: return map([], schema, Schema(.unknown), level: level)
        case .map(let values): return map([], schema, values, level: level)
        case .numbers(_, let values): return .number(values.first ?? "1")
        case .reference(let name): return schema.isNullable ? .null : object([], named: name, level: level)
        case .array(let items): return list([], schema, items, level: level)
        case .union(let alternatives): return plain(schema, oneOf: alternatives, level: level)
        case .enumeration(let values): return .string(values.first ?? "")
        case .string(let format): return .string(plainText(schema, format: format))
        case .integer, .number:
            let numbers =
                ["1", schema.defaultValue?.parameterText].compactMap { $0 } + (schema.limits?.candidates ?? [])
            return .number(numbers.first { check.accepts(.number($0), schema) } ?? "1")
        case .boolean: return .bool(true)
        }
    }

    /// A value of the first alternative that has one, with what its discriminator must say.
    private func plain(_ schema: Schema, oneOf alternatives: [Schema], level: Int) -> JSONValue {
        for alternative in alternatives {
            var value = make(alternative, level: level + 1)
            if let discriminator = schema.discriminator, case .reference(let name) = alternative.kind,
                value.members != nil
            {
                let tag = JSONValue.Member(discriminator.property, .string(discriminator.value(for: name)))
                value = value.overlaid(with: .object([tag]))
            }
            if check.accepts(value, schema) { return value }
        }
        return alternatives.first.map { make($0, level: level + 1) } ?? .null
    }

    private func plainText(_ schema: Schema, format: String?) -> String {
        let candidates = texts(schema, format: format)
        return candidates.first { check.accepts(.string($0), schema) } ?? candidates[0]
    }
}

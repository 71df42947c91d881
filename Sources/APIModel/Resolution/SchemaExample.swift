extension APIModel {
    /// A value that `schema` allows, made of the values that the documentation shows where they fit and of simple ones
    /// where it shows none.
    ///
    /// Lists get one element. Members that may be left out go five schemas deep, or `optionalDepth`. A schema that holds
    /// itself is left out where it would come again; a required member of that kind is `null`. Texts and the whole have an
    /// end, whatever the bounds and schemas ask for.
    public func exampleValue(of schema: Schema, optionalDepth: Int = 5) -> JSONValue {
        SchemaExample(model: self, left: 100_000, optionalDepth: optionalDepth).value(of: schema, within: []) ?? .null
    }

    /// The same, of at most `left` values, of which those are taken that were made.
    public func exampleValue(of schema: Schema, spending left: inout Int) -> JSONValue {
        let example = SchemaExample(model: self, left: left, optionalDepth: 5)
        defer { left = example.left }
        return example.value(of: schema, within: []) ?? .null
    }
}

private final class SchemaExample {
    private let model: APIModel
    /// How many values may still be made: schemas that all need each other have more members than memory has room for.
    private(set) var left: Int

    /// How many schemas deep members go that may be left out.
    private let optionalDepth: Int

    init(model: APIModel, left: Int, optionalDepth: Int) {
        self.model = model
        self.left = left
        self.optionalDepth = optionalDepth
    }

    /// How many schemas deep all members go.
    private static let deepest = 16

    /// Texts are made up to this length.
    private static let longestText = 100_000

    /// A value; `nil` where the schema would come again.
    func value(of schema: Schema, within outer: [String]) -> JSONValue? {
        guard left > 0 else { return nil }
        left -= 1
        if let example = schema.example, fits(example, schema) { return example }
        if let value = schema.defaultValue, fits(value, schema) { return value }
        switch schema.kind {
        case .unknown, .object: return .object([])
        case .string(let format): return .string(text(format, schema))
        case .integer, .number: return .number("1")
        case .boolean: return .bool(true)
        case .enumeration(let values): return .string(values.first { !$0.isEmpty } ?? values.first ?? "")
        case .numbers(_, let values): return .number(values.first ?? "0")
        case .map(let values):
            return .object(value(of: values, within: outer).map { [JSONValue.Member("key", $0)] } ?? [])
        // Elements that each have a type of their own are none to make up; no list is wrong without them.
        case .array where schema.checks?["prefixItems"] != nil: return .array([])
        case .array(let items): return .array(value(of: items, within: outer).map { [$0] } ?? [])
        case .union(let members): return union(members, schema.discriminator, within: outer)
        case .reference(let name): return object(name, within: outer)
        }
    }

    /// A value of the first member that is not cut off, which says by its discriminator what it is.
    private func union(
        _ members: [Schema], _ discriminator: Schema.Discriminator?, within outer: [String]
    ) -> JSONValue? {
        for member in members {
            guard let value = value(of: member, within: outer) else { continue }
            guard let discriminator, let name = discriminator.values(for: member).first,
                case .object(var fields) = value
            else { return value }
            if let index = fields.firstIndex(where: { $0.name == discriminator.property }) {
                fields[index].value = .string(name)
            } else {
                fields.append(JSONValue.Member(discriminator.property, .string(name)))
            }
            return .object(fields)
        }
        return nil
    }

    private func object(_ name: String, within outer: [String]) -> JSONValue? {
        guard let schema = model.schema(named: name)?.schema, outer.count < Self.deepest else { return nil }
        // A union that comes again may have members that end; an object that comes again has the same ones.
        let times = outer.count { $0 == name }
        guard times < (schema.definition == nil ? 1 : 2) else { return nil }
        if let definition = schema.definition { return value(of: definition, within: outer + [name]) }
        var members: [JSONValue.Member] = []
        for property in schema.properties {
            // Schemas that all mention each other would fill the memory.
            if !property.isRequired, outer.count >= optionalDepth { continue }
            if let value = value(of: property.schema, within: outer + [name]) {
                members.append(JSONValue.Member(property.name, value))
            } else if property.isRequired {
                members.append(JSONValue.Member(property.name, .null))
            }
        }
        return .object(members)
    }

    private func text(_ format: String?, _ schema: Schema) -> String {
        switch format {
        case "date-time": "2024-01-02T03:04:05Z"
        case "date": "2024-01-02"
        case "uuid": "00000000-0000-4000-8000-000000000000"
        default: String(repeating: "x", count: min(max(1, schema.minLength ?? 1), Self.longestText))
        }
    }

    /// Whether a documented value is taken as it is: one that code which was generated from the schema can read, and
    /// that says something.
    private func fits(_ value: JSONValue, _ schema: Schema) -> Bool {
        schema.admits(value) { schema, value in
            switch (schema.kind, value) {
            // Nothing tells whether these are right; what is made of the schema is.
            case (_, .null), (.unknown, _), (.reference, _): false
            case (.string("date-time"), .string(let text)):
                text.utf8.count >= 19 && text.utf8.contains(UInt8(ascii: "T"))
            case (.integer, .number(let text)): Int(text) != nil
            default: nil
            }
        }
    }
}

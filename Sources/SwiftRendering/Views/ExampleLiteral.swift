import APIModel

/// Values of the documentation as Swift expressions, for tests.
struct ExampleLiteral {
    let plan: TypePlan
    let home: TypePlan.Namespace

    /// An expression of the type that `schema` has in Swift.
    ///
    /// - Returns: the expression, and whether the documentation shows the value; where it shows none, a value that the
    ///   type allows.
    func expression(for schema: Schema, named name: String) -> (code: SwiftCode, isDocumented: Bool) {
        if let example = schema.example, let code = self.code(example, schema, named: name) { return (code, true) }
        return (placeholder(schema, named: name), false)
    }

    /// A value as an expression of the type that `schema` has in Swift; a placeholder where it is not of that type.
    func code(_ value: JSONValue, for schema: Schema, named name: String) -> SwiftCode {
        code(value, schema, named: name) ?? placeholder(schema, named: name)
    }

    /// What the value looks like in a path or a query.
    static func wireText(for schema: Schema) -> [String] {
        switch (schema.kind, schema.example) {
        case (.string("date-time"), .string(let text)?): [Self.sentForm(ofDateTime: text)]
        case (_, .array(let elements)?): elements.map(\.compactText)
        case (_, let example?): [example.compactText]
        case (_, nil): [placeholderText(schema)]
        }
    }

    /// A documented date-time as it is sent: in UTC, whole seconds without a point, always with its zone.
    private static func sentForm(ofDateTime text: String) -> String {
        text.utf8.count == 19 ? text + "Z" : text
    }

    private func code(_ value: JSONValue, _ schema: Schema, named name: String) -> SwiftCode? {
        switch (schema.kind, value) {
        case (.string(let format), .string(let text)):
            return format == "date-time" ? "try Date(documented: \(SwiftCode.string(text)))" : SwiftCode.string(text)
        case (.string, _), (.unknown, _), (.object, _), (.map, _), (.union, _): return nil
        case (.integer("uint64"), .number(let text)): return UInt64(text).map { "\($0)" }
        case (.integer, .number(let text)): return Int(text).map { "\($0)" }
        case (.number, .number(let text)): return SwiftCode.number(text)
        case (.numbers(.integer, _), .number(let text)):
            return Int(text).map { rawValue("\($0)", schema, named: name) }
        case (.numbers(.number, _), .number(let text)):
            return SwiftCode.number(text).map { rawValue($0, schema, named: name) }
        case (.boolean, .bool(let flag)): return SwiftCode.bool(flag)
        case (.enumeration, .string(let text)):
            return rawValue(SwiftCode.string(text), schema, named: name)
        case (.array(let items), .array(let elements)):
            let codes = elements.compactMap { code($0, items, named: SwiftTypeMapping.singular(name)) }
            return codes.count == elements.count ? "[\(SwiftCode.joined(codes, separator: ", "))]" : nil
        default: return nil
        }
    }

    /// A value of an enumeration: of its type, or as it is where the enumeration has none.
    private func rawValue(_ code: SwiftCode, _ schema: Schema, named name: String) -> SwiftCode {
        let type = plan.type(of: schema, named: name, from: home)
        let isPlain = ["Int", "UInt64", "String", "Double", "Decimal"].contains(type.source)
        return isPlain ? code : "\(type)(rawValue: \(code))"
    }

    private func placeholder(_ schema: Schema, named name: String) -> SwiftCode {
        switch schema.kind {
        case .string("date-time"): "try Date(documented: \(SwiftCode.string(Self.placeholderText(schema))))"
        case .string: SwiftCode.string(Self.placeholderText(schema))
        case .integer: "1"
        case .number: "1"
        case .numbers(_, let values):
            rawValue(SwiftCode.number(values.first ?? "1") ?? "1", schema, named: name)
        case .boolean: "true"
        case .enumeration:
            rawValue(SwiftCode.string(Self.placeholderText(schema)), schema, named: name)
        case .array(let items): "[\(placeholder(items, named: SwiftTypeMapping.singular(name)))]"
        case .unknown, .object, .map, .reference, .union: SwiftCode.string(Self.placeholderText(schema))
        }
    }

    private static func placeholderText(_ schema: Schema) -> String {
        switch schema.kind {
        case .string("date-time"): "2024-01-02T03:04:05Z"
        case .integer, .number: "1"
        case .numbers(_, let values): values.first ?? "1"
        case .boolean: "true"
        case .enumeration(let values): values.first { !$0.isEmpty } ?? values.first ?? "value"
        case .array(let items): placeholderText(items)
        default: "value"
        }
    }
}

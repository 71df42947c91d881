import APIModel
import APISpec

/// Tells whether a value is one that a schema allows, and if not, what is wrong and where.
struct SchemaCheck: Sendable {
    /// Something wrong at a place: `body.retention_period: must be one of WEEK_2, MONTH_1`.
    struct Problem: Hashable, CustomStringConvertible {
        /// The place as a path of names: `body.schedules[0].frequency`.
        let place: String
        /// What the value must be. Never what it is: it may be a secret.
        let demand: String

        /// Place and demand.
        var description: String { "\(place): \(demand)" }
    }

    /// What happens to members that a schema does not state.
    enum UnknownMembers {
        /// They are wrong.
        case refused
        /// They are wrong where a table states the members; a schema that was put together from examples may lack some.
        case refusedWhereStated
        /// They are left alone.
        case ignored
    }

    /// A value that is wrong in more ways is reported in this many.
    static let mostProblems = 20

    private let model: APIModel
    private let patterns: PatternBook
    private let unknownMembers: UnknownMembers

    /// A check against the schemas of `model`.
    init(_ model: APIModel, patterns: PatternBook, unknownMembers: UnknownMembers) {
        self.model = model
        self.patterns = patterns
        self.unknownMembers = unknownMembers
    }

    /// Everything that is wrong with `value` as one of `schema`, in the order of the schema; empty where it fits.
    func problems(of value: JSONValue, _ schema: Schema, at place: String) -> [Problem] {
        var problems: [Problem] = []
        check(value, schema, place, &problems)
        return problems
    }

    /// Whether `value` is one of `schema`.
    func accepts(_ value: JSONValue, _ schema: Schema) -> Bool {
        problems(of: value, schema, at: "").isEmpty
    }

    // MARK: Kinds

    private func check(_ value: JSONValue, _ schema: Schema, _ place: String, _ problems: inout [Problem]) {
        guard problems.count < Self.mostProblems else { return }
        func demand(_ text: String) { problems.append(Problem(place: place, demand: text)) }
        if schema.kind == .unknown { return }
        if value == .null {
            if !allowsNull(schema) { demand("must not be null") }
            return
        }
        switch (schema.kind, value) {
        case (.string(let format), .string(let text)):
            if let wrong = self.demand(on: text, schema, format: format) { demand(wrong) }
        case (.enumeration(let values), .string(let text)):
            if !values.contains(text) { demand("must be one of \(values.joined(separator: ", "))") }
        case (.numbers(_, let values), .number(let text)):
            if !values.contains(text) { demand("must be one of \(values.joined(separator: ", "))") }
        case (.map(let values), .object(let members)):
            for member in members {
                check(member.value, values, "\(place).\(shortName(member.name))", &problems)
                if problems.count >= Self.mostProblems { return }
            }
        case (.integer(let format), .number(let text)):
            if let wrong = self.demand(onWhole: text, format: format) { demand(wrong) }
        case (.number, .number), (.boolean, .bool), (.object, .object): break
        case (.array(let items), .array(let elements)):
            for (index, element) in elements.enumerated() {
                check(element, items, "\(place)[\(index)]", &problems)
                if problems.count >= Self.mostProblems { return }
            }
        case (.reference(let name), .object(let members)): check(members, named: name, place, &problems)
        case (.union(let alternatives), _): check(value, oneOf: alternatives, place, &problems)
        default: demand("must be \(Self.words(for: schema.kind))")
        }
    }

    private func allowsNull(_ schema: Schema) -> Bool {
        if schema.isNullable { return true }
        if case .union(let members) = schema.kind { return members.contains(where: allowsNull) }
        return schema.kind == .unknown
    }

    private func check(
        _ members: [JSONValue.Member], named name: String, _ place: String, _ problems: inout [Problem]
    ) {
        guard let schema = model.schema(named: name)?.schema, !schema.isLost else { return }
        let values = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        for property in schema.properties {
            if let value = values[property.name] {
                check(value, property.schema, "\(place).\(property.name)", &problems)
            } else if property.isRequired {
                problems.append(Problem(place: "\(place).\(property.name)", demand: "is required"))
            }
        }
        switch unknownMembers {
        case .refused: break
        case .refusedWhereStated: if !schema.recovered.isEmpty { return }
        case .ignored: return
        }
        let known = Set(schema.properties.map(\.name))
        for member in members where !known.contains(member.name) {
            guard problems.count < Self.mostProblems else { return }
            problems.append(Problem(place: "\(place).\(shortName(member.name))", demand: "is no property of \(name)"))
        }
    }

    /// Reports what is wrong with the alternative that comes nearest.
    private func check(
        _ value: JSONValue, oneOf alternatives: [Schema], _ place: String, _ problems: inout [Problem]
    ) {
        var nearest: [Problem]?
        for alternative in alternatives {
            let found = self.problems(of: value, alternative, at: place)
            if found.isEmpty { return }
            let isOtherKind = found.count == 1 && found[0].place == place
            if !isOtherKind, found.count < nearest?.count ?? .max { nearest = found }
        }
        let words = alternatives.map { Self.words(for: $0.kind) }
        problems += nearest ?? [Problem(place: place, demand: "must be \(words.joined(separator: " or "))")]
    }

    // MARK: Texts

    private func demand(on text: String, _ schema: Schema, format: String?) -> String? {
        let least = schema.minLength ?? 0
        let most = schema.maxLength ?? .max
        if least > 0 || most < .max {
            let count = text.unicodeScalars.count
            if count < least { return "must have at least \(least) character\(least == 1 ? "" : "s")" }
            if count > most { return "must have at most \(most) character\(most == 1 ? "" : "s")" }
        }
        if let format = format.flatMap(TextFormat.init(rawValue:)), !format.accepts(text) {
            return "must be written like \(format.sample)"
        }
        if let source = schema.pattern, let pattern = patterns[source], !pattern.matches(text) {
            return "must match the pattern \(source)"
        }
        return nil
    }

    /// `3`, `3.0` and `3e2` are whole.
    private func demand(onWhole text: String, format: String?) -> String? {
        let number = text.utf8.count < 400 ? Double(text) ?? .nan : .infinity
        let isWhole =
            Int(text) != nil || number.isFinite && number.rounded() == number
            || text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isWhole else { return "must be a whole number" }
        switch format {
        case "int32" where Int32(text) == nil && Int32(exactly: number) == nil:
            return "must be a whole number that fits 32 bits"
        case "int64" where Int64(text) == nil && Int64(exactly: number) == nil:
            return "must be a whole number that fits 64 bits"
        default: return nil
        }
    }

    private static func words(for kind: Schema.Kind) -> String {
        switch kind {
        case .unknown: "any value"
        case .string, .enumeration: "a string"
        case .integer: "a whole number"
        case .number, .numbers: "a number"
        case .boolean: "true or false"
        case .object, .map, .reference: "an object"
        case .array: "a list"
        case .union(let members): members.map { words(for: $0.kind) }.joined(separator: " or ")
        }
    }
}

/// The beginning of a name that a client made up, fit for a message.
func shortName(_ name: String) -> String {
    let shown = name.unicodeScalars.prefix(64).map { scalar in
        scalar.properties.generalCategory == .control || scalar.value > 0x7E ? "?" : String(scalar)
    }
    return shown.joined() + (name.unicodeScalars.count > 64 ? "…" : "")
}

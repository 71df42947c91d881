import APIModel
import Foundations
import Patterns
import SchemaChecks

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

    /// What is said of what the documentation does not name and does not forbid either.
    static let strictly = " (refused by a strict check)"

    /// Whether what the documentation leaves open is let pass.
    private var isOpen: Bool { if case .ignored = unknownMembers { true } else { false } }

    private let context: SchemaContext
    private let unknownMembers: UnknownMembers
    private let isOfRequests: Bool
    private let isOfAnswers: Bool
    /// What all checks on the way to one answer share; `nil` where each has an end of its own.
    var effort: Effort?

    /// A check against the schemas of `model`; in requests, members that stand in responses only are never required,
    /// and in answers none that stand in requests only.
    init(
        _ model: APIModel, patterns: PatternBook, unknownMembers: UnknownMembers, isOfRequests: Bool = true,
        isOfAnswers: Bool = false
    ) {
        self.init(
            SchemaContext(model, patterns), unknownMembers: unknownMembers, isOfRequests: isOfRequests,
            isOfAnswers: isOfAnswers)
    }

    /// A check against the schemas of a context that others have too.
    init(_ context: SchemaContext, unknownMembers: UnknownMembers, isOfRequests: Bool, isOfAnswers: Bool) {
        self.context = context
        self.unknownMembers = unknownMembers
        self.isOfRequests = isOfRequests
        self.isOfAnswers = isOfAnswers
    }

    /// The model whose schemas values are held against.
    var model: APIModel { context.model }

    /// The patterns of the model.
    var patterns: PatternBook { context.patterns }

    /// Everything that is wrong with `value` as one of `schema`, in the order of the schema; empty where it fits.
    func problems(of value: JSONValue, _ schema: Schema, at place: String) -> [Problem] {
        var problems: [Problem] = []
        check(value, schema, place, Depth(of: schema), &problems)
        return problems
    }

    /// Whether `value` is one of `schema`.
    func accepts(_ value: JSONValue, _ schema: Schema) -> Bool {
        problems(of: value, schema, at: "").isEmpty
    }

    /// The first keyword of a schema's checks, and of those of what it names, that a value does not keep to.
    func brokenKeyword(by value: JSONValue, _ schema: Schema) -> String? {
        if value == .null { return nil }
        let checks = ConstraintCheck(patterns: patterns)
        return model.checks(on: schema, isObject: value.members != nil).lazy.compactMap {
            checks.brokenKeyword(of: $0, by: value)
        }.first
    }

    // MARK: Kinds

    /// How deep in a value a check is, and how much it may still do: lists of unions of lists have more ways than there
    /// is time for. What is left then counts as fitting.
    private struct Depth {
        private final class Alternatives {
            var left = 300_000
            var known: [Tried: [Problem]] = [:]
        }

        private var level = 0
        /// `nil` where the type has no alternatives in it.
        private let alternatives: Alternatives?

        /// At a value of a type.
        init(of schema: Schema) {
            switch schema.kind {
            case .string, .integer, .number, .boolean, .enumeration, .numbers: alternatives = nil
            default: alternatives = Alternatives()
            }
        }

        /// One level deeper.
        var next: Depth {
            var copy = self
            copy.level += 1
            return copy
        }

        /// Whether a value is followed further: a union may hold itself.
        var isWithinReach: Bool { level < 256 && (alternatives?.left ?? 1) > 0 }

        /// What is wrong with a value as an alternative. What was found out once is not found out again: a union below a
        /// union meets each of its values as often as there are ways to it.
        func problems(of tried: Tried, _ find: () -> [Problem]) -> [Problem] {
            guard let alternatives else { return find() }
            // Looking up takes time too, where every value is met by many ways.
            alternatives.left -= 1
            if let known = alternatives.known[tried] { return known }
            let found = find()
            alternatives.known[tried] = found
            return found
        }
    }

    /// A value as one of the alternatives of a union.
    private struct Tried: Hashable {
        /// Where the value stands.
        let place: String
        /// How many members it has: fewer where the one that tells alternatives apart was taken out.
        let members: Int
        let alternative: Schema
    }

    private func problems(
        of value: JSONValue, asAlternative alternative: Schema, _ place: String, _ level: Depth
    ) -> [Problem] {
        let tried = Tried(place: place, members: value.members?.count ?? 0, alternative: alternative)
        return level.problems(of: tried) {
            var found: [Problem] = []
            check(value, alternative, place, level.next, &found)
            return found
        }
    }

    private func check(
        _ value: JSONValue, _ stated: Schema, _ place: String, _ level: Depth, _ problems: inout [Problem]
    ) {
        guard problems.count < Self.mostProblems, level.isWithinReach, effort?.look() ?? true else { return }
        func demand(_ text: String) { problems.append(Problem(place: place, demand: text)) }
        let schema = model.resolved(stated)
        if schema.isNullOnly { return value == .null ? () : demand("must be null") }
        if let keyword = brokenKeyword(by: value, stated) { demand("must keep to `\(keyword)` of the documentation") }
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
            let isStated = values.contains(text) || values.contains { DecimalText($0) == DecimalText(text) }
            if !isStated { demand("must be one of \(values.joined(separator: ", "))") }
        case (.map(let values), .object(let members)):
            if let wrong = schema.limits?.demand(onMembers: members.count) { demand(wrong) }
            for member in members {
                check(member.value, values, "\(place).\(shortName(member.name))", level.next, &problems)
                if problems.count >= Self.mostProblems { return }
            }
        case (.integer(let format), .number(let text)):
            if let wrong = self.demand(onWhole: text, format: format) ?? schema.limits?.demand(onNumber: text) {
                demand(wrong)
            }
        case (.number, .number(let text)):
            if let wrong = schema.limits?.demand(onNumber: text) { demand(wrong) }
        case (.boolean, .bool): break
        case (.object, .object(let members)):
            if let wrong = schema.limits?.demand(onMembers: members.count) { demand(wrong) }
        case (.array(let items), .array(let elements)):
            if let wrong = schema.limits?.demand(onItems: elements) { demand(wrong) }
            for (index, element) in elements.enumerated() {
                check(element, items, "\(place)[\(index)]", level.next, &problems)
                if problems.count >= Self.mostProblems { return }
            }
        case (.reference(let name), .object(let members)): check(members, named: name, place, level, &problems)
        case (.union(let alternatives), _): check(value, schema, oneOf: alternatives, place, level, &problems)
        default: demand("must be \(words(for: schema.kind))")
        }
    }

    private func allowsNull(_ schema: Schema, level: Int = 0) -> Bool {
        let schema = model.resolved(schema)
        if schema.isNullable { return true }
        if case .union(let members) = schema.kind, level < 8 {
            return members.contains { allowsNull($0, level: level + 1) }
        }
        return schema.kind == .unknown
    }

    private func check(
        _ members: [JSONValue.Member], named name: String, _ place: String, _ level: Depth, _ problems: inout [Problem]
    ) {
        guard let schema = model.schema(named: name)?.schema, !schema.isLost else { return }
        let values = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        for property in schema.properties {
            if let value = values[property.name] {
                check(value, property.schema, "\(place).\(property.name)", level.next, &problems)
            } else if property.isRequired, !(isOfRequests && property.schema.isReadOnly),
                !(isOfAnswers && !model.isAnswered(property))
            {
                problems.append(Problem(place: "\(place).\(property.name)", demand: "is required"))
            }
        }
        let known = Set(schema.properties.map(\.name))
        let further = members.filter { !known.contains($0.name) }
        switch schema.additionalProperties {
        case .any: return
        case .schema(let values):
            for member in further {
                check(member.value, values, "\(place).\(shortName(member.name))", level.next, &problems)
            }
            return
        case .forbidden, nil: break
        }
        var strictly = ""
        switch unknownMembers {
        case .refused: break
        case .refusedWhereStated:
            if !schema.recovered.isEmpty { return }
            if schema.additionalProperties == nil { strictly = Self.strictly }
        case .ignored: if schema.additionalProperties == nil { return }
        }
        for member in further {
            guard problems.count < Self.mostProblems else { return }
            problems.append(
                Problem(place: "\(place).\(shortName(member.name))", demand: "is not a property of \(name)\(strictly)"))
        }
    }

    /// Holds a value against the alternative that its discriminator names; without one, reports what is wrong with the
    /// alternative that comes nearest.
    private func check(
        _ value: JSONValue, _ schema: Schema, oneOf alternatives: [Schema], _ place: String, _ level: Depth,
        _ problems: inout [Problem]
    ) {
        if let discriminator = schema.discriminator, value.members != nil {
            let tag = value[discriminator.property]
            let place = "\(place).\(discriminator.property)"
            if let found = tag?.text.flatMap({ discriminator.alternative(for: $0, among: alternatives) }) {
                // The property may be one that only the union knows of.
                let isStated = model.member(discriminator.property, of: found) != nil
                return check(
                    isStated ? value : value.without(discriminator.property), found,
                    String(place.dropLast(discriminator.property.count + 1)), level.next, &problems)
            }
            // Where the alternatives do not require the property, a value without it may be one of them all the same.
            if isOpen, tag == nil,
                alternatives.contains(where: { self.problems(of: value, asAlternative: $0, place, level).isEmpty })
            {
                return
            }
            if let values = discriminator.values(among: alternatives) {
                let demand = tag == nil ? "is required" : "must be one of \(values.joined(separator: ", "))"
                return problems.append(Problem(place: place, demand: demand))
            }
        }
        var nearest: [Problem]?
        for alternative in alternatives {
            let found = self.problems(of: value, asAlternative: alternative, place, level)
            if found.isEmpty { return }
            let isOtherKind = found.count == 1 && found[0].place == place
            if !isOtherKind, found.count < nearest?.count ?? .max { nearest = found }
        }
        let words = alternatives.map { self.words(for: $0.kind) }
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
        // That a text is Base64 restricts nothing where it is said as `contentEncoding` (JSON Schema 2020-12, section
        // 8.1).
        if let format = format.flatMap(TextFormat.init(rawValue:)), !(isOpen && format == .byte), !format.accepts(text)
        {
            return "must be written like \(format.sample)"
        }
        if let source = schema.pattern, let pattern = patterns[source], !pattern.matches(text) {
            return "must match the pattern \(source)"
        }
        return nil
    }

    /// `3`, `3.0` and `3e2` are whole.
    private func demand(onWhole text: String, format: String?) -> String? {
        guard DecimalText(text)?.isWhole ?? false else { return "must be a whole number" }
        let bounds: (least: String, most: String, bits: Int)
        switch format {
        case "int32": bounds = ("\(Int32.min)", "\(Int32.max)", 32)
        case "int64": bounds = ("\(Int64.min)", "\(Int64.max)", 64)
        default: return nil
        }
        if Int32(text) != nil { return nil }
        // As its digits say, since a double does not tell the last ones.
        let limits = Schema.Limits(minimum: bounds.least, maximum: bounds.most)
        return limits.demand(onNumber: text).map { _ in "must be a whole number that fits \(bounds.bits) bits" }
    }

    private func words(for kind: Schema.Kind, level: Int = 0) -> String {
        switch model.resolved(Schema(kind)).kind {
        case .unknown: "any value"
        case .string, .enumeration: "a string"
        case .integer: "a whole number"
        case .number, .numbers: "a number"
        case .boolean: "true or false"
        case .object, .map, .reference: "an object"
        case .array: "a list"
        case .union(let members):
            level < 4
                ? members.map { words(for: $0.kind, level: level + 1) }.joined(separator: " or ") : "any value"
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

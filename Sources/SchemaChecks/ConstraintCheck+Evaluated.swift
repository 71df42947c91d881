import APIModel
import Patterns

/// What the keywords of a schema have looked at, which decides what `unevaluatedProperties` and `unevaluatedItems` demand
/// of the rest (JSON Schema 2020-12, section 11).
extension ConstraintCheck {
    /// The members and items of a value that a schema has looked at.
    struct Evaluated {
        fileprivate(set) var names: Set<String> = []
        fileprivate(set) var items: Set<Int> = []

        fileprivate mutating func add(_ other: Evaluated) {
            names.formUnion(other.names)
            items.formUnion(other.items)
        }
    }

    /// Whether a keyword demands something of what all others have not looked at.
    static func isUnevaluated(_ keyword: String) -> Bool {
        keyword == "unevaluatedProperties" || keyword == "unevaluatedItems"
    }

    /// What a schema looks at in a value that fits it; `nil` where it does not fit.
    ///
    /// What parts, alternatives that fit, conditions and what depends on a member have looked at counts; what `not` has
    /// does not. Each schema is held against the value once, whatever it lies in.
    func evaluated(_ schema: JSONValue, _ value: JSONValue, _ level: Int) -> Evaluated? {
        guard level < Self.deepest else { return Evaluated() }
        switch schema {
        case .bool(let flag): return flag ? Evaluated() : nil
        case .object(let members):
            if value == .null, schema["nullable"] == .bool(true) { return Evaluated() }
            var found = Evaluated()
            for member in members where !Self.isUnevaluated(member.name) {
                guard let part = evaluated(member, of: schema, value, level) else { return nil }
                found.add(part)
            }
            for member in members where Self.isUnevaluated(member.name) {
                guard let rest = rest(member, value, found, level) else { return nil }
                found.add(rest)
            }
            return found
        default: return Evaluated()
        }
    }

    private func evaluated(
        _ keyword: JSONValue.Member, of schema: JSONValue, _ value: JSONValue, _ level: Int
    ) -> Evaluated? {
        func parts() -> [Evaluated?] { Self.schemas(keyword.value).map { evaluated($0, value, level + 1) } }
        func union(_ parts: [Evaluated]) -> Evaluated {
            parts.reduce(into: Evaluated()) { $0.add($1) }
        }
        switch keyword.name {
        case "allOf":
            let parts = parts()
            return parts.contains { $0 == nil } ? nil : union(parts.compactMap(\.self))
        case "anyOf":
            let fitting = parts().compactMap(\.self)
            return fitting.isEmpty ? nil : union(fitting)
        case "oneOf":
            let fitting = parts().compactMap(\.self)
            return fitting.count == 1 ? fitting[0] : nil
        case "if":
            let condition = evaluated(keyword.value, value, level + 1)
            guard let branch = schema[condition == nil ? "else" : "then"] else { return condition ?? Evaluated() }
            return evaluated(branch, value, level + 1).map { union([condition ?? Evaluated(), $0]) }
        case "then", "else": return Evaluated()
        case "dependentSchemas":
            guard case .object = value else { return Evaluated() }
            let parts = Self.members(keyword.value).filter { value[$0.name] != nil }
                .map { evaluated($0.value, value, level + 1) }
            return parts.contains { $0 == nil } ? nil : union(parts.compactMap(\.self))
        case "contains":
            guard case .array(let items) = value else { return Evaluated() }
            var found = Evaluated()
            found.items = Set(items.indices.filter { fits(keyword.value, items[$0], level + 1) })
            return Self.isEnough(found.items.count, in: schema) ? found : nil
        default: return holds(keyword, beside: schema, for: value, level) ? looked(keyword, schema, value, level) : nil
        }
    }

    /// What a keyword that fits looks at itself.
    private func looked(
        _ keyword: JSONValue.Member, _ schema: JSONValue, _ value: JSONValue, _ level: Int
    ) -> Evaluated {
        var found = Evaluated()
        switch value {
        case .object(let members):
            let names = members.map(\.name)
            switch keyword.name {
            case "properties": found.names = Set(Self.members(keyword.value).map(\.name)).intersection(names)
            case "patternProperties":
                let patterns = Self.members(keyword.value).map { self.patterns[$0.name] }
                // What nobody can read may be any name.
                found.names = Set(names.filter { name in patterns.contains { $0?.matches(name) ?? true } })
            case "additionalProperties": found.names = Set(names)
            default: break
            }
        case .array(let items):
            switch keyword.name {
            case "prefixItems": found.items = Set(0..<min(items.count, Self.schemas(keyword.value).count))
            case "items":
                // A list of items is how JSON Schema wrote tuples before `prefixItems`.
                if case .array(let tuple) = keyword.value {
                    found.items = Set(0..<min(items.count, tuple.count))
                } else {
                    found.items = Set(items.indices)
                }
            default: break
            }
        default: break
        }
        return found
    }

    /// What is left fits what the keyword demands, and is looked at by it; `nil` where it does not.
    private func rest(_ keyword: JSONValue.Member, _ value: JSONValue, _ found: Evaluated, _ level: Int) -> Evaluated? {
        var rest = Evaluated()
        switch (keyword.name, value) {
        case ("unevaluatedProperties", .object(let members)):
            for member in members where !found.names.contains(member.name) {
                guard fits(keyword.value, member.value, level + 1) else { return nil }
                rest.names.insert(member.name)
            }
        case ("unevaluatedItems", .array(let items)):
            for (index, item) in items.enumerated() where !found.items.contains(index) {
                guard fits(keyword.value, item, level + 1) else { return nil }
                rest.items.insert(index)
            }
        default: break
        }
        return rest
    }
}

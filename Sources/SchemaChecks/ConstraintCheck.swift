package import APIModel
import Patterns

/// Holds values against the checks of a schema: what JSON Schema 2020-12 demands besides the type.
package struct ConstraintCheck {
    /// Checks and values may lie in themselves; neither is followed deeper than this, and what is deeper counts as fitting.
    static let deepest = 64

    /// The patterns of the checks, each read once; one that is not there is not understood, and not checked.
    package let patterns: PatternBook

    /// A check whose patterns are those of `patterns`.
    package init(patterns: PatternBook) { self.patterns = patterns }

    /// The keyword that a value does not keep to; `nil` where it keeps to all.
    package func brokenKeyword(of checks: JSONValue, by value: JSONValue) -> String? {
        guard case .object(let members) = checks else { return nil }
        for member in members where !holds(member, beside: checks, for: value, 0) {
            // What nobody else looked at is a check of its own, and what it demands is said.
            let parts = member.name == "allOf" ? Self.schemas(member.value) : []
            if let part = parts.first(where: { !fits($0, value, 1) }),
                let keyword = Self.members(part).first(where: { Self.isUnevaluated($0.name) })
            {
                return keyword.name
            }
            // `then` and `else` are what `if` stands for.
            return member.name
        }
        return nil
    }

    /// Whether a value fits a schema, in the words of JSON Schema 2020-12.
    package func fits(_ schema: JSONValue, _ value: JSONValue) -> Bool { fits(schema, value, 0) }

    func fits(_ schema: JSONValue, _ value: JSONValue, _ level: Int) -> Bool {
        guard level < Self.deepest else { return true }
        switch schema {
        case .bool(let flag): return flag
        case .object(let members):
            if value == .null, schema["nullable"] == .bool(true) { return true }
            if members.contains(where: { Self.isUnevaluated($0.name) }) {
                return evaluated(schema, value, level) != nil
            }
            return members.allSatisfy { holds($0, beside: schema, for: value, level) }
        default: return true
        }
    }

    func holds(
        _ keyword: JSONValue.Member, beside schema: JSONValue, for value: JSONValue, _ level: Int
    ) -> Bool {
        let demand = keyword.value
        switch keyword.name {
        case "not": return !fits(demand, value, level + 1)
        case "allOf": return Self.schemas(demand).allSatisfy { fits($0, value, level + 1) }
        case "anyOf": return Self.schemas(demand).contains { fits($0, value, level + 1) }
        case "oneOf": return Self.schemas(demand).count { fits($0, value, level + 1) } == 1
        case "if":
            let branch = fits(demand, value, level + 1) ? "then" : "else"
            return schema[branch].map { fits($0, value, level + 1) } ?? true
        case "type": return Self.isOfType(demand, value)
        case "const": return Self.areEqual(demand, value)
        case "enum": return Self.schemas(demand).contains { Self.areEqual($0, value) }
        case _ where Self.isUnevaluated(keyword.name): return evaluated(schema, value, level) != nil
        default: break
        }
        switch value {
        case .object(let members): return holds(keyword.name, demand, schema, members, value, level)
        case .array(let items): return holds(keyword.name, demand, schema, items, level)
        case .string(let text): return holds(keyword.name, demand, text)
        case .number(let text): return DecimalText(text).map { Self.holds(keyword.name, demand, schema, $0) } ?? true
        case .null, .bool: return true
        }
    }

    static func schemas(_ value: JSONValue) -> [JSONValue] {
        if case .array(let items) = value { items } else { [] }
    }

    static func members(_ value: JSONValue?) -> [JSONValue.Member] {
        if case .object(let members)? = value { members } else { [] }
    }

    private static func number(_ value: JSONValue?) -> Double? {
        if case .number(let text)? = value { Double(text) } else { nil }
    }

    /// Whether a list has as many items of the wanted kind as its schema demands.
    static func isEnough(_ count: Int, in schema: JSONValue) -> Bool {
        Double(count) >= number(schema["minContains"]) ?? 1
            && Double(count) <= number(schema["maxContains"]) ?? .infinity
    }

    // MARK: Kinds of values

    private func holds(
        _ keyword: String, _ demand: JSONValue, _ schema: JSONValue, _ members: [JSONValue.Member], _ value: JSONValue,
        _ level: Int
    ) -> Bool {
        switch keyword {
        case "required":
            return Self.schemas(demand).allSatisfy { name in members.contains { .string($0.name) == name } }
        case "properties":
            return Self.members(demand).allSatisfy { property in
                value[property.name].map { fits(property.value, $0, level + 1) } ?? true
            }
        case "patternProperties":
            return Self.members(demand).allSatisfy { entry in
                guard let pattern = patterns[entry.name] else { return true }
                return members.allSatisfy { !pattern.matches($0.name) || fits(entry.value, $0.value, level + 1) }
            }
        case "additionalProperties":
            let known = Set(Self.members(schema["properties"]).map(\.name))
            let others = Self.members(schema["patternProperties"]).compactMap { patterns[$0.name] }
            return members.allSatisfy { member in
                known.contains(member.name) || others.contains { $0.matches(member.name) }
                    || fits(demand, member.value, level + 1)
            }
        case "propertyNames": return members.allSatisfy { fits(demand, .string($0.name), level + 1) }
        case "dependentRequired":
            return Self.members(demand).allSatisfy { entry in
                value[entry.name] == nil
                    || Self.schemas(entry.value).allSatisfy { name in members.contains { .string($0.name) == name } }
            }
        case "dependentSchemas":
            return Self.members(demand).allSatisfy { value[$0.name] == nil || fits($0.value, value, level + 1) }
        case "minProperties": return Self.number(demand).map { Double(members.count) >= $0 } ?? true
        case "maxProperties": return Self.number(demand).map { Double(members.count) <= $0 } ?? true
        default: return true
        }
    }

    private func holds(
        _ keyword: String, _ demand: JSONValue, _ schema: JSONValue, _ items: [JSONValue], _ level: Int
    ) -> Bool {
        switch keyword {
        case "prefixItems": return zip(Self.schemas(demand), items).allSatisfy { fits($0, $1, level + 1) }
        case "items":
            if case .array(let tuple) = demand { return zip(tuple, items).allSatisfy { fits($0, $1, level + 1) } }
            return items.dropFirst(Self.schemas(schema["prefixItems"] ?? .null).count).allSatisfy {
                fits(demand, $0, level + 1)
            }
        case "contains":
            return Self.isEnough(items.count { fits(demand, $0, level + 1) }, in: schema)
        case "minItems": return Self.number(demand).map { Double(items.count) >= $0 } ?? true
        case "maxItems": return Self.number(demand).map { Double(items.count) <= $0 } ?? true
        case "uniqueItems":
            guard demand == .bool(true), items.count <= 1_000 else { return true }
            return items.indices.allSatisfy { first in
                !items[(first + 1)...].contains { Self.areEqual($0, items[first]) }
            }
        default: return true
        }
    }

    private func holds(_ keyword: String, _ demand: JSONValue, _ text: String) -> Bool {
        switch keyword {
        case "minLength": Self.number(demand).map { Double(text.unicodeScalars.count) >= $0 } ?? true
        case "maxLength": Self.number(demand).map { Double(text.unicodeScalars.count) <= $0 } ?? true
        case "pattern":
            if case .string(let source) = demand, let pattern = patterns[source] { pattern.matches(text) } else { true }
        default: true
        }
    }

    /// As the digits of both say, like all bounds.
    private static func holds(
        _ keyword: String, _ demand: JSONValue, _ schema: JSONValue, _ value: DecimalText
    ) -> Bool {
        guard let bound = decimal(demand) else {
            // OpenAPI 3.0 has flags there, which belong to the bounds beside them.
            switch (keyword, demand) {
            case ("exclusiveMinimum", .bool(true)): return decimal(schema["minimum"]).map { value > $0 } ?? true
            case ("exclusiveMaximum", .bool(true)): return decimal(schema["maximum"]).map { value < $0 } ?? true
            default: return true
            }
        }
        switch keyword {
        case "minimum": return value >= bound
        case "maximum": return value <= bound
        case "exclusiveMinimum": return value > bound
        case "exclusiveMaximum": return value < bound
        case "multipleOf": return value.isMultiple(of: bound) ?? true
        default: return true
        }
    }

    private static func decimal(_ value: JSONValue?) -> DecimalText? {
        if case .number(let text)? = value { DecimalText(text) } else { nil }
    }

    // MARK: Values

    private static func isOfType(_ demand: JSONValue, _ value: JSONValue) -> Bool {
        let names: [JSONValue] = if case .array(let names) = demand { names } else { [demand] }
        return names.contains { name in
            switch (name, value) {
            case (.string("null"), .null), (.string("boolean"), .bool), (.string("string"), .string),
                (.string("number"), .number), (.string("array"), .array), (.string("object"), .object):
                true
            case (.string("integer"), .number(let text)):
                DecimalText(text)?.isWhole ?? false
            default: false
            }
        }
    }

    private static func areEqual(_ first: JSONValue, _ second: JSONValue, _ level: Int = 0) -> Bool {
        guard level < deepest else { return true }
        switch (first, second) {
        case (.number(let first), .number(let second)):
            return first == second || DecimalText(first) == DecimalText(second)
        case (.array(let first), .array(let second)):
            return first.count == second.count && zip(first, second).allSatisfy { areEqual($0, $1, level + 1) }
        case (.object(let members), .object(let others)):
            return members.count == others.count
                && members.allSatisfy { member in
                    second[member.name].map { areEqual($0, member.value, level + 1) } ?? false
                }
        default: return first == second
        }
    }
}

import APISpec

/// An edit of a type, with the ends of the rules that it falls under.
struct ValueMutation {
    let schema: Schema
    let forwards: String
    let backwards: String
    /// Steps below the place of the type.
    var steps = ""
}

extension Mutator {
    /// An edit of what is known of values.
    mutating func value(_ old: Schema) -> ValueMutation? {
        var new = old
        let kinds = [
            "nullable", "boolean", "widen", "enum", "values", "default", "maximum", "tighter", "pattern", "items",
            "unknown", "object", "alternative", "format", "minimum",
        ]
        switch pick(kinds) {
        case "nullable":
            guard !old.isNullable else { return nil }
            new.isNullable = true
            return ValueMutation(schema: new, forwards: "became-nullable", backwards: "became-not-nullable")
        case "boolean":
            guard case .string = old.kind else { return nil }
            new.kind = .boolean
            return ValueMutation(schema: new, forwards: "type-changed", backwards: "type-changed")
        case "widen":
            guard case .integer = old.kind else { return nil }
            new.kind = .number(format: nil)
            return ValueMutation(schema: new, forwards: "type-widened", backwards: "type-narrowed")
        case "format":
            guard old.kind == .string(format: nil) else { return nil }
            new.kind = .string(format: "date-time")
            return ValueMutation(schema: new, forwards: "type-narrowed", backwards: "type-widened")
        case "enum":
            guard case .enumeration = old.kind else { return nil }
            new.kind = .string(format: nil)
            return ValueMutation(schema: new, forwards: "enum-removed", backwards: "enum-added")
        case "values":
            guard case .enumeration(let values) = old.kind else { return nil }
            new.kind = .enumeration(values + ["ZZ_MORE"])
            return ValueMutation(schema: new, forwards: "enum-value-added", backwards: "enum-value-removed")
        case "default":
            new.defaultValue = .string("zz")
            return old.defaultValue == nil
                ? ValueMutation(schema: new, forwards: "default-added", backwards: "default-removed")
                : ValueMutation(schema: new, forwards: "default-changed", backwards: "default-changed")
        case "maximum":
            guard old.maxLength == nil else { return nil }
            new.maxLength = 77
            return ValueMutation(schema: new, forwards: "constraint-added", backwards: "constraint-loosened")
        case "minimum":
            guard old.minLength == nil else { return nil }
            new.minLength = 2
            return ValueMutation(schema: new, forwards: "constraint-added", backwards: "constraint-loosened")
        case "tighter":
            guard let limit = old.maxLength else { return nil }
            new.maxLength = limit - 1
            return ValueMutation(schema: new, forwards: "constraint-tightened", backwards: "constraint-loosened")
        case "pattern":
            new.pattern = "^zz$"
            return old.pattern == nil
                ? ValueMutation(schema: new, forwards: "constraint-added", backwards: "constraint-loosened")
                : ValueMutation(schema: new, forwards: "constraint-changed", backwards: "constraint-changed")
        case "items":
            guard case .array(let items) = old.kind, let inner = value(items) else { return nil }
            new.kind = .array(inner.schema)
            return ValueMutation(
                schema: new, forwards: inner.forwards, backwards: inner.backwards, steps: "/items\(inner.steps)")
        case "unknown":
            guard old.kind != .unknown else { return nil }
            new.kind = .unknown
            return ValueMutation(schema: new, forwards: "lost", backwards: "found")
        case "object":
            guard case .reference = old.kind else { return nil }
            new.kind = .object
            return ValueMutation(schema: new, forwards: "type-widened", backwards: "type-narrowed")
        case "alternative":
            if case .union(let members) = old.kind {
                new.kind = .union(members + [Schema(.integer(format: "int64"))])
            } else if old.kind == .string(format: nil) {
                new.kind = .union([Schema(.boolean), Schema(old.kind)])
            } else {
                return nil
            }
            return ValueMutation(schema: new, forwards: "type-widened", backwards: "type-narrowed")
        default: return nil
        }
    }

    /// An edit of what is told for people.
    mutating func people(_ old: Schema) -> ValueMutation {
        var new = old
        if Bool.random(using: &random) {
            new.description = "Other words."
            return ValueMutation(
                schema: new, forwards: "description-changed", backwards: "description-changed")
        }
        new.example = .string("zz")
        return ValueMutation(schema: new, forwards: "example-changed", backwards: "example-changed")
    }

    /// The rule for the end of an id at a property or a parameter, by the words of the documentation of rules.
    static func rule(_ prefix: String, _ end: String) -> String {
        if end == "lost" || end == "found" { return "reading-evidence-\(end)" }
        if end == "description-changed" || end == "example-changed" { return "documentation-\(end)" }
        switch prefix {
        case "response-property":
            if end.hasPrefix("default") { return "documentation-default-changed" }
            if end == "constraint-added" { return "response-property-constraint-tightened" }
        case "swift-member":
            if end.hasPrefix("default") { return "documentation-default-changed" }
            if end.hasPrefix("constraint") { return "documentation-constraint-changed" }
            if end == "enum-value-added" || end.hasSuffix("al-added") || end.hasSuffix("ed-added") {
                return "swift-member-added"
            }
            if end.hasSuffix("removed"), end != "enum-removed" { return "swift-member-removed" }
            return "swift-member-changed"
        default: break
        }
        if end == "required-removed" || end == "optional-removed", prefix != "response-property" {
            return "\(prefix)-removed"
        }
        return "\(prefix)-\(end)"
    }
}

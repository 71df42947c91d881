import APIModel
import Foundations
import SchemaChecks

/// Values that keep to what the documentation demands besides the type (`not`, `contains`, `dependentRequired`, …).
extension ExampleBuilder {
    /// `value`, or where it breaks a check one near it that does not; `value` itself where none is found.
    func keeping(_ value: JSONValue, _ schema: Schema, level: Int) -> JSONValue {
        guard check.brokenKeyword(by: value, schema) != nil else { return value }
        let checks = model.checks(on: schema, isObject: value.members != nil)
        let candidates =
            switch value {
            case .object(let members): objects(members, schema, checks, level: level)
            case .array(let elements): checks.flatMap { lists(elements, schema, $0) } + shorter(elements)
            default: checks.flatMap { samples(of: $0, level: 0) }
            }
        return candidates.first { check.accepts($0, schema) } ?? other(value, schema, than: []) ?? value
    }

    /// Objects with the members that checks ask for, and without those that may be missing.
    private func objects(
        _ members: [JSONValue.Member], _ schema: Schema, _ checks: [JSONValue], level: Int
    ) -> [JSONValue] {
        let properties = properties(of: schema) ?? []
        var whole = members
        for name in checks.flatMap({ requiredNames($0, level: 0) }) where !whole.contains(where: { $0.name == name }) {
            guard let property = properties.first(where: { $0.name == name }) else { continue }
            whole.append(JSONValue.Member(name, make(property.schema, level: level + 1)))
        }
        let required = Set(properties.filter(\.isRequired).map(\.name))
        let optional = members.map(\.name).filter { !required.contains($0) }
        return [.object(whole)]
            + optional.map { name in .object(members.filter { $0.name != name }) }
            + [.object(members.filter { required.contains($0.name) })]
    }

    /// The names that some part of a check requires.
    private func requiredNames(_ check: JSONValue, level: Int) -> [String] {
        guard level < Self.greatestLevel else { return [] }
        switch check {
        case .array(let parts): return parts.flatMap { requiredNames($0, level: level + 1) }
        case .object(let members):
            return members.flatMap { member -> [String] in
                switch (member.name, member.value) {
                case ("required", .array(let names)): names.compactMap(\.text)
                case ("dependentRequired", .object(let entries)):
                    entries.flatMap { $0.value.elements?.compactMap(\.text) ?? [] }
                case ("allOf", _), ("anyOf", _), ("oneOf", _), ("then", _), ("else", _):
                    requiredNames(member.value, level: level + 1)
                case ("dependentSchemas", .object(let entries)):
                    entries.flatMap { requiredNames($0.value, level: level + 1) }
                default: []
                }
            }
        default: return []
        }
    }

    /// Lists with as many elements of the wanted kind as a check asks for.
    private func lists(_ elements: [JSONValue], _ schema: Schema, _ check: JSONValue) -> [JSONValue] {
        guard let wanted = check["contains"] else { return [] }
        let least = check["minContains"]?.parameterText.flatMap(Int.init) ?? 1
        let fitting = ConstraintCheck(patterns: patterns)
        let others = elements.filter { !fitting.fits(wanted, $0) }
        let most = schema.limits?.maxItems ?? .max
        let count = min(max(least, 0), 100)
        return samples(of: wanted, level: 0).map { sample in
            .array(Array((Array(repeating: sample, count: count) + others).prefix(most)))
        } + [.array(others)]
    }

    /// The list without one of its elements, and without all.
    private func shorter(_ elements: [JSONValue]) -> [JSONValue] {
        let places = elements.indices.prefix(Self.mostSamples)
        return places.map { place in
            var rest = elements
            rest.remove(at: place)
            return .array(rest)
        } + [.array([])]
    }

    /// Values that may be of a schema which is written as a check; not each of them is.
    private func samples(of check: JSONValue, level: Int) -> [JSONValue] {
        guard level < Self.greatestLevel else { return [] }
        if let value = check["const"] { return [value] }
        if let values = check["enum"]?.elements { return Array(values.prefix(Self.mostSamples)) }
        var found: [JSONValue] = []
        let types = check["type"].map { $0.elements ?? [$0] } ?? []
        for type in types.isEmpty ? ["object", "string", "integer"] : types.compactMap(\.text) {
            found += samples(of: check, type: type, level: level)
        }
        for name in ["allOf", "anyOf", "oneOf"] {
            found += (check[name]?.elements ?? []).prefix(8).flatMap { samples(of: $0, level: level + 1) }
        }
        return Array(found.prefix(Self.mostSamples))
    }

    private func samples(of check: JSONValue, type: String, level: Int) -> [JSONValue] {
        func text(_ name: String) -> String? {
            if case .number(let text)? = check[name] { text } else { nil }
        }
        switch type {
        case "null": return [.null]
        case "boolean": return [.bool(true), .bool(false)]
        case "integer", "number":
            let limits = Schema.Limits(
                minimum: text("minimum"), maximum: text("maximum"), exclusiveMinimum: text("exclusiveMinimum"),
                exclusiveMaximum: text("exclusiveMaximum"), multipleOf: text("multipleOf"))
            return (["1"] + limits.candidates).map { .number($0) }
        case "string":
            var schema = Schema(.string(format: check["format"]?.text))
            schema.pattern = check["pattern"]?.text
            schema.minLength = text("minLength").flatMap { Int($0) }
            schema.maxLength = text("maxLength").flatMap { Int($0) }
            return texts(schema, format: check["format"]?.text).prefix(Self.mostSamples).map { .string($0) }
        case "array":
            let items = check["items"].flatMap { samples(of: $0, level: level + 1).first }
            return [.array([])] + (items.map { [.array([$0])] } ?? [])
        default:
            let names = check["required"]?.elements?.compactMap(\.text) ?? []
            let members = names.map { name in
                let values = check["properties"]?[name].map { samples(of: $0, level: level + 1) }
                return JSONValue.Member(name, values?.first ?? .string("x"))
            }
            return [.object(members)]
        }
    }

    /// So many values of a check are tried.
    private static let mostSamples = 40
}

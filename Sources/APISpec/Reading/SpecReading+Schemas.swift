import Diagnostics
import YAML

extension SpecReading {
    /// The keys that tell a type.
    static let typeKeys = ["type", "schema", "anyOf", "oneOf"]
    /// The keys that tell a type and what is known of its values.
    static let schemaKeys =
        typeKeys + [
            "format", "enum", "items", "nullable", "required", "default", "pattern", "minLength", "maxLength",
            "description", "example", "additionalProperties", "discriminator", "title", "deprecated", "readOnly",
            "writeOnly", "uniqueItems", "checks",
        ] + Schema.Limits.numbers.map(\.key) + Schema.Limits.itemCounts.map(\.key)
        + Schema.Limits.memberCounts.map(\.key)
    private static let types = ["string", "integer", "number", "boolean", "object", "array", "null", "unknown"]

    mutating func property(_ entry: YAMLNode.Entry) -> NamedSchema.Property? {
        let place = "property `\(entry.key.text)`"
        check(mapping(entry.value, place), allowed: Self.schemaKeys, in: place)
        guard let type = schema(entry.value, place) else { return nil }
        return NamedSchema.Property(
            name: entry.key.text, isRequired: flag("required", of: entry.value), schema: type)
    }

    /// The type that a mapping tells, without a look at keys that do not belong to a type.
    mutating func schema(_ node: YAMLNode, _ place: String) -> Schema? {
        guard node.entries != nil, let kind = kind(node, place) else { return nil }
        var schema = Schema(kind)
        schema.isNullOnly = node["type"]?.scalar?.text == "null"
        schema.isNullable = flag("nullable", of: node) || schema.isNullOnly
        schema.description = text("description", of: node)
        schema.defaultValue = node["default"].map { json($0) }
        schema.example = node["example"].map { json($0) }
        schema.pattern = text("pattern", of: node)
        schema.minLength = count("minLength", of: node)
        schema.maxLength = count("maxLength", of: node)
        schema.isExclusive = node["oneOf"] != nil
        schema.discriminator = discriminator(node)
        schema.limits = limits(node)
        schema.checks = checks(node)
        schema.title = text("title", of: node)
        schema.isDeprecated = flag("deprecated", of: node)
        schema.isReadOnly = flag("readOnly", of: node)
        schema.isWriteOnly = flag("writeOnly", of: node)
        return schema
    }

    /// What is demanded besides the type, as keywords of JSON Schema.
    mutating func checks(_ node: YAMLNode) -> JSONValue? {
        guard let value = node["checks"] else { return nil }
        guard value.entries != nil else {
            problem("`checks` is a mapping of keywords of JSON Schema, such as `not`", at: value.location)
            return nil
        }
        return json(value)
    }

    private mutating func discriminator(_ node: YAMLNode) -> Schema.Discriminator? {
        guard let value = node["discriminator"] else { return nil }
        if node["anyOf"] == nil, node["oneOf"] == nil {
            problem("`discriminator` goes with `anyOf` and `oneOf` only; remove it", at: value.location)
        }
        check(mapping(value, "discriminator"), allowed: ["property", "mapping"], in: "a discriminator")
        guard let property = requiredText("property", of: value, "a discriminator") else { return nil }
        var discriminator = Schema.Discriminator(property: property)
        for entry in mapping(value["mapping"], "mapping") {
            if let name = entry.value.scalar?.text {
                discriminator.mapping.append(.init(entry.key.text, name))
            } else {
                problem("`mapping` gives for each value the name of a schema", at: entry.value.location)
            }
        }
        return discriminator
    }

    private mutating func limits(_ node: YAMLNode) -> Schema.Limits? {
        var limits = Schema.Limits()
        for (key, path) in Schema.Limits.numbers { limits[keyPath: path] = number(key, of: node) }
        for (key, path) in Schema.Limits.itemCounts { limits[keyPath: path] = count(key, of: node) }
        for (key, path) in Schema.Limits.memberCounts { limits[keyPath: path] = count(key, of: node) }
        limits.uniqueItems = flag("uniqueItems", of: node)
        return limits.isEmpty ? nil : limits
    }

    private mutating func number(_ key: String, of node: YAMLNode) -> String? {
        guard let value = node[key] else { return nil }
        if let text = value.jsonNumber { return text }
        problem("`\(key)` is a number", at: value.location)
        return nil
    }

    private mutating func kind(_ node: YAMLNode, _ place: String) -> Schema.Kind? {
        let told = Self.typeKeys.filter { node[$0] != nil }
        guard let key = told.first else {
            problem("\(place) lacks its type; it has `type`, `schema`, `anyOf` or `oneOf`", at: node.location)
            return nil
        }
        if let second = told.dropFirst().first, let other = node[second] {
            problem("\(place) has both `\(key)` and `\(second)`; keep one of them", at: other.location)
            return nil
        }
        let fitting: [String] =
            switch (key, node["type"]?.scalar?.text) {
            case ("type", "string"): node["enum"] == nil ? ["format"] : ["enum"]
            case ("type", "integer"), ("type", "number"): node["enum"] == nil ? ["format"] : ["enum"]
            case ("type", "array"): ["items"]
            case ("type", "object"): ["additionalProperties"]
            default: []
            }
        for word in ["format", "enum", "items", "additionalProperties"] where !fitting.contains(word) {
            if let value = node[word] {
                problem("`\(word)` does not go with this `\(key)`; remove it, or correct the type", at: value.location)
            }
        }
        switch key {
        case "schema":
            return requiredText("schema", of: node, place).map(Schema.Kind.reference)
        case "anyOf", "oneOf":
            let members = list(node[key], key).compactMap { member -> Schema? in
                check(mapping(member, key), allowed: Self.schemaKeys, in: "a type of `\(key)`")
                return schema(member, "a type of `\(key)`")
            }
            if members.count < 2 {
                problem("`\(key)` has at least two types", at: node[key]?.location ?? node.location)
            }
            return .union(members)
        default:
            return namedKind(node, place)
        }
    }

    private mutating func namedKind(_ node: YAMLNode, _ place: String) -> Schema.Kind? {
        guard let type = requiredText("type", of: node, place), let typeNode = node["type"] else { return nil }
        let format = text("format", of: node)
        switch type {
        case "string":
            guard let values = node["enum"] else { return .string(format: format) }
            let texts = self.texts("enum", of: node)
            if texts.isEmpty { problem("`enum` has at least one value", at: values.location) }
            return .enumeration(texts)
        case "integer": return node["enum"] == nil ? .integer(format: format) : numbers(.integer, of: node)
        case "number": return node["enum"] == nil ? .number(format: format) : numbers(.number, of: node)
        case "boolean": return .boolean
        case "object":
            guard let values = node["additionalProperties"] else { return .object }
            check(mapping(values, "additionalProperties"), allowed: Self.schemaKeys, in: "additionalProperties")
            return schema(values, "additionalProperties").map(Schema.Kind.map)
        case "unknown", "null": return .unknown
        case "array":
            guard let items = node["items"] else {
                problem("\(place) is an array and lacks `items`, the type of its elements", at: node.location)
                return nil
            }
            check(mapping(items, "items"), allowed: Self.schemaKeys, in: "items")
            return schema(items, "items").map(Schema.Kind.array)
        default:
            let hint = NearestWord.suggestion(for: type, among: Self.types)
            problem(
                "`\(type)` is not a type; \(hint) A schema of this document is named by `schema:`",
                at: typeNode.location)
            return nil
        }
    }

    private mutating func numbers(_ type: Schema.NumberType, of node: YAMLNode) -> Schema.Kind {
        let items = list(node["enum"], "enum")
        if items.isEmpty, let values = node["enum"] { problem("`enum` has at least one value", at: values.location) }
        return .numbers(
            type: type,
            items.compactMap { item in
                if let text = item.jsonNumber { return text }
                problem("`enum` of this type is a list of numbers", at: item.location)
                return nil
            })
    }
}

extension YAMLNode {
    /// The number that the node is, if it is one of JSON.
    fileprivate var jsonNumber: String? {
        switch scalar?.resolved {
        case .integer(let text), .float(let text): JSONValue.isNumber(text) ? text : nil
        default: nil
        }
    }
}

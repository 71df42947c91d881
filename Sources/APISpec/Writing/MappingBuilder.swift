import YAML

/// A mapping in the making: what is empty or absent is left out.
struct MappingBuilder {
    private var members: [YAMLMember] = []

    func value(_ style: YAMLStyle) -> YAMLValue { .mapping(members, style) }

    mutating func add(_ key: String, _ value: YAMLValue) { members.append(YAMLMember(key, value)) }

    mutating func add(_ key: String, _ text: String?) {
        if let text { add(key, .string(text)) }
    }

    mutating func add(_ key: String, _ texts: [String]) {
        if !texts.isEmpty { add(key, .sequence(texts.map(YAMLValue.string), .flow)) }
    }

    mutating func add(_ key: String, _ items: [YAMLValue]) {
        if !items.isEmpty { add(key, .sequence(items, .block)) }
    }

    mutating func add<Element>(_ key: String, _ elements: [Element], item: (Element) -> YAMLValue) {
        add(key, elements.map(item))
    }

    mutating func add(_ key: String, _ mapping: [YAMLMember], style: YAMLStyle) {
        if !mapping.isEmpty { add(key, .mapping(mapping, style)) }
    }

    /// Adds the words for a type, the type first.
    mutating func add(_ schema: Schema, isRequired: Bool) {
        switch schema.kind {
        case .unknown: add("type", schema.isNullOnly ? "null" : "unknown")
        case .string(let format): add("type", "string", format: format)
        case .integer(let format): add("type", "integer", format: format)
        case .number(let format): add("type", "number", format: format)
        case .boolean: add("type", "boolean")
        case .object: add("type", "object")
        case .enumeration(let values):
            add("type", "string")
            add("enum", .sequence(values.map(YAMLValue.string), .automatic))
        case .numbers(let type, let values):
            add("type", type.rawValue)
            add("enum", .sequence(values.map(YAMLValue.number), .automatic))
        case .array(let items):
            add("type", "array")
            add("items", items.yaml)
        case .map(let values):
            add("type", "object")
            add("additionalProperties", values.yaml)
        case .reference(let name): add("schema", name)
        case .union(let members):
            add(schema.isExclusive ? "oneOf" : "anyOf", .sequence(members.map(\.yaml), .automatic))
        }
        if let discriminator = schema.discriminator { add("discriminator", discriminator.yaml) }
        if schema.isNullable, !schema.isNullOnly { add("nullable", .bool(true)) }
        if isRequired { add("required", .bool(true)) }
        if let value = schema.defaultValue { add("default", value.yaml) }
        add("pattern", schema.pattern)
        if let length = schema.minLength { add("minLength", .number(String(length))) }
        if let length = schema.maxLength { add("maxLength", .number(String(length))) }
        if let limits = schema.limits { add(limits) }
        if let checks = schema.checks { add("checks", checks.yaml) }
        add("title", schema.title)
        add("description", schema.description)
        if schema.isDeprecated { add("deprecated", .bool(true)) }
        if schema.isReadOnly { add("readOnly", .bool(true)) }
        if schema.isWriteOnly { add("writeOnly", .bool(true)) }
        if let value = schema.example { add("example", value.yaml) }
    }

    private mutating func add(_ key: String, _ type: String, format: String?) {
        add(key, type)
        add("format", format)
    }

    private mutating func add(_ limits: Schema.Limits) {
        for (key, path) in Schema.Limits.numbers {
            if let number = limits[keyPath: path] { add(key, .number(number)) }
        }
        for counts in [Schema.Limits.itemCounts, Schema.Limits.memberCounts] {
            for (key, path) in counts {
                if let count = limits[keyPath: path] { add(key, .number(String(count))) }
            }
        }
        if limits.uniqueItems { add("uniqueItems", .bool(true)) }
    }
}

extension Schema {
    /// The words for the type, on one line where they fit.
    var yaml: YAMLValue {
        var mapping = MappingBuilder()
        mapping.add(self, isRequired: false)
        return mapping.value(.automatic)
    }
}

extension Schema.Discriminator {
    fileprivate var yaml: YAMLValue {
        var builder = MappingBuilder()
        builder.add("property", property)
        builder.add("mapping", mapping.map { YAMLMember($0.value, .string($0.schema)) }, style: .automatic)
        return builder.value(.automatic)
    }
}

extension JSONValue {
    /// The value as YAML, on one line where it fits.
    var yaml: YAMLValue {
        switch self {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .number(let text): .number(text)
        case .string(let text): .string(text)
        case .array(let elements): .sequence(elements.map(\.yaml), .automatic)
        case .object(let members): .mapping(members.map { YAMLMember($0.name, $0.value.yaml) }, .automatic)
        }
    }
}

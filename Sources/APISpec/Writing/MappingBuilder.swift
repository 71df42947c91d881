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
        case .unknown: add("type", "unknown")
        case .string(let format): add("type", "string", format: format)
        case .integer(let format): add("type", "integer", format: format)
        case .number(let format): add("type", "number", format: format)
        case .boolean: add("type", "boolean")
        case .object: add("type", "object")
        case .enumeration(let values):
            add("type", "string")
            add("enum", .sequence(values.map(YAMLValue.string), .automatic))
        case .array(let items):
            add("type", "array")
            var element = MappingBuilder()
            element.add(items, isRequired: false)
            add("items", element.value(.automatic))
        case .reference(let name): add("schema", name)
        case .union(let members):
            let alternatives = members.map { member -> YAMLValue in
                var alternative = MappingBuilder()
                alternative.add(member, isRequired: false)
                return alternative.value(.automatic)
            }
            add("anyOf", .sequence(alternatives, .automatic))
        }
        if schema.isNullable { add("nullable", .bool(true)) }
        if isRequired { add("required", .bool(true)) }
        if let value = schema.defaultValue { add("default", value.yaml) }
        add("pattern", schema.pattern)
        if let length = schema.minLength { add("minLength", .number(String(length))) }
        if let length = schema.maxLength { add("maxLength", .number(String(length))) }
        add("description", schema.description)
        if let value = schema.example { add("example", value.yaml) }
    }

    private mutating func add(_ key: String, _ type: String, format: String?) {
        add(key, type)
        add("format", format)
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

import Diagnostics
import YAML

extension SpecReading {
    /// The keys that tell a type.
    static let typeKeys = ["type", "schema", "anyOf"]
    /// The keys that tell a type and what is known of its values.
    static let schemaKeys =
        typeKeys + [
            "format", "enum", "items", "nullable", "required", "default", "pattern", "minLength", "maxLength",
            "description", "example",
        ]
    private static let types = ["string", "integer", "number", "boolean", "object", "array", "unknown"]

    mutating func namedSchema(_ entry: YAMLNode.Entry) -> NamedSchema? {
        let name = entry.key.text
        let node = entry.value
        locations.note(["schemas", name], at: entry.key.location)
        check(
            mapping(node, "a schema"), allowed: ["description", "lost", "recovered", "confirmed", "properties"],
            in: "schema `\(name)`")
        var schema = NamedSchema(name: name, description: text("description", of: node))
        schema.isLost = flag("lost", of: node)
        schema.recovered = texts("recovered", of: node)
        schema.confirmed = text("confirmed", of: node)
        if node["properties"] == nil, !schema.isLost {
            problem(
                "schema `\(name)` lacks `properties`; write `properties: {}` if it has none, `lost: true` if nobody "
                    + "knows them",
                at: entry.key.location)
        }
        for property in mapping(node["properties"], "properties") {
            locations.note(["schemas", name, property.key.text], at: property.key.location)
            if let property = self.property(property) { schema.properties.append(property) }
        }
        return schema
    }

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
        schema.isNullable = flag("nullable", of: node)
        schema.description = text("description", of: node)
        schema.defaultValue = node["default"].map { json($0) }
        schema.example = node["example"].map { json($0) }
        schema.pattern = text("pattern", of: node)
        schema.minLength = count("minLength", of: node)
        schema.maxLength = count("maxLength", of: node)
        return schema
    }

    private mutating func kind(_ node: YAMLNode, _ place: String) -> Schema.Kind? {
        let told = Self.typeKeys.filter { node[$0] != nil }
        guard let key = told.first else {
            problem("\(place) lacks its type; it has `type`, `schema` or `anyOf`", at: node.location)
            return nil
        }
        if let second = told.dropFirst().first, let other = node[second] {
            problem("\(place) has both `\(key)` and `\(second)`; keep one of them", at: other.location)
            return nil
        }
        let fitting: [String] =
            switch (key, node["type"]?.scalar?.text) {
            case ("type", "string"): node["enum"] == nil ? ["format"] : ["enum"]
            case ("type", "integer"), ("type", "number"): ["format"]
            case ("type", "array"): ["items"]
            default: []
            }
        for word in ["format", "enum", "items"] where !fitting.contains(word) {
            if let value = node[word] {
                problem("`\(word)` does not go with this `\(key)`; remove it, or correct the type", at: value.location)
            }
        }
        switch key {
        case "schema":
            return requiredText("schema", of: node, place).map(Schema.Kind.reference)
        case "anyOf":
            let members = list(node["anyOf"], "anyOf").compactMap { member -> Schema? in
                check(mapping(member, "anyOf"), allowed: Self.schemaKeys, in: "a type of `anyOf`")
                return schema(member, "a type of `anyOf`")
            }
            if members.count < 2 {
                problem("`anyOf` has at least two types", at: node["anyOf"]?.location ?? node.location)
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
        case "integer": return .integer(format: format)
        case "number": return .number(format: format)
        case "boolean": return .boolean
        case "object": return .object
        case "unknown": return .unknown
        case "array":
            guard let items = node["items"] else {
                problem("\(place) is an array and lacks `items`, the type of its elements", at: node.location)
                return nil
            }
            check(mapping(items, "items"), allowed: Self.schemaKeys, in: "items")
            return schema(items, "items").map(Schema.Kind.array)
        default:
            let hint = Spelling.suggestion(for: type, among: Self.types)
            problem(
                "`\(type)` is no type; \(hint) A schema of this document is named by `schema:`", at: typeNode.location)
            return nil
        }
    }
}

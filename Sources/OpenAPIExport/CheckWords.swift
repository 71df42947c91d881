import APIModel

/// Which checks of values a dialect has words for.
///
/// Checks are written in the words of JSON Schema 2020-12. Those of OpenAPI 3.0 are fewer and partly others: there is no
/// `const`, a type is one word, an exclusive bound is a flag beside the bound, and a schema is an object.
enum CheckWords {
    /// Whether the dialect has the keyword of a schema, with this value, and with all that stands in it.
    static func has(_ member: JSONValue.Member, _ dialect: OpenAPIDialect) -> Bool {
        switch dialect {
        case .v3_1: isOf31(member.name, member.value)
        case .v3_0: member.name == "not" && isSchemaOf30(member.value)
        }
    }

    // MARK: OpenAPI 3.1

    /// Documents of 3.0 have a flag where JSON Schema has a bound.
    private static func isOf31(_ name: String, _ value: JSONValue) -> Bool {
        switch (name, value) {
        case ("nullable", .bool), ("exclusiveMinimum", .bool), ("exclusiveMaximum", .bool): false
        case ("const", _), ("enum", _): true
        case ("properties", .object(let members)), ("patternProperties", .object(let members)),
            ("dependentSchemas", .object(let members)):
            members.allSatisfy { isSchemaOf31($0.value) }
        case (_, .array(let items)): items.allSatisfy(isSchemaOf31)
        default: isSchemaOf31(value)
        }
    }

    private static func isSchemaOf31(_ value: JSONValue) -> Bool {
        guard case .object(let members) = value else { return true }
        return members.allSatisfy { isOf31($0.name, $0.value) }
    }

    // MARK: OpenAPI 3.0

    private static func isSchemaOf30(_ value: JSONValue) -> Bool {
        guard case .object(let members) = value else { return false }
        // A list says what is in it.
        let isList = members.contains { $0.name == "type" && $0.value == .string("array") }
        guard !isList || members.contains(where: { $0.name == "items" }) else { return false }
        return members.allSatisfy { isOf30($0.name, $0.value) }
    }

    private static func isOf30(_ name: String, _ value: JSONValue) -> Bool {
        switch name {
        case "type":
            guard case .string(let type) = value else { return false }
            return ["string", "number", "integer", "boolean", "array", "object"].contains(type)
        case "exclusiveMinimum", "exclusiveMaximum", "nullable", "uniqueItems":
            if case .bool = value { return true }
            return false
        case "minimum", "maximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "minProperties",
            "maxProperties":
            if case .number = value { return true }
            return false
        case "pattern", "format":
            if case .string = value { return true }
            return false
        case "enum", "required":
            if case .array(let values) = value { return !values.isEmpty }
            return false
        case "not", "items": return isSchemaOf30(value)
        case "additionalProperties":
            if case .bool = value { return true }
            return isSchemaOf30(value)
        case "properties":
            guard case .object(let members) = value else { return false }
            return members.allSatisfy { isSchemaOf30($0.value) }
        case "allOf", "anyOf", "oneOf":
            guard case .array(let parts) = value else { return false }
            return !parts.isEmpty && parts.allSatisfy(isSchemaOf30)
        default: return false
        }
    }
}

public import APISpec
public import Foundation
import YAML

/// A schema in the words of JSON Schema 2020-12 that our published schemas use; it knows no others.
public struct JSONSchema: Sendable {
    private let root: JSONValue

    /// Reads a schema file.
    public init(file: URL) throws {
        root = try JSONReader.value(Array(try Data(contentsOf: file)))
    }

    /// What is wrong with a value, a line each with its place; empty where it fits.
    public func problems(_ value: JSONValue) -> [String] { problems(value, root, "$") }

    /// A file in YAML or JSON as a value; plain scalars are what YAML 1.2 takes them for.
    public static func value(file: URL) throws -> JSONValue {
        try value(Array(try Data(contentsOf: file)), file: file.lastPathComponent)
    }

    /// A text in YAML or JSON as a value.
    public static func value(_ bytes: [UInt8], file: String) throws -> JSONValue {
        value(try parseYAML(bytes, file: file))
    }

    private static func value(_ node: YAMLNode) -> JSONValue {
        switch node.content {
        case .sequence(let items): return .array(items.map { value($0) })
        case .mapping(let entries): return .object(entries.map { .init($0.key.text, value($0.value)) })
        case .scalar(let scalar):
            switch scalar.resolved {
            case .null: return .null
            case .bool(let flag): return .bool(flag)
            case .integer(let text), .float(let text): return .number(text)
            case .string(let text): return .string(text)
            }
        }
    }

    // MARK: Words

    private func problems(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
        if case .bool(let isOpen) = schema { return isOpen ? [] : ["\(place): is not allowed"] }
        guard case .object(let words) = schema else { return ["\(place): the schema is not a schema"] }
        return words.flatMap { problems(value, $0.name, $0.value, schema, place) }
    }

    private func problems(
        _ value: JSONValue, _ word: String, _ rule: JSONValue, _ schema: JSONValue, _ place: String
    ) -> [String] {
        func fits(_ schema: JSONValue) -> Bool { problems(value, schema, place).isEmpty }
        switch (word, rule, value) {
        case ("$schema", _, _), ("title", _, _), ("description", _, _), ("$defs", _, _), ("format", _, _): return []
        case ("then", _, _), ("else", _, _): return []
        case ("$ref", .string(let reference), _):
            let target = reference.split(separator: "/").dropFirst().reduce(root as JSONValue?) { $0?[String($1)] }
            return target.map { problems(value, $0, place) } ?? ["\(place): no \(reference)"]
        case ("const", _, _): return value == rule ? [] : ["\(place): is not \(rule)"]
        case ("enum", .array(let values), _): return values.contains(value) ? [] : ["\(place): is none of \(values)"]
        case ("type", .string(let type), _): return Self.isOf(type, value) ? [] : ["\(place): is no \(type)"]
        case ("type", .array(let types), _):
            return types.contains { if case .string(let type) = $0 { Self.isOf(type, value) } else { false } }
                ? [] : ["\(place): is none of \(types)"]
        case ("anyOf", .array(let schemas), _):
            return schemas.contains(where: fits) ? [] : ["\(place): fits no alternative"]
        case ("oneOf", .array(let schemas), _):
            let count = schemas.count(where: fits)
            return count == 1 ? [] : ["\(place): fits \(count) alternatives"]
        case ("not", _, _): return fits(rule) ? ["\(place): is what it must not be"] : []
        case ("if", _, _):
            return schema[fits(rule) ? "then" : "else"].map { problems(value, $0, place) } ?? []
        case ("required", .array(let names), .object):
            return names.compactMap { name in
                if case .string(let name) = name, value[name] == nil { "\(place): lacks \(name)" } else { nil }
            }
        case ("dependentRequired", .object(let rules), .object):
            return rules.filter { value[$0.name] != nil }.flatMap { rule in
                problems(value, "required", rule.value, schema, place)
            }
        case ("properties", .object(let properties), .object):
            return properties.flatMap { property in
                value[property.name].map { problems($0, property.value, "\(place).\(property.name)") } ?? []
            }
        case ("additionalProperties", _, .object(let members)):
            let known = schema["properties"]
            return members.filter { known?[$0.name] == nil }.flatMap { member in
                problems(member.value, rule, "\(place).\(member.name)")
            }
        case ("propertyNames", _, .object(let members)):
            return members.flatMap { problems(.string($0.name), rule, "\(place) name \($0.name)") }
        case ("items", _, .array(let elements)):
            return elements.enumerated().flatMap { problems($1, rule, "\(place)[\($0)]") }
        case ("minItems", .number(let least), .array(let elements)):
            return elements.count < Int(least) ?? 0 ? ["\(place): is too short"] : []
        case ("minProperties", .number(let least), .object(let members)):
            return members.count < Int(least) ?? 0 ? ["\(place): has too few members"] : []
        case ("uniqueItems", .bool(true), .array(let elements)):
            return Set(elements).count < elements.count ? ["\(place): has something twice"] : []
        case ("minLength", .number(let least), .string(let text)):
            return text.unicodeScalars.count < Int(least) ?? 0 ? ["\(place): is too short"] : []
        case ("minimum", .number(let least), .number(let number)):
            return Double(number) ?? 0 < Double(least) ?? 0 ? ["\(place): is below \(least)"] : []
        case ("pattern", .string(let pattern), .string(let text)):
            guard let expression = try? Regex(pattern) else { return ["\(place): \(pattern) is not understood"] }
            return text.contains(expression) ? [] : ["\(place): does not match \(pattern)"]
        case ("required", .array, _), ("dependentRequired", .object, _), ("properties", .object, _),
            ("additionalProperties", _, _), ("propertyNames", _, _), ("items", _, _), ("minItems", _, _),
            ("minProperties", _, _),
            ("uniqueItems", _, _), ("minLength", _, _), ("minimum", _, _), ("pattern", _, _):
            // Words for values of another type.
            return []
        default: return ["\(place): the schema says \(word), which is not understood"]
        }
    }

    private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
        switch (type, value) {
        case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool), ("null", .null),
            ("number", .number):
            true
        case ("integer", .number(let text)): Int(text) != nil
        default: false
        }
    }
}

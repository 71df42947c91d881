import Foundations

/// The JSON Schema of configurations, so that editors complete and check them.
public enum ConfigurationSchema {
    /// The schema as text in JSON, by JSON Schema 2020-12; ends with a line end.
    ///
    /// It knows what one place of a file can hold. Names that are given twice are only found by reading.
    public static var json: String {
        let shared = ConfigurationKey.ofEntry
        let definitions =
            [("identifier", identifier), ("path", path), ("names", names), ("service", service)]
            + shared.map { ("key-" + $0.name.rawValue, schema($0)) }
        var properties: [(String, JSONValue)] = []
        for row in ConfigurationKey.ofFile {
            properties.append((row.name.rawValue, row.place == .file ? schema(row) : reference("key-", row)))
        }
        let root = JSONValue.object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("apidoc configuration, format \(Configuration.currentFormat)")),
            ("description", .string("What `apidoc generate` and the plugins make of the specs of a project.")),
            ("type", .string("object")), ("additionalProperties", .bool(false)),
            ("required", .array([.string(KeyName.apidoc.rawValue)])),
            ("oneOf", oneOf([.spec, .specs, .services])),
            ("if", .object([("anyOf", oneOf([.specs, .services]))])),
            ("then", withoutOneServiceKeys), ("properties", .object(properties)),
            ("$defs", .object(definitions)),
        ])
        return JSONFormat.lines.text(root) + "\n"
    }

    /// An entry of `services`.
    private static var service: JSONValue {
        .object([
            ("type", .string("object")), ("additionalProperties", .bool(false)), ("oneOf", oneOf([.spec, .specs])),
            ("if", .object([("anyOf", oneOf([.specs]))])), ("then", withoutOneServiceKeys),
            ("properties", .object(ConfigurationKey.ofEntry.map { ($0.name.rawValue, reference("key-", $0)) })),
        ])
    }

    private static var withoutOneServiceKeys: JSONValue {
        let keys = ConfigurationKey.all.filter { $0.place == .oneService }
        return .object([("properties", .object(keys.map { ($0.name.rawValue, .bool(false)) }))])
    }

    private static var identifier: JSONValue {
        .object([
            ("type", .string("string")), ("pattern", .string("^[A-Za-z_][A-Za-z0-9_]*$")),
            ("not", .object([("enum", .array(SwiftName.reserved.sorted().map { .string($0) }))])),
        ])
    }

    private static var path: JSONValue {
        .object([("type", .string("string")), ("pattern", .string("^[^/\\\\][^\\\\]*$"))])
    }

    private static var names: JSONValue {
        .object([
            ("type", .string("object")), ("minProperties", .number("1")),
            ("additionalProperties", .object([("$ref", .string("#/$defs/identifier"))])),
        ])
    }

    private static func reference(_ prefix: String, _ row: ConfigurationKey) -> JSONValue {
        .object([("$ref", .string("#/$defs/" + prefix + row.name.rawValue))])
    }

    private static func oneOf(_ keys: [KeyName]) -> JSONValue {
        .array(keys.map { .object([("required", .array([.string($0.rawValue)]))]) })
    }

    private static func schema(_ row: ConfigurationKey) -> JSONValue {
        .object([("description", .string(row.meaning))] + words(row.kind))
    }

    private static func list(_ items: JSONValue) -> [(String, JSONValue)] {
        [("type", .string("array")), ("minItems", .number("1")), ("uniqueItems", .bool(true)), ("items", items)]
    }

    private static func words(_ kind: ConfigurationKey.Kind) -> [(String, JSONValue)] {
        switch kind {
        case .format: return [("const", .number("\(Configuration.currentFormat)"))]
        case .path: return [("$ref", .string("#/$defs/path"))]
        case .identifier: return [("$ref", .string("#/$defs/identifier"))]
        case .services:
            return [
                ("type", .string("array")), ("minItems", .number("1")),
                ("items", .object([("$ref", .string("#/$defs/service"))])),
            ]
        case .identifiers: return list(.object([("$ref", .string("#/$defs/identifier"))]))
        case .word(let words): return [("enum", .array(words.map { .string($0) }))]
        case .flag: return [("type", .string("boolean"))]
        case .wordOrIDs(let words):
            // An id such as 1.2 without quotes is a number for a schema, and a text for the reader.
            let ids = JSONValue.object([("type", .array([.string("string"), .string("number")]))])
            return [
                (
                    "anyOf",
                    .array([.object([("enum", .array(words.map { .string($0) }))]), .object(list(ids))])
                )
            ]
        case .patterns(let members):
            let pattern = JSONValue.object([("type", .string("string")), ("pattern", .string("^\\S+$"))])
            let properties = members.map {
                ($0.name, JSONValue.object([("description", .string($0.meaning))] + list(pattern)))
            }
            return mapping(properties)
        case .texts(let members):
            let properties = members.map { member in
                (
                    member.name,
                    JSONValue.object([
                        ("description", .string(member.meaning)), ("type", .string("string")),
                        ("minLength", .number("1")),
                    ])
                )
            }
            return mapping(properties)
        case .paging:
            let members = PagingChoice.described.map { member -> (String, JSONValue) in
                let words: [(String, JSONValue)] =
                    switch member.name {
                    case "by": [("enum", .array(PagingChoice.kinds.map { .string($0) }))]
                    case "first": [("type", .string("integer")), ("minimum", .number("0"))]
                    default: [("type", .string("string")), ("minLength", .number("1"))]
                    }
                return (member.name, .object([("description", .string(member.meaning))] + words))
            }
            let way = mapping(members) + [("required", .array([.string("by")]))]
            return [
                ("type", .string("object")), ("minProperties", .number("1")), ("additionalProperties", .object(way)),
            ]
        case .types:
            let type = JSONValue.object([
                ("type", .string("string")),
                ("pattern", .string("^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*$")),
            ])
            return [("type", .string("object")), ("minProperties", .number("1")), ("additionalProperties", type)]
        case .names:
            let names = JSONValue.object([("$ref", .string("#/$defs/names"))])
            return mapping(
                NamePart.allCases.map { part in
                    let nested: [(String, JSONValue)] = [
                        ("type", .string("object")), ("minProperties", .number("1")), ("additionalProperties", names),
                    ]
                    let content = part.isNested ? nested : [("$ref", JSONValue.string("#/$defs/names"))]
                    return (part.rawValue, .object([("description", .string(part.meaning))] + content))
                })
        }
    }

    private static func mapping(_ properties: [(String, JSONValue)]) -> [(String, JSONValue)] {
        [
            ("type", .string("object")), ("minProperties", .number("1")), ("additionalProperties", .bool(false)),
            ("properties", .object(properties)),
        ]
    }
}

extension JSONValue {
    /// An object of pairs.
    fileprivate static func object(_ members: [(String, JSONValue)]) -> JSONValue {
        .object(members.map { Member($0.0, $0.1) })
    }
}

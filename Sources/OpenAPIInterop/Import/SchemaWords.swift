import APISpec
import OpenAPIExport
import YAML

/// What an inline schema is called where it needs a name.
struct SchemaHint {
    let owner: String
    let part: String
    /// What the name of the operation is in names of types, where the name begins with it; `nil` for other names.
    let operation: String?

    init(_ owner: String, _ part: String, operation: String? = nil) {
        self.owner = owner
        self.part = part
        self.operation = operation
    }

    var name: String {
        let name = owner + NameMaking.upperCamel(part)
        return name.isEmpty ? "Schema" : name
    }

    /// The hint for something inside: an item, a value, an alternative.
    func appending(_ word: String) -> SchemaHint {
        SchemaHint(owner, part + "_" + word, operation: operation)
    }
}

/// A member of an object, with its place.
struct MemberWords {
    var name: String
    var node: YAMLNode
    var place: JSONPlace
    var keyNode: YAMLNode.Key
    /// What inline types of the member are called after.
    var owner: String?
    /// What other parts of an `allOf` say of the same member.
    var more: [SchemaPart] = []
}

/// One of several schema objects that hold at once.
struct SchemaPart {
    let node: YAMLNode
    let place: JSONPlace
}

/// The keywords of a schema object, read in one pass.
struct SchemaWords {
    var node: YAMLNode
    var place: JSONPlace
    var types: [String] = []
    /// Whether `null` is among the types.
    var allowsNull = false
    var format: YAMLNode.Entry?
    var reference: YAMLNode?
    var values: [YAMLNode]?
    var members: [MemberWords]?
    var required: [YAMLNode] = []
    var items: (YAMLNode, JSONPlace)?
    var additional: (YAMLNode, JSONPlace)?
    var allOf: [SchemaPart]?
    var anyOf: ([YAMLNode], JSONPlace)?
    var oneOf: ([YAMLNode], JSONPlace)?
    /// Alternatives of other parts of an `allOf`, which hold as well.
    var moreUnions: [AlternativeList] = []
    var discriminator: (YAMLNode, JSONPlace)?
    var facts = Schema(.unknown)
    var limits = Schema.Limits()
    var exclusiveMinimumFlag = false
    var exclusiveMaximumFlag = false
    var isUnknown = false
    var missing: String?
    /// Whether all members that nobody names fit a pattern, as `additionalProperties: false` beside patterns says.
    var hasPatternsOnly = false
    /// Whether these are the keywords of several schema objects.
    var isMerged = false
    /// What has no place in specs.
    var rest: [YAMLNode.Entry] = []
    /// What restricts values and has no place in specs.
    var constraints: [YAMLNode.Entry] = []
    /// Bounds that are no numbers, or greater ones than counts are.
    var unreadable: [YAMLNode.Entry] = []
    /// Lists of examples with more than one value.
    var manyExamples: YAMLNode.Entry?
    /// Whether a keyword tells something of values, apart from annotations.
    var tellsType: Bool {
        !types.isEmpty || reference != nil || values != nil || members != nil || items != nil || additional != nil
            || allOf != nil || anyOf != nil || oneOf != nil
    }

    init(_ node: YAMLNode, _ place: JSONPlace) {
        self.node = node
        self.place = place
        for entry in node.entries ?? [] { read(entry) }
        if exclusiveMinimumFlag {
            limits.exclusiveMinimum = limits.minimum
            limits.minimum = nil
        }
        if exclusiveMaximumFlag {
            limits.exclusiveMaximum = limits.maximum
            limits.maximum = nil
        }
        if !limits.isEmpty { facts.limits = limits }
        for entry in constraints {
            switch entry.key.text {
            // Where there are no others, members whose names fit a pattern are all that nobody names.
            case "patternProperties" where additional?.0.flag == false:
                let patterns = entry.value.entries ?? []
                let here = place.appending("patternProperties")
                hasPatternsOnly = !patterns.isEmpty
                if patterns.count == 1 {
                    additional = (patterns[0].value, here.appending(patterns[0].key.text))
                } else if !patterns.isEmpty {
                    additional = (node.holding(.mapping([])), here)
                }
            default: break
            }
        }
    }

    private mutating func read(_ entry: YAMLNode.Entry) {
        let value = entry.value
        switch entry.key.text {
        case "$ref", "$dynamicRef": reference = value
        case "type":
            let texts = value.items?.compactMap { $0.scalar?.text } ?? [value.scalar?.text].compactMap { $0 }
            types = texts.filter { $0 != "null" }
            allowsNull = allowsNull || types.count < texts.count
        case "nullable": allowsNull = allowsNull || value.flag == true
        case "x-nullable": allowsNull = allowsNull || value.flag == true
        case ExtensionName.nullable.rawValue: allowsNull = true
        case "format", ExtensionName.format.rawValue: format = entry
        case "enum": values = value.items ?? []
        case "const": values = [value]
        case "properties":
            let place = place.appending("properties")
            members = (value.entries ?? []).map {
                MemberWords(
                    name: $0.key.text, node: $0.value, place: place.appending($0.key.text), keyNode: $0.key, owner: nil)
            }
        case "required": required = value.items ?? []
        case "items":
            // A list of schemas is how JSON Schema wrote tuples before `prefixItems`.
            if value.items == nil { items = (value, place.appending("items")) } else { constraints.append(entry) }
        case "additionalProperties": additional = (value, place.appending("additionalProperties"))
        case "allOf":
            let place = place.appending("allOf")
            let parts = (value.items ?? []).enumerated().map {
                SchemaPart(node: $0.element, place: place.appending($0.offset))
            }
            // An export wrote a check there: it is none of the parts of the type.
            let checks = parts.map(\.node.exportedCheck)
            constraints += checks.compactMap(\.self)
            let others = zip(parts, checks).filter { $0.1 == nil }.map(\.0)
            if checks.isEmpty || !others.isEmpty { allOf = others }
        case "anyOf": anyOf = (value.items ?? [], place.appending("anyOf"))
        case "oneOf": oneOf = (value.items ?? [], place.appending("oneOf"))
        case "discriminator": discriminator = (value, place.appending("discriminator"))
        case "title": facts.title = value.text
        case "description": facts.description = value.text
        case "default": facts.defaultValue = value.json
        case ExtensionName.defaultValue.rawValue: facts.defaultValue = value.json
        case "example": facts.example = value.json
        case "examples":
            let examples = value.items ?? []
            facts.example = facts.example ?? examples.first?.json
            if examples.count > 1 { manyExamples = entry }
        case "pattern", ExtensionName.pattern.rawValue: facts.pattern = value.text
        case "minLength": facts.minLength = count(entry)
        case "maxLength": facts.maxLength = count(entry)
        case "deprecated": facts.isDeprecated = value.flag ?? false
        case "readOnly": facts.isReadOnly = value.flag ?? false
        case "writeOnly": facts.isWriteOnly = value.flag ?? false
        case "minimum": limits.minimum = number(entry)
        case "maximum": limits.maximum = number(entry)
        case "exclusiveMinimum":
            exclusiveMinimumFlag = value.flag ?? false
            if value.flag == nil { limits.exclusiveMinimum = number(entry) }
        case "exclusiveMaximum":
            exclusiveMaximumFlag = value.flag ?? false
            if value.flag == nil { limits.exclusiveMaximum = number(entry) }
        case "multipleOf": limits.multipleOf = number(entry)
        case "minItems": limits.minItems = count(entry)
        case "maxItems": limits.maxItems = count(entry)
        case "uniqueItems": limits.uniqueItems = value.flag ?? false
        case "minProperties": limits.minProperties = count(entry)
        case "maxProperties": limits.maxProperties = count(entry)
        case "$schema", "$id", "$anchor", "$dynamicAnchor", "$comment", "$defs", "definitions": break
        case ExtensionName.unknown.rawValue: isUnknown = true
        case ExtensionName.missing.rawValue: missing = value.text
        case "not", "if", "then", "else", "patternProperties", "prefixItems", "propertyNames", "contains",
            "minContains", "maxContains", "dependentRequired", "dependentSchemas", "dependencies",
            "unevaluatedProperties", "unevaluatedItems", ExtensionName.checks.rawValue, "contentMediaType",
            "contentEncoding", "contentSchema":
            constraints.append(entry)
        case let key where ExtensionName(rawValue: key) != nil: break
        default: rest.append(entry)
        }
    }

    private mutating func number(_ entry: YAMLNode.Entry) -> String? {
        let number = entry.value.number
        if number == nil { unreadable.append(entry) }
        return number
    }

    private mutating func count(_ entry: YAMLNode.Entry) -> Int? {
        let count = entry.value.count
        if count == nil { unreadable.append(entry) }
        return count
    }
}

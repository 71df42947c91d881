import APISpec
import Diagnostics
import OpenAPIExport
import YAML

extension DocumentReading {
    /// The type that a schema object tells; an object with members gets a name of its own.
    mutating func schema(
        _ node: YAMLNode, _ place: JSONPlace, _ hint: SchemaHint, inherited types: [String] = []
    ) -> Schema {
        if let flag = node.flag {
            if !flag { noteConstraint("a schema that no value fits is taken for any value", place, node) }
            return Schema(.unknown)
        }
        guard node.entries != nil else {
            log.error("a schema is a mapping", place, at: node.location)
            return Schema(.unknown)
        }
        return guarded(place, place.fingerprint, hint) { reading in
            var words = SchemaWords(node, place)
            if words.types.isEmpty, words.reference == nil { words.types = types }
            return reading.schema(&words, hint)
        }
    }

    /// The type that several schema objects tell together.
    private mutating func schema(parts: [SchemaPart], _ hint: SchemaHint) -> Schema {
        let place = parts[parts.count - 1].place
        let fingerprint = parts.reduce(1) { $0 &+ $1.place.fingerprint }
        if let known = joinedTypes[fingerprint] { return known }
        let schema = guarded(place, fingerprint, hint) { reading in
            var words = SchemaWords(parts[parts.count - 1].node.holding(.mapping([])), place)
            words.allOf = parts
            return reading.schema(&words, hint)
        }
        if !openSchemas.contains(fingerprint) { joinedTypes[fingerprint] = schema }
        return schema
    }

    /// Schemas may lie in each other this deep.
    static let deepestSchema = 40

    /// Reads a schema object, unless it is being read already: then it gets a name, and the name is its type.
    ///
    /// A schema object is open once only and no deeper than ``deepestSchema``, whatever refers to it: reading ends.
    private mutating func guarded(
        _ place: JSONPlace, _ fingerprint: UInt64, _ hint: SchemaHint, _ read: (inout DocumentReading) -> Schema
    ) -> Schema {
        if openSchemas.contains(fingerprint) {
            if let name = recurringNames[fingerprint] ?? liftedNames[place.pointer] { return Schema(.reference(name)) }
            let name = reserve(hint)
            recurringNames[fingerprint] = name
            return Schema(.reference(name))
        }
        guard openSchemas.count < Self.deepestSchema else {
            log.report(
                OpenAPIImportRules.deepSchema,
                "schemas lie in each other \(Self.deepestSchema) deep; what is deeper is taken for any value", place,
                at: locations.whole)
            return Schema(.unknown)
        }
        openSchemas.append(fingerprint)
        let schema = read(&self)
        openSchemas.removeLast()
        guard let name = recurringNames.removeValue(forKey: fingerprint) else { return schema }
        var definition = schema
        definition.description = nil
        definition.title = nil
        definition.isDeprecated = false
        locations.note(["schemas", name], at: locations.whole)
        schemas.append(NamedSchema(name: name, definition: definition))
        var result = schema
        result.kind = .reference(name)
        result.discriminator = nil
        result.isExclusive = false
        return result
    }

    mutating func schema(_ words: inout SchemaWords, _ hint: SchemaHint) -> Schema {
        takeChecks(&words)
        noteRest(of: words)
        if words.allOf == nil, Self.isNull(words.node) { return nullOnly(words) }
        if let name = words.missing { return result(.reference(name), words) }
        if words.isUnknown, !words.tellsType { return result(.unknown, words) }
        if let reference = words.reference { return referring(reference, words, hint) }
        if words.allOf != nil, let merged = flattened(&words, hint) { return merged }
        if let lists = alternatives(of: words) { return distributed(words, over: lists, hint) }
        if let union = union(words, hint) { return union }
        if let values = words.values { return enumeration(values, words) }
        if words.types.count > 1 {
            let members = words.types.map { type in single(type, Self.restricted(words, to: type), hint.appending(type))
            }
            var outer = words
            outer.facts = Self.annotations(words.facts)
            return result(.union(members), outer)
        }
        // In one expression, `result` would hold a copy of all that was read so far while more is read, and that would
        // make every schema cost as much as all before it.
        let type = words.types.first ?? inferredType(words)
        let kind = kind(type, words, hint)
        return result(kind, words)
    }

    // MARK: Kinds

    private mutating func single(_ type: String, _ words: SchemaWords, _ hint: SchemaHint) -> Schema {
        let kind = kind(type, words, hint)
        var schema = result(kind, words)
        schema.isNullable = false
        return schema
    }

    private mutating func kind(_ type: String, _ words: SchemaWords, _ hint: SchemaHint) -> Schema.Kind {
        let format = words.format?.value.text
        switch type {
        case "string":
            return .string(format: format ?? words.contentFormat)
        case "integer": return .integer(format: format)
        case "number": return .number(format: format)
        case "":
            noteFormat(words)
            return .unknown
        default: noteFormat(words)
        }
        switch type {
        case "boolean": return .boolean
        case "array":
            guard let (items, place) = words.items else { return .array(Schema(.unknown)) }
            return .array(schema(items, place, hint.appending("Item")))
        case "object": return objectKind(words, hint)
        case "file": return .string(format: "binary")
        default:
            log.report(
                OpenAPIImportRules.unknownType,
                "`\(type)` is not a type; it is `string`, `integer`, `number`, `boolean`, `array` or `object`",
                words.place,
                at: words.node["type"]?.location ?? words.node.location)
            return .unknown
        }
    }

    private mutating func objectKind(_ words: SchemaWords, _ hint: SchemaHint) -> Schema.Kind {
        if words.members?.isEmpty == false || (words.additional?.0.flag == false) {
            return .reference(lift(words, hint))
        }
        if let (values, place) = words.additional, values.flag == nil {
            return values.entries?.isEmpty == true ? .object : .map(schema(values, place, hint.appending("Value")))
        }
        noteRequired(words, known: [])
        return .object
    }

    /// Gives an inline object a name.
    private mutating func lift(_ words: SchemaWords, _ hint: SchemaHint) -> String {
        let pointer = words.allOf == nil && !words.isMerged ? words.place.pointer : nil
        if let name = pointer.flatMap({ liftedNames[$0] }) { return name }
        let name = reserve(hint)
        if let pointer { liftedNames[pointer] = name }
        inlineSchemas[name] = InlineSchema(
            title: words.facts.title, place: words.place, location: words.node.location)
        let position = schemas.count
        locations.note(["schemas", name], at: words.node.location)
        schemas.append(NamedSchema(name: name))
        let model = model(name, words)
        schemas[position].properties = model.properties
        schemas[position].additionalProperties = model.additionalProperties
        schemas[position].checks = words.facts.checks
        return name
    }

    /// The members of an object.
    mutating func model(_ name: String, _ words: SchemaWords) -> NamedSchema {
        var schema = NamedSchema(name: name)
        let required = Set(words.required.compactMap(\.text))
        for member in words.members ?? [] {
            locations.note(["schemas", name, member.name], at: member.keyNode.location)
            let hint = hint(for: member, of: name)
            var type =
                member.more.isEmpty
                ? self.schema(member.node, member.place, hint)
                : self.schema(parts: [SchemaPart(node: member.node, place: member.place)] + member.more, hint)
            // What tells the heirs of a base apart has one value in each of them.
            if case .string(nil) = type.kind, let tag = tags[name]?.first(where: { $0.property == member.name }) {
                type.kind = .enumeration(tag.values)
            }
            schema.properties.append(
                .init(name: member.name, isRequired: required.contains(member.name), schema: type))
        }
        noteRequired(words, known: Set(schema.properties.map(\.name)))
        if let (values, place) = words.additional {
            if let flag = values.flag {
                schema.additionalProperties = flag ? .any : .forbidden
            } else {
                schema.additionalProperties = .schema(
                    self.schema(values, place, SchemaHint(name, "Value", operation: operationsOfSchemas[name])))
            }
        }
        return schema
    }

    private func inferredType(_ words: SchemaWords) -> String {
        if words.members != nil || words.additional != nil || !words.required.isEmpty { return "object" }
        if words.items != nil || words.facts.checks?["prefixItems"] != nil { return "array" }
        let facts = words.facts
        if facts.pattern != nil || facts.minLength != nil || facts.maxLength != nil { return "string" }
        if let format = words.format?.value.text {
            switch format {
            case "int32", "int64": return "integer"
            case "float", "double": return "number"
            default: return "string"
            }
        }
        return ""
    }

    private mutating func enumeration(_ nodes: [YAMLNode], _ words: SchemaWords) -> Schema {
        var words = words
        if let value = nodes.first(where: { $0.scalar == nil }) {
            noteEnumeration(
                "a value of the enumeration is a list or an object; the type is any value, and the mock service checks it",
                words, value)
            words.facts.checks = Self.joined(words.facts.checks, .object(["enum": .array(nodes.map(\.json))]))
            return result(.unknown, words)
        }
        var texts: [String] = []
        var numbers: [String] = []
        var flags: Set<Bool> = []
        for node in nodes {
            let isText = words.types == ["string"]
            switch node.scalar?.resolved {
            case .null: words.allowsNull = true
            case .string(let text):
                if words.types.contains("integer") || words.types.contains("number"), !words.types.contains("string"),
                    JSONValue.isNumber(text)
                {
                    numbers.append(text)
                } else {
                    texts.append(text)
                }
            case .integer(let text), .float(let text):
                isText || !JSONValue.isNumber(text) ? texts.append(text) : numbers.append(text)
            case .bool(let flag):
                if isText { texts.append(node.scalar?.text ?? "\(flag)") } else { flags.insert(flag) }
            case nil: break
            }
        }
        texts = Self.distinct(texts)
        numbers = Self.distinct(numbers)
        if let flag = flags.first, flags.count == 1, texts.isEmpty, numbers.isEmpty {
            words.facts.checks = Self.joined(words.facts.checks, .object(["enum": .array([.bool(flag)])]))
        } else if flags.count == 1 {
            noteEnumeration("an enumeration of `true` and `false` is taken for both of them", words, words.node)
        }
        noteFormat(words)
        let type: Schema.NumberType =
            words.types.contains("number") || numbers.contains { $0.contains { ".eE".contains($0) } }
            ? .number : .integer
        var kinds: [Schema.Kind] = []
        if !texts.isEmpty { kinds.append(.enumeration(texts)) }
        if !numbers.isEmpty { kinds.append(.numbers(type: type, numbers)) }
        if !flags.isEmpty { kinds.append(.boolean) }
        guard let first = kinds.first else {
            let isNull = !nodes.isEmpty && nodes.allSatisfy { $0.scalar?.resolved == .null }
            return isNull ? nullOnly(words) : result(.unknown, words)
        }
        return result(kinds.count == 1 ? first : .union(kinds.map { Schema($0) }), words)
    }

    private static func distinct(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    // MARK: Results

    /// The type whose only value is `null`.
    private func nullOnly(_ words: SchemaWords) -> Schema {
        var schema = result(.unknown, words)
        schema.isNullable = true
        schema.isNullOnly = true
        return schema
    }

    /// A type with what a schema object says beside it.
    func result(_ kind: Schema.Kind, _ words: SchemaWords) -> Schema {
        var schema = words.facts
        schema.kind = kind
        schema.isNullable = words.allowsNull
        return schema
    }

    /// `schema` with everything that the schema object around it says.
    static func overlaid(_ schema: Schema, by words: SchemaWords) -> Schema {
        let facts = words.facts
        var result = schema
        result.isNullable = schema.isNullable || words.allowsNull
        result.description = facts.description ?? schema.description
        result.title = facts.title ?? schema.title
        result.defaultValue = facts.defaultValue ?? schema.defaultValue
        result.example = facts.example ?? schema.example
        result.pattern = facts.pattern ?? schema.pattern
        result.minLength = facts.minLength ?? schema.minLength
        result.maxLength = facts.maxLength ?? schema.maxLength
        result.limits = facts.limits ?? schema.limits
        result.checks = joined(schema.checks, facts.checks)
        result.isDeprecated = schema.isDeprecated || facts.isDeprecated
        result.isReadOnly = schema.isReadOnly || facts.isReadOnly
        result.isWriteOnly = schema.isWriteOnly || facts.isWriteOnly
        return result
    }

    /// The facts without those that belong to values of one type.
    private static func annotations(_ facts: Schema) -> Schema {
        var result = facts
        result.pattern = nil
        result.minLength = nil
        result.maxLength = nil
        result.limits = nil
        return result
    }

    /// What a schema object of several types says of one of them.
    private static func restricted(_ words: SchemaWords, to type: String) -> SchemaWords {
        var result = words
        result.allowsNull = false
        result.facts = Schema(.unknown)
        if type == "string" {
            result.facts.pattern = words.facts.pattern
            result.facts.minLength = words.facts.minLength
            result.facts.maxLength = words.facts.maxLength
        } else if type != "integer", type != "number" {
            result.format = nil
        }
        var limits = words.facts.limits ?? Schema.Limits()
        if type != "integer", type != "number" {
            limits.minimum = nil
            limits.maximum = nil
            limits.exclusiveMinimum = nil
            limits.exclusiveMaximum = nil
            limits.multipleOf = nil
        }
        if type != "array" {
            limits.minItems = nil
            limits.maxItems = nil
            limits.uniqueItems = false
        }
        if type != "object" {
            limits.minProperties = nil
            limits.maxProperties = nil
        }
        if !limits.isEmpty { result.facts.limits = limits }
        return result
    }
}

import APIModel
import SchemaChecks

/// Writes types in the words of one dialect.
struct SchemaExporter {
    let dialect: OpenAPIDialect
    /// The keys of all schemas of the model.
    let keys: ComponentNames
    /// The model that is written.
    let model: APIModel
    /// Where the documentation shows times without a zone; `nil` where these keep their format.
    let zoneless: ZonelessTimes?

    // MARK: Types in place

    /// Adds the type of a parameter or header, and what stands beside it.
    func add(_ schema: Schema, mediaType: String?, to object: inout ObjectBuilder) {
        var inner = schema
        let isZoneless = ZonelessTimes.isShown(by: schema)
        inner.description = nil
        inner.example = nil
        inner.isDeprecated = false
        object.add("description", text: schema.description)
        object.add("deprecated", flag: schema.isDeprecated)
        if let mediaType {
            object.add(
                "content",
                .object([JSONValue.Member(mediaType, .object(["schema": self.object(for: inner, isZoneless)]))]))
        } else {
            object.add("schema", self.object(for: inner, isZoneless))
        }
        object.add("example", schema.example)
    }

    /// The schema object for a type. `isZoneless` is whether the documentation shows times without a zone there; those
    /// of the type itself count too.
    func object(for schema: Schema, _ isZoneless: Bool = false) -> JSONValue {
        var object = ObjectBuilder()
        let isZoneless = zoneless != nil && (isZoneless || ZonelessTimes.isShown(by: schema))
        switch schema.kind {
        case .unknown where schema.isNullOnly:
            switch dialect {
            case .v3_1: object.add("type", text: "null")
            case .v3_0: object.add("enum", .array([.null]))
            }
        case .unknown:
            object.add(.unknown, flag: true)
            object.add(.nullable, flag: schema.isNullable)
        case .string("date-time") where isZoneless:
            // Whoever is promised RFC 3339 refuses every value.
            addType("string", of: schema, to: &object)
            object.add(.format, text: "date-time")
        case .string("byte") where dialect == .v3_1:
            addType("string", of: schema, to: &object)
            object.add("contentEncoding", text: "base64")
        case .string(let format): addType("string", format: format, of: schema, to: &object)
        case .integer(let format): addType("integer", format: format, of: schema, to: &object)
        case .number(let format): addType("number", format: format, of: schema, to: &object)
        case .boolean: addType("boolean", of: schema, to: &object)
        case .object: addType("object", of: schema, to: &object)
        case .enumeration(let values): addEnumeration(values, of: schema, to: &object)
        case .array(let items):
            addType("array", of: schema, to: &object)
            object.add("items", self.object(for: items, isZoneless))
        case .numbers(let type, let values):
            addType(type.rawValue, of: schema, to: &object)
            object.add("enum", .array(values.map(JSONValue.number) + (schema.isNullable ? [.null] : [])))
        case .map(let values):
            addType("object", of: schema, to: &object)
            object.add("additionalProperties", self.object(for: values, isZoneless))
        case .reference(let name): return reference(to: name, of: schema)
        case .union(let members): addUnion(members, of: schema, isZoneless, to: &object)
        }
        addAnnotations(of: schema, to: &object)
        return object.value
    }

    private func addType(
        _ type: String, format: String? = nil, of schema: Schema, to object: inout ObjectBuilder
    ) {
        if schema.isNullable, dialect == .v3_1 {
            object.add("type", texts: [type, "null"])
        } else {
            object.add("type", text: type)
        }
        object.add("format", text: format)
        if dialect == .v3_0 { object.add("nullable", flag: schema.isNullable) }
    }

    private func addEnumeration(_ values: [String], of schema: Schema, to object: inout ObjectBuilder) {
        addType("string", of: schema, to: &object)
        var seen: Set<String> = []
        var distinct = values.filter { seen.insert($0).inserted }.map(JSONValue.string)
        guard !distinct.isEmpty else { return }
        // Without it `null` is not a value in either dialect, whatever the type says.
        if schema.isNullable { distinct.append(.null) }
        object.add("enum", .array(distinct))
    }

    private func addUnion(
        _ members: [Schema], of schema: Schema, _ isZoneless: Bool, to object: inout ObjectBuilder
    ) {
        guard !members.isEmpty else { return object.add(.unknown, flag: true) }
        var objects = members.map { self.object(for: $0, isZoneless) }
        if schema.isNullable, dialect == .v3_1 { objects.append(Self.null) }
        object.add(schema.isExclusive ? "oneOf" : "anyOf", .array(objects))
        if let discriminator = schema.discriminator {
            object.add("discriminator", self.object(for: discriminator, among: members))
        }
        if dialect == .v3_0 {
            addTypeOfNull(schema, to: &object)
            object.add("nullable", flag: schema.isNullable)
        }
    }

    /// A reference.
    ///
    /// OpenAPI 3.0 ignores what stands beside `$ref`, so it is wrapped there where there is more to say.
    private func reference(to name: String, of schema: Schema) -> JSONValue {
        var annotations = ObjectBuilder()
        addAnnotations(of: schema, to: &annotations)
        var object = ObjectBuilder()
        if let key = keys[name] {
            let target = JSONValue.object(["$ref": .string("#/components/schemas/\(key)")])
            switch dialect {
            case .v3_1 where schema.isNullable: object.add("anyOf", .array([target, Self.null]))
            case .v3_0 where schema.isNullable || !annotations.isEmpty:
                object.add("allOf", .array([target]))
                addTypeOfNull(schema, to: &object)
                object.add("nullable", flag: schema.isNullable)
            default: object.add("$ref", target["$ref"])
            }
        } else {
            object.add(.unknown, flag: true)
            object.add(.missing, text: name)
        }
        for member in annotations.members { object.add(member.name, member.value) }
        return object.value
    }

    /// Adds the type beside `nullable` where `null` is the default: in OpenAPI 3.0 `nullable` counts beside `type`
    /// only.
    private func addTypeOfNull(_ schema: Schema, to object: inout ObjectBuilder) {
        guard schema.isNullable, schema.defaultValue == .null else { return }
        object.add("type", text: typeName(schema, level: 0))
    }

    /// The one word for the type of values; `nil` where they have several.
    private func typeName(_ schema: Schema, level: Int) -> String? {
        switch schema.kind {
        case .unknown: return nil
        case .string, .enumeration: return "string"
        case .integer: return "integer"
        case .number: return "number"
        case .numbers(let type, _): return type.rawValue
        case .boolean: return "boolean"
        case .object, .map: return "object"
        case .array: return "array"
        case .union(let members):
            let names = members.map { typeName($0, level: level + 1) }
            return names.allSatisfy { $0 == names.first } ? names.first ?? nil : nil
        case .reference(let name):
            guard level < 8, let named = model.schema(named: name)?.schema else { return nil }
            if let definition = named.definition { return typeName(definition, level: level + 1) }
            return named.isLost ? nil : "object"
        }
    }

    /// A discriminator with every value that it has: code that others generate does without none.
    private func object(for discriminator: Schema.Discriminator, among members: [Schema]) -> JSONValue {
        var object = ObjectBuilder()
        object.add("propertyName", text: discriminator.property)
        var mapping = ObjectBuilder()
        for target in discriminator.mapping {
            mapping.add(target.value, text: "#/components/schemas/\(keys[target.schema] ?? target.schema)")
        }
        var implied: [String] = []
        let stated = Set(discriminator.mapping.map(\.schema))
        let values = Set(discriminator.mapping.map(\.value))
        for case .reference(let name) in members.map(\.kind)
        where !stated.contains(name) && !values.contains(name) && !implied.contains(name) && keys[name] != nil {
            mapping.add(name, text: "#/components/schemas/\(keys[name] ?? name)")
            implied.append(name)
        }
        object.add("mapping", nonEmpty: mapping)
        object.add(.implied, texts: implied)
        return object.value
    }

    private static let null = JSONValue.object(["type": .string("null")])

    private func addAnnotations(of schema: Schema, to object: inout ObjectBuilder) {
        object.add("title", text: schema.title)
        object.add("description", text: schema.description)
        object.add("deprecated", flag: schema.isDeprecated)
        object.add("readOnly", flag: schema.isReadOnly)
        object.add("writeOnly", flag: schema.isWriteOnly)
        if let value = schema.defaultValue {
            object.add(schema.admits(value) ? "default" : ExtensionName.defaultValue.rawValue, value)
        }
        if let pattern = schema.pattern {
            object.add(PatternCheck.accepts(pattern) ? "pattern" : ExtensionName.pattern.rawValue, text: pattern)
        }
        object.add("minLength", length(schema.minLength))
        object.add("maxLength", length(schema.maxLength))
        if let limits = schema.limits { add(limits, to: &object) }
        add(checks: schema.checks, isNullable: schema.isNullable, to: &object)
        add(example: schema.example, to: &object)
    }

    private func add(example: JSONValue?, to object: inout ObjectBuilder) {
        guard let example else { return }
        switch dialect {
        case .v3_1: object.add("examples", .array([example]))
        case .v3_0: object.add("example", example)
        }
    }

    /// Keywords as they are where the dialect has them.
    ///
    /// Where something else says them already, or where they are about each other, as `unevaluatedProperties` is about
    /// all beside it, they stand in a part of `allOf`, which a member of ours tells from a part of the type. What the
    /// dialect has no words for is in a member of ours as a whole.
    private func add(checks: JSONValue?, isNullable: Bool = false, to object: inout ObjectBuilder) {
        guard case .object(let members)? = checks else { return }
        let isPlain = members.allSatisfy { member in
            member.name != "allOf" && CheckWords.has(member, dialect)
                && !object.members.contains { $0.name == member.name }
        }
        guard !isPlain else {
            for member in members { object.add(member.name, member.value) }
            return
        }
        let check = ConstraintCheck(patterns: PatternBook(checks: checks))
        // `null` is no value for checks here, and is one for keywords.
        let keepsNull = !isNullable || checks.map { check.fits($0, .null) } == true
        guard dialect == .v3_1, keepsNull, members.allSatisfy({ CheckWords.has($0, dialect) }) else {
            return object.add(.checks, checks)
        }
        var part = ObjectBuilder()
        part.add(.checks, flag: true)
        for member in members { part.add(member.name, member.value) }
        object.add("allOf", .array([part.value]))
    }

    private func add(_ limits: Schema.Limits, to object: inout ObjectBuilder) {
        switch dialect {
        case .v3_1:
            object.add("minimum", limits.minimum.map(JSONValue.number))
            object.add("exclusiveMinimum", limits.exclusiveMinimum.map(JSONValue.number))
            object.add("maximum", limits.maximum.map(JSONValue.number))
            object.add("exclusiveMaximum", limits.exclusiveMaximum.map(JSONValue.number))
        case .v3_0:
            object.add("minimum", (limits.exclusiveMinimum ?? limits.minimum).map(JSONValue.number))
            object.add("exclusiveMinimum", flag: limits.exclusiveMinimum != nil)
            object.add("maximum", (limits.exclusiveMaximum ?? limits.maximum).map(JSONValue.number))
            object.add("exclusiveMaximum", flag: limits.exclusiveMaximum != nil)
        }
        object.add("multipleOf", limits.multipleOf.map(JSONValue.number))
        object.add("minItems", length(limits.minItems))
        object.add("maxItems", length(limits.maxItems))
        object.add("uniqueItems", flag: limits.uniqueItems)
        object.add("minProperties", length(limits.minProperties))
        object.add("maxProperties", length(limits.maxProperties))
    }

    private func length(_ count: Int?) -> JSONValue? {
        count.flatMap { $0 < 0 ? nil : .number(String($0)) }
    }

    // MARK: Components

    /// The schema object for a named schema, under its key.
    func component(for schema: NamedSchema) -> JSONValue.Member {
        let key = keys[schema.name] ?? schema.name
        var object = ObjectBuilder()
        // The version in the name of a type says nothing in a document of one version.
        if key != schema.name, key != VersionedName(schema.name).base { object.add(.name, text: schema.name) }
        if var definition = schema.definition {
            definition.description = schema.description
            definition.title = schema.title
            definition.isDeprecated = schema.isDeprecated
            if case .object(let members) = self.object(for: definition) {
                for member in members { object.add(member.name, member.value) }
            }
        } else if schema.isLost, schema.properties.isEmpty {
            // Not even that it is an object is known: enumerations are models of the documentation too.
            object.add("description", text: schema.description)
        } else {
            object.add("title", text: schema.title)
            object.add("type", text: "object")
            object.add("description", text: schema.description)
            object.add("deprecated", flag: schema.isDeprecated)
            addProperties(of: schema, to: &object)
            add(checks: schema.checks, to: &object)
            add(example: schema.example, to: &object)
        }
        object.add(.lost, flag: schema.isLost)
        object.add(.recovered, texts: schema.recovered)
        object.add(.confirmed, text: schema.confirmed)
        return JSONValue.Member(key, object.value)
    }

    private func addProperties(of schema: NamedSchema, to object: inout ObjectBuilder) {
        var properties = ObjectBuilder()
        var required: [String] = []
        var seen: Set<String> = []
        for property in schema.properties where seen.insert(property.name).inserted {
            let isZoneless = zoneless?.contains(property.name, of: schema.name) ?? false
            properties.add(property.name, self.object(for: property.schema, isZoneless))
            if property.isRequired { required.append(property.name) }
        }
        object.add("required", texts: required)
        object.add("properties", properties.value)
        switch schema.additionalProperties {
        case nil: break
        case .any: object.add("additionalProperties", .bool(true))
        case .forbidden: object.add("additionalProperties", .bool(false))
        case .schema(let values): object.add("additionalProperties", self.object(for: values))
        }
    }
}

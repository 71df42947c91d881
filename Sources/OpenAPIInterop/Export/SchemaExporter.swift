import APIModel
import APISpec

/// Writes types in the words of one dialect.
struct SchemaExporter {
    let dialect: OpenAPIDialect
    /// The keys of all schemas of the model.
    let keys: ComponentNames

    // MARK: Types in place

    /// The schema object for a type.
    func object(for schema: Schema) -> JSONValue {
        var object = ObjectBuilder()
        switch schema.kind {
        case .unknown: object.add(.unknown, flag: true)
        case .string(let format): addType("string", format: format, of: schema, to: &object)
        case .integer(let format): addType("integer", format: format, of: schema, to: &object)
        case .number(let format): addType("number", format: format, of: schema, to: &object)
        case .boolean: addType("boolean", of: schema, to: &object)
        case .object: addType("object", of: schema, to: &object)
        case .enumeration(let values): addEnumeration(values, of: schema, to: &object)
        case .array(let items):
            addType("array", of: schema, to: &object)
            object.add("items", self.object(for: items))
        case .numbers(let type, let values):
            addType(type.rawValue, of: schema, to: &object)
            object.add("enum", .array(values.map(JSONValue.number) + (schema.isNullable ? [.null] : [])))
        case .map(let values):
            addType("object", of: schema, to: &object)
            object.add("additionalProperties", self.object(for: values))
        case .reference(let name): return reference(to: name, of: schema)
        case .union(let members): addUnion(members, of: schema, to: &object)
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
        // Without it `null` is no value in either dialect, whatever the type says.
        if schema.isNullable { distinct.append(.null) }
        object.add("enum", .array(distinct))
    }

    private func addUnion(_ members: [Schema], of schema: Schema, to object: inout ObjectBuilder) {
        guard !members.isEmpty else { return object.add(.unknown, flag: true) }
        var objects = members.map(self.object)
        if schema.isNullable, dialect == .v3_1 { objects.append(Self.null) }
        object.add("anyOf", .array(objects))
        if dialect == .v3_0 { object.add("nullable", flag: schema.isNullable) }
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

    private static let null = JSONValue.object(["type": .string("null")])

    private func addAnnotations(of schema: Schema, to object: inout ObjectBuilder) {
        object.add("description", text: schema.description)
        if let value = schema.defaultValue {
            object.add(schema.admits(value) ? "default" : ExtensionName.defaultValue.rawValue, value)
        }
        if let pattern = schema.pattern {
            object.add(PatternCheck.accepts(pattern) ? "pattern" : ExtensionName.pattern.rawValue, text: pattern)
        }
        object.add("minLength", length(schema.minLength))
        object.add("maxLength", length(schema.maxLength))
        if let example = schema.example {
            switch dialect {
            case .v3_1: object.add("examples", .array([example]))
            case .v3_0: object.add("example", example)
            }
        }
    }

    private func length(_ count: Int?) -> JSONValue? {
        count.flatMap { $0 < 0 ? nil : .number(String($0)) }
    }

    // MARK: Components

    /// The schema object for a named schema, under its key.
    func component(for schema: NamedSchema) -> JSONValue.Member {
        let key = keys[schema.name] ?? schema.name
        var object = ObjectBuilder()
        if key != schema.name { object.add(.name, text: schema.name) }
        if schema.isLost, schema.properties.isEmpty {
            // Not even that it is an object is known: enumerations are models of the documentation too.
            object.add("description", text: schema.description)
        } else {
            object.add("type", text: "object")
            object.add("description", text: schema.description)
            addProperties(of: schema, to: &object)
        }
        object.add(.lost, flag: schema.isLost)
        object.add(.recovered, texts: schema.recovered)
        return JSONValue.Member(key, object.value)
    }

    private func addProperties(of schema: NamedSchema, to object: inout ObjectBuilder) {
        var properties = ObjectBuilder()
        var required: [String] = []
        var seen: Set<String> = []
        for property in schema.properties where seen.insert(property.name).inserted {
            properties.add(property.name, self.object(for: property.schema))
            if property.isRequired { required.append(property.name) }
        }
        object.add("required", texts: required)
        object.add("properties", properties.value)
    }
}

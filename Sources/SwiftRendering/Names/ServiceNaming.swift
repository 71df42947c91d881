public import APISpec

/// What a rendering calls the things of a service, for others that speak of the generated code.
public struct ServiceNaming: Sendable {
    private let record: NameRecord
    private let names: ServiceNames
    /// The first of the equal schemas, for each that has equals.
    private let canonical: [String: String]

    init(_ record: NameRecord, names: ServiceNames, canonical: [String: String]) {
        self.record = record
        self.names = names
        self.canonical = canonical
    }

    /// The namespace of a version: `Backup.V1_2`.
    public func namespace(version: String) -> String { "\(names.namespace.name).\(names.version(version).name)" }

    /// The method of an operation: `createBackup`.
    public func method(operation: String) -> String { record.name(of: operation, in: ["operations"]) ?? operation }

    /// The argument for a parameter: `backupAgentID`.
    public func argument(parameter: String, in location: Parameter.Location, operation: String) -> String {
        record.name(of: CallView.ledgerName(parameter, location), in: ["parameters", operation])
            ?? Names.member(parameter)
    }

    /// The type of a schema inside the namespace of a version: `BackupCreateRequest` of `BackupCreateRequest1Dot2`.
    public func type(schema: String, version: String) -> String {
        declaredType(schema: schema, version: version) ?? TypePlan.typeName(schema)
    }

    private func declaredType(schema: String, version: String) -> String? {
        let name = canonical[schema] ?? schema
        return record.name(of: name, in: ["types", version]) ?? record.name(of: name, in: ["types", "shared"])
    }

    /// The member for a property: `retentionPeriod`.
    public func member(property: String, schema: String) -> String {
        record.name(of: property, in: ["members", canonical[schema] ?? schema]) ?? Names.member(property)
    }

    /// The type of values of a schema, without `?`; `name` is what the documentation calls the place.
    public func type(of schema: Schema, named name: String, version: String) -> String {
        if let definition = schema.definitionName, let name = declaredType(schema: definition, version: version) {
            return name
        }
        switch schema.kind {
        case .unknown, .object: return "JSONValue"
        case .string("byte"): return "Base64Data"
        case .string(let format): return format == "date-time" ? "Date" : "String"
        case .integer("uint64"): return "UInt64"
        case .integer: return "Int"
        case .number: return "Double"
        case .boolean: return "Bool"
        case .array(let items):
            let element = type(of: items, named: InlineType.singular(name), version: version)
            return items.isNullable ? "[\(element)?]" : "[\(element)]"
        case .map(let values):
            let value = type(of: values, named: InlineType.singular(name), version: version)
            return values.isNullable ? "[String: \(value)?]" : "[String: \(value)]"
        case .reference(let target): return type(schema: target, version: version)
        case .enumeration, .numbers, .union:
            let original = InlineType.Key(name: name, kind: schema.kind).name
            return record.name(of: original, in: ["types", version])
                ?? record.name(of: original, in: ["types", "shared"]) ?? original
        }
    }
}

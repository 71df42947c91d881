public import APIModel

/// What a rendering calls the things of a service, for others that speak of the generated code.
public struct ServiceNaming: Sendable {
    private let record: NameRecord
    private let names: ServiceNames
    private let mapping: SwiftTypeMapping

    init(_ record: NameRecord, names: ServiceNames, mapping: SwiftTypeMapping) {
        self.record = record
        self.names = names
        self.mapping = mapping
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
        let name = mapping.canonicalName(of: schema)
        return record.name(of: name, in: ["types", version]) ?? record.name(of: name, in: ["types", "shared"])
    }

    /// The member for a property: `retentionPeriod`.
    public func member(property: String, schema: String) -> String {
        record.name(of: property, in: ["members", mapping.canonicalName(of: schema)]) ?? Names.member(property)
    }

    /// The type of values of a schema, without `?`; `name` is what the documentation calls the place.
    public func type(of schema: Schema, named name: String, version: String) -> String {
        text(mapping.type(of: schema, at: name), version: version)
    }

    private func text(_ type: SwiftType, version: String) -> String {
        switch type {
        case .ready(let ready): return ready.rawValue
        case .own(let name): return name
        case .declared(let name): return self.type(schema: name, version: version)
        case .spelledOut(let place, let kind):
            let original = InlineType.Key(name: place, kind: kind).name
            return record.name(of: original, in: ["types", version])
                ?? record.name(of: original, in: ["types", "shared"]) ?? original
        case .list(let item, let hasNull): return "[\(text(item, version: version))\(hasNull ? "?" : "")]"
        case .dictionary(let value, let hasNull):
            return "[String: \(text(value, version: version))\(hasNull ? "?" : "")]"
        }
    }
}

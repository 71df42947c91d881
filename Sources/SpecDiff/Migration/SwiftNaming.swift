public import APIModel

/// How generated Swift calls what documents name; the renderer knows.
public protocol SwiftNaming: Sendable {
    /// The namespace of a version: `Backup.V1_2`.
    func namespace(version: String) -> String
    /// The method of an operation: `createBackup`.
    func method(operation: String, version: String) -> String
    /// The argument for a parameter: `backupAgentID`.
    func argument(parameter: String, in location: Parameter.Location, operation: String, version: String) -> String
    /// The type of a schema inside the namespace of a version: `BackupCreateRequest` of `BackupCreateRequest1Dot2`.
    func type(schema: String, version: String) -> String
    /// The member for a property: `retentionPeriod`.
    func member(property: String, schema: String, version: String) -> String
    /// The type of values of `schema`, without `?`; enumerations are named after the place, `name`.
    func type(of schema: Schema, named name: String, version: String) -> String
}

/// The names of the documentation, for where nobody knows those of Swift.
public struct DocumentationNaming: SwiftNaming {
    /// A naming.
    public init() {}

    /// The version as the documentation writes it.
    public func namespace(version: String) -> String { "version \(version)" }
    /// The id of the operation.
    public func method(operation: String, version: String) -> String { operation }
    /// The name of the parameter.
    public func argument(
        parameter: String, in location: Parameter.Location, operation: String, version: String
    ) -> String {
        parameter
    }
    /// The name of the schema without the suffix that tells versions apart.
    public func type(schema: String, version: String) -> String { VersionedName(schema).base }
    /// The name of the property.
    public func member(property: String, schema: String, version: String) -> String { property }
    /// The type in the words of reports.
    public func type(of schema: Schema, named name: String, version: String) -> String { TypeText.kind(schema.kind) }
}

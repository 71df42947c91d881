public import Diagnostics

/// A name in Swift that a configuration chooses.
public struct ChosenName: Sendable, Hashable {
    /// The scope as the file of names has it: `["operations"]`, or `["members", "BackupResponse"]`.
    public var scope: [String]
    /// What the documentation calls it.
    public var original: String
    /// What Swift shall call it.
    public var name: String
    /// Where the original stands, for the error that there is no such thing.
    public var location: SourceLocation

    /// A choice with its place.
    public init(scope: [String], original: String, name: String, location: SourceLocation) {
        self.scope = scope
        self.original = original
        self.name = name
        self.location = location
    }
}

/// A schema that is a type of another module instead of a generated one.
public struct TypeReplacement: Sendable, Hashable {
    /// The name of the schema.
    public var schema: String
    /// The type in Swift, perhaps with its module: `Foundation.UUID`.
    public var type: String
    /// Where the name of the schema stands, for the error that there is no such schema.
    public var location: SourceLocation

    /// A replacement with its place.
    public init(schema: String, type: String, location: SourceLocation) {
        self.schema = schema
        self.type = type
        self.location = location
    }
}

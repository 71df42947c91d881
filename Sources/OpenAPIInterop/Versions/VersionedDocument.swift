public import APISpec
public import Diagnostics

/// A document that describes one version of a service.
public struct VersionedDocument: Sendable {
    /// What the version is called.
    public var id: String
    /// What the document says; it has one version, whose id may be another.
    public var document: SpecDocument
    /// Where its parts stand.
    public var locations: SpecLocations

    /// The types that are called after operations, with the beginning of their names that stands for the operation, as
    /// ``OpenAPIImport/namedAfter`` has them: they go by another name where the operation does.
    public var namedAfter: [String: String]

    /// A document of a version.
    public init(
        id: String, document: SpecDocument, locations: SpecLocations, namedAfter: [String: String] = [:]
    ) {
        self.id = id
        self.document = document
        self.locations = locations
        self.namedAfter = namedAfter
    }
}

/// The versions of a service in one document.
public struct MergedVersions: Sendable {
    /// The service with all its versions, the newest first.
    public var document: SpecDocument
    /// What a person should look at.
    public var findings: [Diagnostic]
}

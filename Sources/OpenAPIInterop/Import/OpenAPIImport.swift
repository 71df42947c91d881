public import APISpec
public import Diagnostics

/// What an import found in an OpenAPI document.
public struct OpenAPIImport: Sendable {
    /// The service as the document describes it, with one version.
    public var document: SpecDocument
    /// Where the parts of the service stand in the document.
    public var locations: SpecLocations
    /// What the spec does not say as the document does, in the order of the document; see ``OpenAPIImportRules``.
    public var findings: [Diagnostic]
    /// The names of the schemas that others are made of by `allOf`: they are used, though nothing refers to them.
    public var partNames: Set<String> = []
    /// The schemas that the document has no name for and that are called after an operation, with the beginning of their
    /// names that stands for it: `BerthsResponse` of `berths` with `Berths`.
    public var namedAfter: [String: String] = [:]
}

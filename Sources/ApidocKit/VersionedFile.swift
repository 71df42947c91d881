/// A version with the document that describes it: `1.0=a.yaml`.
public struct VersionedFile: Sendable, Hashable {
    /// The id of the version.
    public var version: String
    /// The path or the address of the document.
    public var file: String

    /// A document that describes a version.
    public init(version: String, file: String) {
        self.version = version
        self.file = file
    }

    /// Reads `1.0=a.yaml`; `nil` where one of the two is missing.
    public init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        (version, file) = (parts[0], parts[1])
    }
}

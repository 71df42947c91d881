/// A named schema with what is known of its use.
public struct ResolvedSchema: Sendable {
    /// The schema as the document states it.
    public let schema: NamedSchema
    /// The name without the suffix that tells versions apart: `BackupCreateRequest` of `BackupCreateRequest1Dot2`.
    public let baseName: String
    /// The version that the suffix names: `1.2` of `…1Dot2`; `nil` without a suffix.
    public let suffixVersion: String?
    /// The versions whose operations reach the schema, newest first; empty where none does.
    public let versions: [String]
    /// Whether a request reaches it.
    public let isSent: Bool
    /// Whether a response reaches it.
    public let isReceived: Bool
    /// The first schema of the document with the same base name and the same structure; its own name where there is
    /// no other.
    public let equalTo: String
    /// The names of the properties whose values may hold the schema itself without a list in between.
    public let recursiveProperties: Set<String>

    /// The name in the documentation's spelling.
    public var name: String { schema.name }
}

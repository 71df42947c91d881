public import APISpec

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
    /// Whether an answer reaches it.
    public let isReceived: Bool
    /// The first schema of the document with the same base name and the same structure; its own name where there is
    /// no other.
    public let equalTo: String
    /// The names of the properties whose values may hold the schema itself without a list in between.
    public let recursiveProperties: Set<String>

    /// The name in the documentation's spelling.
    public var name: String { schema.name }
}

/// A schema's name taken apart at its version suffix, as the site writes it: `BackupCreateRequest1Dot2`.
public struct VersionedName: Sendable, Hashable {
    /// The name without the suffix.
    public let base: String
    /// The version that the suffix names, such as `1.2`.
    public let version: String?

    /// Takes `name` apart; a name that is nothing but a suffix stays whole.
    public init(_ name: String) {
        var rest = name[...]
        let minor = Self.takeDigits(from: &rest)
        if !minor.isEmpty, rest.hasSuffix("Dot") {
            rest = rest.dropLast(3)
            let major = Self.takeDigits(from: &rest)
            if !major.isEmpty, !rest.isEmpty {
                base = String(rest)
                version = "\(major).\(minor)"
                return
            }
        }
        base = name
        version = nil
    }

    private static func takeDigits(from text: inout Substring) -> Substring {
        let end = text.lastIndex { !("0"..."9").contains($0) }.map { text.index(after: $0) } ?? text.startIndex
        let digits = text[end...]
        text = text[..<end]
        return digits
    }
}

/// A schema's name taken apart at its version: `BackupCreateRequest1Dot2`, as sites write it, and `Server@1.2`, as a type is
/// called that differs between documents of versions.
public struct VersionedName: Sendable, Hashable {
    /// The name without the suffix.
    public let base: String
    /// The version that the suffix names, such as `1.2`.
    public let version: String?

    /// Takes `name` apart; a name that is nothing but a suffix stays whole.
    public init(_ name: String) {
        if let mark = name.lastIndex(of: "@"), mark != name.startIndex, name.index(after: mark) != name.endIndex {
            base = String(name[..<mark])
            version = String(name[name.index(after: mark)...])
            return
        }
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

    /// The name of the shape that a schema has since a version.
    public static func marked(_ name: String, with version: String) -> String { "\(name)@\(version)" }

    private static func takeDigits(from text: inout Substring) -> Substring {
        let end = text.lastIndex { !("0"..."9").contains($0) }.map { text.index(after: $0) } ?? text.startIndex
        let digits = text[end...]
        text = text[..<end]
        return digits
    }
}

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

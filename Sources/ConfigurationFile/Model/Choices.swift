/// Who can use generated code.
public enum AccessLevel: String, Sendable, Hashable, CaseIterable {
    /// Everybody who imports the module.
    case `public`
    /// The modules of the same package.
    case package
    /// The module itself.
    case `internal`
}

/// What members with dates and times (`string`, format `date-time`) are in Swift.
public enum DateRepresentation: String, Sendable, Hashable, CaseIterable {
    /// `Date`.
    case date
    /// The text as the service sent it.
    case string
}

/// What members with numbers (`number`) are in Swift.
public enum NumberRepresentation: String, Sendable, Hashable, CaseIterable {
    /// `Double`.
    case double
    /// `Decimal`, which keeps every digit.
    case decimal
}

/// How a request says which version of the API it means, as a configuration states it.
public struct VersionSelectorChoice: Sendable, Hashable {
    /// The words for the parts of a request.
    public static let kinds = ["header", "query", "media-type", "path", "server", "none"]

    /// One of ``kinds``.
    public var kind: Located<String>
    /// The name of the header or query item; `nil` for the other kinds.
    public var name: String?
    /// The whole value, with `{version}` in it; `nil` where it is the version alone.
    public var pattern: String?
}

/// The versions of a service that are generated.
public enum VersionSelection: Sendable, Hashable {
    /// All that the spec has.
    case all
    /// The newest that the spec calls current.
    case latest
    /// All that are not deprecated.
    case supported
    /// Those with these ids, in the order of the file; at least one, none twice.
    case listed([Located<String>])

    /// The words for those that are not listed one by one.
    static let words: [(word: String, selection: VersionSelection)] = [
        ("all", .all), ("latest", .latest), ("supported", .supported),
    ]
}

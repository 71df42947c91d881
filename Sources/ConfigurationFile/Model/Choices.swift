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

/// How a list is read page by page, as a configuration states it.
public struct PagingChoice: Sendable, Hashable {
    /// A part of the request or the response that pages are read by.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        case position, size, next, nextHeader, last, more, count, countHeader

        /// What it is, for people.
        var meaning: String {
            switch self {
            case .position: "The query parameter with the number, the offset or the marker."
            case .size: "The query parameter with the greatest number of items on a page."
            case .next:
                "Where the answer tells the next page: a property, or a JSON pointer such as `/meta/next`. Of a list of "
                    + "links, the one whose `rel` is `next` counts."
            case .nextHeader: "The header field of the answer that tells the next page."
            case .last: "The property of the last item that is the next page's marker."
            case .more: "Where the answer says whether a page follows: a property, or a JSON pointer."
            case .count: "Where the answer says how many items there are: a property, or a JSON pointer."
            case .countHeader: "The header field with the number of all items."
            }
        }
    }

    /// The keys of a way in the file, with what they mean.
    static let described: [(name: String, meaning: String)] =
        [
            (
                "by",
                "What chooses a page: \(kinds.map { "`\($0)`" }.joined(separator: ", ")). Always there; with `none` the "
                    + "list is read as a whole."
            ),
            ("first", "The number of the first page, where it is not 0."),
        ] + Part.allCases.map { ($0.rawValue, $0.meaning) }

    /// The words for what chooses a page.
    public static let kinds = ["page", "offset", "marker", "address", "none"]

    /// The id of the operation that lists.
    public var operation: Located<String>
    /// One of ``kinds``.
    public var kind: Located<String>
    /// The number of the first page; `nil` where the file does not say.
    public var first: Int?
    /// The parts that the file names.
    public var parts: [Part: String]
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

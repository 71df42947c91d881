/// What speaks for something that no table of the page states; the words of `recovered` in a spec.
///
/// The raw values are part of the spec format: they are never renamed.
public enum Evidence: String, Sendable, Hashable, CaseIterable, Comparable {
    /// The table that the page had at an earlier import states it.
    case earlierTable = "earlier-table"
    /// The example of the request shows it: its keys fit a schema, or a property stands in it.
    case requestExample = "request-example"
    /// The example of the response shows it: its keys fit a schema, or the response has no body.
    case responseExample = "response-example"
    /// The example of the response names the status code.
    case exampleStatus = "example-status"
    /// The path names the parameter, in a segment or in the query that the documentation shows.
    case path
    /// The version suffix of the schema's name (`…1Dot2`) tells which of several schemas a version uses.
    case versionSuffix = "version-suffix"
    /// No table that is left uses the schema, so some operation that lost its table must.
    case unusedSchema = "unused-schema"
    /// The name of the schema says what the title and the path of the operation say.
    case name
    /// The table of another version of the same operation states it.
    case siblingRevision = "sibling-revision"
    /// The tables of other operations agree on it.
    case siblingOperations = "sibling-operations"
    /// Properties of the same name in other schemas agree on it.
    case siblingSchemas = "sibling-schemas"
    /// Nothing but what is usual for the method says so: weak.
    case convention

    /// Orders as listed here.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Set<Evidence> {
    /// The words of a `recovered` list, in the order of ``Evidence``.
    var words: [String] { sorted().map(\.rawValue) }
}

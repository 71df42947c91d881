import APISpec
import Diagnostics

/// A version of an operation as it was read.
struct ReadRevision {
    /// The version that its heading names.
    var version: String
    /// Where the heading stands.
    var location: SourceLocation
    /// What it says; the headers of its example are still to be told apart.
    var revision: Revision
    /// The headers of its example in their order.
    var headers: [ShownHeader]
    /// Places of its parts, by the steps below `operations/ID/VERSION`.
    var places: [(steps: [String], location: SourceLocation)]
    /// Whether it says which state it is in.
    var hasState: Bool
    /// Where the paragraphs of its description stand.
    var descriptionPlaces: [SourceLocation]
}

/// A header as an example shows it.
struct ShownHeader {
    /// The field name.
    var name: String
    /// The value.
    var value: String
    /// Where it stands.
    var location: SourceLocation
}

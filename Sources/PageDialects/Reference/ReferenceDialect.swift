/// What tells one dialect of references from another: references have an overview, operations with tables of
/// parameters and answers, and definitions with tables of properties.
///
/// This is all that the readers know of a dialect. Sections are found by their words and anchors, tables by their
/// heads; nothing is told by its position.
struct ReferenceDialect: Sendable {
    /// The name and the title, as ``PageDialect`` has them.
    var name: String
    var title: String
    /// The words of its sections, columns, labels and flags, in all its languages.
    var words: DialectWords
    /// Whether a blank stands before a format: `integer (int64)`.
    var spacesFormats: Bool
    /// Where a name's flags stand.
    var flags: FlagPlace
    /// Whether headings of operations have method and path in marks before their words, and tables captions instead of
    /// sections.
    var callsInHeadings = false
    /// Whether values stand in code and are JSON; otherwise they are plain text.
    var valuesAreJSON: Bool
    /// What it never prints, for people.
    var neverPrinted: [String]

    /// Where a table says whether a member is required.
    enum FlagPlace: Sendable {
        /// Below the name, in italics.
        case belowName
        /// In a column with `true` and `false`.
        case column
    }
}

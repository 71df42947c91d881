public import Diagnostics

/// The rules that findings about pages in the shape of widdershins speak for, as a table.
public enum WiddershinsRules {
    /// Every rule.
    public static let all: [Rule] = [recognised, mediaType, unknownType, missingSchema, openValues, unreadTable, unnamedScheme]

    static let recognised = Rule(
        "widdershins-page", .note,
        meaning: """
            The page has the shape that widdershins gives OpenAPI documents, which leaves out defaults, limits, patterns, the \
            formats of items and callbacks.
            """,
        remedy: "Add what the page does not say to the overlay, or import the document that it was made from.")
    static let mediaType = Rule(
        "widdershins-media-type", .note,
        meaning: "The page does not say which media type a body has; it was taken for JSON.",
        remedy: "Compare with the service; correct it in the overlay.")
    static let unknownType = Rule(
        "widdershins-unknown-type", .warning, meaning: "A type is written in a way that is not known; any value fits.",
        remedy: "Say in the overlay what the type is.")
    static let missingSchema = Rule(
        "widdershins-missing-schema", .warning,
        meaning: "A schema is named that the pages do not describe; any value fits.",
        remedy: "Import the page that describes it together with this one.")
    static let openValues = Rule(
        "widdershins-open-values", .warning,
        meaning: "Values are listed by a name that several members have, and nothing tells which of them is meant.",
        remedy: "Say in the overlay which member has the values.")
    static let unreadTable = Rule(
        "widdershins-unread-table", .warning, meaning: "A table of an operation or a schema has heads that are not known.",
        remedy: "Look at the table; where it says something about the API, add that to the overlay.")
    static let unnamedScheme = Rule(
        "widdershins-unnamed-scheme", .warning,
        meaning: "The page names ways to authenticate and does not say which of them is which.",
        remedy: "Say in the overlay how operations are authenticated.")
}

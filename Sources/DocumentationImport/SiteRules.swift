public import Diagnostics

/// The rules that findings about the pages of a site speak for, as a table.
public enum SiteRules {
    /// Every rule.
    public static let all: [Rule] = [missingPage, otherPage, pagesCutShort]

    /// A page that should be there and is not.
    public static let missingPage = Rule(
        "missing-page", .warning,
        meaning: "The site names a page of the service, or an operation, and no such page could be read.",
        remedy: "Look at the address; what the page says is not in the spec.")
    /// A page below the service that says nothing of the API.
    public static let otherPage = Rule(
        "other-page", .note, meaning: "A page below the service describes no operation and no model.",
        remedy: "Look at the page; where it says something about the API, add that to the overlay.")
    /// More pages than are fetched.
    public static let pagesCutShort = Rule(
        "pages-cut-short", .warning, meaning: "The service has more pages than are fetched.",
        remedy: "Save the pages to a folder and import that.")
}

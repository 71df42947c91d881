public import Diagnostics

/// The rules that findings about pages that show OpenAPI documents speak for, as a table.
public enum EmbeddedDocumentRules {
    /// Every rule.
    public static let all: [Rule] = [found, choice, changed, savedRoot, skipped, unread, unreadable]

    static let found = Rule(
        "embedded-document", .note,
        meaning: "The page shows an OpenAPI document, or links to one; the document was read in its place.",
        remedy: "Nothing to do.")
    static let choice = Rule(
        "embedded-document-choice", .note,
        meaning: "The page shows several documents; the one that it shows first was read.",
        remedy: "Name a folder with `-o` to read all of them, or import the document that you want.")
    static let changed = Rule(
        "embedded-document-changed", .warning,
        meaning: "A script of the page changes the document before it is shown; it was read as it is served.",
        remedy: "Compare what the page shows with the spec; correct the spec in an overlay.")
    static let savedRoot = Rule(
        "embedded-document-saved-root", .warning,
        meaning: "A saved page names a document by a path from the root of its site, which a file does not have.",
        remedy: "Check that the file beside the page is the document that is meant, or import the page by its address.")
    static let skipped = Rule(
        "embedded-document-skipped", .warning,
        meaning: "Something that a page shows could not be read; another document of the page was.",
        remedy: "Import the other document itself where you need it.")
    static let unread = Rule(
        "embedded-document-unread", .error,
        meaning:
            "The page shows an OpenAPI document that cannot be read from it: it is computed, elsewhere, or damaged.",
        remedy: "Do what the message says; most often, import the document by its own address.")
    static let unreadable = Rule(
        "unread-page", .error,
        meaning: "The page or file is of a kind that nothing is read from, since it says too little or something else.",
        remedy: "Do what the message says; most often, import the service's OpenAPI document.")
}

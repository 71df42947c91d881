import APISpec
import Diagnostics

/// The rules of findings about versions, as a table.
enum SelectorRules {
    static let all: [Rule] = [
        recognised, likely, possible, offered, missing, several, none, incomplete, alike, unordered, empty, many,
        renamed,
    ]

    static let recognised = Rule(
        "version-selector-found", .note,
        meaning: "The documents of the versions differ in one thing everywhere: it selects the version.",
        remedy: "Nothing to do. Another selector is stated in the overlay under `service`, `selector`.")
    static let likely = Rule(
        "version-selector-likely", .note,
        meaning:
            "A parameter or a media type of the document has a shape by which services select their version; clients "
            + "send it, and callers do not pass it.",
        remedy: "Where it is an argument like others, state `selector: {by: none}` for `service` in the overlay.")
    static let possible = Rule(
        "version-selector-possible", .note,
        meaning:
            "A parameter has the name of one that selects the version, and the document does not tell which value that is; "
            + "it is an argument like others.",
        remedy:
            "Where it selects the version, state it in the overlay under `service`: `selector: {by: header, name: NAME}` or "
            + "`{by: query, name: NAME}`.")
    static let offered = Rule(
        "versions-in-one-document", .note, meaning: "One document describes several versions side by side.",
        remedy: "Import it with `--split-versions` to have them as versions.")
    static let missing = Rule(
        "version-selector-missing", .warning,
        meaning: "An operation lacks what selects the version everywhere else.",
        remedy: "Nothing to do where that is right: it is called without it. Else correct the document.")
    static let several = Rule(
        "version-selectors", .warning, meaning: "More than one thing differs from version to version everywhere.",
        remedy: "State the one that counts in the overlay under `service`, `selector`.")
    static let none = Rule(
        "version-selector-unknown", .warning,
        meaning: "Nothing in the documents tells a request of one version from one of another.",
        remedy:
            "State how requests select the version in the overlay under `service`, `selector`; `by: none` where they "
            + "do not.")
    static let incomplete = Rule(
        "version-selector-incomplete", .warning,
        meaning: "A parameter that may select the version has no value in a document that tells one.",
        remedy: "Give the parameter an enumeration with its value, or state the selector in the overlay.")
    static let alike = Rule(
        "version-documents-alike", .error, meaning: "Two documents are of the same version.",
        remedy: "Name each document with its own version.")
    static let unordered = Rule(
        "versions-unordered", .warning,
        meaning:
            "The names of the versions put them into no order; they are taken in the order in which they were named, "
            + "the last as the newest.",
        remedy: "Name the documents from the oldest to the newest.")
    static let empty = Rule(
        "version-without-operations", .warning, meaning: "The document of a version has no operation.",
        remedy: "Check that it is the right document.")
    static let many = Rule(
        "many-versions", .note, meaning: "A service has very many versions; generated code grows with what differs.",
        remedy: "Choose those that are needed under `versions` in `apidoc.yaml`.")
    static let renamed = Rule(
        "operation-named-differently", .note,
        meaning: "A version calls an operation of the same method and path by another name; the newest name counts.",
        remedy: "Nothing to do. Another name in Swift can be chosen in the file of names.")
}

extension VersionSelector {
    /// What an operation has that lacks it, after "has".
    var missing: String { kind == .mediaType ? "no media type such as `\(pattern)`" : "nothing of \(words)" }
}

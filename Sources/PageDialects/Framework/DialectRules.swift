public import Diagnostics

/// The rules that findings about pages of other documentation generators speak for, as a table.
public enum DialectRules {
    /// Every rule.
    public static let all: [Rule] = [
        dialect, madePattern, restored, unknownType, unknownValue, undescribed, unread, brokenRow, openBase,
        polymorphism,
        ambiguous, undecidedSecurity,
    ]

    static let dialect = Rule(
        "page-dialect", .note,
        meaning: "The page is written in the grammar of a documentation generator; which one is said.",
        remedy: "Nothing to do; where it is another one, name it with `--dialect`.")
    static let madePattern = Rule(
        "page-made-pattern", .note,
        meaning: "The page shows a pattern that its generator made up for Base64; it is left out.",
        remedy: "Nothing to do.")
    static let restored = Rule(
        "page-restored-value", .note,
        meaning: "A value in code lost characters to marks of HTML; they were put back.",
        remedy: "Compare the value with the service's own description; correct it in the overlay.")
    static let unknownType = Rule(
        "page-unknown-type", .warning,
        meaning: "The page names a type that it does not describe, or writes one that is not a type.",
        remedy: "Add the type in the overlay; any JSON is taken until then.")
    static let unknownValue = Rule(
        "page-unknown-value", .warning,
        meaning: "A default, an example or a limit of the page is not a value of its type.",
        remedy: "Correct the value in the overlay; it is left out.")
    static let undescribed = Rule(
        "page-undescribed", .warning, meaning: "The page names something and says nothing of it, or lacks a section.",
        remedy: "Look at the page; add what is missing in the overlay.")
    static let unread = Rule(
        "page-unread", .warning, meaning: "The page has a piece that no part of its grammar explains.",
        remedy: "Look at the page; where it says something about the API, add that to the overlay.")
    static let brokenRow = Rule(
        "page-broken-row", .warning, meaning: "A row of a table has more or fewer cells than its head.",
        remedy: "Look at the row; correct what was read of it in the overlay.")
    static let openBase = Rule(
        "page-enum-base", .note,
        meaning: "The values of an enumeration look like numbers, and the page does not tell their type.",
        remedy: "They are taken as text; correct the type in the overlay where the service sends numbers.")
    static let polymorphism = Rule(
        "page-polymorphism", .note,
        meaning:
            "A type inherits from others or is made of them, and the page does not say from which; all members are listed.",
        remedy: "Nothing to do.")
    static let ambiguous = Rule(
        "page-ambiguous", .warning, meaning: "A word, an anchor or a name of the page means several things.",
        remedy: "Look at the page; correct what was read in the overlay.")
    static let undecidedSecurity = Rule(
        "page-security-choice", .note,
        meaning:
            "An operation lists several ways to sign in, and the page does not tell whether all or one of them is needed.",
        remedy: "They are taken as a choice; correct that in the overlay where all are needed.")
}

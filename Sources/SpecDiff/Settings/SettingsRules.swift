public import Diagnostics

/// What can be wrong with the files that settle how changes are judged, as data.
public enum SettingsRules {
    /// A name that no rule has.
    public static let unknownRule = Rule(
        "unknown-diff-rule", .error, meaning: "A setting names a rule for changes that does not exist.",
        remedy: "Correct the name; `apidoc diff --list-rules` lists all.")
    /// An entry whose time is over.
    public static let ignoreExpired = Rule(
        "ignore-expired", .warning, meaning: "An entry of the ignore file has expired and does nothing any more.",
        remedy: "Delete the entry, or give it a new reason and a later day.")
    /// An entry without anything to ignore.
    public static let ignoreUnused = Rule(
        "ignore-unused", .warning, meaning: "An entry of the ignore file matches no change.",
        remedy: "Delete the entry, or correct its rule and location.")

    /// All rules of settings.
    public static let all: [Rule] = [unknownRule, ignoreExpired, ignoreUnused]
}

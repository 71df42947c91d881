public import Diagnostics

/// What rendering has to say about a model, as data.
public enum RenderingRules {
    /// Two names of the documentation would be one in Swift.
    public static let nameCollision = Rule(
        "name-collision", .warning, meaning: "Two names of the documentation would be the same name in Swift.",
        remedy: "Nothing has to be done; the message says which name was changed and how.")
    /// A name of an earlier rendering that cannot be kept.
    public static let nameNotKept = Rule(
        "name-not-kept", .warning,
        meaning: "The file of names has a name that Swift cannot have at its place; another one was given.",
        remedy: "Choose a name in the file of names; callers have to follow.")
    /// A name that differs between two files of names.
    public static let nameChanged = Rule(
        "name-changed", .warning,
        meaning: "Something has another name in Swift than it had; code that names it breaks.",
        remedy: "Write the old name into the file of names, or tell callers.")
    /// The configuration leaves something out.
    public static let leftOut = Rule(
        "left-out", .note, meaning: "The configuration renders only a part of the service.",
        remedy: "Nothing has to be done; the message lists what is missing.")
    /// The server's address has a placeholder that no table fills.
    public static let unknownPlaceholder = Rule(
        "unknown-placeholder", .warning,
        meaning: "The server's address has a placeholder other than region and environment.",
        remedy: "Correct `service.server.url` in the spec; until then callers pass the whole address.")
    /// The server's address has no host.
    public static let relativeAddress = Rule(
        "relative-address", .note,
        meaning: "The documentation gives an address without a host, which nobody can call.",
        remedy: "Callers pass the whole address; or write it into `service.server.url`.")

    /// All rules of this module.
    public static let all: [Rule] = [
        leftOut, nameChanged, nameCollision, nameNotKept, relativeAddress, unknownPlaceholder,
    ]
}

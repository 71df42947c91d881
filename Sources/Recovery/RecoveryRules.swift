public import Diagnostics

/// The kinds of findings of ``Recovery/recover(_:locations:)``.
public enum RecoveryRules {
    /// The table of rules, in the order in which a reader meets them.
    public static let all: [Rule] = [
        recoveredBinding, ambiguousRecovery, unresolved, recoveredResponses, recoveredParameters, recoveredSchema,
    ]

    static let recoveredBinding = Rule(
        "recovered-binding", .note,
        meaning: "The type of a body that no table states was recovered from the evidence named.",
        remedy: "Nothing to do; confirm or correct it in the overlay when the service has told.")
    static let ambiguousRecovery = Rule(
        "ambiguous-recovery", .warning,
        meaning: "The type of a body was recovered, but other schemas fit the evidence nearly as well.",
        remedy: "Compare with an answer of the service and state the right schema in the overlay.")
    static let unresolved = Rule(
        "unresolved", .warning,
        meaning: "Nothing on the page tells what a lost table said; any JSON is accepted there.",
        remedy: "State it in the overlay, or import the page again when it has the table.")
    static let recoveredResponses = Rule(
        "recovered-responses", .note,
        meaning: "The status codes of a lost Responses table were recovered from the evidence named.",
        remedy: "Nothing to do; correct them in the overlay where the service answers otherwise.")
    static let recoveredParameters = Rule(
        "recovered-parameters", .note,
        meaning: "The parameters of a lost Parameters table were recovered from the evidence named.",
        remedy: "Nothing to do; add optional parameters that the page does not show in the overlay.")
    static let recoveredSchema = Rule(
        "recovered-schema", .note,
        meaning: "The members of a schema whose table is lost were recovered from the evidence named.",
        remedy: "Nothing to do; correct them in the overlay where the service differs.")
}

public import Diagnostics

/// The kinds of findings of ``ExampleChecker/check(_:locations:)``.
public enum ExampleRules {
    /// The table of rules, in the order in which a reader meets them.
    public static let all: [Rule] = [
        wrongType, outsideEnum, listsValues, missingRequired, unknownKey, brokenCheck, dateTimeWithoutZone,
        defaultOutsideEnum, unusedSchema,
    ]

    static let wrongType = Rule(
        "example-wrong-type", .warning, meaning: "An example shows a value of another type than its table states.",
        remedy: "Ask which one the service sends; state the type in the overlay if the table is wrong.")
    static let outsideEnum = Rule(
        "example-outside-enum", .warning, meaning: "An example shows a value that the enumeration does not have.",
        remedy: "Add the value in the overlay if the service sends it.")
    static let listsValues = Rule(
        "example-lists-values", .note, meaning: "An example lists the possible values in place of one of them.",
        remedy: "Nothing to do; the example is not a value that can be sent.")
    static let missingRequired = Rule(
        "example-missing-required", .warning, meaning: "An example lacks a property that its table calls required.",
        remedy: "Ask whether the service always sends it; make it optional in the overlay if not.")
    static let unknownKey = Rule(
        "example-unknown-key", .warning, meaning: "An example has a property that its table lacks.",
        remedy: "Add the property in the overlay if the service has it.")
    static let brokenCheck = Rule(
        "example-breaks-check", .warning,
        meaning: "An example does not keep to a keyword of JSON Schema that its type states.",
        remedy: "Ask what the service sends; correct the checks of the type in the overlay if they are wrong.")
    static let dateTimeWithoutZone = Rule(
        "date-time-without-zone", .note, meaning: "An example shows a date and time without a zone.",
        remedy: "Nothing to do; such times are read as UTC.")
    static let defaultOutsideEnum = Rule(
        "default-outside-enum", .warning, meaning: "A default is not a value of its enumeration.",
        remedy: "Correct the default or the enumeration in the overlay.")
    static let unusedSchema = Rule(
        "unused-schema", .note, meaning: "No operation reaches the schema, not even after recovery.",
        remedy: "Nothing to do, unless an operation is bound to the wrong schema; correct that in the overlay.")
}

public import Diagnostics

/// What a spec document has to hold to, as data.
public enum SpecRules {
    /// A name leads nowhere.
    public static let missingSchema = Rule(
        "missing-schema", .error, meaning: "A type names a schema that the document does not have.",
        remedy: "Correct the name, or add the schema under `schemas`.")
    /// A revision for a version that is not listed.
    public static let missingVersion = Rule(
        "missing-version", .error, meaning: "A revision is for a version that `versions` does not list.",
        remedy: "Correct the version, or list it under `versions`.")
    /// Two revisions of an operation for one version.
    public static let duplicateRevision = Rule(
        "revision-listed-twice", .error, meaning: "An operation has two revisions for one version.",
        remedy: "Keep one of them.")
    /// Two calls that a server could not tell apart.
    public static let duplicateCall = Rule(
        "duplicate-call", .error, meaning: "Two operations have the same method and path in one version.",
        remedy: "Remove one of them, or correct its path.")
    /// Two parameters with one name in one place.
    public static let duplicateParameter = Rule(
        "duplicate-parameter-name", .error, meaning: "A revision has two parameters of one name in one place.",
        remedy: "Keep one of them.")
    /// A path parameter that the path lacks.
    public static let parameterNotInPath = Rule(
        "parameter-not-in-path", .warning,
        meaning: "A parameter is said to be in the path, and the path does not have it.",
        remedy: "Put `{name}` into the path, or correct `in`.")
    /// A path with a parameter that nothing describes.
    public static let undescribedPathParameter = Rule(
        "undescribed-path-parameter", .warning,
        meaning: "The path has a parameter that the revision does not describe.",
        remedy: "Add the parameter with `in: path`; until then it is a text of which nothing is known.")
    /// A path that does not start with a slash, or that has a query.
    public static let malformedPath = Rule(
        "invalid-path", .error, meaning: "A path does not begin with `/`, has a query, or an unclosed brace.",
        remedy: "Write the path as `/v1/things/{thing_id}`; query parameters go under `parameters`.")
    /// A resource with an operation that is not there.
    public static let missingOperation = Rule(
        "missing-operation", .error, meaning: "A resource names an operation that the document does not have.",
        remedy: "Correct the name, or take the role out.")
    /// A resource with a property that is not there.
    public static let missingResourceProperty = Rule(
        "missing-resource-property", .error,
        meaning: "The answer that shows a resource lacks its identifier or its state.",
        remedy: "Name a property that the answer has, and its `envelope` if it is within another property.")
    /// A way to read pages by something that is not there.
    public static let missingPagingPart = Rule(
        "missing-paging-part", .error,
        meaning: "The list that a resource says how to page has no such parameter, property or header field.",
        remedy: "Correct the name, or take the part out.")
    /// A schema that is nothing but itself.
    public static let circularSchema = Rule(
        "circular-schema", .error,
        meaning: "A schema refers to another one that leads back to it, without a list or an object in between.",
        remedy: "Give one of them a type of its own.")
    /// A security requirement that leads nowhere.
    public static let missingSecurityScheme = Rule(
        "missing-security-scheme", .error,
        meaning: "A security requirement names a scheme that the service does not have.",
        remedy: "Correct the name, or add the scheme under `security` of the service.")
    /// A version is past its support date.
    public static let versionEnded = Rule(
        "version-ended", .error, meaning: "A version is past the day on which its support ends.",
        remedy: "Move callers to a newer version and remove this one from the spec.")
    /// A page that says less than it did.
    public static let pageDegraded = Rule(
        "page-degraded", .warning, meaning: "The page has fewer operations, tables or fields than at the last import.",
        remedy: "Look at the page: if it is damaged, keep the old spec until it is mended.")

    /// All rules of this module.
    public static let all: [Rule] = [
        missingSchema, missingVersion, duplicateRevision, duplicateCall, duplicateParameter, parameterNotInPath,
        undescribedPathParameter, malformedPath, missingOperation, missingResourceProperty,
        missingPagingPart,
        circularSchema, missingSecurityScheme,
        versionEnded, pageDegraded,
    ]
}

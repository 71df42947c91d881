public import Diagnostics

/// The rules that findings of an import speak for, as a table.
public enum ImportRules {
    /// Every rule, in the order of the documentation.
    public static let all: [Rule] = [
        // What was not read
        noGuide, charsetDiffers, unreadLine, unknownHeading, unknownColumn, missingColumn, malformedRow, unusualRow,
        malformedName, repeatedSection, missingSection, pageNavigation, leftOutTable,
        // The service
        missingServer, lostVersions, unknownVersion, versionMismatch, unknownStatus, malformedDate, serviceNameDiffers,
        // Operations
        missingCall, unknownMethod, malformedPath, unknownState, duplicateOperation, duplicateRevision,
        // Parameters and answers
        lostParameters, lostResponses, unknownParameterType, duplicateParameter, duplicateResponse,
        pathParameterMissing, pathParameterUnused,
        // Schemas and types
        lostSchema, duplicateSchema, duplicateProperty, unknownTypeName, malformedType,
        defaultContradictsType, limitNotKept,
        // Examples of calls
        pathDiffers, headerDiffers, unknownAuthentication, invalidExample, literalExample, duplicateKey, extraExample,
    ]

    /// A page that nothing can be read from, since it has no chapters of a guide.
    public static let noGuide = Rule(
        "no-guide", .error, meaning: "The page is not documentation of an API in any form that is read.",
        remedy: "Import the printable page of the service, or its OpenAPI document.")
    static let charsetDiffers = Rule(
        "charset-differs", .note, meaning: "The page declares another charset than UTF-8, and is UTF-8 all the same.",
        remedy: "Look at words outside ASCII; if they are wrong, save the page as UTF-8 again.")
    static let unreadLine = Rule(
        "unread-line", .warning, meaning: "The page has a line that no part of the importer understands.",
        remedy: "Look at the line; where it says something about the API, add that to the overlay.")
    static let unknownHeading = Rule(
        "unknown-heading", .warning,
        meaning: "A heading opens a section that this dialect of documentation does not have.",
        remedy: "Look at the text below the heading; it is not in the spec.")
    static let unknownColumn = Rule(
        "unknown-column", .warning, meaning: "A table has a column that its kind of table does not have.",
        remedy: "Look at the column; what it says is not in the spec.")
    static let missingColumn = Rule(
        "missing-column", .warning, meaning: "A table lacks a column without which it cannot be read.",
        remedy: "Look at the head of the table; state in the overlay what the table says.")
    static let malformedRow = Rule(
        "malformed-row", .warning,
        meaning: "A row of a table does not fit its head, or a cell cannot be read; the table is partly lost.",
        remedy: "Look at the row; state in the overlay what it says.")

    static let unusualRow = Rule(
        "unusual-row", .note,
        meaning: "A row has more or fewer cells than its head, and only one way to read it makes sense.",
        remedy: "Look at the row where its table has empty cells or a description with separators.")
    static let malformedName = Rule(
        "malformed-name", .warning,
        meaning: "A name has characters that names do not have, or is half of something else.",
        remedy: "Look at the line; correct the name in the overlay.")
    static let repeatedSection = Rule(
        "repeated-section", .warning, meaning: "A version of an operation has a section twice; the first is kept.",
        remedy: "Look at the page: a heading between the two may be gone.")
    static let missingSection = Rule(
        "missing-section", .warning,
        meaning: "A section is missing that the rest of the page has; its text may be in the section before.",
        remedy: "Look at the line, and at what the section before says in the spec.")
    static let pageNavigation = Rule(
        "page-navigation", .note,
        meaning: "A page of Markdown has text before its title, which is taken as the navigation of the site.",
        remedy: "Nothing, unless the text belongs to the page; then put the title before it.")
    static let leftOutTable = Rule(
        "left-out-table", .warning, meaning: "A converter left a table out, and a note on the page says so.",
        remedy: "Convert the page so that it keeps its tables, or import it as HTML.")

    static let missingServer = Rule(
        "missing-server", .error, meaning: "The page states no address at which the service answers.",
        remedy: "State `service.server` in the overlay.")
    static let lostVersions = Rule(
        "lost-versions", .warning, meaning: "The page has no table of versions; they are taken from the operations.",
        remedy: "Check the list of versions and state in the overlay what is wrong.")
    static let unknownVersion = Rule(
        "unknown-version", .warning, meaning: "An operation has a version that the table of versions lacks.",
        remedy: "Check the version that was added to the spec.")
    static let versionMismatch = Rule(
        "version-mismatch", .warning,
        meaning: "An operation and the table of versions disagree about the state or the end of a version.",
        remedy: "Check the version; the table of versions was believed.")
    static let unknownStatus = Rule(
        "unknown-status", .warning, meaning: "The status of a version is none that versions have.",
        remedy: "Check the version; it was taken as SUPPORTED.")
    static let malformedDate = Rule(
        "malformed-date", .warning, meaning: "A date is neither `yyyymmdd` nor `-`.",
        remedy: "State the date in the overlay.")
    static let serviceNameDiffers = Rule(
        "service-name-differs", .note, meaning: "The address and the version header name the service differently.",
        remedy: "Check which is right; the address was believed.")

    static let missingCall = Rule(
        "missing-call", .error, meaning: "A version of an operation states no method and path; it is left out.",
        remedy: "Look at the page; the operation is not in the spec.")
    static let unknownMethod = Rule(
        "unknown-method", .error, meaning: "A version of an operation has a method that HTTP lacks; it is left out.",
        remedy: "Look at the page; the operation is not in the spec.")
    static let malformedPath = Rule(
        "malformed-path", .warning, meaning: "A path has braces that do not pair, a parameter twice, or a query.",
        remedy: "State the path in the overlay.")
    static let unknownState = Rule(
        "unknown-state", .warning, meaning: "The state of an operation is not ACTIVE or not written as states are.",
        remedy: "Check whether the operation can be called.")
    static let duplicateOperation = Rule(
        "duplicate-operation", .warning, meaning: "Two operations have one name, or one method and path in a version.",
        remedy: "Check both; the message says how the later one is called.")
    static let duplicateRevision = Rule(
        "duplicate-revision", .warning, meaning: "An operation describes one version twice; the first is kept.",
        remedy: "Check which of the two is meant.")

    static let lostParameters = Rule(
        "lost-parameters", .warning, meaning: "The Parameters table of an operation is lost.",
        remedy: "Check what was recovered, or state the parameters in the overlay.")
    static let lostResponses = Rule(
        "lost-responses", .warning, meaning: "The Responses table of an operation is lost.",
        remedy: "Check what was recovered, or state the responses in the overlay.")
    static let unknownParameterType = Rule(
        "unknown-parameter-type", .warning,
        meaning: "A parameter is said to be sent in something other than path, query, header or body.",
        remedy: "State the parameter in the overlay.")
    static let duplicateParameter = Rule(
        "duplicate-parameter", .warning, meaning: "A table states a parameter twice; the first is kept.",
        remedy: "Check which of the two is meant.")
    static let duplicateResponse = Rule(
        "duplicate-response", .warning, meaning: "A table states a status code twice; the first is kept.",
        remedy: "Check which of the two is meant.")
    static let pathParameterMissing = Rule(
        "path-parameter-missing", .warning, meaning: "A path has a parameter that the table lacks.",
        remedy: "State the parameter in the overlay.")
    static let pathParameterUnused = Rule(
        "path-parameter-unused", .warning, meaning: "A table has a path parameter that the path lacks.",
        remedy: "Check where the parameter is sent.")

    static let lostSchema = Rule(
        "lost-schema", .warning, meaning: "The table of a model is lost.",
        remedy: "Check what was recovered, or state the properties in the overlay.")
    static let duplicateSchema = Rule(
        "duplicate-schema", .warning, meaning: "Two models have one name; the first is kept.",
        remedy: "Check which of the two is meant.")
    static let duplicateProperty = Rule(
        "duplicate-property", .warning, meaning: "A model states a property twice; the first is kept.",
        remedy: "Check which of the two is meant.")
    static let unknownTypeName = Rule(
        "unknown-type-name", .warning, meaning: "A type is named that the page does not describe; any JSON is assumed.",
        remedy: "State the type in the overlay.")
    static let malformedType = Rule(
        "malformed-type", .warning, meaning: "A type is not written in the notation of the documentation.",
        remedy: "State the type in the overlay.")
    static let defaultContradictsType = Rule(
        "default-contradicts-type", .warning,
        meaning: "A default is not a value of the type beside it; it is left out.",
        remedy: "State the default, or the type, in the overlay.")
    static let limitNotKept = Rule(
        "limit-not-kept", .note,
        meaning: "A limit has no place in the spec, or is not a number; the description keeps it.",
        remedy: "Nothing, unless callers should be told.")

    static let pathDiffers = Rule(
        "path-differs", .warning, meaning: "The path of an example is not the path of its operation.",
        remedy: "Check the path; the one beside the method was believed.")
    static let headerDiffers = Rule(
        "header-differs", .warning, meaning: "An example shows a header otherwise than the other examples.",
        remedy: "Check whether this operation needs a header of its own.")
    static let unknownAuthentication = Rule(
        "unknown-authentication", .warning,
        meaning: "Examples show a header that each caller fills in, and that no known authentication explains.",
        remedy: "Give its value to the client; correct `security` in the overlay if it is something else.")
    static let invalidExample = Rule(
        "invalid-example", .warning, meaning: "The body of an example is not JSON; it is left out.",
        remedy: "Look at the line; nothing else depends on it.")
    static let literalExample = Rule(
        "literal-example", .note,
        meaning: "An example is not JSON but a literal of Python, or its quotation marks are typographic.",
        remedy: "Nothing, if the example in the spec is what is meant.")
    static let duplicateKey = Rule(
        "duplicate-key", .note, meaning: "An object in an example has a name twice; the first is kept.",
        remedy: "Nothing, unless the second is the one that is meant.")
    static let extraExample = Rule(
        "extra-example", .note, meaning: "A version of an operation shows several answers; the first success is kept.",
        remedy: "Nothing; the spec has one example for a version.")
}

import Foundations

/// A place where a response departs from its documentation, and was understood all the same.
public struct Deviation: Hashable, Sendable {
    /// The ways in which a response can depart from its documentation.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A number is documented, a string with a number in it came: `"3"`.
        case numberInString = "number-in-string"
        /// A boolean is documented, a string came: `"true"`.
        case booleanInString = "boolean-in-string"
        /// A number, a boolean or a date is documented, `""` came and counts as no value.
        case emptyString = "empty-string"
        /// A string is documented, a number came.
        case numberForString = "number-for-string"
        /// A string is documented, a boolean came.
        case booleanForString = "boolean-for-string"
        /// The field may be absent but not null; it was null.
        case unexpectedNull = "unexpected-null"
        /// The field may be null but not absent; it was absent.
        case missingField = "missing-field"
        /// A date-time without a zone came; it counts as UTC.
        case dateWithoutZone = "date-without-zone"
        /// A date came in another form than RFC 3339 writes it.
        case dateFormat = "date-format"
    }

    /// Where in the response.
    public let path: JSONPath
    /// In which way.
    public let kind: Kind
    /// What was seen there: at most 60 characters, redacted where the name of the field suggests a secret.
    public let seen: String

    /// A deviation of `kind` at `path`, where `seen` stood.
    public init(path: JSONPath, kind: Kind, seen: String) {
        self.path = path
        self.kind = kind
        self.seen = SecretNames.matches(path) ? SecretNames.replacement : seen.shortened(to: 60)
    }
}

extension Deviation: CustomStringConvertible {
    /// The place, the kind and what was seen, in one line.
    public var description: String { "\(path): \(kind.rawValue), saw \(seen)" }
}

/// A kind of finding, as data: what it is called, how bad it is, what it means and how to mend it.
///
/// Each module lists its rules in one table; tests hold the tables against the documentation and against fixtures.
public struct Rule: Sendable, Hashable, Identifiable {
    /// The stable id in kebab case, such as `lost-table`.
    public let id: String
    /// How bad a finding of this kind is.
    public let severity: Severity
    /// One line: what a finding of this kind says.
    public let meaning: String
    /// One line: what a person can do about it.
    public let remedy: String

    /// A row of a rule table.
    public init(_ id: String, _ severity: Severity, meaning: String, remedy: String) {
        self.id = id
        self.severity = severity
        self.meaning = meaning
        self.remedy = remedy
    }

    /// A finding of this kind.
    public func finding(_ message: String, at location: SourceLocation?) -> Diagnostic {
        Diagnostic(severity, message, at: location, rule: id)
    }
}

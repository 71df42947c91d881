/// How bad a diagnostic is.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Something worth knowing; nothing to do.
    case note
    /// Something a person should look at; the result still stands.
    case warning
    /// The input is wrong, or the result cannot be relied on.
    case error

    /// Orders from note to error.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// One message about one place of an input: what is wrong and what to do about it.
public struct Diagnostic: Sendable, Hashable, CustomStringConvertible {
    /// How bad it is.
    public var severity: Severity
    /// The id of the rule that speaks, such as `lost-table`; `nil` for a plain read error.
    public var rule: String?
    /// What is wrong and what to do, in one line.
    public var message: String
    /// Where; `nil` where no input file is to blame.
    public var location: SourceLocation?

    /// A message; `location` is where the reader should look first.
    public init(_ severity: Severity, _ message: String, at location: SourceLocation?, rule: String? = nil) {
        self.severity = severity
        self.rule = rule
        self.message = message
        self.location = location
    }

    /// An error without a rule, as a reader reports broken input.
    public static func error(_ message: String, at location: SourceLocation?, rule: String? = nil) -> Self {
        Self(.error, message, at: location, rule: rule)
    }

    /// `file:line:column: severity: message [rule]`, on one line whatever the message holds.
    public var description: String {
        let place = location.map { "\(printable($0.description)): " } ?? "apidoc: "
        let suffix = rule.map { " [\($0)]" } ?? ""
        return "\(place)\(severity.rawValue): \(printable(message))\(suffix)"
    }
}

/// Input that could not be read or understood; carries at least one diagnostic of severity error.
public struct DiagnosticError: Error, CustomStringConvertible {
    /// What is wrong, in the order of the input.
    public var diagnostics: [Diagnostic]

    /// Several things that are wrong at once.
    public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    /// One thing that is wrong.
    public init(_ message: String, at location: SourceLocation?, rule: String? = nil) {
        self.diagnostics = [.error(message, at: location, rule: rule)]
    }

    /// The diagnostics, a line each.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

/// The text with everything that could end the line, move the cursor or reorder what is read spelt out as `\u{…}`.
///
/// Messages quote foreign pages, and CI systems read commands from lines of a log.
public func printable(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default:
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}

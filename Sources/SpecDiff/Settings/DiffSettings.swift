public import APIModel
public import Diagnostics

/// How a project judges changes: severities of its own, and changes to ignore.
public struct DiffSettings: Sendable {
    /// Severities in place of those of the rules.
    public var severities: SeveritySettings
    /// Changes to ignore.
    public var ignored: IgnoreList

    /// Settings; by default those of the rules.
    public init(severities: SeveritySettings = SeveritySettings(), ignored: IgnoreList = IgnoreList()) {
        self.severities = severities
        self.ignored = ignored
    }
}

extension DiffReport {
    /// The report by the settings of a project.
    ///
    /// - Parameters:
    ///   - settings: what the project settles.
    ///   - asOf: the day by which entries of the ignore file have expired; `nil` takes none for expired.
    /// - Returns: the report without what is ignored and without what touches no axis, and findings about entries of
    ///   the ignore file that have expired or match nothing, each at its place.
    public func applying(_ settings: DiffSettings, asOf: CalendarDate?) -> (report: DiffReport, findings: [Diagnostic])
    {
        let outcome = settings.ignored.apply(to: findings, asOf: asOf)
        var report = self
        let judged = outcome.findings.map(settings.severities.applied).filter { $0.severity > .none }
        // Severities order findings; the order of equals stays.
        report.findings = DiffSeverity.allCases.reversed().flatMap { level in judged.filter { $0.severity == level } }
        return (report, outcome.diagnostics)
    }
}

/// From which severity on changes count as a failure.
public enum FailureLevel: String, Sendable, Hashable, CaseIterable {
    /// What breaks clients or code.
    case breaking
    /// And what a person should look at.
    case warning
    /// Any change.
    case any
    /// Nothing.
    case none
}

extension DiffReport {
    /// Whether a change on either axis is as bad as `level`.
    public func reaches(_ level: FailureLevel) -> Bool {
        switch level {
        case .breaking: findings.contains { $0.severity >= .breaking }
        case .warning: findings.contains { $0.severity >= .warning }
        case .any: !findings.isEmpty
        case .none: false
        }
    }
}

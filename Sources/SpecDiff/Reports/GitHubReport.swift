import Diagnostics

/// A report as workflow commands, which GitHub shows beside the lines of a change.
public struct GitHubReport: Sendable {
    /// A report.
    public init() {}

    /// One command a line: `::error file=spec/a.yaml,line=3,col=7,title=rule::text`.
    public func text(_ report: DiffReport) -> String {
        report.findings.map { command($0) + "\n" }.joined()
    }

    private func command(_ finding: DiffFinding) -> String {
        let level: WorkflowCommand.Level =
            switch finding.severity {
            case .breaking: .error
            case .warning: .warning
            case .info, .none: .notice
            }
        return WorkflowCommand(
            level, at: finding.newLocation ?? finding.oldLocation, title: finding.rule.id,
            message: "\(finding.sentence) (\(finding.verdict))"
        ).description
    }
}

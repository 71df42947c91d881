import ApidocKit
import ArgumentParser
import CommandSupport
import Diagnostics

/// The forms that findings can be shown in.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
    /// `file:line:column: severity: text [rule]`, on standard error.
    case text
    /// The document that `--findings` writes, on standard output.
    case json
    /// Workflow commands that GitHub shows beside the lines of a change, on standard output.
    case github

    /// Shows findings in this form.
    ///
    /// Throws `DiagnosticError` where standard output cannot be written to.
    func report(_ diagnostics: [Diagnostic]) throws {
        switch self {
        case .text: Console.report(diagnostics)
        case .json: try Console.write(FindingsReport(diagnostics).json)
        case .github: try Console.write(diagnostics.map { Self.workflowCommand($0) + "\n" }.joined())
        }
    }

    /// `::warning file=spec/a.yaml,line=3,col=7,title=rule::text`.
    static func workflowCommand(_ diagnostic: Diagnostic) -> String {
        let level: WorkflowCommand.Level =
            switch diagnostic.severity {
            case .error: .error
            case .warning: .warning
            case .note: .notice
            }
        return WorkflowCommand(
            level, at: diagnostic.location, title: diagnostic.rule, message: printable(diagnostic.message)
        ).description
    }
}

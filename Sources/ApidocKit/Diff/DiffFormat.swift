public import SpecDiff

/// The forms of a report.
public enum DiffFormat: String, Sendable, CaseIterable {
    /// Lines for a terminal.
    case text
    /// Markdown, for comments and commits.
    case markdown
    /// JSON, whose schema is `spec/apidoc-diff.schema.json`.
    case json
    /// A page of HTML.
    case html
    /// Workflow commands that GitHub shows beside the lines of a change.
    case github

    /// A report in this form; colours are for terminals, and only text has any.
    public func text(_ report: DiffReport, isColoured: Bool) -> String {
        switch self {
        case .text: TextReport(isColoured: isColoured).text(report)
        case .markdown: MarkdownReport().text(report)
        case .json: JSONReport().text(report)
        case .html: HTMLReport().text(report)
        case .github: GitHubReport().text(report)
        }
    }
}

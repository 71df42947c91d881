import APIModel
import Diagnostics

/// The report of an update for terminals. It begins with what is missing.
public struct TextUpdateReport: Sendable {
    /// Whether headings and severities are coloured, as terminals understand it.
    public var isColoured: Bool

    /// Whether errors are said elsewhere.
    public var leavesOutErrors: Bool

    /// A report.
    public init(isColoured: Bool = false, leavesOutErrors: Bool = false) {
        self.isColoured = isColoured
        self.leavesOutErrors = leavesOutErrors
    }

    /// The whole text; ends with a line end.
    public func text(_ report: UpdateReport) -> String {
        var text = ""
        for state in [UpdateReport.Entry.State.heldBack, .failed, .changed, .unchanged] {
            for entry in report.entries where entry.state == state { text += self.text(entry) }
        }
        for line in report.generation { text += oneLine(line) + "\n" }
        return text
    }

    private func errors(of entry: UpdateReport.Entry) -> [String] {
        leavesOutErrors ? [] : entry.errors.map { "  " + oneLine($0.description) }
    }

    private func text(_ entry: UpdateReport.Entry) -> String {
        var lines: [String] = []
        switch entry.state {
        case .heldBack:
            lines.append("\(entry.spec): held back, since the documentation says less than at the last import:")
            lines += entry.missing.map { "  " + oneLine($0.sentence) }
            lines.append("where this is right, take it: \(MarkdownUpdateReport.advice(entry))")
            lines += errors(of: entry)
            lines.append("")
        case .failed:
            lines.append("\(entry.spec): not updated, nothing was written")
            lines += errors(of: entry)
        case .changed: break
        case .unchanged: lines.append("\(entry.spec): no changes")
        }
        if !entry.taken.isEmpty { lines += ["taken:"] + entry.taken.map { "  " + oneLine($0.sentence) } }
        lines += entry.notes.map { "\(entry.spec): \(oneLine($0))" }
        let changes = entry.changes.map(TextReport(isColoured: isColoured).text) ?? ""
        return lines.map { $0 + "\n" }.joined() + changes
    }
}

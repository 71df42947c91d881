import Diagnostics

/// A report for terminals: by severity, then by operation, a line for each change.
public struct TextReport: Sendable {
    /// Whether headings and severities are coloured, as terminals understand it.
    public var isColoured: Bool

    /// A report.
    public init(isColoured: Bool = false) { self.isColoured = isColoured }

    /// The whole text; ends with a line end.
    public func text(_ report: DiffReport) -> String {
        var lines: [String] = []
        for severity in [DiffSeverity.breaking, .warning, .info] {
            let groups = report.groups(severity)
            guard !groups.isEmpty else { continue }
            lines.append(coloured(severity.rawValue, severity))
            for group in groups {
                lines.append("  " + oneLine(group.title))
                lines += group.findings.map { "    " + line($0) }
            }
            lines.append("")
        }
        lines.append("\(report.title): \(report.summary)")
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ finding: DiffFinding) -> String {
        var parts = [finding.sentence, "(\(finding.verdict))"]
        if let steps = finding.stepWords {
            parts.append(oneLine(steps))
        } else if let versions = finding.versionWords {
            parts.append("in \(oneLine(versions))")
        }
        let provenance = finding.provenance
        if !provenance.isEmpty { parts.append("– \(oneLine(provenance.joined(separator: "; ")))") }
        parts.append("[\(finding.rule.id)]")
        return parts.joined(separator: " ")
    }

    private func coloured(_ text: String, _ severity: DiffSeverity) -> String {
        guard isColoured else { return text }
        let colour =
            switch severity {
            case .breaking: "31"
            case .warning: "33"
            case .info, .none: "36"
            }
        return "\u{1B}[1;\(colour)m\(text)\u{1B}[0m"
    }
}

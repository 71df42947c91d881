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
        let name =
            switch finding.severity {
            case .breaking: "error"
            case .warning: "warning"
            case .info, .none: "notice"
            }
        var properties: [String] = []
        if let place = finding.newLocation ?? finding.oldLocation {
            properties.append("file=\(Self.escaped(printable(place.file), isProperty: true))")
            properties.append("line=\(max(place.line, 1))")
            properties.append("col=\(max(place.column, 1))")
        }
        properties.append("title=\(Self.escaped(finding.rule.id, isProperty: true))")
        let message = "\(finding.sentence) (\(finding.verdict))"
        return "::\(name) \(properties.joined(separator: ","))::\(Self.escaped(message, isProperty: false))"
    }

    /// Escapes as the runner of GitHub Actions undoes it. A line end of two characters is one `Character` in Swift, so
    /// scalars are looked at.
    private static func escaped(_ text: String, isProperty: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where isProperty: result += "%3A"
            case "," where isProperty: result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

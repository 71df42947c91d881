import Diagnostics
import OutputFiles
public import SpecDiff

/// What an update tells scripts, a `name=value` a line, as the outputs of a step of GitHub are written.
public enum UpdateOutputs {
    /// The text of the file at `path` with the values of a report, which go to standard output where the path is `-`. What
    /// else the file says stays, since other steps may have written there. Throws `DiagnosticError` where it cannot be read.
    public static func text(of report: UpdateReport, for path: String) throws -> String {
        let values = [
            ("changed", "\(report.hasWritten)"), ("breaking", "\(report.severity == .breaking)"),
            ("held-back", "\(report.isHeldBack)"), ("failed", "\(report.hasFailed)"),
            ("severity", report.severity.rawValue),
        ]
        var lines: [String] = []
        if path != "-", InputFiles.isRegularFile(path) {
            let text = String(decoding: try readInput(path, limit: 1 << 20), as: UTF8.self)
            lines = text.split(separator: "\n").map(String.init).filter { line in
                !values.contains { line.hasPrefix($0.0 + "=") }
            }
        }
        lines += values.map { "\($0.0)=\($0.1)" }
        return lines.joined(separator: "\n") + "\n"
    }
}

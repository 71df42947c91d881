import Diagnostics
import OutputFiles
import SpecDiff

/// What an update tells scripts, a `name=value` a line, as the outputs of a step of GitHub are written.
enum UpdateOutputs {
    /// Writes the values into a file, or to standard output where that is named `-`. What else stands in it stays, since other steps may have written there.
    static func write(_ report: UpdateReport, to path: String) throws {
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
        _ = try Console.write(lines.joined(separator: "\n") + "\n", to: path)
    }
}

import ArgumentParser
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
    func report(_ diagnostics: [Diagnostic]) {
        switch self {
        case .text: Console.report(diagnostics)
        case .json: Console.write(FindingsReport(diagnostics).json)
        case .github: Console.write(diagnostics.map { Self.workflowCommand($0) + "\n" }.joined())
        }
    }

    /// `::warning file=spec/a.yaml,line=3,col=7,title=rule::text`, with everything escaped that could end a field.
    static func workflowCommand(_ diagnostic: Diagnostic) -> String {
        let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
        var properties: [String] = []
        if let place = diagnostic.location {
            properties.append("file=\(escaped(place.file, isProperty: true))")
            properties.append("line=\(max(place.line, 1))")
            properties.append("col=\(max(place.column, 1))")
        }
        if let rule = diagnostic.rule { properties.append("title=\(escaped(rule, isProperty: true))") }
        let message = escaped(printable(diagnostic.message), isProperty: false)
        return "::\(command)\(properties.isEmpty ? "" : " ")\(properties.joined(separator: ","))::\(message)"
    }

    private static func escaped(_ text: String, isProperty: Bool) -> String {
        let escaped = text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
        return isProperty ? escaped.replacing(":", with: "%3A").replacing(",", with: "%2C") : escaped
    }
}

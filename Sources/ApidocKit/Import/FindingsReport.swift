import APISpec
public import Diagnostics
import OpenAPIExport
import OpenAPIInterop

/// Findings as JSON, in a shape that is documented in the README and counted in `format`.
public struct FindingsReport: Sendable {
    private let diagnostics: [Diagnostic]

    /// A report of findings.
    public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    /// `{"format": 1, "findings": [{"rule", "severity", "message", "file", "line", "column"}]}`, findings in the order
    /// of the pages.
    public var json: String {
        let findings = diagnostics.map { diagnostic -> JSONValue in
            var members: [JSONValue.Member] = []
            members.append(.init("rule", diagnostic.rule.map(JSONValue.string) ?? .null))
            members.append(.init("severity", .string(diagnostic.severity.rawValue)))
            members.append(.init("message", .string(diagnostic.message)))
            members.append(.init("file", diagnostic.location.map { .string($0.file) } ?? .null))
            members.append(.init("line", diagnostic.location.map { .number(String(max($0.line, 1))) } ?? .null))
            members.append(.init("column", diagnostic.location.map { .number(String(max($0.column, 1))) } ?? .null))
            return .object(members)
        }
        return OpenAPIText.json(
            .object([JSONValue.Member("format", .number("1")), JSONValue.Member("findings", .array(findings))]))
    }
}

public import APIModel
import Diagnostics

/// A report as JSON, by `spec/apidoc-diff.schema.json`; the shape is counted in `apidocDiff`.
public struct JSONReport: Sendable {
    /// The only shape that this version of the package writes.
    public static let format = 1

    /// A report.
    public init() {}

    /// The whole document; ends with a line end.
    public func text(_ report: DiffReport) -> String { JSONFormat.lines.text(document(report)) + "\n" }

    /// The document as a JSON value.
    public func document(_ report: DiffReport) -> JSONValue {
        .object([
            .init("apidocDiff", .number(String(Self.format))),
            .init("service", .string(report.service)),
            .init("old", side(report.old)),
            .init("new", side(report.new)),
            .init("summary", summary(report)),
            .init("findings", .array(report.findings.map(finding))),
            .init("tables", .array(report.tables.map(table))),
        ])
    }

    private func side(_ side: DiffReport.Side) -> JSONValue {
        .object([.init("file", .string(side.file)), .init("version", text(side.version))])
    }

    private func summary(_ report: DiffReport) -> JSONValue {
        func counts(_ axis: DiffAxis?) -> JSONValue {
            .object(
                [DiffSeverity.breaking, .warning, .info].map { severity in
                    .init(severity.rawValue, .number(String(report.count(severity, on: axis))))
                })
        }
        return .object([
            .init("all", counts(nil)), .init("wire", counts(.wire)), .init("source", counts(.source)),
        ])
    }

    private func finding(_ finding: DiffFinding) -> JSONValue {
        let steps = finding.steps.map { pair in
            JSONValue.object([.init("old", .string(pair.old)), .init("new", .string(pair.new))])
        }
        return .object(
            [
                .init("rule", .string(finding.rule.id)),
                .init("ruleOfDocumentation", text(finding.ruleOfDocumentation?.id)),
                .init("severity", .string(finding.severity.rawValue)),
                .init("wire", .string(finding.wire.rawValue)),
                .init("source", .string(finding.source.rawValue)),
                .init("cause", .string(finding.cause.rawValue)),
                .init("side", text(finding.side?.rawValue)),
                .init("location", .string(finding.location)),
                .init("message", .string(finding.sentence)),
                .init("change", .string(finding.difference.change.rawValue)),
                .init("before", text(finding.difference.before)),
                .init("after", text(finding.difference.after)),
                .init(
                    "versions",
                    .array(
                        finding.versions.map { pair in
                            .object([.init("old", .string(pair.old)), .init("new", .string(pair.new))])
                        })),
                .init("operations", .array(finding.operations.map(JSONValue.string))),
                .init("evidence", .array(finding.difference.evidence.map(JSONValue.string))),
                .init("oldPlace", place(finding.oldLocation)),
                .init("newPlace", place(finding.newLocation)),
            ] + (steps.isEmpty ? [] : [.init("steps", .array(steps))]))
    }

    private func place(_ location: SourceLocation?) -> JSONValue {
        guard let location else { return .null }
        return .object([
            .init("file", .string(location.file)), .init("line", .number(String(max(location.line, 1)))),
            .init("column", .number(String(max(location.column, 1)))),
        ])
    }

    private func table(_ table: TypeTable) -> JSONValue {
        .object([
            .init("location", .string(table.path.description)),
            .init("old", .string(table.oldName)),
            .init("new", .string(table.newName)),
            .init(
                "rows",
                .array(
                    table.rows.map { row in
                        .object([
                            .init("name", .string(row.name)), .init("before", text(row.before)),
                            .init("after", text(row.after)),
                        ])
                    })),
        ])
    }

    private func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}

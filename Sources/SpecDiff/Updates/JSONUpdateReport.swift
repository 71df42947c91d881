public import APIModel
import Diagnostics

/// The report of an update as JSON, by `spec/apidoc-update.schema.json`; the shape is counted in `apidocUpdate`.
public struct JSONUpdateReport: Sendable {
    /// The only shape that this version of the package writes.
    public static let format = 1

    /// A report.
    public init() {}

    /// The whole document; ends with a line end.
    public func text(_ report: UpdateReport) -> String { JSONFormat.lines.text(document(report)) + "\n" }

    /// `{"apidocUpdate": 1, "changed", "breaking", "heldBack", "failed", "severity", "dryRun", "specs": [{"spec", "service",
    /// "state", "missing", "taken", "notes", "findings", "errors", "changes"}], "generation"}`; `changes` is a document
    /// of ``JSONReport``, or null.
    public func document(_ report: UpdateReport) -> JSONValue {
        .object([
            .init("apidocUpdate", .number(String(Self.format))),
            .init("changed", .bool(report.hasWritten)),
            .init("breaking", .bool(report.severity == .breaking)),
            .init("heldBack", .bool(report.isHeldBack)),
            .init("failed", .bool(report.hasFailed)),
            .init("severity", .string(report.severity.rawValue)),
            .init("dryRun", .bool(report.isDryRun)),
            .init("specs", .array(report.entries.map(entry))),
            .init("generation", .array(report.generation.map(JSONValue.string))),
        ])
    }

    private func entry(_ entry: UpdateReport.Entry) -> JSONValue {
        .object([
            .init("spec", .string(entry.spec)),
            .init("service", .string(entry.service)),
            .init("state", .string(entry.state.rawValue)),
            .init("missing", .array(entry.missing.map(loss))),
            .init("taken", .array(entry.taken.map(loss))),
            .init("notes", .array(entry.notes.map(JSONValue.string))),
            .init("findings", .array(entry.findings.map(diagnostic))),
            .init("errors", .array(entry.errors.map(diagnostic))),
            .init("changes", entry.changes.map(JSONReport().document) ?? .null),
        ])
    }

    private func loss(_ loss: UpdateReport.Loss) -> JSONValue {
        .object([
            .init("name", .string(loss.part.name)),
            .init("message", .string(loss.sentence)),
            .init("location", .string(loss.part.path.description)),
            .init("table", .bool(loss.part.isTable)),
            .init("place", place(loss.place)),
            .init("pages", .array(loss.pages.map(JSONValue.string))),
        ])
    }

    private func diagnostic(_ diagnostic: Diagnostic) -> JSONValue {
        .object([
            .init("rule", diagnostic.rule.map(JSONValue.string) ?? .null),
            .init("severity", .string(diagnostic.severity.rawValue)),
            .init("message", .string(diagnostic.message)),
            .init("place", diagnostic.location.map(place) ?? .null),
        ])
    }

    private func place(_ location: SourceLocation) -> JSONValue {
        .object([
            .init("file", .string(location.file)), .init("line", .number(String(max(location.line, 1)))),
            .init("column", .number(String(max(location.column, 1)))),
        ])
    }
}

public import Diagnostics

/// Tells a page that has lost something since its last import from one that documents a change.
public struct PageDegradation: Sendable {
    /// A comparison.
    public init() {}

    /// A finding of rule `page-degraded` where `document` rests on fewer tables, or states fewer fields, than `previous`.
    ///
    /// - Parameters:
    ///   - previous: the spec of the last import.
    ///   - document: the spec of this one.
    ///   - location: the place for the finding.
    /// - Returns: one finding, or none.
    public func findings(from previous: SpecDocument, to document: SpecDocument, at location: SourceLocation)
        -> [Diagnostic]
    {
        let before = Measure(previous)
        let now = Measure(document)
        var losses: [String] = []
        for (name, then, current) in [
            ("operations", before.operations, now.operations), ("revisions", before.revisions, now.revisions),
            ("tables", before.tables, now.tables), ("fields", before.fields, now.fields),
        ] where current < then {
            losses.append("\(then) \(name) became \(current)")
        }
        guard !losses.isEmpty else { return [] }
        return [SpecRules.pageDegraded.finding("since the last import \(losses.joined(separator: ", "))", at: location)]
    }

    /// What a document rests on.
    private struct Measure {
        var operations = 0
        var revisions = 0
        var tables = 0
        var fields = 0

        init(_ document: SpecDocument) {
            operations = document.operations.count
            for revision in document.operations.flatMap(\.revisions) {
                let count = revision.versions.count
                revisions += count
                tables += (Revision.LostTable.allCases.count - revision.lost.count) * count
                let stated =
                    revision.parameters.count { $0.recovered.isEmpty && $0.confirmed == nil }
                    + revision.responses.count { $0.recovered.isEmpty && $0.confirmed == nil }
                fields += stated * count
            }
            for schema in document.schemas where !schema.isLost && schema.recovered.isEmpty && schema.confirmed == nil {
                tables += 1
                fields += schema.properties.count
            }
        }
    }
}

public import Diagnostics

/// Tells a page that has lost something since its last import from one that documents a change.
public struct PageDegradation: Sendable {
    /// A comparison.
    public init() {}

    /// A finding of rule `page-degraded` where `document` rests on fewer tables, or states fewer fields, than
    /// `previous`.
    ///
    /// What is gone and was announced to go is not a loss: versions and operations that were deprecated or past their
    /// day, calls that the page's history lists, and what nothing else has used.
    ///
    /// - Parameters:
    ///   - previous: the spec of the last import.
    ///   - document: the spec of this one.
    ///   - location: the place for the finding.
    ///   - removals: the calls that the page's own history lists as removed.
    ///   - asOf: the day by which the support of a version has ended.
    /// - Returns: one finding, or none.
    public func findings(
        from previous: SpecDocument, to document: SpecDocument, at location: SourceLocation,
        removals: Set<String> = [], asOf: CalendarDate? = nil
    ) -> [Diagnostic] {
        let announcements = Announcements(previous, removals: removals, asOf: asOf)
        let before = Measure(previous.withoutAnnounced(by: announcements, missingIn: document))
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

extension SpecDocument {
    /// The document without the revisions that `other` lacks and whose end was announced, and without the schemas that
    /// only those have used.
    fileprivate func withoutAnnounced(by announcements: Announcements, missingIn other: SpecDocument) -> SpecDocument {
        var there: Set<[String]> = []
        for operation in other.operations {
            for revision in operation.revisions {
                for version in revision.versions { there.insert([operation.id, version]) }
            }
        }
        var copy = self
        for index in copy.operations.indices {
            let operation = copy.operations[index]
            for position in operation.revisions.indices {
                let revision = operation.revisions[position]
                copy.operations[index].revisions[position].versions = revision.versions.filter { version in
                    there.contains([operation.id, version])
                        || !announcements.announces(endOf: operation, revision, in: version)
                }
            }
            copy.operations[index].revisions.removeAll { $0.versions.isEmpty }
        }
        copy.operations.removeAll { $0.revisions.isEmpty }
        guard copy.operations != operations else { return self }
        let unused = reachable.subtracting(copy.reachable)
        copy.schemas.removeAll { unused.contains($0.name) }
        return copy
    }

    /// The names of the schemas that operations use, directly or through others.
    private var reachable: Set<String> {
        let schemas = Dictionary(schemas.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var names: Set<String> = []
        var left = operations.flatMap(\.revisions).flatMap(\.referencedNames)
        while let name = left.popLast() {
            guard names.insert(name).inserted else { continue }
            left += schemas[name]?.referencedNames ?? []
        }
        return names
    }
}

public import APIModel
import Diagnostics

/// What it takes to move from one version of an API to the next.
public struct MoveCost: Sendable, Hashable {
    /// The version to move from.
    public let from: String
    /// The version to move to.
    public let to: String
    /// The number of changes by severity, for clients in use; severities that do not occur are left out.
    public let wire: [DiffSeverity: Int]
    /// The number of changes by severity, for code in Swift; severities that do not occur are left out.
    public let source: [DiffSeverity: Int]
    /// The ids of the operations that only the version to move from has, in order.
    public let removedOperations: [String]
    /// The ids of the operations that only the version to move to has, in order.
    public let addedOperations: [String]

    init(_ report: DiffReport, from: String, to: String) {
        self.from = from
        self.to = to
        func counts(_ axis: DiffAxis) -> [DiffSeverity: Int] {
            var counts: [DiffSeverity: Int] = [:]
            for finding in report.findings { counts[finding.severity(on: axis), default: 0] += 1 }
            counts[DiffSeverity.none] = nil
            return counts
        }
        wire = counts(.wire)
        source = counts(.source)
        func operations(_ change: Change) -> [String] {
            report.findings.filter { $0.difference.area == .operation && $0.difference.change == change }
                .compactMap { $0.difference.path.steps.dropFirst().first }.sorted()
        }
        removedOperations = operations(.removed)
        addedOperations = operations(.added)
    }

    /// The cost of each step from a version to the one that is listed next to it, newest first.
    ///
    /// - Throws: `DiagnosticError`, never for a spec that was read from a file.
    public static func steps(of file: SpecFile) throws -> [MoveCost] {
        let versions = file.document.versions.map(\.id)
        let comparer = SpecComparer(old: file, new: file)
        return try zip(versions.dropFirst(), versions).map { older, newer in
            MoveCost(try comparer.compare(.versions(old: older, new: newer)), from: older, to: newer)
        }
    }
}

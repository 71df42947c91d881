public import APISpec
import Diagnostics

/// Compares two specs, or versions of them, and judges what changed.
public struct SpecComparer: Sendable {
    /// Which versions are compared.
    public enum Selection: Sendable, Hashable {
        /// Every version of the old spec with the same version of the new one, and what belongs to no version.
        case all
        /// One version of the old spec with one of the new.
        case versions(old: String, new: String)
    }

    private let old: SpecFile
    private let new: SpecFile

    /// A comparison of two specs, which may be the same.
    public init(old: SpecFile, new: SpecFile) {
        self.old = old
        self.new = new
    }

    /// What changed.
    ///
    /// - Parameters:
    ///   - selection: the versions to compare.
    ///   - asOf: the day by which it is decided whether the support of a version has ended, so that what was removed
    ///     from it was announced; `nil` takes no version for ended.
    /// - Returns: the changes, judged by the default severities.
    /// - Throws: `DiagnosticError` for specs of two services, and for a version that a spec does not have.
    public func compare(_ selection: Selection = .all, asOf: CalendarDate? = nil) throws -> DiffReport {
        try checkServices()
        let scope: StructuralComparison.Scope
        var isSameVersion = true
        switch selection {
        case .all: scope = .all
        case .versions(let before, let after):
            try check(before, in: old)
            try check(after, in: new)
            scope = .pair(VersionPair(old: before, new: after))
            isSameVersion = before == after
        }
        var findings: [DiffFinding] = []
        var tables: [TypeTable] = []
        if !isSameVersion || old.document != new.document {
            let documents = DocumentPair(old: old.document, new: new.document)
            let comparison = StructuralComparison(documents, scope: scope)
            let occurrences = comparison.run()
            let judge = Judge(
                old: old, new: new, asOf: asOf, isOnlyReading: isSameVersion && documents.haveSameSources)
            findings = judge.findings(occurrences)
            tables = comparison.tables
        }
        func side(_ file: SpecFile, _ version: String?) -> DiffReport.Side {
            DiffReport.Side(file: file.locations.whole.file, version: version)
        }
        let versions: (old: String, new: String)? =
            if case .versions(let before, let after) = selection { (before, after) } else { nil }
        return DiffReport(
            service: new.document.service.title, old: side(old, versions?.old), new: side(new, versions?.new),
            findings: findings, tables: tables)
    }

    private func checkServices() throws {
        let before = old.document.service.id
        let after = new.document.service.id
        guard before != after else { return }
        throw DiagnosticError(
            "this is a spec of the service `\(after)`, and \(old.locations.whole.file) is one of `\(before)`; only specs "
                + "of one service can be compared",
            at: new.locations[["service"]])
    }

    private func check(_ version: String, in file: SpecFile) throws {
        let known = file.document.versions.map(\.id)
        guard !known.contains(version) else { return }
        let have = known.isEmpty ? "it has none" : "it has \(Self.list(known))"
        throw DiagnosticError("the spec has no version \(version); \(have)", at: file.locations[["versions"]])
    }

    /// `1.2, 1.1 and 1.0`
    private static func list(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.joined() }
        return "\(words.dropLast().joined(separator: ", ")) and \(last)"
    }
}

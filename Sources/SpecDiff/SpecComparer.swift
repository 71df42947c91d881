public import APIModel
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
    /// What is looked up again and again, made once for all versions that are compared.
    private let documents: DocumentPair

    /// A comparison of two specs, which may be the same.
    public init(old: SpecFile, new: SpecFile) {
        self.old = old
        self.new = new
        documents = DocumentPair(old: old.document, new: new.document)
    }

    private init(old: SpecFile, new: SpecFile, documents: DocumentPair) {
        self.old = old
        self.new = new
        self.documents = documents
    }

    /// The comparison the other way round. What is looked up in the documents is made already, most of the work where
    /// little differs.
    package var reversed: SpecComparer {
        SpecComparer(old: new, new: old, documents: documents.reversed)
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
        var bump: VersionPair?
        switch selection {
        case .all:
            scope = .all
            // Documents of one version each are the same service at two times, whatever the version is called.
            bump = bumpedVersion
        case .versions(let before, let after):
            try check(before, in: old)
            try check(after, in: new)
            scope = .pair(VersionPair(old: before, new: after))
            isSameVersion = before == after
        }
        var findings: [DiffFinding] = []
        var tables: [TypeTable] = []
        if !isSameVersion || old.document != new.document {
            let before = bump.map { self.old.renamingVersion($0.old, to: $0.new) } ?? old
            let documents =
                bump == nil ? self.documents : DocumentPair(old: before.document, new: new.document)
            let comparison = StructuralComparison(documents, scope: scope, bump: bump)
            let occurrences = comparison.run()
            let judge = ChangeClassifier(
                old: before, new: new, asOf: asOf, isOnlyReading: isSameVersion && documents.haveSameSources)
            findings = judge.findings(occurrences)
            tables = comparison.tables
        }
        func side(_ file: SpecFile, _ version: String?) -> DiffReport.Side {
            DiffReport.Side(file: file.locations.whole.file, version: version)
        }
        if case .versions(let before, let after) = selection, old.document == new.document {
            findings = try withSteps(findings, from: before, to: after)
        }
        let versions: (old: String, new: String)? =
            if case .versions(let before, let after) = selection { (before, after) } else { nil }
        return DiffReport(
            service: new.document.service.title, old: side(old, versions?.old), new: side(new, versions?.new),
            findings: findings.tellingSides(), tables: tables)
    }

    /// The findings, each with the steps from one version to its neighbour in which it came.
    private func withSteps(_ findings: [DiffFinding], from: String, to: String) throws -> [DiffFinding] {
        let ids = new.document.versions.map(\.id)
        guard let start = ids.firstIndex(of: from), let end = ids.firstIndex(of: to), abs(start - end) > 1 else {
            return findings
        }
        let path = start > end ? Array(ids[end...start].reversed()) : Array(ids[start...end])
        var steps: [Change: [VersionPair]] = [:]
        for (older, newer) in zip(path, path.dropFirst()) {
            let pair = VersionPair(old: older, new: newer)
            for change in Set(try compare(.versions(old: older, new: newer)).findings.map(Change.init)) {
                steps[change, default: []].append(pair)
            }
        }
        return findings.map { finding in
            var finding = finding
            finding.steps = steps[Change(finding)] ?? []
            return finding
        }
    }

    /// What tells one change from another, whichever versions are compared.
    private struct Change: Hashable {
        let place: SpecPath
        let area: Difference.Area
        let side: DiffSide?

        init(_ finding: DiffFinding) {
            place = finding.difference.path
            area = finding.difference.area
            side = finding.side
        }
    }

    /// The only versions of both specs, where they differ.
    private var bumpedVersion: VersionPair? {
        guard old.document.versions.count == 1, new.document.versions.count == 1 else { return nil }
        let (before, after) = (old.document.versions[0].id, new.document.versions[0].id)
        return before == after ? nil : VersionPair(old: before, new: after)
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

extension SpecFile {
    /// The spec with another id for a version.
    fileprivate func renamingVersion(_ old: String, to new: String) -> SpecFile {
        var copy = self
        for index in copy.document.versions.indices where copy.document.versions[index].id == old {
            copy.document.versions[index].id = new
        }
        for operation in copy.document.operations.indices {
            for revision in copy.document.operations[operation].revisions.indices {
                copy.document.operations[operation].revisions[revision].versions =
                    copy.document.operations[operation].revisions[revision].versions.map { $0 == old ? new : $0 }
            }
        }
        copy.locations = locations.renamingVersion(old, to: new)
        return copy
    }
}

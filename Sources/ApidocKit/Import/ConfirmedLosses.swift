import APISpec
import Diagnostics
import Recovery

/// The tables that pages have lost and a person has stated or confirmed: nobody has to look at them once more.
struct ConfirmedLosses {
    /// A kind of finding at a place.
    private struct Finding: Hashable {
        var rule: String
        var place: SourceLocation
    }

    private var confirmed: Set<Finding> = []
    private var open: Set<Finding> = []
    private let locations: SpecLocations

    /// - Parameters:
    ///   - read: what the pages say, with what was recovered.
    ///   - document: the same with the overlay.
    ///   - locations: where its parts stand.
    init(from read: SpecDocument, to document: SpecDocument, at locations: SpecLocations) {
        self.locations = locations
        let operations = Dictionary(document.operations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for operation in read.operations {
            for revision in operation.revisions where !revision.lost.isEmpty {
                for version in revision.versions {
                    let now = operations[operation.id]?.revisions.first { $0.versions.contains(version) }
                    look(at: revision, now, ["operations", operation.id, version])
                }
            }
        }
        for schema in read.schemas where schema.isLost || !schema.recovered.isEmpty {
            let now = document.schemas.first { $0.name == schema.name }
            let place: SpecPath = ["schemas", schema.name]
            let isSettled = now.map { $0.recovered.isEmpty && (!$0.isLost || $0.confirmed != nil) } ?? true
            for path in [place, place.appending("")] { note(["lost-schema"] + Self.recoveries, path, isSettled) }
        }
    }

    /// The findings; those of what a person stands for are notes.
    func applied(to findings: [Diagnostic]) -> [Diagnostic] {
        findings.map { finding in
            guard finding.severity == .warning, let rule = finding.rule, let place = finding.location else {
                return finding
            }
            let key = Finding(rule: rule, place: place)
            guard confirmed.contains(key), !open.contains(key) else { return finding }
            var known = finding
            known.severity = .note
            known.message += "; the overlay settles it"
            return known
        }
    }

    private static let recoveries = RecoveryRules.all.map(\.id)

    private mutating func look(at read: Revision, _ now: Revision?, _ place: SpecPath) {
        if read.lost.contains(.parameters) {
            let parts = now.map { revision in
                revision.parameters.map { ($0.recovered, $0.confirmed) }
                    + [revision.request].compactMap(\.self).map { ($0.recovered, $0.confirmed) }
            }
            let isSettled = now?.lost.contains(.parameters) != true || Self.areStated(parts ?? [])
            for step in ["parameters", "request"] {
                note(["lost-parameters"] + Self.recoveries, place.appending(step), isSettled)
            }
        }
        guard read.lost.contains(.responses) else { return }
        let parts = now?.responses.map { ($0.recovered, $0.confirmed) }
        let isSettled = now?.lost.contains(.responses) != true || Self.areStated(parts ?? [])
        note(["lost-responses"] + Self.recoveries, place.appending("responses"), isSettled)
        for response in read.responses {
            note(Self.recoveries, place.appending("responses", response.statusText), isSettled)
        }
    }

    private mutating func note(_ rules: [String], _ path: SpecPath, _ isSettled: Bool) {
        for rule in rules {
            let finding = Finding(rule: rule, place: locations[path])
            if isSettled { confirmed.insert(finding) } else { open.insert(finding) }
        }
    }

    /// Whether nothing of it is a guess any more, and a person has said so of something.
    private static func areStated(_ parts: [(recovered: [String], confirmed: String?)]) -> Bool {
        parts.allSatisfy(\.recovered.isEmpty) && parts.contains { $0.confirmed != nil }
    }
}

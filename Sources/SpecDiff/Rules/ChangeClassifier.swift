import APIModel
import Diagnostics

/// Turns differences into findings: which rule, which cause, how bad.
struct ChangeClassifier {
    let old: SpecFile
    let new: SpecFile
    /// The day by which versions are past the end of their support; `nil` takes none for ended.
    let asOf: CalendarDate?
    /// Whether both specs were read from the same pages and the same versions of them are compared.
    let isOnlyReading: Bool

    /// The findings for occurrences, in a stable order: worst first, then by place.
    func findings(_ occurrences: [Occurrence]) -> [DiffFinding] {
        var keyed: [(key: SortKey, finding: DiffFinding)] = []
        for finding in occurrences.flatMap(findings) where finding.severity > .none {
            keyed.append((SortKey(finding), finding))
        }
        return keyed.sorted { $0.key < $1.key }.map(\.finding)
    }

    /// The findings for one occurrence: one for each side that it is on.
    private func findings(_ occurrence: Occurrence) -> [DiffFinding] {
        let difference = occurrence.difference
        if difference.change == .removed, [.version, .operation].contains(difference.area) {
            let ended = occurrence.versions.filter { hasEnded($0.old) }
            let others = occurrence.versions.filter { !hasEnded($0.old) }
            let area = difference.area == .version ? "version" : "operation"
            return [("\(area)-expired", ended), ("\(area)-removed", others)].filter { !$0.1.isEmpty }.compactMap {
                finding($0.0, occurrence, side: nil, versions: $0.1)
            }
        }
        guard difference.area == .property, !difference.isForPeopleOnly else {
            let id = RuleMapping.ruleID(difference.area, difference.change, use: .unused)
            return [finding(id, occurrence, side: side(of: difference.area))].compactMap(\.self)
        }
        var uses: [(RuleMapping.Use, DiffSide?)] = []
        if !occurrence.requests.isEmpty { uses.append((.request, .request)) }
        if !occurrence.responses.isEmpty { uses.append((.response, .response)) }
        if uses.isEmpty { uses.append((.unused, nil)) }
        return uses.compactMap { use, side in
            let id = RuleMapping.ruleID(difference.area, difference.change, use: use)
            return finding(id, occurrence, side: side)
        }
    }

    private func finding(
        _ id: String, _ occurrence: Occurrence, side: DiffSide?, versions: [VersionPair]? = nil
    ) -> DiffFinding? {
        guard let rule = SpecDiffRules.rule(id) else { return nil }
        let difference = occurrence.difference
        let cause: DiffCause = isOnlyReading || difference.isInferred ? .reading : .documentation
        let isBroken: Bool =
            switch side {
            case .request: difference.swift.breaksBuilding
            case .response: difference.swift.breaksReading
            case nil: difference.swift.breaksBuilding || difference.swift.breaksReading
            }
        var source = isBroken ? rule.source.broken : rule.source.otherwise
        var judging = rule
        if cause == .reading, let reading = RuleMapping.readingRuleID(for: rule).flatMap(SpecDiffRules.rule) {
            judging = reading
            source = source >= .warning ? reading.source.broken : reading.source.otherwise
        }
        return DiffFinding(
            rule: judging, ruleOfDocumentation: judging.id == rule.id ? nil : rule, difference: difference, side: side,
            cause: judging.parts?.direction == .reading ? .reading : cause, wire: judging.wire, source: source,
            versions: versions ?? occurrence.versions, operations: operations(occurrence, side),
            oldLocation: location(old, difference.oldPlace, isThere: isThere(before: difference)),
            newLocation: location(new, difference.newPlace, isThere: isThere(after: difference)))
    }

    private func operations(_ occurrence: Occurrence, _ side: DiffSide?) -> [String] {
        switch side {
        case .request: return occurrence.requests
        case .response: return occurrence.responses
        case nil:
            let known = Set(occurrence.requests)
            return occurrence.requests + occurrence.responses.filter { !known.contains($0) }
        }
    }

    private func side(of area: Difference.Area) -> DiffSide? {
        switch area {
        case .parameter, .requestBody, .part, .partHeader: .request
        case .responseBody, .responseHeader, .success, .error: .response
        default: nil
        }
    }

    private func hasEnded(_ version: String) -> Bool {
        guard let asOf, let end = old.document.versions.first(where: { $0.id == version })?.notBefore else {
            return false
        }
        return end <= asOf
    }

    // MARK: Places

    private func isThere(before difference: Difference) -> Bool {
        ![.added, .requiredAdded, .optionalAdded].contains(difference.change)
    }

    private func isThere(after difference: Difference) -> Bool {
        ![.removed, .requiredRemoved, .optionalRemoved].contains(difference.change)
    }

    private func location(_ file: SpecFile, _ place: SpecPath?, isThere: Bool) -> SourceLocation? {
        guard isThere, let place else { return nil }
        return file.locations[place]
    }

    /// Worst first, then by place, rule and words.
    private struct SortKey: Comparable {
        private let severity: DiffSeverity
        private let texts: [String]

        init(_ finding: DiffFinding) {
            severity = finding.severity
            texts = [
                finding.location, finding.rule.id, finding.difference.change.rawValue,
                finding.difference.before ?? "", finding.difference.after ?? "",
                finding.versions.first?.words ?? "",
            ]
        }

        static func < (left: Self, right: Self) -> Bool {
            if left.severity != right.severity { return left.severity > right.severity }
            return left.texts.lexicographicallyPrecedes(right.texts)
        }
    }
}

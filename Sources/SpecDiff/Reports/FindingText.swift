import APIModel
import Diagnostics

/// The words that reports share.
extension DiffFinding {
    /// What changed, in one line of plain words: `property `a` of `B` became required`. Where the same changed in requests
    /// and in responses, which is judged apart, it begins with the side.
    var sentence: String {
        guard isToldOfBothSides, let side else { return oneLine(difference.sentence) }
        return oneLine("\(side.words): \(difference.sentence)")
    }

    /// How bad it is on each axis that it touches: `breaks clients and Swift code`.
    var verdict: String {
        if wire == source { return "clients and Swift: \(wire.rawValue)" }
        if source == .none { return "clients: \(wire.rawValue)" }
        if wire == .none { return "Swift: \(source.rawValue)" }
        return "clients: \(wire.rawValue), Swift: \(source.rawValue)"
    }

    /// The versions that have the change: `1.2, 1.1`; `nil` for what no version owns.
    var versionWords: String? {
        versions.isEmpty ? nil : versions.map(\.words).joined(separator: ", ")
    }

    /// The steps in which the change came: `came in 1.0 → 1.1`; `nil` where the versions are neighbours.
    var stepWords: String? {
        steps.isEmpty ? nil : "came in \(steps.map(\.words).joined(separator: " and "))"
    }

    /// What the change rests on beside tables, or that only the reading changed: short clauses.
    var provenance: [String] {
        var clauses: [String] = []
        if cause == .reading, let rule = ruleOfDocumentation {
            clauses.append("the reading changed, not the API (else \(rule.id))")
        }
        if !difference.evidence.isEmpty {
            clauses.append("recovered from \(difference.evidence.joined(separator: ", "))")
        }
        return clauses
    }

    /// The heading under which a report lists the change: the operations, the service, a version or a schema.
    var groupTitle: String {
        switch operations.count {
        case 0: break
        case 1...3: return operations.joined(separator: ", ")
        default: return "\(operations[0]), \(operations[1]) and \(operations.count - 2) more operations"
        }
        switch difference.path.steps.first {
        case "versions": return "versions"
        case "schemas": return "types that no operation uses"
        case "resources": return "resources"
        case "operations": return "operations"
        default: return "service"
        }
    }
}

/// The text on one line: every line end and every other control character spelt out, long texts cut.
func oneLine(_ text: String, limit: Int = 400) -> String {
    let flat = text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline).joined(separator: " ")
    let shown = printable(flat)
    return shown.count > limit ? shown.prefix(limit - 1) + "…" : shown
}

extension DiffSide {
    /// The side in a sentence.
    fileprivate var words: String {
        switch self {
        case .request: "requests"
        case .response: "responses"
        }
    }
}

extension [DiffFinding] {
    /// The findings, with those that would read alike told apart by their sides.
    func tellingSides() -> [DiffFinding] {
        var sides: [String: Set<DiffSide?>] = [:]
        for finding in self { sides[finding.difference.sentence, default: []].insert(finding.side) }
        return map { finding in
            var finding = finding
            finding.isToldOfBothSides = sides[finding.difference.sentence, default: []].count > 1
            return finding
        }
    }
}

extension DiffReport {
    /// `Backup, 1.1 → 1.2` or `Backup`
    var title: String {
        guard let before = old.version, let after = new.version else { return oneLine(service) }
        return "\(oneLine(service)), \(oneLine(before)) → \(oneLine(after))"
    }

    /// `3 breaking, 1 warning, 12 info`; `no changes` where there are none.
    var summary: String {
        let counts = [DiffSeverity.breaking, .warning, .info].map { ($0, count($0)) }.filter { $0.1 > 0 }
        return counts.isEmpty ? "no changes" : counts.map { "\($0.1) \($0.0.rawValue)" }.joined(separator: ", ")
    }

    /// The findings of one severity by heading, in the order of the first finding of each.
    func groups(_ severity: DiffSeverity) -> [(title: String, findings: [DiffFinding])] {
        var order: [String] = []
        var groups: [String: [DiffFinding]] = [:]
        for finding in findings where finding.severity == severity {
            if groups[finding.groupTitle] == nil { order.append(finding.groupTitle) }
            groups[finding.groupTitle, default: []].append(finding)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }
}

public import APIModel
public import Diagnostics
import YAML

/// Changes that a project knows of and does not want to see, each with a reason and perhaps an end.
///
///     - rule: request-property-removed
///       location: schemas/BackupCreateRequest/region
///       reason: Nobody ever sent it.
///       expires: 2026-12-31
///
/// `location` is the one of a report; `*` in the place of a step stands for any step, at the end for all that is
/// below.
public struct IgnoreList: Sendable, Hashable {
    /// One change to ignore.
    public struct Entry: Sendable, Hashable {
        /// The id of the rule.
        public let rule: String
        /// Where the change is, by meaning.
        public let location: SpecPath
        /// Why it is ignored.
        public let reason: String
        /// The last day on which it is; `nil` for ever.
        public let expires: CalendarDate?
        /// Where the entry stands in its file.
        public let place: SourceLocation
    }

    /// The entries, in the order of the file.
    public private(set) var entries: [Entry] = []

    /// Nothing is ignored.
    public init() {}

    /// Reads an ignore file.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file.
    ///   - file: its name for diagnostics.
    /// - Throws: `DiagnosticError` with everything that is wrong, in the order of the file.
    public init(_ bytes: [UInt8], file: String) throws {
        let root = try parseYAML(bytes, file: file)
        guard let items = root.items else {
            throw DiagnosticError(
                "an ignore file is a list of entries with `rule`, `location`, `reason` and perhaps `expires`",
                at: root.location)
        }
        var reading = SettingsReading()
        for node in items {
            if let entry = Self.entry(node, &reading) { entries.append(entry) }
        }
        try reading.finish()
    }

    private static func entry(_ node: YAMLNode, _ reading: inout SettingsReading) -> Entry? {
        _ = reading.entries(node, "an entry", allowed: ["rule", "location", "reason", "expires"])
        let name = reading.text("rule", of: node, "an entry")
        let rule = name.flatMap { reading.rule($0, at: node["rule"]?.location ?? node.location) }
        let location = reading.text("location", of: node, "an entry")
        let reason = reading.text("reason", of: node, "an entry")
        var expires: CalendarDate?
        if let value = node["expires"] {
            expires = value.scalar.flatMap { $0.text.contains("-") ? CalendarDate($0.text) : nil }
            if expires == nil { reading.problem("`expires` is a day as yyyy-mm-dd", at: value.location) }
        }
        guard let rule, let location, let reason else { return nil }
        let steps = location.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        return Entry(
            rule: rule.id, location: SpecPath(steps), reason: reason, expires: expires, place: node.location)
    }

    /// What a list leaves of findings, and what is wrong with the list.
    struct Outcome {
        var findings: [DiffFinding] = []
        var ignored: [DiffFinding] = []
        var diagnostics: [Diagnostic] = []
    }

    /// Takes out what is ignored. An entry counts on the day on which it expires, and not on the next.
    func apply(to findings: [DiffFinding], asOf: CalendarDate?) -> Outcome {
        var outcome = Outcome()
        func isExpired(_ entry: Entry) -> Bool {
            guard let end = entry.expires, let asOf else { return false }
            return end < asOf
        }
        var used: Set<Int> = []
        for finding in findings {
            let matches = entries.indices.filter { Self.matches(entries[$0], finding) }
            used.formUnion(matches)
            if matches.contains(where: { !isExpired(entries[$0]) }) {
                outcome.ignored.append(finding)
            } else {
                outcome.findings.append(finding)
            }
        }
        for (index, entry) in entries.enumerated() {
            let what = "`\(entry.rule)` at `\(entry.location)`"
            if isExpired(entry), let end = entry.expires {
                outcome.diagnostics.append(
                    SettingsRules.ignoreExpired.finding(
                        "ignoring \(what) has expired on \(end)", at: entry.place))
            } else if !used.contains(index) {
                outcome.diagnostics.append(
                    SettingsRules.ignoreUnused.finding("there is no change \(what)", at: entry.place))
            }
        }
        return outcome
    }

    private static func matches(_ entry: Entry, _ finding: DiffFinding) -> Bool {
        guard entry.rule == finding.rule.id else { return false }
        let path = finding.location.split(separator: "/", omittingEmptySubsequences: false)
        let steps = entry.location.steps
        let isOpen = steps.last == "*"
        guard isOpen ? path.count >= steps.count : path.count == steps.count else { return false }
        return zip(steps, path).allSatisfy { $0 == "*" || $0 == $1 }
    }
}

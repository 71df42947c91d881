import APISpec
import Diagnostics
import SpecDiff
import Testing

@Suite("Settings")
struct SettingsTests {
    private func severities(_ text: String) throws -> SeveritySettings {
        try SeveritySettings(Array(text.utf8), file: "severity.yaml")
    }

    private func ignored(_ text: String) throws -> IgnoreList { try IgnoreList(Array(text.utf8), file: "ignore.yaml") }

    private func error(_ read: () throws -> Void) -> String {
        do {
            try read()
            return "no error"
        } catch {
            return "\(error)"
        }
    }

    private func apply(_ settings: DiffSettings, asOf: String? = nil) throws -> (DiffReport, [Diagnostic]) {
        let applied = try ReportSample.ordinary().applying(settings, asOf: asOf.flatMap { CalendarDate($0) })
        return (applied.report, applied.findings)
    }

    // MARK: Severities

    @Test("A severity file judges anew, and orders anew")
    func severity() throws {
        let settings = try severities(
            """
            severities:
              response-property-type-changed: {wire: info, source: none}
              documentation-description-changed: {wire: breaking}
              reading-recovery-changed: {wire: none}
            """)
        let (report, findings) = try apply(DiffSettings(severities: settings))
        #expect(findings.isEmpty)
        let rules = report.findings.map { "\($0.rule.id) \($0.wire.rawValue) \($0.source.rawValue)" }
        #expect(rules.contains("response-property-type-changed info none"))
        #expect(rules.contains("documentation-description-changed breaking none"))
        #expect(!rules.contains { $0.hasPrefix("reading-recovery-changed") })
        let severities = report.findings.map(\.severity)
        #expect(severities == severities.sorted(by: >))
    }

    @Test("Mistakes in a severity file have their place and what to do")
    func severityErrors() {
        #expect(
            error { _ = try severities("a: 1") } == "severity.yaml:1:1: error: a file of severities begins with "
                + "`severities:`")
        #expect(
            error { _ = try severities("severities: 3") } == "severity.yaml:1:13: error: `severities` is a mapping "
                + "of rules to `{wire: …, source: …}`")
        #expect(
            error {
                _ = try severities(
                    """
                    severities:
                      request-property-remove: {wire: info}
                      operation-added: {wires: info}
                      operation-removed: {wire: broken}
                      operation-renamed: info
                      something-else: {wire: info}
                    more: 1
                    """)
            } == """
                severity.yaml:2:3: error: there is no rule `request-property-remove`; did you mean \
                `request-property-removed`? [unknown-diff-rule]
                severity.yaml:3:21: error: a severity has no key `wires`; did you mean `wire`?
                severity.yaml:4:29: error: this is not a severity; it can be `none`, `info`, `warning`, `breaking`
                severity.yaml:5:22: error: a severity is a mapping of keys to values
                severity.yaml:6:3: error: there is no rule `something-else`; `apidoc diff --list-rules` lists all \
                rules [unknown-diff-rule]
                severity.yaml:7:1: error: a file of severities has no key `more`; it can be `severities`
                """)
    }

    // MARK: Ignoring

    private static let entry = """
        - rule: response-property-type-changed
          location: schemas/Book/id
          reason: Known.
          expires: 2026-12-31

        """

    @Test("What is ignored is not in the report until the day after the entry expires")
    func ignoring() throws {
        let settings = DiffSettings(ignored: try ignored(Self.entry))
        for day in [nil, "2026-12-31"] {
            let (report, findings) = try apply(settings, asOf: day)
            #expect(!report.findings.contains { $0.location == "schemas/Book/id" })
            #expect(findings.isEmpty)
        }
        let (report, findings) = try apply(settings, asOf: "2027-01-01")
        #expect(report.findings.contains { $0.location == "schemas/Book/id" })
        #expect(
            findings.map(\.description) == [
                "ignore.yaml:1:3: warning: ignoring `response-property-type-changed` at `schemas/Book/id` has expired "
                    + "on 2026-12-31 [ignore-expired]"
            ])
    }

    @Test("An entry that matches nothing is found")
    func unused() throws {
        let list = try ignored("- {rule: operation-removed, location: operations/gone, reason: It went.}")
        let (report, findings) = try apply(DiffSettings(ignored: list))
        #expect(try report.findings.count == ReportSample.ordinary().findings.count)
        #expect(
            findings.map(\.description) == [
                "ignore.yaml:1:3: warning: there is no change `operation-removed` at `operations/gone` [ignore-unused]"
            ])
    }

    @Test(
        "Locations may have any step, and all that is below",
        arguments: [
            ("schemas/Book/id", true), ("schemas/*/id", true), ("schemas/*", true), ("*", true),
            ("schemas/Book", false),
            ("schemas/Book/*", true), ("schemas/Book/id/*", false), ("schemas/*/name", false), ("*/*/*/*", false),
            ("schemas/Boo*/id", false),
        ])
    func patterns(location: String, matches: Bool) throws {
        let list = try ignored(
            "- {rule: response-property-type-changed, location: '\(location)', reason: Known.}")
        let (_, findings) = try apply(DiffSettings(ignored: list))
        #expect(findings.isEmpty == matches)
    }

    @Test("Mistakes in an ignore file have their place and what to do")
    func ignoreErrors() {
        #expect(
            error { _ = try ignored("a: 1") } == "ignore.yaml:1:1: error: an ignore file is a list of entries with "
                + "`rule`, `location`, `reason` and perhaps `expires`")
        #expect(
            error {
                _ = try ignored(
                    """
                    - {rule: operation-remove, location: a, reason: b}
                    - {rule: operation-removed, location: a}
                    - {rule: operation-removed, location: a, reason: ' '}
                    - {rule: operation-removed, location: a, reason: b, expires: 20261231}
                    - {rule: operation-removed, location: a, reason: b, expires: 2026-02-30}
                    - {rule: operation-removed, place: a, reason: b}
                    - text
                    """)
            } == """
                ignore.yaml:1:10: error: there is no rule `operation-remove`; did you mean `operation-removed`? \
                [unknown-diff-rule]
                ignore.yaml:2:3: error: an entry lacks `reason`
                ignore.yaml:3:50: error: `reason` is a text
                ignore.yaml:4:62: error: `expires` is a day as yyyy-mm-dd
                ignore.yaml:5:62: error: `expires` is a day as yyyy-mm-dd
                ignore.yaml:6:3: error: an entry lacks `location`
                ignore.yaml:6:29: error: an entry has no key `place`; it can be `rule`, `location`, `reason`, `expires`
                ignore.yaml:7:3: error: an entry is a mapping of keys to values
                """)
    }

    // MARK: Failing

    @Test("A comparison fails from the level on that is asked for")
    func failing() throws {
        let report = try ReportSample.ordinary()
        #expect(FailureLevel.allCases.filter(report.reaches) == [.breaking, .warning, .any])
        func reached(_ severity: DiffSeverity) -> [FailureLevel] {
            var some = report
            some.findings.removeAll { $0.severity != severity }
            return FailureLevel.allCases.filter(some.reaches)
        }
        #expect(reached(.breaking) == [.breaking, .warning, .any])
        #expect(reached(.warning) == [.warning, .any])
        #expect(reached(.info) == [.any])
        #expect(reached(.none) == [])
    }

    @Test("The rules of settings are a table like all others")
    func rules() {
        #expect(SettingsRules.all.map(\.id) == ["unknown-diff-rule", "ignore-expired", "ignore-unused"])
        #expect(SettingsRules.all.map(\.severity) == [.error, .warning, .warning])
    }
}

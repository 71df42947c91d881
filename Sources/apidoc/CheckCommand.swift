import APISpec
import ArgumentParser
import Diagnostics
import OpenAPIInterop
import OutputFiles
import Recovery

/// `apidoc check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Validates specs, their examples, and the overlays beside them; OpenAPI documents too.",
        discussion: """
            Errors end with exit code 1; a spec or an overlay that cannot be read ends with 2.

              apidoc check
              apidoc check openapi.yaml
              apidoc check spec/backup.yaml --as-of 2026-06-01
              apidoc check spec/backup.yaml --as-of 2026-06-01 --allow-ended 1.0
            """)

    @Argument(help: "The specs; all of the folder `spec` where none is named.")
    var specs: [String] = []

    @Option(help: "Reports versions whose support has ended on this day (yyyy-mm-dd).")
    var asOf: Day?

    @Option(parsing: .upToNextOption, help: "Versions that may be past the day on which their support ends.")
    var allowEnded: [String] = []

    @Option(help: "The form of the findings: text on standard error, json or github on standard output.")
    var format = DiagnosticFormat.text

    func validate() throws {
        guard asOf != nil || allowEnded.isEmpty else {
            throw ValidationError("--allow-ended says what --as-of may find; give both")
        }
    }

    func run() throws {
        try Console.run {
            var findings: [Diagnostic] = []
            var isUnreadable = false
            var ends: [CalendarDate] = []
            for path in try SpecInput.paths(specs) {
                do {
                    findings += try self.findings(path, &ends)
                } catch let error as DiagnosticError {
                    findings += error.diagnostics
                    // What speaks for a rule was read and found wrong; anything else could not be read.
                    isUnreadable = isUnreadable || error.diagnostics.contains { $0.rule == nil }
                }
            }
            try format.report(findings)
            if let hint = EndHint(of: ends, isAsked: asOf != nil) { Console.say(hint.sentence) }
            if isUnreadable { throw ExitCode(2) }
            if findings.contains(where: { $0.severity == .error }) { throw Console.answerIsNo }
        }
    }

    /// What is wrong with a spec; `ends` gets the days on which the support of its versions ends.
    private func findings(_ path: String, _ ends: inout [CalendarDate]) throws -> [Diagnostic] {
        let bytes = path == "-" ? [] : try readInput(path, limit: SpecInput.byteLimit)
        if OpenAPIImporter.isDescription(bytes) {
            let overlays = try OverlayFiles(named: [], specPath: path).ofDocuments.map(\.overlay)
            let reading = try OpenAPIImporter().read(
                bytes, file: path, overlays: overlays, references: { try FilesBeside(of: path, root: nil).read($0) })
            return reading.findings + SpecValidator().validate(reading.document, locations: reading.locations)
                + ExampleChecker().check(reading.document, locations: reading.locations)
        }
        let file = try SpecInput.read(path)
        var findings = SpecValidator().validate(file.document, locations: file.locations)
        findings += ExampleChecker().check(file.document, locations: file.locations)
        findings += try OverlayCheck.findings(file, specPath: path)
        ends += file.document.versions.filter { !allowEnded.contains($0.id) }.compactMap(\.notBefore)
        if let asOf { findings += VersionLife.ended(file, on: asOf.date, except: allowEnded) }
        return findings
    }
}

/// The overlay beside a spec.
private enum OverlayCheck {
    /// What the overlay names and the spec does not have. Throws `DiagnosticError` for an overlay that cannot be read.
    ///
    /// The spec holds what the overlay has done already, so only actions that have to meet something are looked at.
    static func findings(_ file: SpecFile, specPath: String) throws -> [Diagnostic] {
        guard var overlay = try OverlayInput.read(nil, specPath: specPath) else { return [] }
        overlay.actions.removeAll { action in
            if case .remove = action.verb { true } else { false }
        }
        return try overlay.apply(to: file.document, locations: file.locations).findings
            .filter { $0.rule == OverlayRules.noMatch.id || $0.rule == OverlayRules.conflict.id }
    }
}

/// What is said where nobody has asked for a day: the same specs give the same findings on every day, so that today
/// counts only where it is named.
private struct EndHint {
    private let first: CalendarDate

    /// `nil` where a day was named, and where no version has an end.
    init?(of ends: [CalendarDate], isAsked: Bool) {
        guard !isAsked, let first = ends.min() else { return nil }
        self.first = first
    }

    var sentence: String {
        "versions with an end of support were not looked at, the first ends on \(first); `--as-of yyyy-mm-dd` reports those "
            + "that have ended by that day"
    }
}

/// The life of versions.
private enum VersionLife {
    /// An error for each version that is no longer supported on `day`, except for those that may be.
    static func ended(_ file: SpecFile, on day: CalendarDate, except allowed: [String]) -> [Diagnostic] {
        file.document.versions.compactMap { version in
            guard let end = version.notBefore, end <= day, !allowed.contains(version.id) else { return nil }
            return SpecRules.versionEnded.finding(
                "support of version \(version.id) ended on \(end)", at: file.locations[["versions", version.id]])
        }
    }
}

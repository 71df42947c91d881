public import APISpec
public import Diagnostics
import OpenAPIInterop
import OutputFiles
import Recovery

/// Specs, their examples and the overlays beside them against the rules; OpenAPI documents too.
public struct CheckPipeline: Sendable {
    /// What is checked, and how.
    public struct Request: Sendable {
        /// The specs; all of the folder `spec` where there are none.
        public var specs: [String] = []
        /// The day by which versions count as ended; where it is `nil`, no version does.
        public var day: CalendarDate?
        /// Versions that may be past the day on which their support ends.
        public var allowedEnds: [String] = []

        /// A check of all specs of the folder `spec`.
        public init() {}
    }

    /// What a check gave.
    public struct Result: Sendable {
        /// What is wrong, spec by spec.
        public var findings: [Diagnostic] = []
        /// Whether a spec or an overlay could not be read; ``findings`` says why.
        public var isUnreadable = false
        /// The first day on which support of a version ends, where no day was asked for; `nil` where none does.
        public var firstEnd: CalendarDate?
        /// Whether an error was found.
        public var hasErrors: Bool { findings.contains { $0.severity == .error } }
    }

    private let request: Request

    /// A check of what `request` names.
    public init(_ request: Request) { self.request = request }

    /// Checks. Throws `DiagnosticError` where there is no spec; what cannot be read is among the findings.
    public func run() throws -> Result {
        var result = Result()
        var ends: [CalendarDate] = []
        for path in try SpecInput.paths(request.specs) {
            do {
                result.findings += try findings(path, &ends)
            } catch let error as DiagnosticError {
                result.findings += error.diagnostics
                // What speaks for a rule was read and found wrong; anything else could not be read.
                result.isUnreadable = result.isUnreadable || error.diagnostics.contains { $0.rule == nil }
            }
        }
        if request.day == nil { result.firstEnd = ends.min() }
        return result
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
        ends += file.document.versions.filter { !request.allowedEnds.contains($0.id) }.compactMap(\.notBefore)
        if let day = request.day {
            findings += VersionLife.ended(file, on: day, except: request.allowedEnds)
        }
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

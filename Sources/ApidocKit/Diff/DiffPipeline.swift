public import APISpec
public import Diagnostics
import OpenAPIInterop
import OutputFiles
public import SpecDiff
import SwiftRendering

/// What changed between two specs, or between two versions of one.
public struct DiffPipeline: Sendable {
    /// What is compared, and how.
    public struct Request: Sendable {
        /// The old and the new spec, OpenAPI document or documentation page; one of them where ``versions`` are named.
        public var specs: [String]
        /// Overlays of documents.
        public var overlays: [String] = []
        /// The ids of the versions to compare; all that both specs have where it is `nil`.
        public var versions: (old: String, new: String)?
        /// A file with severities in place of those of the rules.
        public var severities: String?
        /// A file with changes to ignore, each with a reason.
        public var ignored: String?
        /// The day by which support has ended and ignored changes expire; that of the context where it is `nil`.
        public var day: CalendarDate?
        /// The files that the caller writes: none of them may be an input.
        public var outputs: [String] = []

        /// A comparison of two specs.
        public init(old: String, new: String) { specs = [old, new] }

        /// A comparison of two versions of a spec.
        public init(_ spec: String, from old: String, to new: String) {
            specs = [spec]
            versions = (old, new)
        }
    }

    /// What a comparison gave.
    public struct Result: Sendable {
        /// The changes, as the settings judge them; ``DiffFormat`` makes text of it.
        public var report: DiffReport
        /// What the settings name that is not there.
        public var findings: [Diagnostic]
        /// Names in Swift that differ between the files of names beside two specs.
        public var renames: [Diagnostic]
    }

    private let request: Request
    private let context: PipelineContext

    /// A comparison as `request` says.
    public init(_ request: Request, context: PipelineContext = PipelineContext()) {
        self.request = request
        self.context = context
    }

    /// Compares. Throws `DiagnosticError` for what cannot be read, and for a version that a spec does not have.
    public func run() async throws -> Result {
        let settingsFiles = [request.severities, request.ignored].compactMap(\.self)
        try SpecInput.checkApart(
            outputs: request.outputs, specs: request.specs, overlays: request.overlays, others: settingsFiles)
        let files = try await SpecInput.readAny(request.specs, overlays: request.overlays, context).map(\.file)
        let (old, new) = withoutVersions(files[0], files[files.count - 1])
        let day = request.day ?? context.today
        let (report, findings) = try SpecComparer(old: old, new: new).compare(selection, asOf: day)
            .applying(try settings(), asOf: day)
        let renames =
            request.specs.count == 2
            ? try NamesFile(forSpec: request.specs[0]).record.changes(
                to: try NamesFile(forSpec: request.specs[1]).record) : []
        return Result(report: report, findings: findings, renames: renames)
    }

    /// Two specs of one version each without what selects the version, where that is known over both alone: paths below
    /// `/v1` and `/v2`. Others are as they are.
    private func withoutVersions(_ old: SpecFile, _ new: SpecFile) -> (SpecFile, SpecFile) {
        func version(_ file: SpecFile) -> VersionedDocument {
            VersionedDocument(
                id: file.document.versions.first?.id ?? "", document: file.document, locations: file.locations)
        }
        guard let found = OpenAPIImporter().recognisingVersions(between: version(old), and: version(new)) else {
            return (old, new)
        }
        if !found.findings.isEmpty { context.onEvent(.found(found.findings)) }
        return (
            SpecFile(document: found.old, locations: old.locations),
            SpecFile(document: found.new, locations: new.locations)
        )
    }

    private var selection: SpecComparer.Selection {
        request.versions.map { .versions(old: $0.old, new: $0.new) } ?? .all
    }

    private func settings() throws -> DiffSettings {
        try DiffSettings(severities: request.severities, ignored: request.ignored)
    }
}

extension DiffSettings {
    /// The settings of files. Throws `DiagnosticError` for one that cannot be read.
    init(severities: String?, ignored: String?) throws {
        self.init()
        if let severities {
            self.severities = try SeveritySettings(try readInput(severities, limit: 1 << 20), file: severities)
        }
        if let ignored { self.ignored = try IgnoreList(try readInput(ignored, limit: 1 << 20), file: ignored) }
    }
}

import APIModel
import APISpec
public import Diagnostics
public import OpenAPIExport
import Recovery

/// From a spec to OpenAPI.
public struct ExportPipeline: Sendable {
    /// What is written, and how.
    public struct Request: Sendable {
        /// The notations.
        public enum Notation: String, Sendable, CaseIterable {
            /// YAML.
            case yaml
            /// JSON.
            case json
        }

        /// The spec, or an OpenAPI document or a documentation page in its place.
        public var spec: String
        /// Overlays of documents.
        public var overlays: [String] = []
        /// The id of the version; the only one of the spec where it is `nil`.
        public var version: String?
        /// The version of OpenAPI.
        public var dialect = OpenAPIDialect.v3_1
        /// The notation.
        public var notation = Notation.yaml
        /// Whether a date-time that the documentation shows without a zone becomes text.
        public var zonelessAsText = false
        /// The files that the caller writes: none of them may be an input.
        public var outputs: [String] = []

        /// An export of `spec`.
        public init(spec: String) { self.spec = spec }
    }

    /// What an export gave.
    public struct Result: Sendable {
        /// The OpenAPI document.
        public var text: String
        /// The examples that strict readers of the document refuse.
        public var findings: [Diagnostic]
    }

    /// The spec has several versions, or none, and the request names none of them.
    public struct VersionMissing: Error {
        /// What there is to say.
        public var diagnostic: Diagnostic
    }

    private let request: Request
    private let context: PipelineContext

    /// An export as `request` says.
    public init(_ request: Request, context: PipelineContext = PipelineContext()) {
        self.request = request
        self.context = context
    }

    /// Reads the spec and makes the document. Throws `DiagnosticError` for a spec that cannot be read or that lacks the
    /// version, and ``VersionMissing``.
    public func run() async throws -> Result {
        try SpecInput.checkApart(outputs: request.outputs, specs: [request.spec], overlays: request.overlays)
        let file = try await SpecInput.readAny([request.spec], overlays: request.overlays, context)[0].file
        let exporter = OpenAPIExporter(dialect: request.dialect, zonelessAsText: request.zonelessAsText)
        let document = try exporter.document(APIModel(file.document), version: try version(of: file))
        let text = request.notation == .yaml ? OpenAPIText.yaml(document) : OpenAPIText.json(document)
        guard !request.zonelessAsText else { return Result(text: text, findings: []) }
        let findings = ExampleChecker().check(file.document, locations: file.locations).filter {
            $0.rule == "date-time-without-zone"
        }
        return Result(text: text, findings: findings)
    }

    /// The version that was named, or the only one.
    private func version(of file: SpecFile) throws -> String {
        let versions = file.document.versions
        if let version = request.version { return version }
        if versions.count == 1 { return versions[0].id }
        let names = versions.map { "`\(printable($0.id))`" }.joined(separator: ", ")
        throw VersionMissing(
            diagnostic: .error(
                "the spec has \(versions.count) versions; name one with --version: \(names)", at: file.locations.whole))
    }
}

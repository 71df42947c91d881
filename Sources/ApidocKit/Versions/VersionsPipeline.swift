public import APISpec
import Diagnostics
import SpecDiff

/// The life of the versions of a spec, and what each brings.
public struct VersionsPipeline: Sendable {
    /// What is shown, and how.
    public struct Request: Sendable {
        /// The spec, or an OpenAPI document or a documentation page in its place.
        public var spec: String
        /// Overlays of documents.
        public var overlays: [String] = []
        /// The day to count from; that of the context where it is `nil`.
        public var day: CalendarDate?
        /// The operations, types or groups that the matrix shows, where `*` is any text; all where there are none.
        public var only: [String] = []
        /// Whether the matrix shows line by line what all versions have without a change of their own.
        public var showsSteady = false
        /// Whether the result is a page of HTML with the whole matrix, and not text.
        public var isPage = false
        /// The files that the caller writes: none of them may be an input.
        public var outputs: [String] = []

        /// The versions of `spec`, as text.
        public init(spec: String) { self.spec = spec }
    }

    private let request: Request
    private let context: PipelineContext

    /// The versions that `request` asks for.
    public init(_ request: Request, context: PipelineContext = PipelineContext()) {
        self.request = request
        self.context = context
    }

    /// The table and the matrix, as text or as a page of HTML. Throws `DiagnosticError`.
    public func run() async throws -> String {
        try SpecInput.checkApart(outputs: request.outputs, specs: [request.spec], overlays: request.overlays)
        let file = try await SpecInput.readAny([request.spec], overlays: request.overlays, context)[0].file
        let history = try VersionHistory(file)
        guard !request.isPage else { return HistoryPage().text(history) }
        let matrix = HistoryText(
            filter: NamePatterns(include: request.only.isEmpty ? nil : request.only), showsSteady: request.showsSteady)
        let table = VersionTable(file, steps: history.steps, asOf: request.day ?? context.today)
        return history.versions.isEmpty ? table.text : table.text + "\n" + matrix.text(history)
    }
}

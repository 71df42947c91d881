public import APISpec
public import Diagnostics
import OutputFiles

/// From pages and OpenAPI documents to specs.
///
/// ``run()`` reads and writes nothing; ``Result/write(standardOutput:onWritten:)`` writes what it gave.
public struct ImportPipeline: Sendable {
    /// What is imported, and how.
    public struct Request: Sendable {
        /// Files, folders of them, addresses, or `-` for standard input.
        public var pages: [String] = []
        /// Pages that are in memory already; they come after those of ``pages``.
        public var contents: [PageContent] = []
        /// A document for each version of one service, in the place of pages.
        public var versions: [VersionedFile] = []
        /// The spec to write, `-` for standard output, or a folder for several services: one that ends with `/` or that
        /// exists. Nothing is looked for beside a spec on standard output.
        public var output = "-"
        /// Overlays of the project and of OpenAPI; where there are none, the one beside the spec.
        public var overlays: [String] = []
        /// The folder that OpenAPI documents may refer to files in; that of the document where it is `nil`.
        public var root: String?
        /// Hosts that the documents of pages may be fetched from besides the page's own.
        public var allowedHosts: [String] = []
        /// Whether versions that a document describes side by side become versions of the spec.
        public var splitsVersions = false
        /// Whether the spec gets the new addresses of pages that have moved for good.
        public var followsMoves = false
        /// The dialect that all pages are written in: one of `PageDialect.names`. It is found out where it is `nil`.
        public var dialect: String?
        /// Other files that the caller writes: none of them may be an input.
        public var otherOutputs: [String] = []

        /// Nothing to import yet.
        public init() {}
    }

    /// A service that was imported.
    public struct Service: Sendable {
        /// The spec.
        public var document: SpecDocument
        /// Where its parts are in the input.
        public var locations: SpecLocations
        /// What a person should look at, in the order in which it was found.
        public var findings: [Diagnostic]
        /// Where the spec goes; `-` for standard output.
        public var path: String

        /// The text of the spec file.
        public var text: String { SpecWriter().write(document) }
    }

    /// What an import gave.
    public struct Result: Sendable {
        /// The services, in the order of the input; at least one.
        public var services: [Service]
        fileprivate let context: PipelineContext

        /// What a person should look at, of all services.
        public var findings: [Diagnostic] { services.flatMap(\.findings) }
        /// Whether the documentation says less than at the last import.
        public var isDegraded: Bool { findings.contains { $0.rule == SpecRules.pageDegraded.id } }
    }

    private let request: Request
    private let context: PipelineContext

    /// An import of what `request` names.
    public init(_ request: Request, context: PipelineContext = PipelineContext()) {
        self.request = request
        self.context = context
    }

    /// Reads, recovers, applies overlays and checks.
    ///
    /// Throws `DiagnosticError` for what cannot be read, for several services where one spec is to be written, and for a
    /// spec that could not be read again. Nothing is written.
    public func run() async throws -> Result {
        let overlays = try OverlayFiles(named: request.overlays, specPath: isFolder ? "-" : request.output)
        let readings = try await readings(overlays.ofDocuments)
        try InputFiles.checkApart(
            outputs: [request.output] + request.otherOutputs,
            inputs: request.pages + request.versions.map(\.file) + request.overlays)
        let targets = try SpecTargets(output: request.output, services: readings)
        if let own = overlays.own, readings.count > 1 {
            throw DiagnosticError(
                "an overlay belongs to one service and the input describes \(readings.count); put NAME.overlay.yaml "
                    + "beside each spec instead",
                at: SourceLocation(file: own))
        }
        let services = try zip(readings, targets.paths).map { reading, path in
            let imported = try ImportedService(
                reading, specPath: path, overlayPath: overlays.own, asOf: context.today)
            return Service(
                document: imported.document, locations: reading.locations, findings: imported.findings, path: path)
        }
        return Result(services: services, context: context)
    }

    private var isFolder: Bool { request.output.hasSuffix("/") || InputFiles.isFolder(request.output) }

    private func readings(_ overlays: [DocumentOverlay]) async throws -> [ServiceReading] {
        guard request.versions.isEmpty else { return [try await reading(ofVersions: overlays)] }
        let options = PageOptions(
            context: context, root: request.root, allowedHosts: request.allowedHosts, readsAll: isFolder,
            followsMoves: request.followsMoves, overlays: overlays, dialect: request.dialect)
        let input = try await PageInput.read(request.pages, contents: request.contents, options: options) {
            context.onEvent(.moved($0))
        }
        return try ServiceReading.read(input, splitsVersions: request.splitsVersions)
    }

    private func reading(ofVersions overlays: [DocumentOverlay]) async throws -> ServiceReading {
        let options = PageOptions(context: context, root: request.root, allowedHosts: request.allowedHosts)
        var input = PageInput()
        for entry in request.versions {
            guard let description = try await PageInput.read([entry.file], options: options).descriptions.first else {
                throw DiagnosticError(
                    "this is not an OpenAPI document; --version-of takes one for each version",
                    at: SourceLocation(file: entry.file))
            }
            input.descriptions.append(description)
        }
        try input.take(overlays)
        return try ServiceReading.read(versions: Array(zip(request.versions.map(\.version), input.descriptions)))
    }
}

extension ImportPipeline.Result {
    /// Writes the specs. Folders come into being, and two runs on one folder wait for each other.
    ///
    /// - Parameters:
    ///   - standardOutput: writes the text of the spec whose path is `-`.
    ///   - onWritten: is told of each spec as soon as it is there; `isNew` is `false` for a file that said the same.
    /// - Throws: `DiagnosticError` for what cannot be written, and what the closures throw. The specs before it are there.
    public func write(
        standardOutput: (_ text: String) throws -> Void,
        onWritten: (_ service: ImportPipeline.Service, _ isNew: Bool) throws -> Void
    ) throws {
        let paths = services.map(\.path)
        for folder in Set(paths.filter { $0 != "-" }.map(InputFiles.folder)).sorted() {
            try InputFiles.createFolder(folder)
        }
        let locks = try SpecLocks(of: paths, context)
        defer { locks.release() }
        let texts = try services.map { try $0.readableText }
        for (service, text) in zip(services, texts) {
            if service.path == "-" {
                try standardOutput(text)
                try onWritten(service, true)
            } else {
                try onWritten(service, try AtomicFile.write(text, to: service.path))
            }
        }
    }
}

extension ImportPipeline.Service {
    /// The text of the spec file. Throws `DiagnosticError` where no command would read a file of that size.
    fileprivate var readableText: String {
        get throws {
            let text = text
            guard text.utf8.count <= SpecInput.byteLimit else {
                throw DiagnosticError(
                    "no spec was written: it would have \(text.utf8.count) bytes, and at most \(SpecInput.byteLimit) are "
                        + "read; split the document", at: SourceLocation(file: locations.whole.file))
            }
            return text
        }
    }
}

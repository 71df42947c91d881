import APISpec
import ConfigurationFile
import OutputFiles
public import SwiftRendering

/// From specs to Swift in folders.
///
/// ``plan()`` renders and compares with what is on disk; the ``GenerationPlan`` that it gives writes.
public struct GeneratePipeline: Sendable {
    /// What is generated, and how.
    public struct Request: Sendable {
        /// The specs, OpenAPI documents or documentation pages; what the configuration names, or all of the folder `spec`,
        /// where there are none.
        public var specs: [String] = []
        /// Overlays of documents.
        public var overlays: [String] = []
        /// The folder that the modules go into; what the configuration says, or `Generated`, where it is `nil`.
        public var output: String?
        /// A folder with templates that take the place of the built-in ones of the same name.
        public var templates: String?
        /// Whether models are `Hashable` and not only `Equatable`.
        public var isHashable = false
        /// The configuration; `apidoc.yaml` where nothing else is said and it is there.
        public var configuration: String?
        /// With a configuration of one service: the folder that takes the files of its module.
        public var folder: String?
        /// How files are laid out.
        public var layout = RenderingOptions.Layout.folders
        /// Whether everything is rendered, whatever an earlier run has left in the user's cache.
        public var isFresh = false
        /// Whether nothing is going to be written, so that no other run has to wait.
        public var isCheck = false

        /// What the configuration of this folder says, or all specs of the folder `spec`.
        public init() {}
    }

    private let request: Request
    private let context: PipelineContext

    /// A generation of what `request` names.
    public init(_ request: Request, context: PipelineContext = PipelineContext()) {
        self.request = request
        self.context = context
    }

    /// How much there is, in a line, where an earlier run has left nothing to do, with what it found then; `nil` where that
    /// is not known.
    public func finished() -> (findings: [String], summary: String)? {
        guard let outcome = cache([])?.kept?.outcome else { return nil }
        return (outcome.findings, Generation.summary(of: outcome.targets, changed: 0))
    }

    /// Reads the specs and renders them. Throws `DiagnosticError`; nothing is written.
    public func plan() async throws -> GenerationPlan {
        let start = FileFingerprint.now
        let jobs = try await jobs()
        // An update at the same time would have this run write what the spec said before.
        let isUnlocked = request.isCheck || request.layout == .fixed
        let locks = try isUnlocked ? nil : SpecLocks(of: jobs.map(\.specPath), context)
        let generation = try Generation(jobs) { cache(Self.key(of: $0, in: jobs)) }
        let isWhole =
            request.specs.isEmpty
            && (request.configuration == nil || request.configuration == SpecFolder.configuration)
        let orphans = OrphanedModules(
            jobs: jobs, targets: generation.targetFolders, isWhole: isWhole && request.output == nil)
        return GenerationPlan(generation: generation, orphans: orphans, locks: locks) {
            keep(generation, of: jobs, since: start)
        }
    }

    /// What an earlier run has left for these arguments; `nil` where that does not count.
    private func cache(_ key: [String]) -> GenerationCache? {
        request.isFresh || request.isCheck
            ? nil : GenerationCache(arguments: choices + key, environment: context.environment)
    }

    /// Remembers what was done, so that the next run does only what is left to do.
    private func keep(_ generation: Generation, of jobs: [GenerationJob], since start: Int64) {
        let outcomes = generation.outcomes
        let watched = watchedFiles
        for (index, job) in jobs.enumerated() where generation.wasRendered(index) {
            let (outcome, files) = outcomes.services[index]
            // The folder of specs changes with every spec; it says nothing of this one.
            cache(Self.key(of: index, in: jobs))?.keep(
                outcome, inputs: [configurationFile ?? SpecFolder.configuration] + job.inputs, outputs: files,
                since: start)
        }
        cache([])?.keep(
            outcomes.all, inputs: watched + jobs.flatMap(\.inputs), outputs: outcomes.services.flatMap(\.files),
            since: start)
    }

    /// What tells a service apart; one spec may be rendered several times, with different choices.
    private static func key(of index: Int, in jobs: [GenerationJob]) -> [String] {
        let path = jobs[index].specPath
        return ["service", path, "\(jobs[..<index].count { $0.specPath == path })"]
    }

    /// What was asked for, apart from how much is said of it.
    private var choices: [String] {
        ["specs"] + request.specs
            + [
                "output \(request.output ?? "")", "templates \(request.templates ?? "")",
                "hashable \(request.isHashable)", "overlays \(request.overlays)",
                "config \(request.configuration ?? "")", "into \(request.folder ?? "")",
                "layout \(request.layout.rawValue)",
            ]
    }

    /// What decides which specs there are, apart from the specs.
    private var watchedFiles: [String] {
        if let file = configurationFile { return [file] + ConfiguredJobs.folders(of: file) }
        return [SpecFolder.configuration]
            + (request.specs.isEmpty ? InputFiles.everything(in: SpecInput.folder) : [])
    }

    /// The configuration that counts: the one that was named, or the usual one where nothing else was said.
    private var configurationFile: String? {
        let usual = SpecFolder.configuration
        let isPlain =
            request.specs.isEmpty && !request.isHashable && request.templates == nil && request.output == nil
        return request.configuration ?? (isPlain && InputFiles.exists(usual) ? usual : nil)
    }

    private func jobs() async throws -> [GenerationJob] {
        if let file = configurationFile {
            return try await ConfiguredJobs(
                file: file, into: request.folder, layout: request.layout, output: request.output, context
            ).jobs
        }
        let paths = try SpecInput.paths(request.specs)
        let inputs = try await SpecInput.readAny(paths, overlays: request.overlays, context)
        return zip(paths, inputs).map { path, input in
            var job = GenerationJob(
                specPath: path, input: input, destination: .modulesBelow(request.output ?? "Generated"))
            job.options.isHashable = request.isHashable
            job.templates = request.templates
            return job
        }
    }
}

/// What a generation would write. As long as it is there, other runs on the same specs wait.
public struct GenerationPlan {
    fileprivate let generation: Generation
    fileprivate let orphans: OrphanedModules
    fileprivate let locks: SpecLocks?
    fileprivate let keep: () -> Void

    /// What rendering found, `file:line:column: severity: text [rule]` each; of what an earlier run has rendered, what it
    /// found then.
    public var findings: [String] { generation.findings }
    /// What is not on disk as it was rendered, a line each.
    public var differences: [String] { generation.differences }
    /// The modules that no spec makes any more, sorted by path.
    public var orphanedModules: [OrphanedModule] { orphans.modules }

    /// Writes everything or nothing.
    ///
    /// - Parameters:
    ///   - force: whether files that were edited by hand are replaced.
    ///   - prunes: whether orphaned modules are removed.
    /// - Returns: how much was written, in a line.
    /// - Throws: `DiagnosticError`; where a file was edited by hand and `force` is false, nothing was written.
    public func write(force: Bool = false, prunes: Bool = false) throws -> String {
        try generation.write(force: force)
        let summary = generation.summary(isForced: force)
        if prunes { try orphans.remove(force: force) }
        return summary
    }

    /// Remembers in the user's cache what was written, so that the next run does only what is left to do.
    public func remember() { keep() }
}

import APISpec
import ConfigurationFile
import Diagnostics
import OutputFiles
public import SpecDiff
import SwiftRendering

/// From pages that specs were read from to specs and code that say what they say today.
public struct UpdatePipeline: Sendable {
    /// What is updated, and how.
    public struct Request: Sendable {
        /// The spec; all of `apidoc.yaml` or of the folder `spec` where it is `nil`.
        public var spec: String?
        /// The pages in place of those that the spec was read from.
        public var pages: [String] = []
        /// Documents of further versions, which are added in place of reading pages.
        public var versions: [VersionedFile] = []
        /// Hosts that the documents of pages may be fetched from besides the page's own.
        public var allowedHosts: [String] = []
        /// Overlays; where there are none, that beside the spec and those that it was read with.
        public var overlays: [String] = []
        /// The folder that documents may refer to files in; that of the document where it is `nil`.
        public var root: String?
        /// The folder that the modules go into; what `apidoc.yaml` says, or `Generated`, where it is `nil`.
        public var modules: String?
        /// A folder with templates that take the place of the built-in ones of the same name.
        public var templates: String?
        /// The names of what may be missing from now on, several with commas between; `all` takes everything.
        public var accepted: [String] = []
        /// A file with severities in place of those of the rules.
        public var severities: String?
        /// A file with changes to ignore; `NAME.ignore.yaml` beside the spec, if it is there, where it is `nil`.
        public var ignored: String?
        /// Whether all pages are fetched and read, also those that their site calls unchanged.
        public var isFull = false
        /// Whether specs get the new addresses of pages that have moved for good.
        public var followsMoves = false
        /// Whether modules that no spec makes any more are removed.
        public var prunes = false
        /// Whether nothing is written.
        public var isDryRun = false
        /// Whether files that were edited by hand are replaced.
        public var force = false
        /// The files that the caller writes: none of them may be an input.
        public var outputs: [String] = []

        /// An update of all specs.
        public init() {}
    }

    private let request: Request
    private let context: PipelineContext

    /// An update as `request` says.
    public init(_ request: Request, context: PipelineContext = PipelineContext()) {
        self.request = request
        self.context = context
    }

    /// Reads pages, compares, and writes specs and code: of each spec all or nothing.
    ///
    /// What is wrong with one spec is in the report, and the others are updated all the same. Throws `DiagnosticError` where
    /// there is nothing to update.
    public func run() async throws -> UpdateReport {
        let (paths, isAll) = try await specs()
        let read =
            request.pages + request.versions.map(\.file) + request.overlays
            + [request.severities, request.ignored].compactMap(\.self)
        try InputFiles.checkApart(outputs: [request.spec].compactMap(\.self) + request.outputs, inputs: read)
        try InputFiles.checkApart(outputs: request.outputs, inputs: paths)
        let locks = try SpecLocks(of: paths, context)
        defer { locks.release() }
        var outcomes: [SpecUpdate.Outcome] = []
        var others: [SpecUpdate.Outcome] = []
        for path in paths {
            let outcome = await SpecUpdate(path: path, choices: try choices(for: path), context: context).run()
            if isAll, Self.needsPages(outcome) { others.append(outcome) } else { outcomes.append(outcome) }
        }
        guard !outcomes.isEmpty else {
            guard !others.isEmpty else { throw DiagnosticError("there is no spec to update", at: nil) }
            throw DiagnosticError(others.flatMap(\.entry.errors))
        }
        for other in others {
            let words = other.entry.errors.map(\.message).joined(separator: "; ")
            context.onEvent(.remark("\(other.entry.spec): left as it is: \(words)"))
        }
        var report = UpdateReport(outcomes.map(\.entry))
        report.isDryRun = request.isDryRun
        do {
            report.entries[0].notes += try AcceptedLosses(request.accepted, outcomes).notes
            try await write(outcomes, others, isAll: isAll, &report)
        } catch let error as DiagnosticError {
            for index in report.entries.indices {
                if report.entries[index].state != .heldBack { report.entries[index].state = .failed }
                report.entries[index].errors += error.diagnostics
            }
        }
        return report
    }
}

extension UpdatePipeline {
    // MARK: Which specs

    /// The specs to update, and whether these are all that there are.
    private func specs() async throws -> (paths: [String], isAll: Bool) {
        if let spec = request.spec { return ([spec], false) }
        let usual = SpecFolder.configuration
        var paths: [String] = []
        if InputFiles.exists(usual) {
            let jobs = try await ConfiguredJobs(file: usual, into: nil, layout: .folders, context).jobs
            for job in jobs where !paths.contains(job.specPath) { paths.append(job.specPath) }
        } else {
            paths = try SpecInput.paths([])
        }
        // A document or a page that is generated from as it is has no page of its own to be read again.
        return (paths.filter { !SpecInput.isSource(at: $0) }, true)
    }

    /// Whether a spec was read from files, so that only a person knows its pages.
    private static func needsPages(_ outcome: SpecUpdate.Outcome) -> Bool {
        guard let document = outcome.old?.document, outcome.entry.state == .failed else { return false }
        return !document.hasAddresses
    }

    private func choices(for path: String) throws -> SpecUpdate.Choices {
        var choices = SpecUpdate.Choices()
        choices.pages = request.pages
        choices.versions = request.versions
        choices.overlays = request.overlays
        choices.root = request.root
        choices.accepted = AcceptedLosses.names(request.accepted)
        choices.isFull = request.isFull
        choices.follows = request.followsMoves
        choices.allowedHosts = request.allowedHosts
        let beside = path.hasSuffix(".yaml") ? path.dropLast(5) + ".ignore.yaml" : path + ".ignore.yaml"
        choices.settings = try DiffSettings(
            severities: request.severities, ignored: request.ignored ?? (InputFiles.exists(beside) ? beside : nil))
        return choices
    }

    // MARK: Writing

    /// What is rendered: of the configuration of this folder, if there is one, what belongs to the updated specs.
    private func jobs(_ outcomes: [SpecUpdate.Outcome], isAll: Bool) async throws -> [GenerationJob] {
        let specs = outcomes.compactMap { outcome in
            (outcome.new?.file ?? outcome.old).map { (path: outcome.entry.spec, file: $0) }
        }
        let updated = Set(specs.map { InputFiles.identity($0.path) })
        let usual = SpecFolder.configuration
        if request.modules == nil, request.templates == nil, InputFiles.exists(usual) {
            let replacing = Dictionary(specs.map { ($0.path, $0.file) }, uniquingKeysWith: { first, _ in first })
            let all = try await ConfiguredJobs(
                file: usual, into: nil, layout: .folders, replacing: replacing, context
            ).jobs
            let own = all.filter { updated.contains(InputFiles.identity($0.specPath)) }
            // Services that share a file of names are rendered together.
            let names = Set(own.compactMap(\.namesFile))
            if !own.isEmpty {
                return all.filter { job in
                    isAll || updated.contains(InputFiles.identity(job.specPath))
                        || job.namesFile.map(names.contains) ?? false
                }
            }
            let named = specs.map { "`\(printable($0.path))`" }.joined(separator: ", ")
            context.onEvent(
                .remark("\(usual): does not name \(named); its modules go into `Generated` as they are without it"))
        }
        return specs.map { path, file in
            var job = GenerationJob(
                specPath: path, file: file, destination: .modulesBelow(request.modules ?? "Generated"))
            job.templates = request.templates
            return job
        }
    }

    /// Writes specs and code, and finishes code that an earlier run has left. Throws `DiagnosticError`; what stands in
    /// the way is found before anything is written. `others` are specs that were not updated: of these, and of those
    /// whose update failed or is held back, no code is written either.
    private func write(
        _ outcomes: [SpecUpdate.Outcome], _ others: [SpecUpdate.Outcome], isAll: Bool, _ report: inout UpdateReport
    ) async throws {
        let jobs = try await jobs(outcomes + others, isAll: isAll)
        var generation = try Generation(jobs)
        // The modules of a spec that cannot be read are not orphaned.
        let isWhole = isAll && (outcomes + others).allSatisfy { $0.old != nil }
        let orphans = OrphanedModules(jobs: jobs, targets: generation.targetFolders, isWhole: isWhole)
        let left = (outcomes.filter { [.failed, .heldBack].contains($0.entry.state) } + others).map(\.entry.spec)
        let untouched = Set(left.map(InputFiles.identity))
        generation.leaveOut { untouched.contains(InputFiles.identity(jobs[$0].specPath)) }
        try generation.check(force: request.force)
        let changed = outcomes.filter { $0.new != nil }
        let isOutdated = !generation.isUpToDate
        // What is not known to be made by a spec any more may belong to one that could not be read.
        let prunes = request.prunes && left.isEmpty
        report.hasWritten = !changed.isEmpty || isOutdated || prunes && !orphans.modules.isEmpty
        if isOutdated, changed.isEmpty {
            let what = generation.isNew ? "there was no code yet" : "the code was not what the spec says"
            report.generation.append(
                "\(what); \(generation.writtenCount(isForced: request.force)) files \(request.isDryRun ? "would be written" : "are written")"
            )
        }
        if !prunes || request.isDryRun { report.generation += orphans.modules.map(\.sentence) }
        guard !request.isDryRun else { return }
        for folder in Set(outcomes.map { InputFiles.folder(of: $0.entry.spec) }) { Leftovers.remove(in: folder) }
        // The specs come first: whatever stops the rest, the next update or `generate` brings the code up to them.
        for outcome in changed {
            if let text = outcome.new?.text { _ = try AtomicFile.write(text, to: outcome.entry.spec) }
        }
        if isOutdated { try generation.write(force: request.force) }
        if prunes {
            try orphans.remove(force: request.force)
            report.generation += orphans.modules.map(\.removal)
        }
        if report.hasWritten { context.onEvent(.remark(generation.summary(isForced: request.force))) }
    }
}

import APISpec
public import ArgumentParser
import ConfigurationFile
import Diagnostics
import OutputFiles
public import SwiftRendering
import Templates

/// `apidoc generate`
struct GenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Renders specs as Swift: models, clients and tests.",
        discussion: """
            Without a spec, all of the folder `spec` are rendered. Each gets two folders: one for its module, one for \
            its tests. Only files that an earlier run wrote are ever changed or removed, and nothing is written \
            unless everything can be. The names in Swift are kept in NAME.names.yaml beside each spec, so that \
            what was named once is never renamed; change a name there to choose another.

              apidoc generate
              apidoc generate --config apidoc.yaml
              apidoc generate spec/backup.yaml -o Generated
              apidoc generate --check
            """)

    @Argument(
        help: """
            The specs, OpenAPI documents or documentation pages; all specs of the folder `spec` where none is named.
            """)
    var specs: [String] = []

    @OptionGroup var overlays: OverlayOption

    @Option(
        name: [.customShort("o"), .long],
        help: "The folder that the modules go into; `Generated`, or what the configuration says.")
    var output: String?

    @Flag(help: "Writes nothing; ends with exit code 1 where the folder is not up to date.")
    var check = false

    @Option(help: "A folder with templates that take the place of the built-in ones of the same name.")
    var templates: String?

    @Flag(help: "Makes models Hashable and not only Equatable, at the price of longer builds.")
    var hashable = false

    @Option(help: "The configuration; `apidoc.yaml` of this folder where no spec is named and it is there.")
    var config: String?

    @Option(help: "With a configuration of one service: the folder that takes the files of its module.")
    var into: String?

    @Option(
        help: ArgumentHelp("How files are laid out; `fixed` is what the build plugin asks for.", visibility: .hidden))
    var layout = RenderingOptions.Layout.folders

    @Flag(help: "Removes generated modules that no spec makes any more.")
    var prune = false

    @Flag(help: "Says nothing where all is well.")
    var quiet = false

    @Flag(help: "Replaces files that were edited by hand.")
    var force = false

    func validate() throws {
        if config != nil, !specs.isEmpty {
            throw ValidationError("a configuration names its specs; name no others beside --config")
        }
        if output == "-" { throw ValidationError("-o names the folder that the modules go into") }
        if !overlays.overlay.isEmpty, specs.isEmpty {
            throw ValidationError("--overlay changes documents that are named; specs and configurations have their own")
        }
        if into != nil, config == nil { throw ValidationError("--into needs --config") }
        if config != nil, hashable || templates != nil {
            throw ValidationError("with --config, `hashable` and `templates` are keys of the configuration")
        }
    }

    func run() async throws {
        try await Console.run {
            let start = FileFingerprint.now
            // A check looks at everything, and so does who wants files replaced.
            let isFresh = check || force || prune || specs.contains("-") || !overlays.overlay.isEmpty
            func memory(_ key: [String]) -> GenerationCache? {
                isFresh ? nil : GenerationCache(arguments: choices + key)
            }
            if let outcome = memory([])?.kept?.outcome {
                for finding in outcome.findings { Console.say(finding) }
                if !quiet { Console.say(Generation.summary(of: outcome.targets, changed: 0)) }
                return
            }
            let jobs = try await jobs()
            // An update at the same time would have this run write what the spec said before.
            let lock = try check || layout == .fixed ? nil : SpecLocks(of: jobs.map(\.specPath))
            defer { lock?.release() }
            let generation = try Generation(jobs) { memory(Self.key(of: $0, in: jobs)) }
            for finding in generation.findings { Console.say(finding) }
            let orphans = orphans(generation, jobs)
            if check {
                let isUpToDate = generation.reportDifferences()
                for module in orphans.modules { Console.say(module.sentence) }
                guard isUpToDate, orphans.modules.isEmpty else { throw Console.answerIsNo }
                return
            }
            try generation.write(force: force)
            let summary = generation.summary(isForced: force)
            if prune { try orphans.remove(force: force) }
            for module in orphans.modules {
                Console.say(prune ? "\(module.path): removed, since no spec makes it any more" : module.sentence)
            }
            if !quiet { Console.say(summary) }
            keep(generation, of: jobs, since: start, memory)
        }
    }

    /// The modules that no spec makes any more, of all specs or of those that were named.
    private func orphans(_ generation: Generation, _ jobs: [GenerationJob]) -> OrphanedModules {
        let isWhole = specs.isEmpty && (config == nil || config == SpecFolder.configuration)
        return OrphanedModules(jobs: jobs, targets: generation.targetFolders, isWhole: isWhole && output == nil)
    }

    /// Remembers what was done, so that the next run does only what is left to do.
    private func keep(
        _ generation: Generation, of jobs: [GenerationJob], since start: Int64,
        _ memory: ([String]) -> GenerationCache?
    ) {
        let outcomes = generation.outcomes
        let watched = watchedFiles
        for (index, job) in jobs.enumerated() where generation.wasRendered(index) {
            let (outcome, files) = outcomes.services[index]
            // The folder of specs changes with every spec; it says nothing of this one.
            memory(Self.key(of: index, in: jobs))?.keep(
                outcome, inputs: [configurationFile ?? SpecFolder.configuration] + job.inputs, outputs: files,
                since: start)
        }
        memory([])?.keep(
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
        ["specs"] + specs
            + [
                "output \(output ?? "")", "templates \(templates ?? "")", "hashable \(hashable)",
                "overlays \(overlays.overlay)", "config \(config ?? "")", "into \(into ?? "")",
                "layout \(layout.rawValue)",
            ]
    }

    /// What decides which specs there are, apart from the specs.
    private var watchedFiles: [String] {
        let file = configurationFile
        if let file { return [file] + ConfiguredJobs.folders(of: file) }
        return [SpecFolder.configuration] + (specs.isEmpty ? InputFiles.everything(in: SpecInput.folder) : [])
    }

    /// The configuration that counts: the one that was named, or the usual one where nothing else was said.
    private var configurationFile: String? {
        let usual = SpecFolder.configuration
        let isPlain = specs.isEmpty && !hashable && templates == nil && output == nil
        return config ?? (isPlain && InputFiles.exists(usual) ? usual : nil)
    }

    private func jobs() async throws -> [GenerationJob] {
        if let config = configurationFile {
            return try await ConfiguredJobs(file: config, into: into, layout: layout, output: output).jobs
        }
        let paths = try SpecInput.paths(specs)
        let inputs = try await SpecInput.readAny(paths, overlays: overlays.overlay)
        return zip(paths, inputs).map { path, input in
            var job = GenerationJob(
                specPath: path, input: input, destination: .modulesBelow(output ?? "Generated"))
            job.options.isHashable = hashable
            job.templates = templates
            return job
        }
    }
}

extension RenderingOptions.Layout: ExpressibleByArgument {}

import APISpec
import ArgumentParser
import ConfigurationFile
import Diagnostics
import EmbeddedDocuments
import OutputFiles
import PageFetching
import SpecDiff
import SwiftRendering

/// `apidoc update`
struct UpdateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Imports specs' pages again, shows what changed, and writes specs and generated code.",
        discussion: """
            The pages are those that a spec was read from, where these are addresses; sites are asked only for what \
            changed since. Without a spec, all of `apidoc.yaml` or of the folder `spec` are updated. Of each spec \
            everything is written or nothing; where the documentation says the same, no file is touched, and code that \
            an earlier run has not finished is finished.

            A documentation that says less than before without having announced it is held back: nothing of it is \
            written, the report begins with what is missing, and the exit code is 1. `--accept` takes the loss.

              apidoc update
              apidoc update spec/backup.yaml page.html --dry-run
              apidoc update spec/backup.yaml --accept closeBackup
              apidoc update spec/backup.yaml --version-of 1.3=new.yaml
              apidoc update --report changes.md --report changes.json --output "$GITHUB_OUTPUT"
            """)

    @Argument(help: "The spec; all where none is named.")
    var spec: String?

    @Argument(help: "The pages in place of those that the spec was read from.")
    var pages: [String] = []

    @Option(
        help: ArgumentHelp(
            "An OpenAPI document that is a further version of the service, which is added; once for each version.",
            valueName: "version=file"))
    var versionOf: [VersionedFile] = []

    @Option(
        help: ArgumentHelp(
            "A host that the documents of pages may be fetched from besides the page's own; once for each.",
            valueName: "host"))
    var allowHost: [String] = []

    @Option(
        help: """
            The overlay; where none is named, NAME.overlay.yaml beside the spec is used if it is there, and the overlays of \
            OpenAPI that the spec was read with. Once for each.
            """)
    var overlay: [String] = []

    @Option(
        help: "The folder that OpenAPI documents may refer to files in; that of the document where none is named.")
    var root: String?

    @Option(
        name: [.customShort("o"), .customLong("modules")],
        help: "The folder that the modules go into; `Generated`, or what `apidoc.yaml` of this folder says.")
    var modules: String?

    @Option(help: "A folder with templates that take the place of the built-in ones of the same name.")
    var templates: String?

    @Option(
        help: "The form of the reports; where none is named, that of the file's ending (.md, .json, .html), else text.")
    var format: DiffFormat?

    @Option(help: "A file for the report, always written; once for each form. Standard output where none is named.")
    var report: [String] = []

    @Option(
        help: ArgumentHelp(
            "A file that gets `changed=`, `breaking=`, `held-back=`, `failed=` (true or false) and `severity=`; - for "
                + "standard output, where the report goes to a file.",
            valueName: "file"
        ))
    var output: String?

    @Option(help: "Ends with exit code 1 where a change that is written is as bad as this.")
    var failOn = FailOn.none

    @Option(
        help: ArgumentHelp(
            "Takes what is missing: an operation, a version, a model, a table (`listBackups/parameters`), or all; `title` "
                + "takes a new name of the service.", valueName: "name"))
    var accept: [String] = []

    @Option(help: "A file with severities in place of those of the rules.")
    var severities: String?

    @Option(
        help: """
            A file with changes to ignore; where none is named, NAME.ignore.yaml beside the spec is used if it is there. \
            Where nothing else changed, nothing is written.
            """)
    var ignore: String?

    @Flag(help: "Fetches and reads all pages, also those that their site calls unchanged.")
    var full = false

    @Flag(help: "Keeps the new address of a page that has moved for good.")
    var follow = false

    @Flag(help: "Removes generated modules that no spec makes any more.")
    var prune = false

    @Option(help: "A file with certificate authorities in PEM that are trusted besides those of the system.")
    var caFile: String?

    @Flag(help: "Shows what would change and writes nothing.")
    var dryRun = false

    @Flag(help: "Replaces generated files that were edited by hand.")
    var force = false

    func validate() throws {
        if modules == "-" { throw ValidationError("-o names the folder that the modules go into") }
        if !overlay.isEmpty, spec == nil {
            throw ValidationError("--overlay belongs to one spec: name it; the others have overlays of their own")
        }
        if root != nil, pages.isEmpty, versionOf.isEmpty {
            throw ValidationError("--root belongs to documents in files: name them")
        }
        let results = (report.isEmpty ? ["-"] : report) + [output].compactMap(\.self)
        guard results.count(where: { $0 == "-" }) < 2 else {
            throw ValidationError("only one result can go to standard output; name a file for the others")
        }
        guard !versionOf.isEmpty else { return }
        guard spec != nil, pages.isEmpty else {
            throw ValidationError("--version-of adds versions to one spec: name it, and no pages")
        }
        guard Set(versionOf.map(\.version)).count == versionOf.count else {
            throw ValidationError("two documents are said to be the same version")
        }
    }

    func run() async throws {
        try await Console.run {
            try PageSite.trust(caFile)
            let (paths, isAll) = try await specs()
            let reports = report + [output].compactMap(\.self)
            let read = pages + versionOf.map(\.file) + overlay + [severities, ignore].compactMap(\.self)
            try InputFiles.checkApart(outputs: [spec].compactMap(\.self) + reports, inputs: read)
            try InputFiles.checkApart(outputs: reports, inputs: paths)
            let locks = try SpecLocks(of: paths)
            defer { locks.release() }
            var outcomes: [SpecUpdate.Outcome] = []
            var others: [SpecUpdate.Outcome] = []
            for path in paths {
                let outcome = await SpecUpdate(path: path, choices: try choices(for: path)).run()
                if isAll, Self.needsPages(outcome) { others.append(outcome) } else { outcomes.append(outcome) }
            }
            guard !outcomes.isEmpty else {
                guard !others.isEmpty else { throw DiagnosticError("there is no spec to update", at: nil) }
                throw DiagnosticError(others.flatMap(\.entry.errors))
            }
            for other in others {
                let words = other.entry.errors.map(\.message).joined(separator: "; ")
                Console.say("\(other.entry.spec): left as it is: \(words)")
            }
            var report = UpdateReport(outcomes.map(\.entry))
            report.isDryRun = dryRun
            do {
                report.entries[0].notes += try AcceptedLosses(accept, outcomes).notes
                try await write(outcomes, others, isAll: isAll, &report)
            } catch let error as DiagnosticError {
                for index in report.entries.indices {
                    if report.entries[index].state != .heldBack { report.entries[index].state = .failed }
                    report.entries[index].errors += error.diagnostics
                }
            }
            try tell(report)
            if report.hasFailed { throw ExitCode(2) }
            if report.isHeldBack || report.changes.contains(where: { $0.reaches(failOn.level) }) {
                throw Console.answerIsNo
            }
        }
    }

    // MARK: Which specs

    /// The specs to update, and whether these are all that there are.
    private func specs() async throws -> (paths: [String], isAll: Bool) {
        if let spec { return ([spec], false) }
        let usual = SpecFolder.configuration
        var paths: [String] = []
        if InputFiles.exists(usual) {
            let jobs = try await ConfiguredJobs(file: usual, into: nil, layout: .folders).jobs
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
        return !UpdatePages(document: document, specPath: "").hasAddresses
    }

    private func choices(for path: String) throws -> SpecUpdate.Choices {
        var choices = SpecUpdate.Choices()
        choices.pages = pages
        choices.versions = versionOf
        choices.overlays = overlay
        choices.root = root
        choices.accepted = AcceptedLosses.names(accept)
        choices.isFull = full
        choices.follows = follow
        choices.allowedHosts = allowHost
        if let severities {
            choices.settings.severities = try SeveritySettings(
                try readInput(severities, limit: 1 << 20), file: severities)
        }
        let beside = path.hasSuffix(".yaml") ? path.dropLast(5) + ".ignore.yaml" : path + ".ignore.yaml"
        if let file = ignore ?? (InputFiles.exists(beside) ? beside : nil) {
            choices.settings.ignored = try IgnoreList(try readInput(file, limit: 1 << 20), file: file)
        }
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
        if modules == nil, templates == nil, InputFiles.exists(usual) {
            let replacing = Dictionary(specs.map { ($0.path, $0.file) }, uniquingKeysWith: { first, _ in first })
            let all = try await ConfiguredJobs(file: usual, into: nil, layout: .folders, replacing: replacing).jobs
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
            Console.say("\(usual): does not name \(named); its modules go into `Generated` as they are without it")
        }
        return specs.map { path, file in
            var job = GenerationJob(specPath: path, file: file, destination: .modulesBelow(modules ?? "Generated"))
            job.templates = templates
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
        try generation.check(force: force)
        let changed = outcomes.filter { $0.new != nil }
        let isOutdated = !generation.isUpToDate
        // What is not known to be made by a spec any more may belong to one that could not be read.
        let prunes = prune && left.isEmpty
        report.hasWritten = !changed.isEmpty || isOutdated || prunes && !orphans.modules.isEmpty
        if isOutdated, changed.isEmpty {
            let what = generation.isNew ? "there was no code yet" : "the code was not what the spec says"
            report.generation.append(
                "\(what); \(generation.writtenCount(isForced: force)) files \(dryRun ? "would be written" : "are written")"
            )
        }
        if !prunes || dryRun { report.generation += orphans.modules.map(\.sentence) }
        guard !dryRun else { return }
        for folder in Set(outcomes.map { InputFiles.folder(of: $0.entry.spec) }) { Leftovers.remove(in: folder) }
        // The specs come first: whatever stops the rest, the next update or `generate` brings the code up to them.
        for outcome in changed {
            if let text = outcome.new?.text { _ = try AtomicFile.write(text, to: outcome.entry.spec) }
        }
        if isOutdated { try generation.write(force: force) }
        if prunes {
            try orphans.remove(force: force)
            report.generation += orphans.modules.map { "\($0.path): removed, since no spec makes it any more" }
        }
        if report.hasWritten { Console.say(generation.summary(isForced: force)) }
    }

    // MARK: Reports

    /// Shows the report, and writes it to the files that were named, whatever came of the update.
    private func tell(_ report: UpdateReport) throws {
        // What is wrong with all of them is said once.
        var told: Set<Diagnostic> = []
        for entry in report.entries {
            Console.report(entry.findings)
            Console.report(entry.errors.filter { told.insert($0).inserted })
        }
        if self.report.isEmpty {
            try Console.write(text(of: report, in: format ?? .text, isColoured: Console.isOutputTerminal))
        }
        for file in self.report {
            _ = try Console.write(text(of: report, in: form(of: file), isColoured: false), to: file)
        }
        if let output { try UpdateOutputs.write(report, to: output) }
        if dryRun {
            Console.say("nothing was written")
        } else if !self.report.isEmpty {
            Console.say(report.summary)
        }
    }

    private func form(of file: String) -> DiffFormat {
        if let format { return format }
        let endings: [(String, DiffFormat)] = [
            (".md", .markdown), (".markdown", .markdown), (".json", .json), (".html", .html), (".htm", .html),
        ]
        return endings.first { file.lowercased().hasSuffix($0.0) }?.1 ?? .text
    }

    private func text(of report: UpdateReport, in format: DiffFormat, isColoured: Bool) -> String {
        switch format {
        // Standard error has the errors already.
        case .text: TextUpdateReport(isColoured: isColoured, leavesOutErrors: self.report.isEmpty).text(report)
        case .markdown: MarkdownUpdateReport().text(report)
        case .json: JSONUpdateReport().text(report)
        // A page of HTML and workflow commands are about changes alone.
        case .html: report.entries.compactMap(\.changes).map { HTMLReport().text($0) }.joined()
        case .github: report.entries.compactMap(\.changes).map { GitHubReport().text($0) }.joined()
        }
    }
}

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
        abstract: "Imports a spec's pages again, shows what changed, and writes spec and generated code.",
        discussion: """
            The pages are those that the spec was read from, where these are addresses; sites are asked only for what \
            changed since. Everything is written or nothing.

              apidoc update spec/backup.yaml
              apidoc update spec/backup.yaml page.html --dry-run
              apidoc update spec/backup.yaml --format markdown --report changes.md
            """)

    @Argument(help: "The spec.")
    var spec: String

    @Argument(help: "The pages in place of those that the spec was read from.")
    var pages: [String] = []

    @Option(
        help: ArgumentHelp(
            "A host that the documents of pages may be fetched from besides the page's own; once for each.",
            valueName: "host"))
    var allowHost: [String] = []

    @Option(help: "The overlay; where none is named, NAME.overlay.yaml beside the spec is used if it is there.")
    var overlay: String?

    @Option(
        name: [.customShort("o"), .long],
        help: "The folder that the modules go into; `Generated`, or what `apidoc.yaml` of this folder says.")
    var output: String?

    @Option(help: "A folder with templates that take the place of the built-in ones of the same name.")
    var templates: String?

    @Option(help: "The form of the report.")
    var format = DiffFormat.text

    @Option(help: "The file for the report; standard output where none is named.")
    var report: String?

    @Flag(help: "Shows what would change and writes nothing.")
    var dryRun = false

    @Flag(help: "Replaces generated files that were edited by hand.")
    var force = false

    /// What is rendered from the new spec: what the configuration of this folder says of it, if there is one.
    private func job(for new: SpecFile) throws -> GenerationJob {
        let usual = SpecFolder.configuration
        if output == nil, templates == nil, InputFiles.exists(usual) {
            let jobs = try ConfiguredJobs(file: usual, into: nil, layout: .folders, replacing: [spec: new]).jobs
            if let job = jobs.first(where: { $0.specPath == spec }) { return job }
        }
        var job = GenerationJob(specPath: spec, file: new, destination: .modulesBelow(output ?? "Generated"))
        job.templates = templates
        return job
    }

    func run() async throws {
        try await Console.run {
            let old = try SpecInput.read(spec)
            try InputFiles.checkApart(outputs: [spec] + [report].compactMap(\.self), inputs: pages)
            guard
                let input = try await PageUpdate(old.document, specPath: spec, allowedHosts: allowHost).pages(
                    named: pages)
            else {
                Console.say("\(spec): no page has changed")
                return
            }
            let readings = try ServiceReading.read(input)
            guard let reading = readings.first(where: { $0.document.service.id == old.document.service.id }) else {
                let found = readings.map { "`\(printable($0.document.service.id))`" }.joined(separator: ", ")
                throw DiagnosticError(
                    "the pages describe \(found), and the spec is one of `\(old.document.service.id)`",
                    at: old.locations[["service"]])
            }
            let imported = try ImportedService(reading, specPath: spec, overlayPath: overlay)
            let text = SpecWriter().write(imported.document)
            let new = try SpecReader().read(Array(text.utf8), file: spec)
            Console.report(imported.findings.filter { $0.severity > .note })
            let diff = try SpecComparer(old: old, new: new).compare(.all, asOf: Day.today)
            let changes = format.text(diff, isColoured: report == nil && Console.isOutputTerminal)
            if report == nil { Console.write(changes) }
            let generation = try Generation([try job(for: new)])
            try generation.checkConflicts(force: force)
            if dryRun {
                Console.say("nothing was written")
                return
            }
            if let report { _ = try AtomicFile.write(changes, to: report) }
            // The spec comes first: whatever stops the rest, `generate` brings the code up to it.
            _ = try AtomicFile.write(text, to: spec)
            try generation.write(force: force)
            Console.say(generation.summary)
        }
    }
}

/// The pages of an update.
struct PageUpdate {
    private let document: SpecDocument
    private let specPath: String
    private let options: PageOptions

    init(_ document: SpecDocument, specPath: String, allowedHosts: [String] = []) {
        options = PageOptions(allowedHosts: allowedHosts)
        self.document = document
        self.specPath = specPath
    }

    /// The named pages, or else those that the spec was read from; `nil` where none of these has changed.
    ///
    /// Throws `DiagnosticError` where a page cannot be fetched or read, and where the spec was read from files, which
    /// are nobody knows where.
    func pages(named arguments: [String]) async throws -> PageInput? {
        guard arguments.isEmpty else {
            // Who names a page wants it read, even where only our reading of it has changed.
            return try await PageInput.read(arguments, options: options)
        }
        // What a page led to is read from there again.
        let sources = document.sources.filter { $0.foundOn == nil }
        guard !sources.isEmpty, sources.allSatisfy({ PageInput.isAddress($0.page) }) else {
            let files = sources.map { "`\(printable($0.page))`" }.joined(separator: ", ")
            throw DiagnosticError(
                "the spec was read from \(files.isEmpty ? "no page that it knows" : files); name the page to update it from",
                at: SourceLocation(file: specPath))
        }
        let led = document.sources.filter { $0.foundOn != nil }
        let asked = led.filter { source in
            AllowedHosts(page: source.foundOn, named: options.allowedHosts).allow(source.page)
        }
        let known = (sources + asked).map { PageRequest(url: $0.page, etag: $0.etag, lastModified: $0.lastModified) }
        var fetched = try await PageSite.fetch(known)
        if asked.count == led.count, fetched.allSatisfy({ $0 == .unchanged }) { return nil }
        // A spec is read from all its pages, so those that have not changed are needed as well.
        let missing = sources.indices.filter { fetched[$0] == .unchanged }
        let rest = try await PageSite.fetch(missing.map { PageRequest(url: known[$0].url) })
        for (index, page) in zip(missing, rest) { fetched[index] = page }
        var input = PageInput()
        for (page, source) in zip(fetched, sources) {
            try await input.add(page, from: source.page, options: options)
        }
        return hasChanged(input) ? input : nil
    }

    /// Whether a page has other bytes than the one that the spec was read from.
    private func hasChanged(_ input: PageInput) -> Bool {
        (input.sources + input.descriptions.flatMap(\.sources)).map(\.sha256) != document.sources.map(\.sha256)
    }
}

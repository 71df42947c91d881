import ApidocKit
import ApidocNetwork
import ArgumentParser
import CommandSupport
import Diagnostics
import SpecDiff

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
            let report = try await UpdatePipeline(
                request, context: Console.context(pages: NetworkPages(trusting: caFile))
            ).run()
            try tell(report)
            if report.hasFailed { throw ExitCode(2) }
            if report.isHeldBack || report.changes.contains(where: { $0.reaches(failOn.level) }) {
                throw Console.answerIsNo
            }
        }
    }

    private var request: UpdatePipeline.Request {
        var request = UpdatePipeline.Request()
        request.spec = spec
        request.pages = pages
        request.versions = versionOf
        request.allowedHosts = allowHost
        request.overlays = overlay
        request.root = root
        request.modules = modules
        request.templates = templates
        request.accepted = accept
        request.severities = severities
        request.ignored = ignore
        request.isFull = full
        request.followsMoves = follow
        request.prunes = prune
        request.isDryRun = dryRun
        request.force = force
        request.outputs = report + [output].compactMap(\.self)
        return request
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
        if let output { _ = try Console.write(try UpdateOutputs.text(of: report, for: output), to: output) }
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

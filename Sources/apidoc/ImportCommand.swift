import APISpec
import ArgumentParser
import Diagnostics
import PageDialects
import PageFetching
import Recovery

/// `apidoc import`
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Reads documentation pages and writes the spec.",
        discussion: """
            The format (HTML, Markdown, AsciiDoc or extracted text), the dialect (guides, Swagger2Markup, widdershins and \
            Slate) and the language of each page are detected. Where the pages describe several services, -o names a folder \
            and each service gets a file of its own. A page that shows an OpenAPI document (Swagger UI, Redoc, Scalar, \
            RapiDoc, Elements) is read for the document. docs/dialects.md lists what is read and what is refused.

              apidoc import backup.html -o spec/backup.yaml
              apidoc import --strict page.txt -o spec/service.yaml
              apidoc import https://docs.example.com/backup/_print/ -o spec/backup.yaml
              apidoc import https://api.example.com/docs -o spec/service.yaml
              apidoc import openapi.yaml -o spec/service.yaml
              apidoc import --split-versions openapi.yaml -o spec/service.yaml
              apidoc import --version-of 1.0=old.yaml --version-of 1.1=new.yaml -o spec/service.yaml
              cat page.txt | apidoc import - -o spec/service.yaml
            """)

    @Argument(help: "Pages and OpenAPI documents: files, folders of them, addresses, or - for standard input.")
    var pages: [String] = []

    @Option(
        help: ArgumentHelp(
            "An OpenAPI document that is one version of the service; once for each version.", valueName: "version=file")
    )
    var versionOf: [VersionedFile] = []

    @Option(
        name: [.customShort("o"), .long],
        help: "The spec to write, - for standard output, or a folder for several services.")
    var output: String

    @Option(
        help: """
            An overlay with confirmations and corrections, or one of OpenAPI (1.0, 1.1), which changes documents before they \
            are read; once for each. Where none is named, NAME.overlay.yaml beside the spec NAME.yaml is used if it is there.
            """)
    var overlay: [String] = []

    @Option(
        help: "The folder that OpenAPI documents may refer to files in; that of the document where none is named.")
    var root: String?

    @Option(help: "Writes the findings to a file as JSON as well.")
    var findings: String?

    @Option(
        help: ArgumentHelp(
            "A host that the documents of pages may be fetched from besides the page's own; once for each.",
            valueName: "host"))
    var allowHost: [String] = []

    @Flag(
        help: """
            Ends with exit code 1 and writes nothing where a warning or an error remains, also where the page says less \
            than at the last import.
            """)
    var strict = false

    @Flag(
        help: """
            Makes versions of the spec of the versions that one OpenAPI document describes side by side: paths such as \
            /v1/… and /v2/…, or the values of a parameter that selects the version.
            """)
    var splitVersions = false

    @Flag(help: "Keeps the new address of a page that has moved for good.")
    var follow = false

    @Option(
        help: ArgumentHelp(
            "The dialect that the pages are written in, where it is not found: \(PageDialect.names.joined(separator: ", ")).",
            valueName: "name"))
    var dialect: String?

    @Option(help: "A file with certificate authorities in PEM that are trusted besides those of the system.")
    var caFile: String?

    func validate() throws {
        guard output != "-" || findings != "-" else {
            throw ValidationError("the spec and the findings cannot both go to standard output")
        }
        guard pages.isEmpty != versionOf.isEmpty else {
            throw ValidationError("name pages, or a document for each version with --version-of")
        }
        guard Set(versionOf.map(\.version)).count == versionOf.count else {
            throw ValidationError("two documents are said to be the same version")
        }
        guard versionOf.isEmpty || !splitVersions else {
            throw ValidationError(
                "--version-of names a document for each version, and --split-versions is for one document of several; "
                    + "take one of them")
        }
        guard versionOf.isEmpty || dialect == nil else {
            throw ValidationError("--version-of takes OpenAPI documents, which are in no dialect; take --dialect away")
        }
    }

    private var isFolder: Bool { output.hasSuffix("/") || InputFiles.isFolder(output) }

    private func readings(_ overlays: [DocumentOverlay]) async throws -> [ServiceReading] {
        var options = PageOptions(
            root: root, allowedHosts: allowHost, readsAll: isFolder, followsMoves: follow, dialect: dialect)
        options.overlays = overlays
        guard !versionOf.isEmpty else {
            return try ServiceReading.read(
                try await PageInput.read(pages, options: options) { move in
                    let what = follow ? "; the spec keeps the new address" : "; `--follow` keeps the new address"
                    Console.report([
                        Diagnostic(
                            .note, "the address has moved for good to \(move.to)\(what)",
                            at: SourceLocation(file: move.from))
                    ])
                }, splitsVersions: splitVersions)
        }
        var versions: [(String, PageInput.Description)] = []
        for entry in versionOf {
            let options = PageOptions(root: root, allowedHosts: allowHost)
            let input = try await PageInput.read([entry.file], options: options)
            guard let description = input.descriptions.first else {
                throw DiagnosticError(
                    "this is not an OpenAPI document; --version-of takes one for each version",
                    at: SourceLocation(file: entry.file))
            }
            versions.append((entry.version, description))
        }
        var input = PageInput()
        input.descriptions = versions.map(\.1)
        try input.take(overlays)
        return [try ServiceReading.read(versions: Array(zip(versions.map(\.0), input.descriptions)))]
    }

    func run() async throws {
        try await Console.run {
            try PageSite.trust(caFile)
            let overlays = try OverlayFiles(named: overlay, specPath: isFolder ? "-" : output)
            let readings = try await readings(overlays.ofDocuments)
            try InputFiles.checkApart(
                outputs: [output, findings].compactMap(\.self),
                inputs: pages + versionOf.map(\.file) + overlay)
            let targets = try SpecTargets(output: output, services: readings)
            if let own = overlays.own, readings.count > 1 {
                throw DiagnosticError(
                    "an overlay belongs to one service and the input describes \(readings.count); put NAME.overlay.yaml "
                        + "beside each spec instead",
                    at: SourceLocation(file: own))
            }
            let imports = try zip(readings, targets.paths).map { reading, path in
                try ImportedService(reading, specPath: path, overlayPath: overlays.own)
            }
            let diagnostics = imports.flatMap(\.findings)
            Console.report(diagnostics, grouping: "`--findings FILE` has them all")
            if let findings { _ = try Console.write(FindingsReport(diagnostics).json, to: findings) }
            let open = diagnostics.count { $0.severity > .note }
            if strict, open > 0 {
                let isLess = diagnostics.contains { $0.rule == SpecRules.pageDegraded.id }
                let reason =
                    isLess
                    ? "the documentation says less than at the last import"
                    : "\(open) finding\(open == 1 ? " remains" : "s remain")"
                Console.say("nothing was written: \(reason)")
                throw Console.answerIsNo
            }
            for folder in Set(targets.paths.filter { $0 != "-" }.map(InputFiles.folder)).sorted() {
                try InputFiles.createFolder(folder)
            }
            let locks = try SpecLocks(of: targets.paths)
            defer { locks.release() }
            let texts = try zip(imports, readings).map { try $0.text(of: $1.locations.whole.file) }
            for ((result, text), path) in zip(zip(imports, texts), targets.paths) {
                let written = try Console.write(text, to: path)
                Console.say(Summary.line(for: result.document, findings: result.findings, path: path, isNew: written))
            }
        }
    }
}

/// A version with the document that describes it: `1.0=a.yaml`.
struct VersionedFile: ExpressibleByArgument {
    let version: String
    let file: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        (version, file) = (parts[0], parts[1])
    }
}

/// Where the specs of an import go.
private struct SpecTargets {
    let paths: [String]

    /// One file for one service, a file each in a folder for several. Throws where `output` fits neither.
    init(output: String, services readings: [ServiceReading]) throws {
        let services = readings.map(\.document.service.id)
        let isFolder = InputFiles.isFolder(output) || output.hasSuffix("/")
        guard services.count > 1 || isFolder else {
            paths = [output]
            return
        }
        try Self.checkPages(readings)
        // Documents of one service are its versions, in whatever file.
        if let id = services.first(where: { id in services.count { $0 == id } > 1 }) {
            throw DiagnosticError(
                "the input describes the service `\(id)` more than once; import the documents as its versions with "
                    + "`--version-of 1=FILE --version-of 2=FILE`, or one by one", at: SourceLocation(file: output))
        }
        guard isFolder else {
            throw DiagnosticError(
                "the input describes \(services.count) services (\(services.sorted().joined(separator: ", "))); "
                    + "name a folder with -o, which each gets a file in",
                at: SourceLocation(file: output))
        }
        let folder = output.hasSuffix("/") ? String(output.dropLast()) : output
        paths = try services.map { service in
            let name = SpecFileName.of(service)
            guard !name.isEmpty else {
                throw DiagnosticError(
                    "the service id `\(service)` cannot be a file name", at: SourceLocation(file: output))
            }
            return "\(folder)/\(name).yaml"
        }
        guard Set(paths).count == paths.count else {
            throw DiagnosticError(
                "two services of the input have one id; import them one by one", at: SourceLocation(file: output)
            )
        }
    }

    /// Throws where several pages are each a whole reference of one service: in several forms, or old ones that were left
    /// in the folder.
    private static func checkPages(_ readings: [ServiceReading]) throws {
        for reading in readings where reading.isPage {
            let id = reading.document.service.id
            let files = readings.filter { $0.isPage && $0.document.service.id == id }.map(\.locations.whole.file)
            guard files.count > 1 else { continue }
            let names = files.map { "`\(printable($0))`" }.joined(separator: ", ")
            throw DiagnosticError(
                "\(names) each describe all of the service `\(printable(id))`: they are forms or ages of one page; import the "
                    + "one that counts, without the others", at: SourceLocation(file: files[0]))
        }
    }
}

/// What an import says of a spec at the end.
private enum Summary {
    static func line(for document: SpecDocument, findings: [Diagnostic], path: String, isNew: Bool) -> String {
        let revisions = document.operations.flatMap(\.revisions).map(\.versions.count).reduce(0, +)
        let counts = [
            "\(document.operations.count) operations", "\(revisions) revisions", "\(document.schemas.count) schemas",
            "\(document.versions.count) versions",
        ]
        let warnings = findings.count { $0.severity > .note }
        let state = isNew ? "written" : "unchanged"
        let place = path == "-" ? "<standard output>" : path
        return
            "\(place): \(counts.joined(separator: ", ")); \(warnings) warnings, \(findings.count - warnings) notes; \(state)"
    }
}

import APISpec
public import ApidocKit
import ApidocNetwork
public import ArgumentParser
import CommandSupport
import Diagnostics
import PageDialects

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

    private var request: ImportPipeline.Request {
        var request = ImportPipeline.Request()
        request.pages = pages
        request.versions = versionOf
        request.output = output
        request.overlays = overlay
        request.root = root
        request.allowedHosts = allowHost
        request.splitsVersions = splitVersions
        request.followsMoves = follow
        request.dialect = dialect
        request.otherOutputs = [findings].compactMap(\.self)
        return request
    }

    func run() async throws {
        try await Console.run {
            let context = Console.context(pages: try NetworkPages(trusting: caFile), followsMoves: follow)
            let result = try await ImportPipeline(request, context: context).run()
            let diagnostics = result.findings
            Console.report(diagnostics, grouping: "`--findings FILE` has them all")
            if let findings { _ = try Console.write(FindingsReport(diagnostics).json, to: findings) }
            let open = diagnostics.count { $0.severity > .note }
            if strict, open > 0 {
                let reason =
                    result.isDegraded
                    ? "the documentation says less than at the last import"
                    : "\(open) finding\(open == 1 ? " remains" : "s remain")"
                Console.say("nothing was written: \(reason)")
                throw Console.answerIsNo
            }
            try result.write(standardOutput: Console.write) { service, isNew in
                Console.say(Summary.line(for: service, isNew: isNew))
            }
        }
    }
}

extension VersionedFile: ExpressibleByArgument {}

/// What an import says of a spec at the end.
private enum Summary {
    static func line(for service: ImportPipeline.Service, isNew: Bool) -> String {
        let (document, findings) = (service.document, service.findings)
        let revisions = document.operations.flatMap(\.revisions).map(\.versions.count).reduce(0, +)
        let counts = [
            "\(document.operations.count) operations", "\(revisions) revisions", "\(document.schemas.count) schemas",
            "\(document.versions.count) versions",
        ]
        let warnings = findings.count { $0.severity > .note }
        let state = isNew ? "written" : "unchanged"
        let place = service.path == "-" ? "<standard output>" : service.path
        return
            "\(place): \(counts.joined(separator: ", ")); \(warnings) warnings, \(findings.count - warnings) notes; \(state)"
    }
}

import ApidocKit
public import ArgumentParser
public import SwiftRendering

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
            let pipeline = GeneratePipeline(request, context: Console.context())
            if let (findings, summary) = pipeline.finished() {
                for finding in findings { Console.say(finding) }
                if !quiet { Console.say(summary) }
                return
            }
            let plan = try await pipeline.plan()
            for finding in plan.findings { Console.say(finding) }
            let orphans = plan.orphanedModules
            if check {
                let differences = plan.differences + orphans.map(\.sentence)
                for line in differences { Console.say(line) }
                guard differences.isEmpty else { throw Console.answerIsNo }
                return
            }
            let summary = try plan.write(force: force, prunes: prune)
            for module in orphans { Console.say(prune ? module.removal : module.sentence) }
            if !quiet { Console.say(summary) }
            plan.remember()
        }
    }

    private var request: GeneratePipeline.Request {
        var request = GeneratePipeline.Request()
        request.specs = specs
        request.overlays = overlays.overlay
        request.output = output
        request.templates = templates
        request.isHashable = hashable
        request.configuration = config
        request.folder = into
        request.layout = layout
        // Who wants files replaced, and who changes documents, wants everything looked at.
        request.isFresh = force || prune || specs.contains("-") || !overlays.overlay.isEmpty
        request.isCheck = check
        return request
    }
}

extension RenderingOptions.Layout: ExpressibleByArgument {}

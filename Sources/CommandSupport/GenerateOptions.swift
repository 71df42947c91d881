package import ApidocKit
public import ArgumentParser
public import SwiftRendering

/// What `apidoc generate` and `apidoc-generate` take and do.
package struct GenerateOptions: ParsableArguments {
    @Argument(
        help: """
            The specs, OpenAPI documents or documentation pages; all specs of the folder `spec` where none is named.
            """)
    package var specs: [String] = []

    @OptionGroup package var overlays: OverlayOption

    @Option(
        name: [.customShort("o"), .long],
        help: "The folder that the modules go into; `Generated`, or what the configuration says.")
    package var output: String?

    @Flag(help: "Writes nothing; ends with exit code 1 where the folder is not up to date.")
    package var check = false

    @Option(help: "A folder with templates that take the place of the built-in ones of the same name.")
    package var templates: String?

    @Flag(help: "Makes models Hashable and not only Equatable, at the price of longer builds.")
    package var hashable = false

    @Option(help: "The configuration; `apidoc.yaml` of this folder where no spec is named and it is there.")
    package var config: String?

    @Option(help: "With a configuration of one service: the folder that takes the files of its module.")
    package var into: String?

    @Option(
        help: ArgumentHelp("How files are laid out; `fixed` is what the build plugin asks for.", visibility: .hidden))
    package var layout = RenderingOptions.Layout.folders

    @Flag(help: "Removes generated modules that no spec makes any more.")
    package var prune = false

    @Flag(help: "Says nothing where all is well.")
    package var quiet = false

    @Flag(help: "Replaces files that were edited by hand.")
    package var force = false

    package func validate() throws {
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

    /// Generates, says what there is to say, and ends as the command does.
    package func run(_ context: PipelineContext) async throws {
        try await Console.run {
            let pipeline = GeneratePipeline(request, context: context)
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

    /// Nothing is asked for.
    package init() {}
}

extension RenderingOptions.Layout: ExpressibleByArgument {}

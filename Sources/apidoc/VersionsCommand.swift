import ApidocKit
import ApidocNetwork
import ArgumentParser
import CommandSupport

/// `apidoc versions`
struct VersionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions",
        abstract: "Shows the life of the versions of a spec, and what a move from one to the next costs.",
        discussion: """
            The matrix shows what each version brings to operations and types; those that all versions have \
            without a change of their own are counted.

              apidoc versions spec/backup.yaml
              apidoc versions spec/backup.yaml --as-of 2026-03-01
              apidoc versions spec/backup.yaml --only "list*" --all
              apidoc versions spec/backup.yaml --format html -o versions.html
            """)

    @Argument(help: "The spec, or an OpenAPI document or a documentation page in its place.")
    var spec: String

    @OptionGroup var overlays: OverlayOption

    @Option(help: "The day to count from (yyyy-mm-dd); today if left out.")
    var asOf: Day?

    @Option(
        help: ArgumentHelp(
            "The operations, types or groups that the matrix shows; `*` stands for any characters. Once for each.",
            valueName: "pattern"))
    var only: [String] = []

    @Flag(help: "Shows what all versions have without a change of its own line by line.")
    var all = false

    @Option(help: "The form: text, or a page of HTML with the whole matrix.")
    var format = VersionsFormat.text

    @Option(name: [.customShort("o"), .long], help: "The file to write; standard output where none is named.")
    var output: String?

    func run() async throws {
        try await Console.run {
            var request = VersionsPipeline.Request(spec: spec)
            request.overlays = overlays.overlay
            request.day = asOf?.date
            request.only = only
            request.showsSteady = all
            request.isPage = format == .html
            request.outputs = [output].compactMap(\.self)
            let text = try await VersionsPipeline(request, context: Console.context(pages: NetworkPages())).run()
            _ = try Console.write(text, to: output ?? "-")
        }
    }
}

/// The forms of a history on the command line.
enum VersionsFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case html
}

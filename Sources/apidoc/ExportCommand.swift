public import ApidocKit
import ApidocNetwork
public import ArgumentParser
import CommandSupport
import OpenAPIExport

/// `apidoc export`
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes one version as OpenAPI.",
        discussion: """
              apidoc export spec/backup.yaml --version 1.2 -o backup-1.2.yaml
              apidoc export spec/backup.yaml --version 1.2 --openapi 3.0 --format json
            """)

    /// The dialects on the command line.
    enum OpenAPIVersion: String, ExpressibleByArgument, CaseIterable {
        case v3_1 = "3.1"
        case v3_0 = "3.0"
    }

    @Argument(help: "The spec, or an OpenAPI document or a documentation page in its place.")
    var spec: String

    @OptionGroup var overlays: OverlayOption

    @Option(help: "The version of the API; the only one where the spec has one.")
    var version: String?

    @Option(help: "The version of OpenAPI.")
    var openapi = OpenAPIVersion.v3_1

    @Option(help: "The notation.")
    var format = ExportPipeline.Request.Notation.yaml

    @Flag(
        help: ArgumentHelp(
            "Makes a date-time that the documentation shows without a zone text.",
            discussion: "Strict readers refuse such values under the format that the documentation states."))
    var zonelessAsText = false

    @Option(name: [.customShort("o"), .long], help: "The file to write; standard output where none is named.")
    var output: String?

    func run() async throws {
        try await Console.run {
            var request = ExportPipeline.Request(spec: spec)
            request.overlays = overlays.overlay
            request.version = version
            request.dialect = openapi == .v3_1 ? .v3_1 : .v3_0
            request.notation = format
            request.zonelessAsText = zonelessAsText
            request.outputs = [output].compactMap(\.self)
            do {
                let result = try await ExportPipeline(request, context: Console.context(pages: NetworkPages())).run()
                _ = try Console.write(result.text, to: output ?? "-")
                Console.report(result.findings)
            } catch let error as ExportPipeline.VersionMissing {
                Console.report([error.diagnostic])
                throw ExitCode.validationFailure
            }
        }
    }
}

extension ExportPipeline.Request.Notation: ExpressibleByArgument {}

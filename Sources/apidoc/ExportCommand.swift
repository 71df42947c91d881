import APIModel
import APISpec
import ArgumentParser
import Diagnostics
import OpenAPIExport
import OpenAPIInterop
import Recovery

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

    /// The notations on the command line.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case yaml
        case json
    }

    @Argument(help: "The spec, or an OpenAPI document or a documentation page in its place.")
    var spec: String

    @OptionGroup var overlays: OverlayOption

    @Option(help: "The version of the API; the only one where the spec has one.")
    var version: String?

    @Option(help: "The version of OpenAPI.")
    var openapi = OpenAPIVersion.v3_1

    @Option(help: "The notation.")
    var format = Format.yaml

    @Flag(
        help: ArgumentHelp(
            "Makes a date-time that the documentation shows without a zone text.",
            discussion: "Strict readers refuse such values under the format that the documentation states."))
    var zonelessAsText = false

    @Option(name: [.customShort("o"), .long], help: "The file to write; standard output where none is named.")
    var output: String?

    func run() async throws {
        try await Console.run {
            if let output { try InputFiles.checkApart(outputs: [output], inputs: overlays.inputs(of: [spec])) }
            let file = try await SpecInput.readAny([spec], overlays: overlays.overlay)[0].file
            let exporter = OpenAPIExporter(
                dialect: openapi == .v3_1 ? .v3_1 : .v3_0, zonelessAsText: zonelessAsText)
            let version = try chosenVersion(of: file)
            let document = try exporter.document(APIModel(file.document), version: version)
            let text = format == .yaml ? OpenAPIText.yaml(document) : OpenAPIText.json(document)
            _ = try Console.write(text, to: output ?? "-")
            guard !zonelessAsText else { return }
            Console.report(
                ExampleChecker().check(file.document, locations: file.locations).filter {
                    $0.rule == "date-time-without-zone"
                })
        }
    }

    /// The version that was named, or the only one. Ends as wrong usage does where there are several.
    private func chosenVersion(of file: SpecFile) throws -> String {
        let versions = file.document.versions
        if let version { return version }
        if versions.count == 1 { return versions[0].id }
        let names = versions.map { "`\(printable($0.id))`" }.joined(separator: ", ")
        Console.report([
            .error(
                "the spec has \(versions.count) versions; name one with --version: \(names)", at: file.locations.whole)
        ])
        throw ExitCode.validationFailure
    }
}

import APISpec
import ArgumentParser
import Diagnostics
import OutputFiles
import SwiftRendering
import Templates

/// `apidoc generate`
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Renders specs as Swift: models, clients and tests.",
        discussion: """
            Without a spec, all of the folder `spec` are rendered. Each gets two folders: one for its module, one for \
            its tests. Only files that an earlier run wrote are ever changed or removed, and nothing is written \
            unless everything can be. The names in Swift are kept in NAME.names.yaml beside each spec, so that \
            what was named once is never renamed; change a name there to choose another.

              apidoc generate
              apidoc generate spec/backup.yaml -o Generated
              apidoc generate --check
            """)

    @Argument(help: "The specs; all of the folder `spec` where none is named.")
    var specs: [String] = []

    @Option(name: [.customShort("o"), .long], help: "The folder that the modules go into.")
    var output = "Generated"

    @Flag(help: "Writes nothing; ends with exit code 1 where the folder is not up to date.")
    var check = false

    @Option(help: "A folder with templates that take the place of the built-in ones of the same name.")
    var templates: String?

    @Flag(help: "Makes models Hashable and not only Equatable, at the price of longer builds.")
    var hashable = false

    @Flag(help: "Replaces files that were edited by hand.")
    var force = false

    func run() throws {
        try Console.run {
            var options = RenderingOptions()
            options.isHashable = hashable
            let generation = try Generation(
                specs: try SpecInput.paths(specs).map { ($0, try SpecInput.read($0)) }, output: output,
                templates: templates, options: options)
            Console.report(generation.findings)
            if check {
                guard generation.reportDifferences() else { throw Console.answerIsNo }
                return
            }
            try generation.write(force: force)
            Console.say(generation.summary)
        }
    }
}

import ApidocKit
import ApidocNetwork
import ArgumentParser
import CommandSupport

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

    @OptionGroup var options: GenerateOptions

    func run() async throws { try await options.run(Console.context(pages: NetworkPages())) }
}

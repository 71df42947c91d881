import ApidocKit
import ArgumentParser
import CommandSupport

/// The program: reads the command line, generates, and ends with its exit code.
@main
enum Program {
    static func main() async {
        SharedHeap.choose(for: [])
        Console.prepare()
        do {
            var command = try ApidocGenerate.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Console.end(after: error, of: ApidocGenerate.self)
        }
    }
}

/// `apidoc generate` as a program of its own, for the plugins: it fetches nothing and serves nothing, so that packages which
/// use a plugin build no HTTP client, no server and no cryptography.
struct ApidocGenerate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apidoc-generate",
        abstract: "Renders specs as Swift: models, clients and tests.",
        discussion: """
            What `apidoc generate` does, for build systems: it reads files alone.

              apidoc-generate --config apidoc.yaml
            """,
        version: PipelineContext.version)

    @OptionGroup var options: GenerateOptions

    func run() async throws { try await options.run(Console.context(pages: nil)) }
}

import ApidocKit
import ArgumentParser
import CommandSupport

/// The program: reads the command line, runs the command, and ends with its exit code.
@main
enum Program {
    static func main() async {
        SharedHeap.choose(for: CommandLine.arguments.dropFirst().prefix(1))
        Console.prepare()
        if let problem = MisspeltCommand(CommandLine.arguments.dropFirst()) {
            Console.end(after: ValidationError(problem.sentence), of: Apidoc.self)
        }
        do {
            var command = try Apidoc.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Console.end(after: error, of: Apidoc.self)
        }
    }
}

/// The command line.
struct Apidoc: AsyncParsableCommand {
    static let version = PipelineContext.version

    static let configuration = CommandConfiguration(
        commandName: "apidoc",
        abstract: "Turns API documentation into a reviewable spec, and the spec into Swift.",
        discussion: """
            A page becomes a spec, a spec becomes a client:

              apidoc import page.html -o spec/name.yaml
              apidoc generate

            Exit codes: 0 done; 1 the question is answered no; 2 an input could not be read or understood; 64 wrong \
            usage; 70 a fault of apidoc.
            """,
        version: version,
        subcommands: [
            ImportCommand.self, CheckCommand.self, GenerateCommand.self, ExportCommand.self, DiffCommand.self,
            VersionsCommand.self, UpdateCommand.self, ServeCommand.self,
        ])
}

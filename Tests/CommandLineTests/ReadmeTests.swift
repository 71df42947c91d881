import Foundation
import Testing

@Suite("The table of commands in README.md")
struct ReadmeTests {
    /// What `--experimental-dump-help` prints of a command.
    private struct Command: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String
        }

        struct Argument: Decodable {
            var kind: String
            var names: [Name]?
            var shouldDisplay: Bool
        }

        var commandName: String
        var arguments: [Argument]?
        var subcommands: [Command]?
    }

    private struct Help: Decodable {
        var command: Command
    }

    @Test("It names every option of every command, and none that is not there")
    func options() throws {
        let help = try JSONDecoder().decode(
            Help.self, from: Data(try Tool().run("--experimental-dump-help").output.utf8))
        let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "README.md")
        let lines = try String(contentsOf: readme, encoding: .utf8).split(separator: "\n")
        let commands = (help.command.subcommands ?? []).filter { $0.commandName != "help" }
        #expect(commands.count == 8)
        for command in commands {
            let row = try #require(lines.first { $0.hasPrefix("| `apidoc \(command.commandName) ") })
            var known: Set<String> = []
            for argument in command.arguments ?? [] where argument.shouldDisplay && argument.kind != "positional" {
                let names = (argument.names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }
                known.formUnion(names)
                guard !names.contains("--help"), argument.kind == "option" || !names.contains("--version") else {
                    continue
                }
                #expect(names.contains { Self.holds(row, $0) }, "\(command.commandName): \(names)")
            }
            for option in row.matches(of: /--?[a-z][a-z-]*/).map({ String($0.output) }) {
                guard Self.holds(row, option) else { continue }
                #expect(known.contains(option), "\(command.commandName): \(option)")
            }
        }
    }

    /// Whether an option stands there as a word of its own: `--all` is not a part of `--allow-host`.
    private static func holds(_ row: Substring, _ option: String) -> Bool {
        row.ranges(of: option).contains { range in
            let before = row[..<range.lowerBound].last, after = row[range.upperBound...].first
            return !(before?.isLetter ?? false) && before != "-" && !(after?.isLetter ?? false) && after != "-"
        }
    }
}

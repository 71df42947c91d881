import ArgumentParser
import Diagnostics

/// A first word of the command line that is no command.
struct MisspeltCommand {
    private let word: String

    /// `nil` where there is no such word, and where it is a command. Behind `help` stands a command too.
    init?(_ arguments: some Sequence<String>) {
        let words = Array(arguments.prefix(2))
        let word = words.first == "help" ? words.dropFirst().first : words.first
        guard let word, !word.isEmpty, !word.hasPrefix("-"), !Self.known.contains(word) else { return nil }
        self.word = word
    }

    /// What is said of it.
    var sentence: String {
        "there is no command `\(printable(word))`; " + NearestWord.suggestion(for: word, among: Self.known)
    }

    private static let known =
        Apidoc.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
}

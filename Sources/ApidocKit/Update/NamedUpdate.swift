import APISpec
import Diagnostics

/// What a person types to update a spec that was read from files: it knows their names, and not where they lie.
struct NamedUpdate {
    private let sources: [Source]
    private let specPath: String

    /// For a spec at `specPath` that was read from `sources`.
    init(_ sources: [Source], specPath: String) {
        self.sources = sources
        self.specPath = specPath
    }

    /// What to do, with the command.
    var sentence: String {
        guard !sources.isEmpty else {
            return "name the pages to update it from: `apidoc update \(Self.word(specPath)) PAGE`"
        }
        // What was piped in is piped in again, and of many pages it is their folder that is named.
        if sources.count == 1, sources[0].page == "standard input" {
            return "update it with `apidoc update \(Self.word(specPath)) - < PAGE`"
        }
        let isMany = sources.count > Self.mostNamed && sources.allSatisfy { $0.version == nil }
        let pages = isMany ? ["FOLDER"] : sources.map(argument)
        let command = "update it with `apidoc update \(Self.word(specPath)) \(pages.joined(separator: " "))`"
        if isMany { return command + ", where FOLDER has its pages" }
        let isHere = sources.allSatisfy { PageInput.isAddress($0.page) || InputFiles.exists($0.page) }
        return isHere ? command : command + ", each file with the folder that it is in now"
    }

    private func argument(_ source: Source) -> String {
        Self.word(source.version.map { "\($0)=\(source.page)" } ?? source.page)
    }

    /// As many files as a command names one by one.
    private static let mostNamed = 6

    /// A word of a command line, in quotes where a shell would read something else.
    private static func word(_ text: String) -> String {
        let text = printable(text)
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "/._-+=:@%,".unicodeScalars.contains(scalar)
        }
        return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: #"'\''"#) + "'"
    }
}

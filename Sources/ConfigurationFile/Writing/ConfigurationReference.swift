/// The reference of the configuration file, for people.
public enum ConfigurationReference {
    /// The page in Markdown, as an article of DocC; ends with a line end.
    public static var markdown: String {
        var text = """
            # The configuration file

            What `apidoc.yaml` can say, key by key.

            ## Overview

            `apidoc.yaml` says what `apidoc generate` and the plugins make of specs. Paths are relative to the file. An
            option at the top holds for every service that does not have it; an entry of `services` that has an option
            replaces all of it. Editors complete and check the file by `apidoc-config.schema.json`.

            This page is made from the table that the file is read by.

            """
        for example in ConfigurationExample.all { text += "\n### \(example.title)\n\n" + block(example.text) }
        text += "\n## Keys\n\n| key | holds | without it |\n|---|---|---|\n"
        for row in ConfigurationKey.all {
            let fallback = row.fallback ?? (row.name == .apidoc ? "an error" : "one of `spec`, `specs`, `services`")
            text += "| `\(row.name.rawValue)` | \(holds(row.kind)) | \(fallback) |\n"
        }
        for row in ConfigurationKey.all { text += section(row) }
        return text
    }

    private static func section(_ row: ConfigurationKey) -> String {
        var text = "\n### \(row.name.rawValue)\n\n\(row.meaning) \(place(row.place))\n\n" + block(row.example)
        switch row.kind {
        case .patterns(let members), .texts(let members):
            text += "\n| key | means |\n|---|---|\n"
            for member in members { text += "| `\(member.name)` | \(member.meaning) |\n" }
        case .paging:
            text += "\n| key | means |\n|---|---|\n"
            for member in PagingChoice.described { text += "| `\(member.name)` | \(member.meaning) |\n" }
        case .names:
            text += "\n| key | shape | names |\n|---|---|---|\n"
            for part in NamePart.allCases {
                let shape = part.isNested ? "`OWNER: {original: name}`" : "`original: name`"
                text += "| `\(part.rawValue)` | \(shape) | \(part.meaning) |\n"
            }
        default: break
        }
        return text
    }

    private static func block(_ yaml: String) -> String { "```yaml\n\(yaml)\n```\n" }

    private static func place(_ place: ConfigurationKey.Place) -> String {
        switch place {
        case .file: "Stands at the top of the file."
        case .anywhere: "Stands at the top of the file or in an entry of `services`."
        case .oneService: "Stands beside `spec`: at the top of the file, or in an entry of `services`."
        }
    }

    private static func holds(_ kind: ConfigurationKey.Kind) -> String {
        func list(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
        return switch kind {
        case .format: "`\(Configuration.currentFormat)`"
        case .path: "a path"
        case .services: "a list of services"
        case .identifier: "a name in Swift"
        case .identifiers: "a list of names in Swift"
        case .word(let words): list(words)
        case .flag: "`true`, `false`"
        case .wordOrIDs(let words): "a list of ids, or \(list(words))"
        case .patterns(let members), .texts(let members): "a mapping with \(list(members.map(\.name)))"
        case .paging: "a mapping of operations to ways, see below"
        case .types: "a mapping of schemas to types"
        case .names: "a mapping of names, see below"
        }
    }
}

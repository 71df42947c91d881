import Testing
import YAML

@testable import ConfigurationFile

@Suite("The table of keys")
struct KeyTableTests {
    @Test("Every key has one row, and reading takes it")
    func complete() {
        #expect(ConfigurationKey.all.map(\.name.rawValue).sorted() == KeyName.allCases.map(\.rawValue).sorted())
        for row in ConfigurationKey.all {
            // A value that no key can hold: an error about the value, never about the key.
            let text = errors("apidoc: 1\nspec: a\n\(row.name.rawValue): &x [{}, [[]]]")
            #expect(!text.contains("has no key"), "\(row.name)")
            #expect(text != "no error", "\(row.name)")
        }
    }

    @Test("Examples are read, and show their key", arguments: KeyName.allCases)
    func examples(name: KeyName) throws {
        let row = try #require(ConfigurationKey.row(name))
        #expect(row.example.hasPrefix("\(name.rawValue):"))
        let start = name == .apidoc ? "spec: a\n" : "apidoc: 1\n"
        let needsSpec = ![.apidoc, .spec, .specs, .services].contains(name)
        #expect(throws: Never.self) { try read(start + (needsSpec ? "spec: a\n" : "") + row.example) }
    }

    @Test("Whole examples are read", arguments: ConfigurationExample.all.map(\.text))
    func wholeExamples(text: String) throws { #expect(throws: Never.self) { try read(text) } }

    @Test("The schema has the keys of the table, and its references lead somewhere")
    func schema() throws {
        let root = try parseYAML(Array(ConfigurationSchema.json.utf8), file: "schema.json")
        #expect(root["properties"]?.entries?.map(\.key.text) == ConfigurationKey.all.map(\.name.rawValue))
        let service = root["$defs"]?["service"]?["properties"]?.entries?.map(\.key.text)
        #expect(service == ConfigurationKey.ofEntry.map(\.name.rawValue))
        let definitions = Set(root["$defs"]?.entries?.map(\.key.text) ?? [])
        for piece in ConfigurationSchema.json.split(separator: "\"") where piece.hasPrefix("#/$defs/") {
            #expect(definitions.contains(String(piece.dropFirst(8))), "\(piece)")
        }
    }
}

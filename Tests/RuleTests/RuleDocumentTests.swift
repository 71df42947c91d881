import APISpec
import Diagnostics
import DocumentationImport
import EmbeddedDocuments
import Foundation
import OpenAPIInterop
import PageDialects
import Recovery
import SpecDiff
import SwiftRendering
import Testing

@Suite("Rules of all modules")
struct RuleDocumentTests {
    static let groups: [(title: String, rules: [Rule])] = [
        ("Reading pages", ImportRules.all), ("Reading sites", SiteRules.all),
        ("Pages of other generators", DialectRules.all),
        ("Pages that show OpenAPI", EmbeddedDocumentRules.all), ("Reading OpenAPI", OpenAPIImportRules.all),
        ("Recovery", RecoveryRules.all),
        ("Examples and defaults", ExampleRules.all),
        ("Specs", SpecRules.all), ("Overlays", OverlayRules.all), ("Generating Swift", RenderingRules.all),
    ]

    static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/rules.md")

    static var text: String {
        var text = """
            # Rules

            Every message of `apidoc` that is about the content of an input ends with the id of its rule in brackets. An
            error means that the input is wrong; a warning, that a person should look; a note, that there is something to
            know. This page is made from the tables of rules and checked by a test.

            """
        for group in groups {
            text += "\n## \(group.title)\n\n| rule | severity | means | what to do |\n|---|---|---|---|\n"
            for rule in group.rules.sorted(by: { $0.id < $1.id }) {
                text += "| `\(rule.id)` | \(rule.severity.rawValue) | \(rule.meaning) | \(rule.remedy) |\n"
            }
        }
        text += "\n## Findings about settings of diff\n\n| rule | severity | means | what to do |\n|---|---|---|---|\n"
        for rule in SettingsRules.all.sorted(by: { $0.id < $1.id }) {
            text += "| `\(rule.id)` | \(rule.severity.rawValue) | \(rule.meaning) | \(rule.remedy) |\n"
        }
        return text + changes
    }

    /// The rules that changes between two specs are judged by.
    static var changes: String {
        var text = """

            ## Changes between two specs

            `apidoc diff` judges each change on the wire (does a client built against the old API still work) and in Swift
            (does code written against the old module still compile; where it depends on the types, both severities stand).

            | rule | wire | Swift | means |
            |---|---|---|---|

            """
        for rule in SpecDiffRules.all {
            let source =
                rule.source.broken == rule.source.otherwise
                ? rule.source.broken.rawValue : "\(rule.source.broken.rawValue) or \(rule.source.otherwise.rawValue)"
            text += "| `\(rule.id)` | \(rule.wire.rawValue) | \(source) | \(rule.meaning) |\n"
        }
        return text
    }

    @Test("docs/rules.md says what the tables say; APIDOC_RECORD=1 writes it anew and fails once")
    func documented() throws {
        if ProcessInfo.processInfo.environment["APIDOC_RECORD"] == "1" {
            try Self.text.write(to: Self.file, atomically: true, encoding: .utf8)
            Issue.record("docs/rules.md was written anew; run again without APIDOC_RECORD")
        }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == Self.text)
    }

    @Test("No two rules share an id, and ids are words with hyphens")
    func ids() {
        let ids = Self.groups.flatMap(\.rules).map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids {
            #expect(id.allSatisfy { ("a"..."z").contains($0) || $0 == "-" }, "\(id)")
        }
    }

    @Test("Meanings and remedies are sentences that a table cell can hold")
    func sentences() {
        for rule in Self.groups.flatMap(\.rules) {
            for text in [rule.meaning, rule.remedy] {
                #expect(text.hasSuffix("."), "\(rule.id): \(text)")
                #expect(!text.contains("|") && !text.contains("\n"), "\(rule.id)")
            }
        }
    }
}

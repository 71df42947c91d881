import Diagnostics
import DocumentationImport
import Foundation
import Testing

/// Every rule has a page that breaks it and nothing else; beside the page stands what the importer says of it.
@Suite struct RuleFixtureTests {
    /// Findings that come with another by necessity.
    private static let companions: [String: Set<String>] = [
        "malformed-row": ["lost-parameters", "lost-responses"],  // tables with such a row are partly lost
        "unknown-parameter-type": ["lost-parameters"],
        "missing-column": ["unknown-column"],  // the column that stands in the needed one's place
        "unknown-heading": ["unread-line"],  // what stands below the heading
        "repeated-section": ["unread-line"],  // what stands in the second
    ]

    /// A page that is not a guide is not a service either; `PageErrorTests` has such pages.
    private static let rules = ImportRules.all.filter { $0.id != "no-guide" }

    @Test(arguments: rules.map(\.id))
    func rule(_ id: String) throws {
        let result = try Fixture.service(text: Fixture.text("broken/\(id).txt"), file: "\(id).txt")
        let said = result.findings.map { $0.description + "\n" }.joined()
        #expect(said == (try Fixture.text("broken/\(id).findings")))
        let rules = Set(result.findings.compactMap(\.rule))
        #expect(rules == (Self.companions[id] ?? []).union([id]))
        let severity = ImportRules.all.first { $0.id == id }?.severity
        #expect(result.findings.filter { $0.rule == id }.allSatisfy { $0.severity == severity })
    }

    @Test func thePageThatTheyAreMadeFromIsInOrder() throws {
        let result = try Fixture.service("shed.txt")
        #expect(result.findings == [])
        #expect(result.coverage.linesUnread == 0)
    }

    @Test func everyFixtureIsOfARule() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Fixture.folder.appending(path: "broken").path)
        let names = Set(files.compactMap { $0.split(separator: ".").first.map(String.init) })
        #expect(names == Set(Self.rules.map(\.id)))
    }

    @Test func rulesAreWritten() {
        #expect(Set(ImportRules.all.map(\.id)).count == ImportRules.all.count)
        for rule in ImportRules.all {
            #expect(rule.id.allSatisfy { $0.isLowercase || $0 == "-" })
            #expect(rule.meaning.hasSuffix(".") && rule.remedy.hasSuffix("."))
        }
    }
}

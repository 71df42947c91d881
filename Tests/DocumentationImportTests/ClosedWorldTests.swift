import APISpec
import Diagnostics
import Testing

@testable import DocumentationImport

/// Nothing is skipped in silence: a strange line at any place of a page is in the document or in a finding.
@Suite struct ClosedWorldTests {
    /// Rules that speak of a line without quoting it.
    private static let wordless = ["invalid-example", "malformed-row", "unread-line"]

    @Test(arguments: ["Quetzal 42 flies", "| Quetzal | 42 |", "{\"Quetzal\": 1}", "9.9 - Quetzal"])
    func strangeLines(_ line: String) throws {
        let lines = try Fixture.text("shed.txt").split(separator: "\n").map(String.init)
        for index in 0...lines.count {
            var changed = lines
            changed.insert(line, at: index)
            let text = changed.joined(separator: "\n") + "\n"
            let result: ImportedDocumentation
            do {
                result = try Fixture.service(text: text)
            } catch let error as DiagnosticError {
                // What cannot be read at all is refused by its words, where the strange line stands, or right behind it.
                let isAtLine = error.diagnostics.contains { diagnostic in
                    diagnostic.message.contains("Quetzal")
                        || [index + 1, index + 2].contains(diagnostic.location?.line)
                }
                #expect(isAtLine, "line \(index + 1): \(error)")
                continue
            }
            let isReported = result.findings.contains { finding in
                finding.message.contains("Quetzal")
                    || Self.wordless.contains(finding.rule ?? "") && finding.location?.line == index + 1
            }
            if isReported { continue }
            var content = ""
            dump(result.document, to: &content)
            #expect(content.contains("Quetzal"), "line \(index + 1) is skipped in silence")
        }
    }
}

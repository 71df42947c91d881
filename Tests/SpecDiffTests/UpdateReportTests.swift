import APISpec
import Diagnostics
import SpecDiff
import Testing

@Suite("Reports of updates")
struct UpdateReportTests {
    private func report(operations: Int) throws -> UpdateReport {
        var old = LibrarySample.document
        for number in 0..<operations {
            old.operations.append(
                Operation(
                    id: "shelve\(number)", title: "Shelve \(number)",
                    revisions: [Revision(versions: [old.versions[0].id], method: "POST", path: "/v1/shelves/\(number)")]
                ))
        }
        var new = LibrarySample.document
        new.comesFromAnotherPage()
        var entry = UpdateReport.Entry(spec: "spec/library.yaml", service: "Library", state: .changed)
        entry.changes = try Specs.compare(old, new)
        return UpdateReport([entry])
    }

    @Test("The text of a change is never longer than GitHub takes, and says what was left out")
    func cut() throws {
        let whole = MarkdownUpdateReport().text(try report(operations: 3))
        #expect(!whole.contains("was cut"))
        let report = try report(operations: 2_000)
        let text = MarkdownUpdateReport().text(report)
        #expect(text.utf16.count <= 65_536)
        #expect(text.utf16.count > 60_000)
        let shown = text.split(separator: "`operation-removed`", omittingEmptySubsequences: false).count - 1
        #expect(
            text.contains(
                "… and \(2_000 - shown) more in \(2_000 - shown) parts; the report was cut to 65536 characters."))
    }

    @Test("What is missing comes first, whatever else there is, and nothing in it means anything in Markdown")
    func missing() throws {
        var report = try report(operations: 2)
        var held = UpdateReport.Entry(spec: "spec/x.yaml", service: "A *b* <c>", state: .heldBack)
        let part = LostPart(
            name: "closeRoom", words: "the operation `closeRoom`", path: ["operations", "closeRoom"], isTable: false)
        held.missing = [
            UpdateReport.Loss(part: part, place: SourceLocation(file: "spec/x.yaml", line: 7), pages: ["https://h/p"])
        ]
        report.entries.append(held)
        let text = MarkdownUpdateReport().text(report)
        #expect(text.hasPrefix("# Held back: A \\*b\\* &lt;c&gt;\n"))
        #expect(
            text.contains(
                "- the operation `closeRoom` is missing; it stood at spec/x\\.yaml\\:7 (read from https\\://h/p)"))
        #expect(report.isHeldBack)
        let plain = TextUpdateReport().text(report)
        #expect(plain.hasPrefix("spec/x.yaml: held back"))
        let json = JSONUpdateReport().text(report)
        #expect(json.contains("\"apidocUpdate\": 1"))
        #expect(json.contains("\"heldBack\": true"))
    }
}

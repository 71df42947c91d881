import APISpec
import Diagnostics
import Documentation
import DocumentationImport
import Foundation
import Testing

@Suite struct PageShapeTests {
    /// The shed as part of a category: headings one level deeper.
    private func part(_ number: Int, name: String) throws -> String {
        let lines = try Fixture.text("shed.txt").split(separator: "\n").map(String.init)
        return lines.map { line in
            if line == "Shed" { return "\(number) - \(name)" }
            let isHeading = line.first?.isNumber == true && line.contains(" - ")
            return (isHeading ? "\(number)." : "") + line.replacing("shed", with: name.lowercased())
        }.joined(separator: "\n")
    }

    @Test func aCategoryHasSeveralServices() throws {
        let text = try "Garden\n1: Shed\n2: Barn\n\(part(1, name: "Shed"))\n\(part(2, name: "Barn"))\n"
        let page = try Fixture.page(text: text, file: "garden.txt")
        let source = Source(page: "garden.txt", sha256: "00")
        let results = try DocumentationImporter().importPages([page], sources: [source])
        #expect(results.map(\.document.service.id) == ["shed", "barn"])
        #expect(results.map(\.document.service.title) == ["Shed", "Barn"])
        #expect(results.map(\.document.service.server.url).last == "https://barn.{region}.{environment}.example.com")
        #expect(results.flatMap(\.findings) == [])
        #expect(results.map(\.coverage.linesRead) == [114, 111])
        #expect(results.map(\.document.sources) == [[source], [source]])
        #expect(results[0].document.operations.map(\.id) == results[1].document.operations.map(\.id))
        #expect(results[1].locations[["service"]].line == 115)
    }

    @Test func pagesOfOneThingEachAreMerged() throws {
        let lines = try Fixture.text("shed.txt").split(separator: "\n").map(String.init)
        func below(_ from: String, _ to: String) -> String {
            let start = lines.firstIndex(of: from) ?? 0
            let end = lines[(start + 1)...].firstIndex(of: to) ?? lines.count
            return lines[(start + 1)..<end].joined(separator: "\n")
        }
        let texts: [(file: String, text: String)] = [
            ("shed/index.txt", lines[..<14].joined(separator: "\n")),
            ("shed/apis/showtool/index.txt", "Show Tool\n1.1\n1.0\n"),
            ("shed/apis/showtool/1.0/index.txt", "1.0\n" + below("1.1.2 - 1.0", "1.2 - Count Tools")),
            ("shed/apis/showtool/1.1/index.txt", "1.1\n" + below("1.1.1 - 1.1", "1.1.2 - 1.0")),
            ("shed/apis/counttools/1.1/index.txt", "1.1\n" + below("1.2.1 - 1.1", "2 - Models")),
            ("shed/models/tool/index.txt", "Tool\n" + below("2.1 - Tool", "")),
        ]
        let pages = try texts.map { try Fixture.page(text: $0.text, file: $0.file) }
        let results = try DocumentationImporter().importPages(pages, sources: [])
        #expect(results.count == 1)
        let (merged, whole) = (results[0].document, try Fixture.service("shed.txt").document)
        #expect(merged.service == whole.service)
        #expect(merged.versions == whole.versions)
        #expect(merged.schemas == whole.schemas)
        #expect(merged.operations.first == whole.operations.first)
        #expect(merged.operations.last?.revisions == whole.operations.last?.revisions)
        #expect(merged.operations.map(\.title) == ["Show Tool", "counttools"])
        #expect(results[0].findings == [])
    }

    @Test func koreanAndOlderWords() throws {
        let text = try Fixture.text("shed.txt")
            .replacing("\nState\n", with: "\n상태\n")
            .replacing("| Version | Not Before |", with: "| 버전 | 최소 지원 보장일 |")
            .replacing("| Version | Status | Not Before |", with: "| Version | Status | Supported Until |")
            .replacing("Example : 3", with: "예시 : 3")
        let (korean, english) = (try Fixture.service(text: text), try Fixture.service("shed.txt"))
        #expect(korean.document == english.document)
        #expect(korean.findings == [])
    }

    @Test func unknownWordsAreKnownByTheirAnchors() throws {
        let page = try Fixture.page("shed.txt")
        var changed = page
        changed.format = .html
        changed.blocks = page.blocks.map { block in
            guard case .paragraph(let text) = block.content else { return block }
            let isHeading =
                ["State", "Description", "Parameters", "Responses", "Version", "Overview", "OpenAPI URL"].contains(text)
                || ["Environment and Region List", "Request path"].contains(text) || text.hasPrefix("Example HTTP")
                || text.hasPrefix("Response 200")
            guard isHeading else { return block }
            let anchor = text.lowercased().replacing(" ", with: "-") + "-2"
            let words = text.hasPrefix("Response 200") ? text : "Ordsprog"
            return Block(.heading(Heading(number: [], text: words, anchor: anchor)), lines: block.lines)
        }
        let results = try DocumentationImporter().importPages([changed], sources: [])
        #expect(results.map(\.document) == [try Fixture.service("shed.txt").document])
        #expect(results.flatMap(\.findings) == [])
    }

    @Test func columnsAreFoundByTheirHeads() throws {
        let text = try Fixture.text("shed.txt")
            .replacing("| HTTP Code | Description | Schema |", with: "| Schema | HTTP Code | Description |")
            .replacing("| 200 | OK | Tool |", with: "| Tool | 200 | OK |")
            .replacing("| 200 | OK | integer |", with: "| integer | 200 | OK |")
            .replacing("| 404 | Not Found | None |", with: "| None | 404 | Not Found |")
        #expect(try Fixture.service(text: text).document == Fixture.service("shed.txt").document)
    }

    @Test func sentencesThatTheIntroductionRepeatsAreReportedOnce() throws {
        let text = try Fixture.text("shed.txt")
            .replacing("\nVersion\n", with: "\nVersion\nOld tools rust.\n")
            .replacing("ACTIVE (SUPPORTED)\n", with: "ACTIVE (SUPPORTED)\nOld tools rust.\n")
        let findings = try Fixture.service(text: text).findings
        #expect(
            findings.map(\.description) == [
                "page.txt:5:1: warning: nothing is known of `Old tools rust.` [unread-line]"
            ])
    }

    @Test func titlesInOtherAlphabetsMakeNamesOfTheCall() throws {
        let text = try Fixture.text("shed.txt").replacing("1.1 - Show Tool", with: "1.1 - 도구 조회")
        #expect(try Fixture.service(text: text).document.operations.map(\.id) == ["getToolsByToolId", "countTools"])
    }
}

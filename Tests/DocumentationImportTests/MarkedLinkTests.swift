import APISpec
import Diagnostics
import Documentation
import DocumentationImport
import Testing

/// Links that an extractor writes as Markdown into text that is none.
@Suite struct MarkedLinkTests {
    @Test func linksOfTypesAreNames() throws {
        let plain = try Fixture.text("shed.txt")
        let linked = plain.replacing("| OK | Tool |", with: "| OK | [Tool](/models/tool/) |")
            .replacing("\nShow a tool.", with: "\n[Show](#show) a [tool](https://example.com/a).")
        #expect(linked != plain)
        let (wanted, found) = try (Fixture.service(text: plain), Fixture.service(text: linked))
        #expect(found.document == wanted.document)
        #expect(found.findings.map(\.rule) == wanted.findings.map(\.rule))
    }

    @Test(
        "Brackets that lead nowhere stay",
        arguments: ["array[Tool](3)", "^[a-z](b)$", "a [b] (c)", "[x](y z)", "[0-9](/"])
    func others(text: String) throws {
        let page = try Fixture.text("shed.txt").replacing("Tool ID Example", with: "Tool ID \(text) Example")
        let result = try Fixture.service(text: page)
        let parameter = result.document.revision("showTool", "1.1")?.parameters.first
        #expect(parameter?.schema.description == "Tool ID \(text)")
    }

    @Test func linesOfLinksAreNoCode() throws {
        let read = try Fixture.page(
            text: "Shed\n[APIs](#pg-1)\n[List [all]](/a/) and [more](/b/)\n[1, 2]\n", file: "page.txt")
        #expect(
            read.blocks.map(\.content) == [
                .paragraph("Shed"), .paragraph("APIs"), .paragraph("List [all] and more"), .code("[1, 2]"),
            ])
    }
}

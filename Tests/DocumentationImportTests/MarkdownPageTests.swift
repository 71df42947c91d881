import APISpec
import Diagnostics
import Documentation
import Foundation
import Testing

@testable import DocumentationImport

/// A small page, written as several converters would write it.
private struct PageWriter {
    /// How a converter writes what it converts.
    enum Style: CaseIterable {
        case html
        /// Headings with `#`, a line for each row, links and escapes.
        case plain
        /// Underlined headings.
        case underlined
        /// Separators between cells only, rows broken at forced line breaks, code indented.
        case broken
        /// The same with separators around cells that stand in columns.
        case padded
        /// Empty cells are dropped, and line breaks with them.
        case short
        /// Tables stay HTML, headings have links to themselves.
        case mixed
    }

    let style: Style
    private var isHTML: Bool { style == .html }

    var page: String {
        let lead = isHTML ? "<!doctype html><html lang=en><main>" : style == .plain ? "* [Home](/)\n  + Boats\n\n" : ""
        return lead + heading(1, "Harbour") + heading(2, "Overview") + paragraph("Keeps boats.")
            + heading(2, "Version") + table(["Version", "Status", "Not Before"], [["1.0", "CURRENT", "-"]])
            + heading(2, "OpenAPI URL") + paragraph("https://harbour.example.com")
            + heading(1, "1 - APIs") + heading(1, "1.1 - Set Boat") + heading(1, "1.1.1 - 1.0")
            + code("put /v1/boats/{boat_id}") + heading(2, "Description") + paragraph("Sets a boat.")
            + heading(2, "Parameters")
            + table(
                ["Type", "Name", "Description", "Schema", "Default"],
                [
                    ["path", "boat_id\nrequired", "Boat ID\nExample : `b|1`", "string", "None"],
                    ["body", "body\nrequired", "", "[Boat](/models/boat/)", ""],
                ])
            + heading(2, "Responses")
            + table(
                ["HTTP Code", "Description", "Schema"],
                [["200", "OK", "[Boat](/models/boat/)"], ["404", "Gone", "None"]])
            + heading(2, "Example HTTP request") + heading(3, "Request path") + code("/v1/boats/{boat_id}")
            + heading(2, "Example HTTP response") + heading(3, "Response 200") + code("{\n    \"length\": 3\n}")
            + heading(1, "2 - Models") + heading(1, "2.1 - Boat")
            + table(
                ["Name", "Description", "Schema", "Default"],
                [
                    ["length\nrequired", "Length in metres\nExample : `3`", "integer", ""],
                    ["berth_kind\noptional", "", "any of [enum (QUAY, BUOY), null]", "QUAY"],
                ])
            + (isHTML ? "</main></html>" : "")
    }

    private func heading(_ level: Int, _ words: String) -> String {
        switch style {
        case .html: "<h\(level)>\(words)</h\(level)>\n"
        case .underlined where level < 3:
            "\(words)\n\(String(repeating: level == 1 ? "=" : "-", count: words.count))\n\n"
        case .mixed: "\(String(repeating: "#", count: level)) \(words)[](#x)\n\n"
        default: "\(String(repeating: "#", count: level)) \(words)\n\n"
        }
    }

    private func paragraph(_ words: String) -> String { isHTML ? "<p>\(words)</p>\n" : "\(words)\n\n" }

    private func code(_ text: String) -> String {
        switch style {
        case .html: return "<pre><code>\(text)</code></pre>\n"
        case .broken, .padded:
            return "    \n" + text.split(separator: "\n").map { "    \($0)\n" }.joined() + "    \n\n"
        default: return "```\n\(text)\n```\n"
        }
    }

    private func table(_ head: [String], _ rows: [[String]]) -> String {
        switch style {
        case .html, .mixed:
            let cells = rows.map { $0.map { "<td>\(Self.html($0))</td>" }.joined() }
            let start = "<table><thead><tr>" + head.map { "<th>\($0)</th>" }.joined() + "</tr></thead><tbody>\n"
            return start + cells.map { "<tr>\($0)</tr>\n" }.joined() + "</tbody></table>\n\n"
        case .plain, .underlined:
            let escaped = rows.map { $0.map { Self.oneLine($0.replacing("_", with: "\\_")) } }
            return drawn(head, escaped)
        case .short:
            return drawn(head, rows.map { $0.map { Self.oneLine($0) }.filter { !$0.isEmpty } })
        case .broken:
            let lines = ([head, head.map { _ in "---" }] + rows).map { row in
                row.map { $0.replacing("\n", with: "  \n ") }.joined(separator: "| ") + "  \n"
            }
            return lines.joined() + "\n"
        case .padded:
            return padded(head, rows)
        }
    }

    private func drawn(_ head: [String], _ rows: [[String]]) -> String {
        ([head, head.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |\n" }.joined() + "\n"
    }

    private func padded(_ head: [String], _ rows: [[String]]) -> String {
        var lines = [head]
        for row in rows {
            for line in row.joined(separator: "|").replacing("`b|1`", with: "`b1`").split(separator: "\n") {
                lines.append(line.split(separator: "|", omittingEmptySubsequences: false).map(String.init))
            }
        }
        let widths = head.indices.map { column in lines.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        let drawn = lines.map { cells in
            "|" + zip(cells, widths).map { " \($0)\(String(repeating: " ", count: $1 - $0.count)) |" }.joined() + "\n"
        }
        let rule = "|" + widths.map { String(repeating: "-", count: $0 + 2) + "|" }.joined() + "\n"
        return drawn[0] + rule + drawn.dropFirst().joined() + "\n"
    }

    private static func oneLine(_ cell: String) -> String {
        cell.replacing("\nrequired", with: " *required*").replacing("\noptional", with: " *optional*")
            .replacing("\n", with: " ")
    }

    private static func html(_ cell: String) -> String {
        cell.replacing("\n", with: "<br>").replacing("[Boat](/models/boat/)", with: "<a href=/models/boat/>Boat</a>")
            .replacing("`b|1`", with: "<code>b|1</code>").replacing("`3`", with: "<code>3</code>")
    }
}

@Suite("Pages of Markdown") struct MarkdownPageTests {
    @Test("Every converter's page gives the spec of the HTML", arguments: PageWriter.Style.allCases)
    fileprivate func sameSpec(style: PageWriter.Style) throws {
        let original = try Fixture.service(text: PageWriter(style: .html).page, file: "page.html")
        var document = try Fixture.service(text: PageWriter(style: style).page, file: "page.md").document
        if style == .padded {
            // What stands in such a cell is cut at its separator before the page is written.
            document.operations[0].revisions[0].parameters[0].schema.example = .string("b|1")
        }
        func plain(_ document: SpecDocument) -> SpecDocument {
            var document = document
            for index in document.schemas.indices {
                for place in document.schemas[index].properties.indices {
                    let text = document.schemas[index].properties[place].schema.description
                    document.schemas[index].properties[place].schema.description = text.map {
                        $0.replacing("\n", with: " ")
                    }
                }
            }
            return document
        }
        #expect(plain(document) == plain(original.document))
        #expect(document.property("Boat", "berth_kind")?.schema.defaultValue == .string("QUAY"))
        #expect(document.revision("setBoat", "1.0")?.request?.schema.kind == .reference("Boat"))
    }

    @Test("What stands before the title is a note")
    func navigation() throws {
        let findings = try Fixture.service(text: PageWriter(style: .plain).page, file: "page.md").findings
        #expect(findings.map { $0.rule } == ["page-navigation"])
        #expect(findings.first?.location?.line == 1)
    }

    @Test("A table that was left out is a warning, and its model is lost")
    func leftOut() throws {
        let page = PageWriter(style: .plain).page
        let start = try #require(page.range(of: "# 2.1 - Boat"))
        let result = try Fixture.service(text: page[..<start.upperBound] + "\n\n[TABLE]\n", file: "page.md")
        #expect(result.findings.contains { $0.rule == "left-out-table" })
        #expect(result.document.schema("Boat")?.isLost == true)
        #expect(result.document.schema("Boat")?.description == nil)
    }

    @Test(
        "Names with the word glued to them",
        arguments: ["lengthrequired", "length required", "length*required*", "length_required_"])
    func glued(cell: String) throws {
        let page = PageWriter(style: .plain).page.replacing("length *required*", with: cell)
        let property = try Fixture.service(text: page, file: "page.md").document.property("Boat", "length")
        #expect(property?.isRequired == true)
    }

    @Test("Names that end in such a word are not cut", arguments: ["isRequired", "is_required", "required"])
    func notGlued(cell: String) throws {
        let page = PageWriter(style: .plain).page.replacing("length *required*", with: cell)
        let result = try Fixture.service(text: page, file: "page.md")
        #expect(result.findings.contains { $0.rule == "malformed-row" })
    }

    /// The page in the plain style with a state, changed by `change`, gives what it gives without the change.
    private func expectSame(_ change: (String) -> String) throws {
        let page = PageWriter(style: .plain).page
            .replacing("## Parameters", with: "## State\n\nACTIVE (CURRENT)\n\n## Parameters")
        let changed = change(page)
        #expect(changed != page)
        let (wanted, found) = try (
            Fixture.service(text: page, file: "page.md"), Fixture.service(text: changed, file: "page.md")
        )
        #expect(found.document == wanted.document)
        #expect(found.findings.map(\.rule) == wanted.findings.map(\.rule))
    }

    @Test("Identifiers of MultiMarkdown at the end of headings are none of their words")
    func identifiers() throws {
        try expectSame { page in
            page.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { number, line in
                line.hasPrefix("#") ? "\(line) [pg-\(number).b]" : String(line)
            }.joined(separator: "\n")
        }
    }

    @Test("Examples in which a converter escaped marks")
    func escapedExamples() throws {
        try expectSame {
            $0.replacing("\"length\": 3", with: "\"berth\\_kind\": \"\\*\\\\_\"")
        } against: {
            $0.replacing("\"length\": 3", with: "\"berth_kind\": \"*\\\\_\"")
        }
    }

    private func expectSame(_ change: (String) -> String, against other: (String) -> String) throws {
        let page = PageWriter(style: .plain).page
        let (wanted, found) = try (
            Fixture.service(text: other(page), file: "page.md"), Fixture.service(text: change(page), file: "page.md")
        )
        #expect(found.document == wanted.document)
        #expect(found.findings == wanted.findings)
        #expect(found.document.revision("setBoat", "1.0")?.example?.responseBody != nil)
    }

    @Test("A state with the sentence about old versions in one paragraph")
    func stateWithSentence() throws {
        let sentence = try #require(GuideDialect.scp.furniture.first?.notices.first)
        try expectSame { $0.replacing("ACTIVE (CURRENT)\n", with: "ACTIVE (CURRENT)\n\(sentence)\n") }
        let other = PageWriter(style: .plain).page
            .replacing("## Parameters", with: "## State\n\nACTIVE (CURRENT)\nGone soon.\n\n## Parameters")
        #expect(try Fixture.service(text: other, file: "page.md").findings.contains { $0.rule == "unknown-state" })
    }

    @Test("Rows that were wrapped at their links, in columns: no row swallows the next one")
    func wrappedColumns() throws {
        try expectSame { page in
            let start = page.range(of: "| HTTP Code")!.lowerBound
            let end = page.range(of: "## Example HTTP request")!.lowerBound
            return page.replacingCharacters(
                in: start..<end,
                with: """
                    | HTTP Code             | Description | Schema |
                    |-----------------------|-------------|--------|
                    | 200                   | OK          |        |
                    | [Boat](/models/boat/) |
                    | 404                   | Gone        | None   |


                    """)
        }
    }
}

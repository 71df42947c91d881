import Documentation
import Testing

/// Lines of which readers could look at every part for every other part.
@Suite("Long lines of marks take no longer than others")
struct LongLineTests {
    @Test(
        "Each is read in a moment", .timeLimit(.minutes(5)),
        arguments: [
            (String(repeating: "link:", count: 40_000), "page.adoc"),
            (String(repeating: "{", count: 100_000) + "}", "page.adoc"),
            (String(repeating: "[](", count: 40_000), "page.txt"),
        ])
    func marks(line: String, file: String) throws {
        let text =
            file.hasSuffix(".adoc")
            ? ":name: value\n\n= Page\n\n\(line)\n" : "Page\n1 - One\n1.1 - Two\n1.1.1 - 1.0\n\(line)\n"
        let page = try page(text, file: file)
        #expect(page.blocks.contains { $0.content == .paragraph(line) })
    }

    @Test("The rows of a table that a converter wrapped", .timeLimit(.minutes(5)))
    func wrappedRows() throws {
        let words = Array(repeating: "words and more words", count: 60_000).joined(separator: "\n")
        let page = try page("# Page\n\n| A | B |  \n|---|---|  \n| a | \(words) |  \n", file: "page.md")
        #expect(tables(page)[0].rows.count == 1)
    }

    @Test("What counts as a link, a reference or an identifier is what it was")
    func sameMarks() throws {
        let text = "= Page\n\nlink:https://a.example/{x}[one] https://b.example/c[two] https://d.example link:e\n"
        let block = try page(text, file: "page.adoc").blocks[1]
        #expect(block.content == .paragraph("one two https://d.example link:e"))
        #expect(block.marks.count == 3)
        #expect(throws: Never.self) { try page(":base: /v1\n\n= Page\n\nUnder {{other}.\n", file: "page.adoc") }
        #expect(throws: (any Error).self) { try page(":base: /v1\n\n= Page\n\nUnder {{base}.\n", file: "page.adoc") }
    }

    @Test(
        "Brackets of a pattern are no link",
        arguments: [
            "| a | Tool ID Pattern : ^[a-z](/[a-z])*$ | string |", "| a | Pattern : [x](/y) | string |",
            "| a | Letters [a-z](/) | string |", "| a | Not [^/](/x) | string |", "| a | [x](/y|z) | string |",
        ])
    func patterns(row: String) throws {
        let text = "Page\n1 - One\n1.1 - Two\n1.1.1 - 1.0\nParameters\n| Name | Description | Schema |\n|---|\n\(row)\n"
        let cells = try tables(page(text, file: "page.txt"))[0].rows[0].cells.map(\.text)
        #expect(row == "| " + cells.joined(separator: " | ") + " |" || cells.joined(separator: "|").contains("[x](/y"))
    }

    @Test("A link before such a label is one")
    func linkBeforeLabel() throws {
        let text = """
            Page
            1 - One
            1.1 - Two
            1.1.1 - 1.0
            | Name | Description | Schema |
            |---|
            | a | See [Tool](/tools/) Pattern : ^[a-z](/[a-z])*$ | array[[Tool](https://a.example/x?y=1)] |

            """
        let cells = try tables(page(text, file: "page.txt"))[0].rows[0].cells
        #expect(cells.map(\.text) == ["a", "See Tool Pattern : ^[a-z](/[a-z])*$", "array[Tool]"])
        #expect(cells[1].link == "/tools/")
    }
}

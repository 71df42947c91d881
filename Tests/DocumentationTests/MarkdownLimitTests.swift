import Documentation
import Testing

@Suite("Limits of Markdown") struct MarkdownLimitTests {
    @Test("Deep quotes and lists", arguments: [">", "> ", "- ", "1. "])
    func depth(mark: String) {
        let text = "# A\n\n" + String(repeating: mark, count: 100_000) + "x\n"
        #expect(
            refusal(text)
                == "page:3:1: error: quotes and lists are nested more than 64 deep; the page is damaged")
    }

    @Test("Wide tables")
    func width() {
        let row = String(repeating: "|a", count: 10_000) + "|\n"
        let text =
            "# A\n\n" + row + String(repeating: "|-", count: 10_000) + "|\n" + String(repeating: "|b|\n", count: 10_000)
        #expect(
            refusal(text)
                == "page:3:1: error: the table has 10000 columns and the limit is 1000; the page is damaged")
    }

    @Test(
        "Marks that are never closed are read in linear time",
        .timeLimit(.minutes(1)),
        arguments: [
            "[", "![l", "[a](", "<", "</", "<a x=\"", "x <!-- ", "*a **a ", "a_", "`a ``a ", "&a", "[](#a)", "x <?",
            "[a][",
        ])
    func unclosed(mark: String) throws {
        #expect(try page("# A\n\nx " + String(repeating: mark, count: 50_000) + "\n").blocks.count == 2)
    }

    @Test("Many short lines of a broken table", .timeLimit(.minutes(1)))
    func shortLines() throws {
        let text = "# A\n\na| b| c  \n---|---|---  \n" + String(repeating: "x  \n", count: 50_000) + "\nEnd\n"
        #expect(tables(try page(text))[0].rows.count > 10_000)
    }
}

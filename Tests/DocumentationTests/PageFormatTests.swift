import Documentation
import Testing

@Suite("Which form a page has") struct PageFormatTests {
    @Test(
        "Markdown",
        arguments: [
            "# Tide\n\nText", "Tide\n====\n", "Tide | API\n\n# 1 - APIs\n", "1.1 - A\n=======\n\n1.2 - B\n=======\n",
            "<div>\n\n# 1 - APIs\n\n</div>", "Text\n\n```\nx\n```\n", "[a](b)\n\n| a |\n|---|\n",
        ])
    func markdown(text: String) {
        #expect(PageReader.detectFormat(Array(text.utf8)) == .markdown)
    }

    @Test(
        "Extracted text",
        arguments: [
            "Tide\n1 - APIs\n1.1 - A\n# a comment\n", "Tide\n| a | b |\n|---|---|\n| 1 | 2 |\n",
            "1 - A\n| a |\n|---|\n",
        ])
    func text(text: String) {
        #expect(PageReader.detectFormat(Array(text.utf8)) == .extractedText)
    }

    @Test(
        "HTML",
        arguments: [
            "<!doctype html><pre>\n# 1 - A\n# 2 - B\n</pre>", "<div><h1>A</h1></div>", "<p>\n<pre>\n# a\n</pre>",
        ])
    func html(text: String) {
        #expect(PageReader.detectFormat(Array(text.utf8)) == .html)
    }

    @Test("Two forms in one file")
    func mixtures() {
        let markdown = "# 1 - A\n\n## B\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n# 2 - C\n"
        let html = "<!doctype html><main><h1>A</h1><p>x</p></main></html>\n"
        #expect(refusal(markdown + html)?.hasPrefix("page:10:1: error: an HTML document starts in the middle") == true)
        let table = String(markdown.dropLast("\n# 2 - C\n".count))
        #expect(refusal(table + "| 3 | 4 |" + html)?.contains(":8:") == true)
        #expect(refusal(html + markdown)?.contains("and Markdown follows") == true)
        #expect(refusal("<!doctype html><p>x</p>\n<p>" + markdown)?.contains("goes on as Markdown") == true)
        #expect(refusal(markdown + "1 - D\ntext\n1.1 - E\n")?.contains("two conversions") == true)
        #expect(refusal("# A\n\n```\n{\n" + html)?.contains("an HTML document starts") == true)
    }

    @Test(
        "What is not a page is named",
        arguments: [
            ("PK\u{3}\u{4}abc", "zip archive"), ("%PDF-1.7\n", "this is a PDF"), ("BZh9", "bzip2"),
            ("[{\"title\": \"A\", \"href\": \"/a/\", \"body\": \"x\"}]", "search index"),
            ("{\"version\": \"2\", \"invertedIndex\": []}", "search index"), ("{\"a\": [1, \"}\"]}", "this is JSON"),
        ])
    func foreign(text: String, word: String) {
        #expect(refusal(text)?.contains(word) == true)
        #expect((PageReader.foreignContent(Array(text.utf8)) != nil) == (word != "this is JSON"))
        #expect(refusal([0x1F, 0x8B, 8])?.contains("gzip") == true)
    }
}

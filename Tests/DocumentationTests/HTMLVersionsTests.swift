import Documentation
import Testing

/// What versions of libxml2 differ about; scripts/libxml2 runs these tests against others than the installed one.
@Suite("HTML, whichever libxml2 reads it")
struct HTMLVersionsTests {
    private func texts(_ html: String) throws -> [String] {
        try page("<main>\(html)</main>").blocks.map { block in
            switch block.content {
            case .paragraph(let text), .code(let text): text
            case .heading(let heading): heading.text
            case .table(let table): table.rows.flatMap { $0.cells.map(\.text) }.joined(separator: "|")
            }
        }
    }

    @Test(
        "An ampersand without a semicolon is meant as it stands",
        arguments: [
            ("/v1/x?a=1&region=2&section=3&notify=4", "/v1/x?a=1&region=2&section=3&notify=4"),
            ("/v1/x?a=1&amp;region=2&amp;copy=3", "/v1/x?a=1&region=2&copy=3"), ("a &copy b", "a &copy b"),
            ("a && b & c", "a && b & c"), ("&notit; &nosuch;", "&notit; &nosuch;"), ("&", "&"), ("&#;", "&#;"),
            ("&#x;&#xg;", "&#x;&#xg;"), ("AT&T", "AT&T"),
        ])
    func ampersands(html: String, text: String) throws {
        #expect(try texts("<p>\(html)</p>") == [text])
        #expect(try texts("<pre><code>\(html)</code></pre>") == [text])
        #expect(try texts("<table><tr><th>a<tr><td>\(html)</table>") == [text])
    }

    @Test(
        "References",
        arguments: [
            ("&lt;&gt;&quot;&apos;&#39;&#x27;&#X27;", "<>\"''''"), ("&lbrace;id&rbrace;", "{id}"), ("a&rarr;b", "a→b"),
            ("&#8217;&#150;&#x80;", "’–€"), ("&#38x &#x26;y", "&x &y"), ("&#xD800;&#x110000;", "\u{FFFD}\u{FFFD}"),
            ("&NotEqualTilde;", "≂̸"), ("&amp;lt;", "&lt;"), ("&CounterClockwiseContourIntegral;", "∳"),
        ])
    func references(html: String, text: String) throws {
        #expect(try texts("<p>\(html)</p>") == [text])
        // A parser hands text over in pieces that may end anywhere.
        for count in [60, 250, 500, 995, 1000, 4090] {
            let padding = String(repeating: "x", count: count)
            #expect(try texts("<p>\(padding)\(html)</p>") == [padding + text])
        }
    }

    @Test(
        "Comments end where HTML 5 says",
        arguments: [
            "a<!-->b", "a<!--->b", "a<!---->b", "a<!-- <p>x</p> -->b", "a<!-- x --!>b", "a<!x>b", "a<?php x ?>b",
            "a</1>b", "a</>b", "a<![CDATA[x]]>b", "a<!-- & -- > -->b",
        ])
    func comments(html: String) throws {
        #expect(try texts("<p>\(html)</p><p>c</p>") == ["ab", "c"])
    }

    @Test(
        "The text of some elements holds no tags",
        arguments: ["script", "style", "textarea", "iframe", "noembed", "noframes"])
    func rawText(name: String) throws {
        #expect(try texts("<p>a<\(name)></p></main><p>&lt;</\(name) >b</p>") == ["ab"])
        #expect(try texts("<p>a<\(name.uppercased()) id='>'><!-- </\(name)>b</p>") == ["ab"])
    }

    @Test("Preformatted text that holds no tags, and titles")
    func shownRawText() throws {
        #expect(try texts("<xmp>{\n  \"a\": \"<b>&lt;\"\n}</xmp><p>c") == ["{\n  \"a\": \"<b>&lt;\"\n}", "c"])
        #expect(try page("<title>A <b> &amp; B</title><main><p>a</main>").title == "A <b> & B")
        #expect(refusal("<main><p>a</p><plaintext></main>") != nil)
    }

    @Test(
        "Attributes",
        arguments: [
            "<a @click=\"x > 1\" href=/x/>t</a>", "<a href='/x/' href=/y/ data-a=\">\">t</a>",
            "<a\nhref\n=\n/x/\n>t</a>", "<a / (x) href=\"/x/\" />t", "<A HREF=/x/>t</A>",
        ])
    func attributes(html: String) throws {
        let cell = try tables(page("<main><table><tr><th>a<tr><td>\(html)</table></main>"))[0].rows[0].cells[0]
        #expect(cell.text == "t")
        #expect(cell.link == "/x/")
    }

    @Test("References in attributes")
    func referencesInAttributes() throws {
        let html = "<main><table><tr><th>a<tr><td><a href='/x?a=1&amp;b=2&region=3&lbrace;'>t</a></table></main>"
        #expect(try tables(page(html))[0].rows[0].cells[0].link == "/x?a=1&b=2&region=3{")
    }

    @Test("Control characters are spaces")
    func controls() throws {
        #expect(try texts("<p>a\u{01}b\u{7F}c\u{0C}d</p>") == ["a b c d"])
    }

    @Test("Columns stay where they are when a start tag implies an end")
    func impliedEnds() throws {
        let blocks = try page("<main><p>a<table><tr><td>b</table><ul><li>c<li>d</ul></main>").blocks
        #expect(blocks.map(\.column) == [7, 11, 39, 44])
    }

    @Test("Links of a page")
    func links() {
        let html = """
            <nav><a href=/a/>a</a><a class=x href="/b?c=1&amp;d=2">b</a></nav><main><a href=#x>x</a><a href='c/'>c</a>\
            <a href=/a/>again</a><!-- <a href=/no/>n</a> --><script>"<a href=/no/>"</script><abbr href=/no/></abbr></main>
            """
        #expect(PageLinks.addresses(in: Array(html.utf8)) == ["/a/", "/b?c=1&d=2", "c/"])
    }
}

import Documentation
import Testing

@Suite("HTML")
struct HTMLReaderTests {
    /// The start of a page of an invented service, minified, with navigation.
    static let start = """
        <!doctype html><html lang=en class=no-js><head><meta charset=euc-kr><link rel=canonical href=https://tide.example/en/>\
        <meta name=generator content="x"><title>Tide &amp; Co | API</title><style>p{color:red}</style></head><body>\
        <header><nav><ul><li>Home<li>Docs</ul></nav></header><aside><ul><li>1: Nav<p>nav</ul></aside><main role=main>
        """
    static let end = "</main><footer>foot</footer><script>if(a<b){document.write('<p>no</p>')}</script></body></html>"

    private func main(_ content: String) throws -> [String] { outline(try page(Self.start + content + Self.end)) }

    @Test("What a page says about itself")
    func about() throws {
        let full = try page(Self.start + "<p>x" + Self.end)
        #expect(full.format == .html)
        #expect(full.language == "en")
        #expect(full.address == "https://tide.example/en/")
        #expect(full.title == "Tide & Co | API")
        let bare = try page("<p>x</p>")
        #expect(bare.language == nil && bare.address == nil && bare.title == nil)
        let body = try page("<html lang=ko><head><title>T</title></head><body><p>x</p></body></html>")
        #expect(body.language == "ko" && body.title == "T")
    }

    @Test("Headings lose the link to themselves and give up their number")
    func headings() throws {
        let text =
            "<h1 class=title>Tide</h1><h1 id=pg-12>1.1.1 - 1.2</h1>"
            + "<h2 id=description>Description<a class=td-heading-self-link href=#d aria-label=x>#</a></h2>"
            + "<h3 id=c>A <code>b</code>\n c</h3><h4></h4>"
        let page = try page(Self.start + text + Self.end)
        #expect(
            page.blocks.map(\.content) == [
                .heading(Heading(number: [], text: "Tide", level: 1)),
                .heading(Heading(number: [1, 1, 1], text: "1.2", anchor: "pg-12", level: 1)),
                .heading(Heading(number: [], text: "Description", anchor: "description", level: 2)),
                .heading(Heading(number: [], text: "A b c", anchor: "c", level: 3)),
            ])
    }

    @Test("Paragraphs, lists and loose text, white space as browsers show it")
    func paragraphs() throws {
        let text =
            "<div class=\"x d-print-none\"><p>screen</div><p>a\n <b>b</b> <i>c</i>&lt;d&gt; &amp;&#39;e&nbsp;f<p>two<ul>"
            + "<li>one <a href=x>link</a><li>two<ul><li>inner</ul>after</ul>loose<br>line<div>block</div>"
            + "<!-- no --><p><input value=no><button>no</button><svg><text>no</text></svg><p>&nbsp;</p>"
        #expect(
            try main(text)
                == [
                    "1-2 paragraph a b c<d> &'e f", "2 paragraph two", "2 paragraph one link", "2 paragraph two",
                    "2 paragraph inner", "2 paragraph after", "2 paragraph loose\nline", "2 paragraph block",
                ])
    }

    @Test("Code keeps its lines")
    func code() throws {
        let text =
            "<pre tabindex=0><code>\nget /v1/gauges\r\n</code></pre><div class=highlight><pre><code class=language-json>"
            + "<span class=line><span class=p>{</span>\n</span><span class=line>    <span class=nt>\"a\"</span>: &lt;\n"
            + "</span><span><span class=p>}</span>\n</span></code></pre></div><pre>a\r\rb<br>c</pre>"
        #expect(
            try main(text) == [
                "1-2 code get /v1/gauges", "3-5 code {\n    \"a\": <\n}", "6-8 code a\n\nb\nc",
            ])
    }

    @Test("Places in minified HTML")
    func places() throws {
        let text = "<!doctype html>\n<p>한국<p\n class=x>a\n<table><tr><th>h\r<tr><td>x</table></p>"
        let page = try page(text)
        #expect(page.blocks.map(\.lines) == [2...2, 2...3, 4...5])
        #expect(page.blocks.map(\.column) == [1, 6, 1])
        #expect(tables(page)[0].rows.map(\.column) == [1])
        #expect(tables(page)[0].rows.map(\.lines) == [5...5])
    }

    @Test("Lines beyond 65,535")
    func manyLines() throws {
        let text = "<nav>" + String(repeating: "\n", count: 100_000) + "</nav><p>a</p>\n<p>b</p>"
        #expect(outline(try page(text)) == ["100001 paragraph a", "100002 paragraph b"])
    }

    @Test("Without <main> the body is the content")
    func body() throws {
        #expect(
            outline(try page("<body><nav>no</nav><p>a <!-- <main> --><p>b<footer>no</footer></body>")) == [
                "1 paragraph a", "1 paragraph b",
            ])
    }

    @Test("Whatever charset a page declares, it is UTF-8", arguments: ["euc-kr", "iso-8859-1", "utf-16", "x"])
    func charset(name: String) throws {
        #expect(
            outline(try page("<html><head><meta charset=\(name)></head><body><p>가격 é</p></body></html>")) == [
                "1 paragraph 가격 é"
            ])
    }

    @Test("Nothing is loaded or expanded")
    func entities() throws {
        let text =
            "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"zz\">]>\n<p>a &x; &y;</p>"
        let blocks = outline(try page(text))
        #expect(blocks.last?.hasSuffix("a &x; &y;") == true)
        #expect(!blocks.joined().contains("root:"))
    }
}

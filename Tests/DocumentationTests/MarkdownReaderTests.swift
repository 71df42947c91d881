import Documentation
import Testing

@Suite("Markdown") struct MarkdownReaderTests {
    @Test("Headings of both kinds, with numbers, anchors and links to themselves")
    func headings() throws {
        let page = try page(
            """
            # Tide ##

            1\\.2 \\- List Boats
            ================

            State
            -----
            ## Responses[](#responses)

            ### Request path {#path}

            <a name="body"></a>
            ### Request body<a href="#x" class="link"
            aria-label="Link"></a>
            """)
        #expect(page.format == .markdown)
        #expect(
            outline(page) == [
                "1 heading [Tide]", "3-4 heading 1.2[List Boats]", "6-7 heading [State]", "8 heading [Responses]",
                "10 heading [Request path]", "13-14 heading [Request body]",
            ])
        let headings = page.blocks.compactMap { if case .heading(let heading) = $0.content { heading } else { nil } }
        #expect(headings.map(\.level) == [1, 1, 2, 2, 3, 3])
        #expect(headings.map(\.anchor) == [nil, nil, nil, "responses", "path", "x"])
    }

    @Test("Anchors belong to the block that follows them")
    func anchors() throws {
        let page = try page(
            "# A\n\n<a id=\"one\"></a>\n\n<a name=two></a>\n<!-- x -->\n\nText\n\nMore\n\n<a id=b></a>\n## B\n")
        #expect(page.blocks.map(\.anchors) == [[], ["one", "two"], [], ["b"]])
        #expect(outline(page) == ["1 heading [A]", "8 paragraph Text", "10 paragraph More", "13 heading [B]"])
    }

    @Test("Code, fenced with and without a language, and indented")
    func code() throws {
        let page = try page(
            "# A\n\n``` json\n{\n\n  \"a\": 1\n}\n```\n~~~\n# no heading\n~~~\n\n    \n    get /v1/boats\n      x\n    \n\nEnd\n"
        )
        #expect(
            outline(page) == [
                "1 heading [A]", "4-7 code {\n\n  \"a\": 1\n}", "10 code # no heading", "14-15 code get /v1/boats\n  x",
                "18 paragraph End",
            ])
        #expect(page.blocks.map(\.language) == [nil, "json", nil, nil, nil])
        let open = try self.page("# A\n\n```\n{\n")
        #expect(outline(open) == ["1 heading [A]", "4 unbalanced {"])
        #expect(open.cutOffBlock != nil)
    }

    private func page(_ text: String) throws -> Page { try PageReader.read(Array(text.utf8), file: "page") }

    @Test("Lists, quotes and paragraphs over several lines")
    func containers() throws {
        let page = try page("# A\n\n* one\n  more\n  + [ ] two\n\n> quoted\ngoes on\n\n1. three\n\n   four\nfive\n")
        #expect(
            outline(page) == [
                "1 heading [A]", "3-4 paragraph one more", "5 paragraph two", "7-8 paragraph quoted goes on",
                "10 paragraph three", "12-13 paragraph four five",
            ])
        #expect(page.blocks.map(\.listDepth) == [0, 1, 2, 0, 1, 1])
    }

    @Test(
        "Text without its marks",
        arguments: [
            ("boat\\_id \\| \\*", "boat_id | *"), ("a_b_c and 2*3*4", "a_b_c and 234"),
            ("name *required*", "name required"),
            ("**bold** _it_ ~~gone~~", "bold it gone"), ("`a  *b*` ``c`d``", "a  *b* c`d"),
            ("array[[Tag](/models/tag/ \"Tag\")]", "array[Tag]"), ("any of [string, null]", "any of [string, null]"),
            ("![alt](x.png) <https://a.example/>", "alt https://a.example/"), ("a<br>b<br/>c", "a\nb\nc"),
            ("<string> or <code>x</code>", "<string> or x"),
            ("&lt;a&gt; &amp; ?a=1&region=2 &#39;", "<a> & ?a=1&region=2 '"),
            ("one  \ntwo\nthree\\\nfour", "one\ntwo three\nfour"), ("{region} [x](y){.c} `z`{.d}", "{region} x z"),
            ("bo\u{AD}at\u{200B}\u{A0}x", "boat x"), ("[]", "[]"),
            ("`a`Pattern : `b`s", "a\nPattern : bs"), ("*a **b* c", "*a *b c"), ("**a*", "*a"),
            ("***a***", "a"),
        ])
    func inline(source: String, text: String) throws {
        #expect(outline(try page("# A\n\n\(source)\n")).last?.hasSuffix(" paragraph \(text)") == true)
    }

    @Test("Marks are kept with their places")
    func marks() throws {
        let page = try page("# A\n\n| N | S |\n|---|---|\n| é *required* | [B](/b/) `c` |\n")
        let cells = tables(page)[0].rows[0].cells
        #expect(cells[0].marks == [TextMark(.emphasis, range: 3..<11)])
        #expect(cells[1].marks == [TextMark(.link("/b/"), range: 0..<1), TextMark(.code, range: 2..<3)])
        #expect(cells[1].link == "/b/")
    }

    @Test("Reference links, defined before or behind their use")
    func references() throws {
        let page = try page("# A\n\n[ab][1] [Tag] [no]\n\n  [1]: </x/> 'T'\n[tag]: /tag/\n")
        #expect(outline(page) == ["1 heading [A]", "3 paragraph ab Tag [no]"])
        #expect(page.blocks[1].marks.map(\.kind) == [.link("/x/"), .link("/tag/")])
    }

    @Test("HTML inside: divisions, tables with blank lines, preformatted text, details")
    func html() throws {
        let page = try page(
            """
            <div class="x">

            # A

            <table>
            <tr><th>Name</th>

            <th>Schema</th></tr>
            <tr><td>id<br><em>required</em></td><td>string</td></tr>
            </table>
            Text
            <details><summary>More</summary>

            - `x`

            </details>
            <pre>
            a

            b
            </pre>
            </div>
            """)
        #expect(
            outline(page) == [
                "3 heading [A]", "5-9 table Name ¦ Schema", "  9 id\nrequired ¦ string", "11 paragraph Text",
                "12 paragraph More", "14 paragraph x", "17-20 code a\n\nb",
            ])
        #expect(refusal("# A\n\n<table>\n<tr><td>x\n")?.contains("<table> has no end tag") == true)
    }

    @Test("Front matter, divisions and marks of code say nothing")
    func furniture() throws {
        let page = try page("---\ntitle: X\n---\n# A\n\n::: {.note}\n[code]\n    x\n[/code]\n:::\n")
        #expect(outline(page) == ["4 heading [A]", "8 code x"])
    }
}

import Documentation
import Testing

@Suite("HTML that is damaged")
struct DamagedHTMLTests {
    @Test(
        "A page that is cut off",
        arguments: [
            ("<main><p>a", "main", 11), ("<main><p>a</p></mai", "main", 20), ("<main><table><tr><td>a", "table", 23),
            ("<main><pre>a", "pre", 13), ("<main><div><pre><code>a</code", "code", 30),
            ("<p>a</p><table><tr><td>b\n</table", "table", 8), ("<div><p>a", "div", 10), ("<script>a", "script", 10),
            ("<nav><ul><li>a</ul>", "nav", 20),
        ])
    func cutOff(text: String, element: String, column: Int) {
        let line = text.contains("\n") ? 2 : 1
        #expect(
            refusal(text) == "page:\(line):\(column): error: the page ends inside <\(element)>: it is cut off; "
                + "download it again")
    }

    @Test("A page that ends in a tag", arguments: ["<p>a</p></", "<p>a</p><", "<p>a</p></p", "<p>a</p><!doc"])
    func cutInTag(text: String) {
        #expect(
            refusal(text) == "page:1:9: error: a tag has no end: the page is cut off or damaged; download it again")
    }

    @Test(
        "Pages that are whole although end tags are missing",
        arguments: [
            "<p>a", "<p>a<p>b</body>", "<body><div><p>a</body></html>\n", "<ul><li>a</ul>",
            "<main><div><p>a</main></html>",
            "<p>1 < 2", "<main><p>a</main><footer><div>x", "<p>a<wbr>b", "<table><tr><td>a</table>",
        ])
    func whole(text: String) {
        #expect(refusal(text) == nil)
    }

    @Test("Every cut through the content of a page is noticed")
    func everyCut() throws {
        let start = "<html><body><nav><li>n</nav><main role=main>"
        let text =
            start + "<h1 id=a>1 - A</h1><p>x<table><thead><tr><th>a<tbody><tr><td>b<br>c</table><pre>d\n</pre></main>"
        let bytes = Array(text.utf8)
        for count in start.utf8.count..<bytes.count {
            #expect(refusal(Array(bytes[..<count]))?.contains("cut off") == true, "cut at \(count)")
        }
        #expect(refusal(bytes) == nil)
    }

    @Test(
        "What takes the rest of the page with it",
        arguments: [
            ("a tag", "<p cla"), ("a tag", "<p title=\"a>b</p></main></body></html>"),
            ("a comment", "<!-- b</main></html>"),
            ("a processing instruction", "<?php b"),
        ])
    func unfinished(what: String, text: String) {
        for start in ["<p>a</p>\n", "<main>\n"] {
            #expect(
                refusal(start + text)
                    == "page:2:1: error: \(what) has no end: the page is cut off or damaged; download it again")
        }
        #expect(refusal("<main>a</main>" + text) == nil)
    }

    @Test("An element that is left out and takes content with it", arguments: ["script", "nav", "select", "svg"])
    func unfinishedIgnored(name: String) {
        #expect(
            refusal("<main>\n<p>a</p><\(name) id=x><p>b</p></main></body></html>")
                == "page:2:9: error: <\(name)> has no end tag: the page is damaged; download it again")
        #expect(refusal("<main><p>a</p><\(name)></\(name) ><svg/><input><p>b</main>") == nil)
    }

    @Test("An element that something else closes")
    func missingEndTag() {
        #expect(
            refusal("<main>\n <pre>a<ul><li>b</ul></main>")
                == "page:2:2: error: <pre> has no end tag: the page is damaged; download it again")
        #expect(
            refusal("<body>\n<main><p>a</body>\n<!-- end -->")
                == "page:2:1: error: <main> has no end tag: the page is damaged; download it again")
        #expect(
            refusal("<main><table><tr><td>a</main></body></html>")
                == "page:1:7: error: <table> has no end tag: the page is damaged; download it again")
    }

    @Test("Only navigation")
    func noContent() {
        #expect(
            refusal("<html><body><nav><p>a</nav></body></html>")
                == "page:1:1: error: the page has no content besides navigation; is it the right page?")
    }

    @Test("The depth of nesting", arguments: ["<main>", "<nav>"])
    func depth(container: String) {
        let end = container == "<main>" ? "</main>" : "</nav><p>x</p>"
        func text(_ depth: Int) -> String {
            container + String(repeating: "<div>", count: depth - 1) + "x"
                + String(repeating: "</div>", count: depth - 1) + end
        }
        #expect(refusal(text(256)) == nil)
        #expect(
            refusal(text(257))?.hasSuffix("error: elements are nested more than 256 deep; the page is damaged") == true)
        #expect(refusal(text(200_000)) != nil)
    }

    @Test("The number of attributes")
    func attributes() {
        func text(_ count: Int) -> String {
            "<p>a</p>\n<p " + (0..<count).map { "attribute\($0)" }.joined(separator: " ") + ">b</p>"
        }
        #expect(refusal(text(256)) == nil)
        #expect(refusal(text(257)) == "page:2:1: error: a tag has more than 256 attributes; the page is damaged")
        let words = String(repeating: "a b ", count: 1000)
        for text in ["<script>if(a<b){\(words)}</script>", "<!-- <p \(words) -->", "<p title=\"\(words)\">"] {
            #expect(refusal("<p>a</p>\(text)<p>b</p>") == nil)
        }
    }
}

import HTMLTokens
import Testing

@Suite("Markup of HTML")
struct HTMLMarkupTests {
    /// The tags of a page, as `name`, `/name`, and `name(text)` where the element's text holds no tags.
    private func tags(_ page: String, withScripts: Bool = false) -> [String] {
        let bytes = Array(page.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            let markup = HTMLMarkup(buffer)
            var tags: [String] = []
            markup.forEachTag(withScripts: withScripts) { tag in
                func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
                let content = tag.text.map { "(\(text($0)))\(tag.isUnclosed ? "…" : "")" } ?? ""
                tags.append((tag.isEnd ? "/" : "") + text(tag.name) + content)
                return true
            }
            return tags
        }
    }

    @Test(arguments: [
        ("a<b>c</b>", ["b", "/b"]), ("a < b, a<1<i>", ["i"]), ("<!-- <b> --><i>", ["i"]), ("<!--><i>", ["i"]),
        ("<!---><i>", ["i"]), ("<!-- -- --!><i>", ["i"]), ("<!-- <i>", []), ("<!x <b><i>", ["i"]),
        ("<?x <b><i>", ["i"]),
        ("</ b><i>", ["i"]), ("</><i>", ["i"]), ("<a t='<b>'><i>", ["a", "i"]), ("<a t=\"<b>><i>", ["a"]),
        ("<script>'<b>'</script><i>", ["script('<b>')", "/script", "i"]),
        ("<SCRIPT><b></Script ><i>", ["SCRIPT(<b>)", "/Script", "i"]),
        ("<script>'</scripty>'</script>", ["script('</scripty>')", "/script"]), ("<title><b>", ["title(<b>)…"]),
        ("<plaintext><b></plaintext>", ["plaintext(<b></plaintext>)…"]), ("<", []), ("<a", ["a"]), ("</a", ["/a"]),
        ("<script><!-- <script>x</script> --></script><i>", ["script(<!-- <script>x</script> -->)", "/script", "i"]),
        ("<script><!-- <script> --></script><i>", ["script(<!-- <script> -->)", "/script", "i"]),
        ("<script><!--> <script></script><i>", ["script(<!--> <script>)", "/script", "i"]),
        ("<noscript><b></noscript>", ["noscript", "b", "/noscript"]),
    ])
    func tagsOfPages(_ page: String, _ expected: [String]) {
        #expect(tags(page) == expected)
    }

    @Test("With scripts, what stands in noscript is text")
    func scripts() {
        #expect(tags("<noscript><b></noscript><i>", withScripts: true) == ["noscript(<b>)", "/noscript", "i"])
    }

    @Test(arguments: [
        ("<a b=c d='e f' g=\"h\" i>", ["b=c", "d=e f", "g=h", "i"]), ("<a/b/c=d/e>", ["b", "c=d/e"]),
        ("<a =b=c>", ["=b=c"]), ("<a\n B = c\t>", ["B=c"]), ("<a b=''c=d>", ["b=", "c=d"]), ("<a b='c", []),
        ("<a b=c", ["b=c"]), ("<a b=", []), ("<a b=c/>", ["b=c/"]), ("<a b />", ["b"]),
    ])
    func attributes(_ page: String, _ expected: [String]) {
        let bytes = Array(page.utf8)
        let found = bytes.withUnsafeBufferPointer { buffer in
            let markup = HTMLMarkup(buffer)
            var found: [String] = []
            markup.forEachTag { tag in
                found += markup.attributes(of: tag).map { attribute in
                    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
                    return text(attribute.name) + (attribute.value.map { "=" + text($0) } ?? "")
                }
                return true
            }
            return found
        }
        #expect(found == expected)
    }

    @Test(
        "Pages of one kind of mark are read once", arguments: ["<", "<!--", "<script>", "<a b='", "</script", "<a ="])
    func isLinear(_ part: String) {
        #expect(tags(String(repeating: part, count: (1 << 20) / part.utf8.count)).count < 1 << 19)
    }

    @Test(arguments: [
        ("a &amp; b", "a & b"), ("&lt;&gt;&quot;&apos;", "<>\"'"), ("&copy=1&region=x", "&copy=1&region=x"),
        ("&copy;", "©"), ("&#38;&#x26;&#X26;", "&&&"), ("&#150;", "–"), ("&#0;", "\u{FFFD}"),
        ("&nothing;", "&nothing;"),
        ("&#;&#x;&;", "&#;&#x;&;"), ("&NotEqualTilde;", "≂̸"), ("plain", "plain"), ("", ""), ("&", "&"),
        ("&amp", "&amp"),
    ])
    func references(_ text: String, _ expected: String) {
        #expect(HTMLReference.decode(Array(text.utf8)[...]) == expected)
    }
}

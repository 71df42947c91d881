import Testing

@testable import SwiftRendering

@Suite("Descriptions in CommonMark as documentation comments")
struct CommonMarkTextTests {
    private func comment(_ text: String) -> [String] {
        var doc = DocComment()
        doc.paragraph(text)
        return doc.lines
    }

    @Test(
        "Code, emphasis, links to the web and lists survive",
        arguments: [
            ("Set `name` or ``other``.", ["Set `name` or `other`."]), ("**Note**: *slow*.", ["**Note**: *slow*."]),
            (
                "See [the guide](https://docs.example/a_b?c=1#d).",
                ["See [the guide](https://docs.example/a_b?c=1#d)."]
            ),
            (
                "One of:\n* `a`: first\n- **b**\n  + third\nThe rest.",
                ["One of:", "- `a`: first", "- **b**", "- third", "", "The rest."]
            ),
            ("A list of `a b`, `c`", ["A list of `a b`, `c`"]),
        ])
    func survives(_ text: String, _ lines: [String]) { #expect(comment(text) == lines) }

    @Test(
        "All else is text",
        arguments: [
            ("```\ncode\n```", ["\\`\\`\\`", "code", "\\`\\`\\`"]), ("`` ` ``", ["\\`\\` \\` \\`\\`"]),
            ("a `b", ["a \\`b"]), ("a ` ` b", ["a \\` \\` b"]), ("2 * 3 * 4", ["2 \\* 3 \\* 4"]),
            ("a*b*c", ["a\\*b\\*c"]), ("****", ["\\*\\*\\*\\*"]), ("* ", ["\\*"]), ("***a***", ["\\*\\*\\*a\\*\\*\\*"]),
            ("# heading", ["\\# heading"]), ("> quote", ["\\> quote"]), ("| a |", ["\\| a |"]),
            ("[a](doc:Other)", ["\\[a](doc:Other)"]), ("[a](javascript:b)", ["\\[a](javascript:b)"]),
            ("[a](https://x/`b`)", ["\\[a](https://x/`b`)"]), ("[a](https://x/ \"t\")", ["\\[a](https://x/ \"t\")"]),
            ("![a](https://x/y.png)", ["!\\[a](https://x/y.png)"]), ("<b>a</b>", ["\\<b>a\\</b>"]),
            ("- Parameter name: x", ["\\- Parameter name: x"]), ("- Returns: x", ["\\- Returns: x"]),
            ("* Throws: x", ["\\* Throws: x"]), ("*<b>*", ["\\*\\<b>\\*"]), ("`a\u{1F}b`", ["`a b`"]),
            ("- # a", ["- \\# a"]), ("- - a", ["- \\- a"]),
        ])
    func isText(_ text: String, _ lines: [String]) { #expect(comment(text) == lines) }

    @Test("Code is never broken over lines; what a line begins with is never a list or a heading")
    func wrapping() {
        let words = String(repeating: "word ", count: 20)
        let lines = comment("\(words)`- Parameter a: b` \(words)- x \(words)# y")
        #expect(lines.count > 2)
        #expect(lines.contains { $0.contains("`- Parameter a: b`") })
        #expect(
            lines.allSatisfy { !$0.hasPrefix("- ") && !$0.hasPrefix("# ") && $0.filter { $0 == "`" }.count % 2 == 0 })
        let item = comment("* \(words)\(words)")
        #expect(item[0].hasPrefix("- word"))
        #expect(item.dropFirst().allSatisfy { $0.hasPrefix("  word") })
    }
}

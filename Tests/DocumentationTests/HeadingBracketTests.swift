import Documentation
import Testing

@Suite("Brackets at the end of a heading")
struct HeadingBracketTests {
    @Test("Words in brackets at the end of a heading stay, unless all headings have identifiers there")
    func headings() throws {
        func headings(_ text: String) throws -> [Heading] {
            try page(text, file: "page.md").blocks.compactMap {
                if case .heading(let heading) = $0.content { heading } else { nil }
            }
        }
        let some = try headings("# Pets\n\n## List pets [beta]\n\n### Answers\n\n## Pet [draft]\n\n### Members\n")
        #expect(some.map(\.text) == ["Pets", "List pets [beta]", "Answers", "Pet [draft]", "Members"])
        #expect(some.allSatisfy { $0.anchor == nil })
        let same = try headings("# Pets [beta]\n\n## List pets [beta]\n\n## Show pet [beta]\n")
        #expect(same.map(\.text) == ["Pets [beta]", "List pets [beta]", "Show pet [beta]"])
        let all = try headings("Pets [pets]\n===========\n\n## List pets [list-pets]\n\n```\n# no heading\n```\n")
        #expect(all.map(\.text) == ["Pets", "List pets"])
        #expect(all.map(\.anchor) == ["pets", "list-pets"])
    }
}

import APISpec
import Diagnostics
import DocumentationImport
import Testing

@testable import DocumentationImport

/// Characters that nobody sees are no part of what a page says; what is not a name is reported.
@Suite struct InvisibleCharacterTests {
    @Test(arguments: ["\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}"])
    func insideWords(_ character: String) throws {
        var text = try Fixture.text("shed.txt")
        for word in ["tool_id", "Tool", "integer", "string", "spade", "Parameters", "CURRENT", "query"] {
            let middle = word.index(word.startIndex, offsetBy: word.count / 2)
            text = text.replacing(word, with: "\(word[..<middle])\(character)\(word[middle...])")
        }
        let result = try Fixture.service(text: text)
        #expect(result.document == (try Fixture.service("shed.txt").document))
        #expect(result.findings == [])
    }

    @Test func noBreakSpaces() throws {
        let text = try Fixture.text("shed.txt").replacing("any of [number", with: "any\u{A0}of [number")
            .replacing("weight optional", with: "weight\u{A0}optional").replacing(
                "Tool ID Example", with: "Tool\u{A0}ID Example")
        #expect(try Fixture.service(text: text).document == Fixture.service("shed.txt").document)
    }

    @Test func namesPathsAndValues() {
        for name in ["id", "x-id", "$filter", "filter[name]", "@type", "a.b", "größe", "이름", "content-type"] {
            #expect(NameGrammar.isName(name), "\(name)")
        }
        for name in ["", "a b", "a|b", "`id`", "id,", "<id>", "“id”", "a\u{200B}b", "{id}", "id\u{7}"] {
            #expect(!NameGrammar.isName(name), "\(name)")
        }
        for path in ["/", "/v1/a/{id}", "/v1/a:b", "/v1/%20", "/v1/a/*"] {
            #expect(NameGrammar.isPath(path), "\(path)")
        }
        for path in ["v1", "/v1/ä", "/v1/a b", "/v1/a|b", "/v1/<id>", "/v1/“a”"] {
            #expect(!NameGrammar.isPath(path), "\(path)")
        }
        for value in ["A", "a b", "<", ">=", "-", "값", "\"", "1.0"] { #expect(NameGrammar.isEnumerationValue(value)) }
        for value in ["", "‘A’", "'A'", "A\u{200B}", "A | B", "\u{FFFD}"] {
            #expect(!NameGrammar.isEnumerationValue(value), "\(value)")
        }
    }

    @Test func typographicQuotesAndLiterals() throws {
        #expect(TypographicQuotes.replaced(in: "{“a”: ‘it\"s’, 'b': None}") == "{\"a\": \"it\\\"s\", 'b': None}")
        #expect(TypographicQuotes.replaced(in: "[“a”, ”b“]") == "[\"a\", \"b\"]")
        #expect(TypographicQuotes.replaced(in: "[\"it’s\", '“b”']") == nil)
        let text = try Fixture.text("shed.txt").replacing("\"name\": \"spade\"", with: "“name”: “spade”")
        let result = try Fixture.service(text: text)
        #expect(result.document == (try Fixture.service("shed.txt").document))
        #expect(Set(result.findings.compactMap(\.rule)) == ["literal-example"])
    }
}

import Documentation
import Testing

@Suite("Extracted text")
struct ExtractedTextReaderTests {
    /// A page of an invented service with everything that the real ones do.
    static let service = """
        Tide
        Overview
        Tells when the water comes.
        | Version | Status | Not Before |
        |---|
        | 1.2 | CURRENT | - |
        | 1.1 | SUPPORTED | 20300531 |

        1 - APIs
        1.1 - Show Gauge
        1.1.1 - 1.2
        get /v1/gauges/{gauge_id}
        Parameters
        | Type | Name | Description | Schema | Default |
        |---|
        | path | gauge_id required | Gauge ID Example : GAUGE-abcd
        | string | None |
        | query | kind optional | Kind Example : SEA | RIVER | LAKE
        | enum (SEA, RIVER, LAKE) | None |
        | body | body required |
        | GaugeRequest | |
        Responses
        Example HTTP response
        Response 200
        {
        "gauge": {
        "name": "}",
        "tags": [
        ""
        ]
        }
        }
        2 - Models
        2.1 - Gauge
        | Name | Description | Schema | Default |
        |---|
        name required | Gauge name Pattern : ^(sea|river)$ Example : north | string | |
        tags optional |
        | any of [array[Tag], null] | |
        kind required | Kind Example : SEA | RIVER
        | string | |
        """

    @Test("A whole page")
    func wholePage() throws {
        let page = try page(Self.service)
        #expect(page.format == .extractedText)
        #expect(page.cutOffBlock == nil)
        let code = "{\n\"gauge\": {\n\"name\": \"}\",\n\"tags\": [\n\"\"\n]\n}\n}"
        #expect(
            outline(page) == [
                "1 paragraph Tide", "2 paragraph Overview", "3 paragraph Tells when the water comes.",
                "4-7 table Version ¦ Status ¦ Not Before", "  6 1.2 ¦ CURRENT ¦ -", "  7 1.1 ¦ SUPPORTED ¦ 20300531",
                "9 heading 1[APIs]", "10 heading 1.1[Show Gauge]", "11 heading 1.1.1[1.2]",
                "12 paragraph get /v1/gauges/{gauge_id}", "13 paragraph Parameters",
                "14-21 table Type ¦ Name ¦ Description ¦ Schema ¦ Default",
                "  16 path ¦ gauge_id required ¦ Gauge ID Example : GAUGE-abcd", "  17 string ¦ None",
                "  18 query ¦ kind optional ¦ Kind Example : SEA ¦ RIVER ¦ LAKE", "  19 enum (SEA, RIVER, LAKE) ¦ None",
                "  20 body ¦ body required", "  21 GaugeRequest ¦ ",
                "22 paragraph Responses", "23 paragraph Example HTTP response", "24 paragraph Response 200",
                "25-32 code \(code)", "33 heading 2[Models]", "34 heading 2.1[Gauge]",
                "35-41 table Name ¦ Description ¦ Schema ¦ Default",
                "  37 name required ¦ Gauge name Pattern : ^(sea|river)$ Example : north ¦ string ¦ ",
                "  38 tags optional", "  39 any of [array[Tag], null] ¦ ",
                "  40 kind required ¦ Kind Example : SEA ¦ RIVER", "  41 string ¦ ",
            ])
    }

    @Test("Every line that is not blank is in exactly one block", arguments: ["\n", "\r\n", "\r"])
    func linesAreCoveredOnce(lineEnd: String) throws {
        let damaged =
            Self.service.replacing("        | string | None |\n", with: "") + "\n{\n\"open\": 1\n \n3 - More\n"
        for text in [Self.service, damaged, Self.service + "\n| a | b |\n|---|\n| c"] {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let page = try page(lines.joined(separator: lineEnd))
            var count = [Int](repeating: 0, count: lines.count + 1)
            for block in page.blocks { for line in block.lines { count[line] += 1 } }
            for (index, line) in lines.enumerated() where line.contains(where: { $0 != " " }) {
                #expect(count[index + 1] == 1, "line \(index + 1): \(line)")
            }
        }
    }

    @Test("A byte order mark is not text")
    func byteOrderMark() throws {
        #expect(outline(try page("\u{FEFF}1 - APIs\nx")) == ["1 heading 1[APIs]", "2 paragraph x"])
    }

    @Test(
        "What looks like a numbered heading and is none",
        arguments: ["1.5", "1 -", "1. - x", "1.5-x", "- x", "12345678 - x", "1..2 - x", "v1 - x"])
    func noHeading(line: String) throws {
        #expect(outline(try page(line)) == ["1 paragraph \(line)"])
    }

    @Test(
        "What starts with a bracket and is a sentence",
        arguments: ["{region} is a place", "[New] GET /x - Show", "[New]"])
    func sentence(line: String) throws {
        #expect(outline(try page(line)) == ["1 paragraph \(line)"])
    }

    @Test("Values in brackets", arguments: ["[]", "{}", "[1, 2],", "['a', 'b']", "{\"a\": \"\\\"}\"}", "{'a': ']'}"])
    func value(line: String) throws {
        #expect(outline(try page("\(line)\nx")) == ["1 code \(line)", "2 paragraph x"])
    }

    @Test("A lone quote does not swallow the next sections")
    func loneQuote() throws {
        let text = "{\n\"a\": \"it\"s\",\n\"b\": 1\n}\nResponse 200\n{\n\"c\": \"it\"s\"\n}\nend"
        #expect(
            outline(try page(text)) == [
                "1-4 code {\n\"a\": \"it\"s\",\n\"b\": 1\n}", "5 paragraph Response 200",
                "6-8 code {\n\"c\": \"it\"s\"\n}", "9 paragraph end",
            ])
    }

    @Test("Quoted text that runs over lines")
    func quoteOverLines() throws {
        let text = "{\n\"a\": \"x\n  y\"}\nz"
        #expect(outline(try page(text)) == ["1-3 code {\n\"a\": \"x\n  y\"}", "4 paragraph z"])
    }

    @Test("Brackets that do not balance end with the section")
    func unbalanced() throws {
        let heading = try page("{\n\"a\": [\n\n}\n1.1 - Next\nx")
        #expect(outline(heading) == ["1-4 unbalanced {\n\"a\": [\n\n}", "5 heading 1.1[Next]", "6 paragraph x"])
        #expect(heading.cutOffBlock == nil)
        let table = try page("{\n| a | b |\n|---|\n| c | d |")
        #expect(outline(table) == ["1 unbalanced {", "2-4 table a ¦ b", "  4 c ¦ d"])
        let end = try page("x\n{\n\"a\": [")
        #expect(outline(end) == ["1 paragraph x", "2-3 unbalanced {\n\"a\": ["])
        #expect(end.cutOffBlock?.lines == 2...3)
    }
}

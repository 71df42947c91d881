import Diagnostics
import DocumentationImport
import Testing

/// A page of which no table can be read is refused, with what is the matter with it.
@Suite struct RefusalTests {
    /// The shed with its tables as a converter would draw them.
    private func refusal(_ row: ([String]) -> String, rule: String = "") throws -> [String] {
        let lines = try Fixture.text("shed.txt").split(separator: "\n").map(String.init)
        let drawn = lines.compactMap { line -> String? in
            if line.hasPrefix("|---") { return rule.isEmpty ? nil : rule }
            guard line.contains(" |") || line.hasPrefix("| ") else { return line }
            return row(
                line.split(separator: "|").map { $0.trimmingPrefix(" ").description }.map {
                    $0.hasSuffix(" ") ? String($0.dropLast()) : $0
                })
        }
        return Fixture.errors(pages: [try Fixture.page(text: drawn.joined(separator: "\n"), file: "page.txt")])
    }

    @Test func tablesWithoutBorders() throws {
        let errors = try refusal({ $0.joined(separator: "   ") })
        #expect(errors.count == 1)
        #expect(errors.first?.hasPrefix("page.txt:5:1: error: the tables of this page have no borders") == true)
        #expect(errors.first?.contains("import the HTML of the page") == true)
    }

    @Test func tablesWithoutRule() throws {
        let errors = try refusal({ $0.joined(separator: " | ") })
        #expect(errors.count == 1)
        #expect(errors.first?.hasPrefix("page.txt:5:1: error: the tables of this page have no rule") == true)
    }

    @Test func tablesOfDashes() throws {
        let errors = try refusal({ "x  " + $0.joined(separator: "   ") }, rule: "----- ------ ---")
        #expect(errors.count == 1)
        #expect(errors.first?.contains("are drawn with dashes and spaces") == true)
    }

    @Test func aSinglePage() throws {
        let text =
            "*** 1.1 ***\nget /v1/x\nResponses\nHTTP Code Description Schema\n200 OK None\n\"Scp-Api-Version = x 1.1\"\n"
        let errors = Fixture.errors(pages: [try Fixture.page(text: text, file: "page.txt")])
        #expect(errors.count == 1)
        #expect(errors.first?.hasPrefix("page.txt:4:1: error: the tables of this page have no borders") == true)
    }

    @Test func htmlWhoseTablesAreDrawnByAScript() throws {
        let html = """
            <!doctype html><html><body><h1>1 - APIs</h1><h1>1.1 - A</h1><h1>1.1.1 - 1.0</h1><pre>get /a</pre>
            <h2 id=responses>Responses</h2><h1>2 - Models</h1></body></html>
            """
        let errors = Fixture.errors(pages: [try Fixture.page(text: html, file: "page.html")])
        #expect(errors.count == 1)
        #expect(errors.first?.contains("no table of the page can be read; if a script draws them") == true)
    }

    @Test func rowsThatEndAtTheirLinks() throws {
        let shed = try Fixture.text("shed.txt")
        let torn = shed.replacing("| 200 | OK | Tool |", with: "| 200 | OK |\n|")
        #expect(torn.count { $0 == "\n" } >= shed.count { $0 == "\n" } + 2)
        let page = torn.replacing(
            "| environment | region |\n|---|", with: "| environment | region |\n|---|\n| b | x |\n|")
        let errors = Fixture.errors(pages: [try Fixture.page(text: page, file: "page.txt")])
        #expect(errors.count == 1)
        #expect(errors.first?.contains("rows of the tables end at their links") == true)
    }

    @Test func cellsThatAreBrokenAtElements() throws {
        let rows = (1...3).map { "part\($0)\nrequired\narray[\nTool\n]\n" }.joined()
        let page = """
            Shed
            1 - APIs
            1.1 - Show Tool
            1.1.1 - 1.0
            get /v1/tools
            Responses
            HTTP Code
            Description
            Schema
            200
            OK
            Tool
            2 - Models
            2.1 - Tool
            Name
            Description
            Schema
            Default
            \(rows)
            """
        let errors = Fixture.errors(pages: [try Fixture.page(text: page, file: "page.txt")])
        #expect(errors.count == 1)
        #expect(errors.first?.hasPrefix("page.txt:21:1: error: the tables of this page are lines of text") == true)
    }
}

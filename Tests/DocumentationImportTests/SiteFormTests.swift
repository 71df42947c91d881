import APISpec
import Diagnostics
import Documentation
import DocumentationImport
import Foundation
import Testing

/// What sites print around a guide, and the forms that they give it.
@Suite struct SiteFormTests {
    private func shed(_ changes: (String, String)...) throws -> String {
        try changes.reduce(Fixture.text("shed.txt")) { $0.replacing($1.0, with: $1.1) }
    }

    /// The shed as HTML: headings, paragraphs, tables and code as a site has them.
    private func html(before: String = "", _ change: (String) -> String = { $0 }) throws -> String {
        let page = try Fixture.page("shed.txt")
        let sections = Set([
            "Overview", "Version", "OpenAPI URL", "Environment and Region List", "Description", "State", "Parameters",
            "Responses", "Example HTTP request", "Request path", "Example HTTP response", "Response 200",
        ])
        func escaped(_ text: String) -> String { text.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
        var body = ""
        for (index, block) in page.blocks.enumerated() {
            switch block.content {
            case .heading(let heading):
                let number = heading.number.map(String.init).joined(separator: ".")
                body += "<h1 id=pg-\(index)>\(number) - \(heading.text)</h1>\n"
            case .paragraph(let text) where index == 0: body += "<h1 class=title>\(text)</h1>\n"
            case .paragraph(let text) where sections.contains(text): body += "<h2>\(text)</h2>\n"
            case .paragraph(let text) where text.hasPrefix("\""): body += "<pre><code>\(escaped(text))</code></pre>\n"
            case .paragraph(let text): body += "<p>\(escaped(text))</p>\n"
            case .code(let text): body += "<div class=highlight><pre><code>\(escaped(text))</code></pre></div>\n"
            case .table(let table):
                // A row of the text may be broken over lines; in HTML it is one.
                var rows: [String] = []
                var cells: [String] = []
                for line in table.rows {
                    cells += line.cells.map { "<td>" + escaped($0.text).replacing(" Example", with: "<br>Example") }
                    guard cells.count >= table.head.count else { continue }
                    rows.append(cells.joined())
                    cells = []
                }
                body += "<table><thead><tr>" + table.head.map { "<th>" + $0 }.joined() + "<tbody>"
                body += rows.map { "<tr>" + $0 }.joined() + "</table>\n"
            }
        }
        return "<!doctype html><html lang=en><body><nav></nav><main>\(before)\(change(body))</main></body></html>"
    }

    @Test func thePageAsHTMLSaysTheSame() throws {
        let (page, text) = (try Fixture.service(text: html(), file: "page.html"), try Fixture.service("shed.txt"))
        #expect(page.document == text.document)
        #expect(page.findings == [])
    }

    // MARK: States

    @Test(arguments: [
        "State ACTIVE (CURRENT)", "상태 ACTIVE (CURRENT)", "State: ACTIVE (CURRENT)", "State  ACTIVE ( CURRENT )",
    ])
    func theStateStandsOnOneLine(line: String) throws {
        let text = try shed(("State\nACTIVE (CURRENT)", line))
        let result = try Fixture.service(text: text)
        #expect(result.document == (try Fixture.service("shed.txt").document))
        #expect(result.findings == [])
    }

    @Test(arguments: ["<p>State <code>ACTIVE (CURRENT)</code></p>", "<p><strong>State</strong> ACTIVE (CURRENT)</p>"])
    func theStateIsCode(line: String) throws {
        let page = try html { $0.replacing("<h2>State</h2>\n<p>ACTIVE (CURRENT)</p>", with: line) }
        let result = try Fixture.service(text: page, file: "page.html")
        #expect(result.document == (try Fixture.service("shed.txt").document))
        #expect(result.findings == [])
    }

    @Test func aStateThatIsGluedToTheDescription() throws {
        let text = try shed(("Show a tool.\nState\nACTIVE (CURRENT)", "Show a tool. State ACTIVE (CURRENT)"))
        #expect(try Fixture.service(text: text).document == Fixture.service("shed.txt").document)
    }

    @Test(arguments: ["State of the tool.", "State ACTIVE tools only", "State the name.", "Tells the State (CURRENT)"])
    func sentencesAreNoStates(sentence: String) throws {
        let document = try Fixture.service(text: shed(("Show a tool.", sentence))).document
        #expect(document.operations[0].revisions.allSatisfy { $0.description == sentence && $0.state == nil })
    }

    @Test func aStateOnOneLineThatIsNotActive() throws {
        let result = try Fixture.service(text: shed(("State\nACTIVE (CURRENT)", "State CLOSED (CURRENT)")))
        #expect(result.document.revision("showTool", "1.1")?.state == "CLOSED (CURRENT)")
        #expect(result.findings.contains { $0.rule == "unknown-state" })
    }

    // MARK: Furniture

    @Test(arguments: [
        "This is the multi-page printable view of this section. Click here to print.",
        "Return to the regular view of this page.", "Last modified September 1, 2026",
        "이 섹션의 다중 페이지 출력 화면임. 여기를 클릭하여 프린트.", "이 페이지의 일반 화면으로 돌아가기",
        "최종 수정 2026년 9월 1일", "The page has been translated by Gen AI.",
    ])
    func whatTheSitePrintsSaysNothing(line: String) throws {
        let expected = try Fixture.service("shed.txt").document
        let text =
            try "\(line)\n" + shed(("\n1 - APIs", "\n\(line)\n1 - APIs"), ("\nParameters", "\n\(line)\nParameters"))
        let result = try Fixture.service(text: text)
        #expect(result.document == expected)
        #expect(result.findings == [])
        let page = try html(before: "<p>\(line)</p>") {
            $0.replacing("<h2>Responses</h2>", with: "<p>\(line)</p><h2>Responses</h2>")
        }
        let read = try Fixture.service(text: page, file: "page.html")
        #expect(read.document == expected)
        #expect(read.findings == [])
    }

    @Test func anUnknownNoticeAboveTheTitleIsAFindingAndNotTheTitle() throws {
        for page in [
            try "Maintenance on Sunday, 3 a.m.\n" + shed(),
            try html(before: "<p>Maintenance on Sunday, 3 a.m.</p>"),
        ] {
            let result = try Fixture.service(text: page)
            #expect(result.document.service.title == "Shed")
            #expect(result.findings.map(\.rule) == ["unread-line"])
        }
        let page = try Fixture.service(text: html(before: "<h1>Notice</h1>"), file: "page.html")
        #expect(page.document.service.title == "Shed")
        #expect(page.findings.map(\.rule) == ["unknown-heading"])
    }

    @Test(arguments: ["- ", "* ", "• ", ""])
    func aContentsListHasNoFindings(mark: String) throws {
        let entries = ["1: APIs", "1.1: Show Tool", "1.1.1: 1.1", "1.3: A heading that is gone", "2.1: Tool"]
        let text = try shed(
            ("Shed\nOverview", "Shed\n" + entries.map { mark + $0 }.joined(separator: "\n") + "\nOverview"))
        let result = try Fixture.service(text: text)
        #expect(result.document == (try Fixture.service("shed.txt").document))
        #expect(result.findings == [])
    }

    @Test func breadcrumbsTabsAndDetails() throws {
        let page = try html(
            before: "<nav aria-label=breadcrumb><ol class=breadcrumb><li>API</ol></nav><ol class=breadcrumb><li>x</ol>"
        ) {
            $0.replacing(
                "<h2>Response 200</h2>\n<div class=highlight>",
                with: """
                    <h2>Response 200</h2>
                    <ul class="nav nav-tabs" role=tablist><li><a href=#j>JSON</a><li><a href=#c>curl</a></ul>
                    <details><summary>Show</summary><pre><code>curl -X GET https://shed.example.com/v1/tools/x</code></pre>
                    <div class=highlight>
                    """
            ).replacing("<h1 id=pg-14>", with: "</details><h1 id=pg-14>")
        }
        let result = try Fixture.service(text: page, file: "page.html")
        #expect(result.document == (try Fixture.service("shed.txt").document))
        #expect(result.findings == [])
    }

    @Test func aVersionHistoryIsTold() throws {
        let history = """
            <h2>API Version History</h2><h3>1.1</h3><p>Shed is updated to 1.1.</p><h4>Changes</h4>
            <ul><li>[Changed] <code>GET /v1/tools</code> - Show Tool → new<ul><li>fields: ['a']</ul>
            <li>[New] GET /v1/tools/count</ul><table><tr><th>a<tr><td>b</table>
            """
        let page = try html { $0.replacing("<h1 id=pg-9>", with: history + "<h1 id=pg-9>") }
        let result = try Fixture.service(text: page, file: "page.html")
        #expect(result.document == (try Fixture.service("shed.txt").document))
        #expect(result.findings == [])
        let text = try shed(("1 - APIs\n", "API Version History\n1.1\nChanges\n- [New] GET /v1/x → y\n1 - APIs\n"))
        #expect(try Fixture.service(text: text).findings == [])
        // What has a heading of the same rank is not part of it.
        let other = try html { $0.replacing("<h1 id=pg-9>", with: history + "<h2>Prices</h2><p>x</p><h1 id=pg-9>") }
        #expect(
            try Fixture.service(text: other, file: "page.html").findings.map(\.rule) == [
                "unknown-heading", "unread-line",
            ])
    }

    // MARK: Parameters and descriptions

    @Test func headersOfTheClientAreNoArguments() throws {
        let rows = ["Accept", "Content-Type", "Scp-Api-Version", "Accept-Language"].map {
            "| header | \($0) required | \($0)\n| string | None |\n"
        }
        let text = try shed(
            (
                "| query | depth",
                rows.joined() + "| header | X-Trace optional | Trace\n| string | None |\n| query | depth"
            ))
        let parameters = try Fixture.service(text: text).document.revision("showTool", "1.1")?.parameters
        #expect(parameters?.map(\.name) == ["tool_id", "X-Trace", "depth"])
    }

    @Test func noneIsNoDescription() throws {
        let text = try shed(("Count the tools.", "None"), ("| 404 | Not Found |", "| 404 | None |"))
        let document = try Fixture.service(text: text).document
        #expect(document.revision("countTools", "1.1")?.description == nil)
        #expect(document.revision("showTool", "1.1")?.responses.last?.description == nil)
    }

    // MARK: Chapters

    @Test func chaptersWithoutTheirHeadings() throws {
        let whole = try Fixture.service("shed.txt").document
        for gone in [["1 - APIs\n", "2 - Models\n"], ["1 - APIs\n"], ["2 - Models\n"]] {
            let text = try gone.reduce(shed()) { $0.replacing($1, with: "") }
            let result = try Fixture.service(text: text)
            #expect(result.document == whole)
            #expect(result.findings == [])
        }
    }

    @Test func headingsWithoutNumbers() throws {
        let whole = try Fixture.service("shed.txt").document
        let numbers = #/\n[0-9.]+ - /#
        let text = try shed(("1 - APIs\n", ""), ("2 - Models\n", "")).replacing(numbers, with: "\n")
        #expect(try Fixture.service(text: text).document == whole)
        let page = try html { $0.replacing(#/>[0-9.]+ - /#, with: ">") }
        #expect(try Fixture.service(text: page, file: "page.html").document == whole)
    }

    @Test func operationsWithoutNamesAreCalledByTheirCalls() throws {
        let text = try shed(("1 - APIs\n", ""), ("1.1 - Show Tool\n", ""), ("1.2 - Count Tools\n", ""))
        let document = try Fixture.service(text: text).document
        #expect(document.operations.map(\.id) == ["getToolsByToolId", "getToolsCount"])
        #expect(document.operations.map(\.title) == ["GET /v1/tools/{tool_id}", "GET /v1/tools/count"])
        #expect(document.operations[0].revisions.flatMap(\.versions) == ["1.1", "1.0"])
    }

    // MARK: Pages

    @Test func eachOperationNamesItsPage() throws {
        let lines = try shed().split(separator: "\n").map(String.init)
        func below(_ from: String, _ to: String) -> String {
            let start = lines.firstIndex(of: from) ?? 0
            let end = lines[(start + 1)...].firstIndex(of: to) ?? lines.count
            return lines[(start + 1)..<end].joined(separator: "\n")
        }
        let texts = [
            ("index.txt", lines[..<14].joined(separator: "\n")),
            ("apis/showtool/1.0.txt", "1.0\n" + below("1.1.2 - 1.0", "1.2 - Count Tools")),
            ("apis/showtool/1.1.txt", "1.1\n" + below("1.1.1 - 1.1", "1.1.2 - 1.0")),
            ("apis/counttools/1.1.txt", "1.1\n" + below("1.2.1 - 1.1", "2 - Models")),
            ("models/tool.txt", "Tool\n" + below("2.1 - Tool", "")),
        ]
        let pages = try texts.map { try Fixture.page(text: $0.1, file: $0.0) }
        let sources = texts.map { Source(page: $0.0, sha256: String(repeating: "0", count: 64)) }
        let document = try DocumentationImporter().importPages(pages, sources: sources)[0].document
        #expect(document.revision("showtool", "1.1")?.pages == ["apis/showtool/1.1.txt"])
        #expect(document.revision("showtool", "1.0")?.pages == ["apis/showtool/1.0.txt"])
        #expect(document.revision("counttools", "1.1")?.pages == ["apis/counttools/1.1.txt"])
        let text = SpecWriter().write(document)
        #expect(text.contains("    source: apis/counttools/1.1.txt\n"))
        #expect(try SpecReader().read(Array(text.utf8), file: "spec.yaml").document == document)
        #expect(
            try Fixture.service("shed.txt").document.operations.flatMap(\.revisions).allSatisfy { $0.pages.isEmpty })
    }

    @Test(arguments: [
        "503 Service Temporarily Unavailable", "502 Bad Gateway", "HTTP Status 404 – Not Found",
        "Error 504 Gateway Time-out",
    ])
    func aGatewaySpeaksInPlaceOfTheDocumentation(title: String) throws {
        let text =
            "<html><head><title>\(title)</title></head><body><center><h1>\(title)</h1></center><hr>x</body></html>"
        let page = try Fixture.page(text: text, file: "shed/models/tool/index.html")
        #expect(PageRole(of: page) == .gatewayError)
        #expect(
            Fixture.errors(pages: [page]) == [
                "shed/models/tool/index.html:1:1: error: this is not a documentation but the word of a gateway, `\(title)`; "
                    + "get the page again"
            ])
    }
}

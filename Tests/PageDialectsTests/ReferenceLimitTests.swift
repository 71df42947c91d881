import APISpec
import Diagnostics
import Documentation
import Testing

/// Pages that are small and would take long, or too deep a stack.
@Suite("Limits of references")
struct ReferenceLimitTests {
    /// A page whose inline tables lead to the next one, with so many rows each.
    private func page(tables: Int, rows: Int) -> String {
        let head = """
            # Quay

            ## Paths

            ### All
            ```
            GET /quay
            ```

            #### Responses

            |HTTP Code|Description|Schema|
            |---|---|---|
            |**200**|OK|[t0](#all-t0)|


            """
        let inline = (0..<tables).map { table in
            let links = (0..<rows).map { row in
                table == tables - 1
                    ? "|**m\(row)**  <br>*optional*|string|\n"
                    : "|**m\(row)**  <br>*optional*|[t\(table + 1)](#all-t\(table + 1))|\n"
            }
            return "<a name=\"all-t\(table)\"></a>\n**t\(table)**\n\n|Name|Schema|\n|---|---|\n\(links.joined())\n"
        }
        return head + inline.joined()
    }

    @Test("Tables that lead to the next one twice each do not take twice the time each", .timeLimit(.minutes(5)))
    func twice() throws {
        let (document, findings) = try Reading.text(page(tables: 30, rows: 2), file: "quay.md")
        #expect(document.operations.count == 1)
        #expect(
            findings.filter { $0.rule == "page-unknown-type" && $0.message.contains("more than 256 times") }.count == 1)
    }

    @Test("A long chain of tables ends at the depth that documents have", .timeLimit(.minutes(5)))
    func chain() throws {
        let (document, findings) = try Reading.text(page(tables: 3000, rows: 1), file: "quay.md")
        #expect(document.operations.count == 1)
        #expect(findings.contains { $0.rule == "page-unknown-type" && $0.message.contains("more than 40 deep") })
        let short = try Reading.text(page(tables: 20, rows: 1), file: "quay.md")
        #expect(!short.1.contains { $0.rule == "page-unknown-type" })
    }

    @Test("Lists of lists in the notation of old pages end, too")
    func lists() throws {
        let list = "string" + String(repeating: " array", count: 30_000)
        let text = page(tables: 0, rows: 0).replacing("[t0](#all-t0)", with: list)
        let (document, findings) = try Reading.text(text, file: "quay.md")
        #expect(document.operations[0].revisions[0].responses[0].schema == Schema(.unknown))
        #expect(findings.contains { $0.rule == "page-unknown-type" })
    }

    @Test("A text with thousands of marks", .timeLimit(.minutes(5)))
    func marks() throws {
        let marks = (0..<5000).map { "**b\($0)** `c*d*e`" }.joined(separator: " ")
        let text = page(tables: 0, rows: 0).replacing("[t0](#all-t0)", with: "string")
            .replacing("# Quay\n", with: "# Quay\n\n## Overview\n\n\(marks)\n")
        let (document, _) = try Reading.text(text, file: "quay.md")
        #expect(document.operations.count == 1)
    }
}

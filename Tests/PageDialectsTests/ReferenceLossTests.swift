import APISpec
import Diagnostics
import Documentation
import OpenAPIInterop
import PageDialects
import Testing
import YAML

/// What pages say in an unusual place, or twice.
@Suite("References lose nothing in silence")
struct ReferenceLossTests {
    /// A page with more behind its responses, and with definitions.
    private func page(_ more: String = "", answer: String = "string", definitions: String = "") -> String {
        """
        # Quay

        <a name="overview"></a>
        ## Overview

        ### URI scheme
        *Host* : quay.example

        <a name="paths"></a>
        ## Paths

        <a name="all"></a>
        ### All
        ```
        GET /quay
        ```

        #### Responses

        |HTTP Code|Description|Schema|
        |---|---|---|
        |**200**|OK|\(answer)|

        \(more)

        <a name="definitions"></a>
        ## Definitions

        \(definitions)
        """
    }

    private func definition(_ name: String, anchor: String? = nil, member: String = "id") -> String {
        """
        <a name="\(anchor ?? name.lowercased())"></a>
        ### \(name)

        |Name|Schema|
        |---|---|
        |**\(member)**  <br>*required*|integer (int64)|


        """
    }

    @Test("Blanks at the ends of a parameter's name are no part of the path")
    func blanksInPaths() throws {
        let text = page().replacing("GET /quay", with: "GET /quay/{berth }/{ side}/ships ")
            .replacing(
                "#### Responses",
                with: """
                    #### Parameters

                    |Type|Name|Schema|
                    |---|---|---|
                    |**Path**|**berth**  <br>*required*|string|
                    |**Path**|**side**  <br>*required*|string|

                    #### Responses
                    """)
        let (document, findings) = try Reading.text(text, file: "quay.md")
        let revision = try #require(document.operations.first?.revisions.first)
        #expect(revision.path == "/quay/{berth}/{side}/ships")
        #expect(revision.parameters.map(\.name) == ["berth", "side"])
        #expect(!findings.contains { $0.severity == .warning })
        // Blanks elsewhere are no path.
        let broken = page().replacing("GET /quay", with: "GET /quay of the harbour")
        #expect(throws: DiagnosticError.self) { try Reading.text(broken, file: "quay.md") }
    }

    @Test(
        "Definitions may be called like a chapter or the footer",
        arguments: ["Overview", "Paths", "Definitions", "Footer", "Toc"])
    func named(_ name: String) throws {
        let text = page(
            answer: "[\(name)](#\(name.lowercased()))", definitions: definition(name) + definition("Ship"))
        let (document, findings) = try Reading.text(text, file: "quay.md")
        #expect(document.schemas.map(\.name) == [name, "Ship"])
        #expect(document.operations[0].revisions[0].responses[0].schema == Schema(.reference(name)))
        #expect(findings.allSatisfy { $0.severity == .note || $0.rule == "unused-schema" })
    }

    @Test("What stands below the heading of a tag is its description")
    func tagText() throws {
        let text = page().replacing(
            """
            <a name="all"></a>
            ### All
            """,
            with: """
                ### Berths
                Where ships lie.

                * inside
                * outside

                <a name="all"></a>
                #### All
                """)
        let page = try PageReader.read(Array(text.utf8), file: "quay.md")
        let groups = try DialectRecognition.groups(of: [page]).groups
        let service = try #require(try groups.first?.services().first)
        let tag = try #require(service.document["tags"]?.items?.first)
        #expect(tag["name"]?.scalar?.text == "Berths")
        #expect(tag["description"]?.scalar?.text == "Where ships lie.\n* inside\n* outside")
        #expect(
            tag.location.line
                == text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0 == "Where ships lie." }
                .map { $0 + 1 })
        // Specs have no place for it, which is said.
        let (document, findings) = try Reading.text(text, file: "quay.md")
        #expect(document.operations[0].revisions[0].tags == ["Berths"])
        #expect(findings.contains { $0.rule == "openapi-unkept-member" && $0.location?.line == tag.location.line })
    }

    @Test("An operation without its call is told")
    func missingCall() throws {
        let text = page(
            """
            ### Announce

            #### Parameters

            |Type|Name|Description|Schema|
            |---|---|---|---|
            |**Query**|**depth**  <br>*optional*|Metres|integer|

            #### Responses

            |HTTP Code|Description|Schema|
            |---|---|---|
            |**200**|OK|string|

            ### Rest
            ```
            GET /rest
            ```

            #### Responses

            |HTTP Code|Description|Schema|
            |---|---|---|
            |**200**|OK|string|
            """)
        let (document, findings) = try Reading.text(text, file: "quay.md")
        #expect(document.operations.count == 2)
        #expect(document.operations.allSatisfy { $0.revisions[0].tags.isEmpty })
        let told = findings.filter { $0.rule == "page-undescribed" && $0.message.contains("`Announce`") }
        #expect(told.map(\.location?.line) == [24])
    }

    @Test("Names that differ in case are two, and the words of a link tell which")
    func cases() throws {
        let text = page(
            "", answer: "[error](#error)",
            definitions: definition("Error") + definition("error", member: "code"))
        let (document, _) = try Reading.text(text, file: "quay.md")
        #expect(document.schemas.map(\.name) == ["Error", "error"])
        #expect(document.operations[0].revisions[0].responses[0].schema == Schema(.reference("error")))
    }

    @Test("Two definitions of one name: told where they differ")
    func twice() throws {
        let same = try Reading.text(page(definitions: definition("Ship") + definition("Ship")), file: "quay.md")
        #expect(!same.1.contains { $0.rule == "page-ambiguous" })
        let other = page(definitions: definition("Ship") + definition("Ship", member: "name"))
        #expect(try Reading.text(other, file: "quay.md").1.contains { $0.rule == "page-ambiguous" })
    }

    @Test("Rows of one name: told where they differ")
    func rows() throws {
        let row = "|**id**  <br>*required*|integer (int64)|\n"
        let text = page(definitions: definition("Ship").replacing(row, with: row + row))
        #expect(try !Reading.text(text, file: "quay.md").1.contains { $0.rule == "page-ambiguous" })
        let other = text.replacing(row + row, with: row + "|**id**  <br>*optional*|string|\n")
        let (document, findings) = try Reading.text(other, file: "quay.md")
        #expect(document.schemas[0].properties.map(\.schema.kind) == [.integer(format: "int64")])
        #expect(findings.contains { $0.rule == "page-ambiguous" && $0.message.contains("`id`") })
        let answer = "|**200**|OK|string|\n"
        let answers = page().replacing(answer, with: answer + "|**200**|OK|integer|\n")
        #expect(try Reading.text(answers, file: "quay.md").1.contains { $0.message.contains("`200`") })
    }

    @Test("What generators show for want of an example is none, whatever the format; an example is")
    func madeExamples() throws {
        let rows = [
            ("a", "string", "string (date-time)"), ("b", "string", "enum (MOORED, AT_SEA)"), ("c", "string", "string"),
            ("d", "2026-01-31T00:00:00Z", "string (date-time)"), ("e", "AT_SEA", "enum (MOORED, AT_SEA)"),
            ("f", "string", "enum (number, string)"),
        ].map { "|**\($0.0)**  <br>*optional*|**Example** : `\"\($0.1)\"`|\($0.2)|\n" }
        let text = page(
            definitions: """
                <a name="ship"></a>
                ### Ship

                |Name|Description|Schema|
                |---|---|---|
                \(rows.joined())
                """)
        let (document, findings) = try Reading.text(text, file: "quay.md")
        let examples = document.schemas[0].properties.map(\.schema.example)
        #expect(examples.map { $0 != nil } == [false, false, false, true, true, true])
        #expect(!findings.contains { $0.rule?.hasPrefix("example-") == true })
    }

    @Test("Two rows in one line are left out; a separator in a description is not")
    func glued() throws {
        let row = "|**id**  <br>*required*|integer (int64)|"
        let text = page(definitions: definition("Ship"))
            .replacing("|Name|Schema|\n|---|---|", with: "|Name|Description|Schema|\n|---|---|---|")
        let glued = text.replacing(
            row, with: "|**id**  <br>*required*|The id|integer (int64)|**name**|The name|string|")
        let (_, findings) = try Reading.text(glued, file: "quay.md")
        #expect(findings.contains { $0.rule == "page-broken-row" && $0.message.contains("several rows") })
        let parted = text.replacing(row, with: "|**id**  <br>*required*|One of a|b|c|d|integer (int64)|")
        let (document, _) = try Reading.text(parted, file: "quay.md")
        #expect(document.schemas[0].properties.map(\.schema.description) == ["One of a|b|c|d"])
    }

    @Test("Tables that no part of the grammar explains are told, each")
    func unused() throws {
        let text = page(
            """
            #### Parameters

            |Type|Name|Description|Schema|
            |---|---|---|---|
            |**Query**|**depth**  <br>*optional*|Metres|integer|

            |Name|Schema|
            |---|---|
            |**lost**|string|

            |Place|Tide|
            |---|---|
            |Quay|high|
            """)
        let (_, findings) = try Reading.text(text, file: "quay.md")
        #expect(findings.filter { $0.rule == "page-unread" }.map(\.location?.line) == [30, 34])
    }

    @Test("Plain labels keep their values when each stands on a line")
    func labels() throws {
        let text = """
            # Quay

            ## Overview

            ### URI scheme
            Host: quay.example  
            BasePath: /v2  
            Schemes: HTTPS

            ## Paths

            ### All
            ```
            GET /all
            ```

            #### Responses
            |HTTP Code|Description|Schema|
            |----|----|----|
            |200|OK|string array|
            """
        let (document, _) = try Reading.text(text, file: "quay.md")
        #expect(document.service.server.url == "https://quay.example/v2")
    }

    @Test(
        "Labels on one line each begin a value: editors take away the blanks that break lines",
        arguments: [
            "*Host* : quay.example\n*BasePath* : /v2\n*Schemes* : HTTPS",
            "Host : quay.example BasePath : /v2 Schemes : HTTPS",
            "Host: quay.example\nBasePath: /v2\nSchemes: HTTPS",
            "*Host* : quay.example *BasePath* : /v2 *Schemes* : HTTPS",
        ])
    func joinedLabels(_ address: String) throws {
        let scheme = "\n## Security\n\n### pilot\n*Type* : apiKey\n*Name* : X-Pilot\n*In* : HEADER\n"
        let text = page(definitions: definition("Ship") + scheme).replacing("*Host* : quay.example", with: address)
        let (document, _) = try Reading.text(text, file: "quay.md")
        #expect(document.service.server.url == "https://quay.example/v2")
        let html = address.replacing("*Host*", with: "<em>Host</em>").replacing("*BasePath*", with: "<em>BasePath</em>")
            .replacing("*Schemes*", with: "<em>Schemes</em>")
        let other = """
            <html><body><h1>Quay</h1><h2 id="overview">Overview</h2><h3>URI scheme</h3><p>\(html)</p>
            <h2 id="paths">Paths</h2><h3 id="all">GET /quay</h3><h4>Responses</h4>
            <table><thead><tr><th>HTTP Code</th><th>Description</th><th>Schema</th></tr></thead>
            <tbody><tr><td>200</td><td>OK</td><td>string</td></tr></tbody></table></body></html>
            """
        #expect(try Reading.text(other, file: "quay.html").0.service.server.url == "https://quay.example/v2")
        let page = try PageReader.read(Array(text.utf8), file: "quay.md")
        let service = try #require(try DialectRecognition.groups(of: [page]).groups.first?.services().first)
        let pilot = service.document["securityDefinitions"]?["pilot"]
        #expect(["type", "name", "in"].map { pilot?[$0]?.scalar?.text } == ["apiKey", "X-Pilot", "header"])
    }

    @Test("Typographic signs stay what they are, unless Asciidoctor made them, which is said")
    func typography() throws {
        let html = """
            <html><body><h1>Quay</h1><h2 id="paths">Paths</h2><h3 id="all">GET /quay</h3><h4>Responses</h4>
            <table><thead><tr><th>HTTP Code</th><th>Description</th><th>Schema</th></tr></thead>
            <tbody><tr><td><strong>200</strong></td><td>The author’s<br><strong>Headers</strong> : <br>\
            <code>X-A</code> (string) : text. <strong>Default</strong> : <code>"a → b…"</code></td><td>string</td></tr>
            </tbody></table></body></html>
            """
        let (document, findings) = try Reading.text(html, file: "quay.html")
        let answer = document.operations[0].revisions[0].responses[0]
        #expect(answer.description == "The author’s")
        #expect(answer.headers.map(\.schema.defaultValue) == [.string("a → b…")])
        #expect(!findings.contains { $0.rule == "page-restored-value" })
        let asciidoctor = html.replacing("<table>", with: "<table class=\"tableblock\">")
        let (other, told) = try Reading.text(asciidoctor, file: "quay.html")
        #expect(
            other.operations[0].revisions[0].responses[0].headers.map(\.schema.defaultValue) == [.string("a -> b...")])
        #expect(told.contains { $0.rule == "page-restored-value" })
    }
}

import APISpec
import Diagnostics
import Documentation
import Foundation
import OpenAPIInterop
import PageDialects
import Testing

@Suite("Pages of Swagger2Markup")
struct Swagger2MarkupTests {
    @Test("Markdown and AsciiDoc of one document give one spec")
    func forms() throws {
        let (markdown, _) = try Reading.fixture("harbour.md")
        let (asciidoc, _) = try Reading.fixture("harbour.adoc")
        #expect(SpecWriter().write(markdown) == SpecWriter().write(asciidoc))
        #expect(markdown.operations.map(\.id) == ["addvisit", "listberths"])
        #expect(markdown.service.server.url == "https://harbour.example/v2")
    }

    @Test("An inline object is the nearest table below its link")
    func inlineObjects() throws {
        let (document, _) = try Reading.fixture("harbour.md")
        let body = try #require(document.operations[0].revisions[0].request)
        guard case .reference(let name) = body.schema.kind else {
            Issue.record("the body is \(body.schema.kind)")
            return
        }
        let visit = try #require(document.schemas.first { $0.name == name })
        #expect(visit.properties.map(\.name) == ["crew", "ship"])
        #expect(visit.properties[0].schema.defaultValue == .number("2"))
        guard case .reference(let inner) = visit.properties[1].schema.kind else {
            Issue.record("the ship is \(visit.properties[1].schema.kind)")
            return
        }
        let ship = try #require(document.schemas.first { $0.name == inner })
        let sign = try #require(ship.properties.first { $0.name == "sign" })
        #expect(sign.schema.pattern == "^[A-Z]{4}|[0-9A-Z]{3}$")
        #expect(ship.properties[0].schema.minLength == 2)
        #expect(ship.properties[0].schema.maxLength == 40)
    }

    @Test("The type decides what a default is; the generator's own pattern is left out")
    func values() throws {
        let (document, findings) = try Reading.fixture("harbour.md")
        let parameters = document.operations[1].revisions[0].parameters
        #expect(parameters.map(\.schema.defaultValue) == [.number("2.5"), .bool(true), nil])
        let photo = try #require(document.schemas.first { $0.name == "Berth" }?.properties.first { $0.name == "photo" })
        #expect(photo.schema.pattern == nil)
        #expect(findings.contains { $0.rule == "page-made-pattern" && $0.location?.line == 118 })
        #expect(findings.first?.rule == "page-dialect")
    }

    @Test("Types nest, answers have header fields, and nothing stands for no content")
    func answers() throws {
        let (document, _) = try Reading.fixture("harbour.md")
        let list = document.operations[1].revisions[0].responses[0]
        #expect(list.schema?.kind == .map(Schema(.array(Schema(.reference("Berth"))))))
        let answers = document.operations[0].revisions[0].responses
        #expect(answers[0].headers.map(\.name) == ["X-Queue"])
        #expect(answers[0].headers[0].schema.kind == .integer(format: "int32"))
        #expect(answers[1].schema == nil)
    }

    @Test("The module for OpenAPI writes calls into headings and tables into cells")
    func openAPIModule() throws {
        let (document, _) = try Reading.fixture("harbour.openapi.adoc")
        let operation = try #require(document.operations.first)
        #expect(operation.title == "All berths")
        #expect(operation.revisions[0].responses[0].headers.map(\.name) == ["X-Count"])
        #expect(operation.revisions[0].responses[0].schema == Schema(.unknown))
        #expect(document.schemas.map(\.name) == ["Berth"])
    }

    @Test("Where place and type are one word the first column is the place")
    func oneWord() throws {
        let page = """
            # Kai

            <a name="paths"></a>
            ## Pfade

            <a name="liste"></a>
            ### Alle
            ```
            GET /kai
            ```

            #### Parameter

            |Typ|Name|Beschreibung|Typ|
            |---|---|---|---|
            |**Query**|**tiefe**  <br>*optional*|Meter|number (float)|

            #### Antworten

            |HTTP Code|Beschreibung|Typ|
            |---|---|---|
            |**200**|Gut|< string > array|
            """
        let (document, _) = try Reading.text(page, file: "kai.md")
        let revision = document.operations[0].revisions[0]
        #expect(revision.parameters.map(\.schema.kind) == [.number(format: "float")])
        #expect(revision.responses[0].schema?.kind == .array(Schema(.string(format: nil))))
    }

    @Test("Characters that HTML made marks of are put back in code, with a note")
    func restored() throws {
        let page = """
            <html><body><h1>Quay</h1>
            <div class="sect1"><h2 id="_paths">Paths</h2><div class="sect2"><h3 id="_all">GET /quay</h3>
            <div class="sect3"><h4 id="_responses">Responses</h4>
            <table><thead><tr><th>HTTP Code</th><th>Description</th><th>Schema</th></tr></thead>
            <tbody><tr><td><p><strong>200</strong></p></td><td><p>OK</p></td><td><p><a href="#_mark">Mark</a></p></td></tr>
            </tbody></table></div></div></div>
            <div class="sect1"><h2 id="_definitions">Definitions</h2><div class="sect2"><h3 id="_mark">Mark</h3>
            <table><thead><tr><th>Name</th><th>Description</th><th>Schema</th></tr></thead>
            <tbody><tr><td><p><strong>sign</strong><br><em>required</em></p></td>
            <td><p><strong>Pattern</strong> : <code>"<sup>[</sup>a]+$"</code></p></td><td><p>string</p></td></tr></tbody>
            </table></div></div></body></html>
            """
        let (document, findings) = try Reading.text(page, file: "quay.html")
        #expect(document.schemas[0].properties[0].schema.pattern == "^[^a]+$")
        #expect(findings.contains { $0.rule == "page-restored-value" })
    }

    @Test("A type that the page does not describe stays unknown")
    func undescribed() throws {
        let page = """
            # Quay

            ## Paths

            ### All
            ```
            GET /quay
            ```

            #### Responses

            |HTTP Code|Description|Schema|
            |---|---|---|
            |**200**|OK|[Lost](#lost)|
            """
        let (document, findings) = try Reading.text(page, file: "quay.md")
        #expect(document.operations[0].revisions[0].responses[0].schema == Schema(.unknown))
        #expect(findings.contains { $0.rule == "page-undescribed" && $0.location?.line == 14 })
    }

    @Test("What a page leaves open, or says wrongly, is told with its line")
    func findings() throws {
        let page = """
            # Quay

            ## Paths

            ### All
            ```
            GET /quay
            ```

            #### Parameters

            |Type|Name|Description|Schema|Default|
            |---|---|---|---|---|
            |**Query**|**depth**  <br>*optional*|Metres|integer (int32)|`"deep"`|
            |**Query**|**hour**  <br>*optional*||enum (1, 2)||
            |**Sky**|**star**  <br>*optional*||string||

            #### Responses

            |HTTP Code|Description|Schema|
            |---|---|---|
            |**200**|OK|< string array|
            |**404**|Not here|

            #### Security

            |Type|Name|
            |---|---|
            |**basic**|**one**|
            |**basic**|**two**|

            ### All again
            ```
            GET /quay
            ```

            #### Responses

            |HTTP Code|Description|Schema|
            |---|---|---|
            |**200**|OK|string|

            ## Definitions

            ### Ship

            *Polymorphism* : Composition

            |Name|Schema|
            |---|---|
            |**name**  <br>*required*|string|
            """
        let (document, findings) = try Reading.text(page, file: "quay.md")
        let found = findings.compactMap { finding in finding.location.map { "\($0.line) \(finding.rule ?? "")" } }
        for (line, rule) in [
            (14, "page-unknown-value"), (15, "page-enum-base"), (16, "page-unread"), (22, "page-unknown-type"),
            (23, "page-broken-row"), (25, "page-security-choice"), (32, "page-ambiguous"), (45, "page-polymorphism"),
        ] {
            #expect(found.contains("\(line) \(rule)"), "\(line) \(rule) is not among \(found)")
        }
        #expect(document.operations.count == 1)
        #expect(document.operations[0].revisions[0].responses[0].schema == Schema(.unknown))
    }

    @Test("Columns with flags and types behind their items are those of old pages")
    func oldest() throws {
        let page = """
            # Quay

            ## Paths

            ### All
            ```
            GET /quay
            ```

            #### Parameters
            |Type|Name|Description|Required|Schema|Default|
            |----|----|----|----|----|----|
            |QueryParameter|side|Which|true|enum (north, south) array(multi)||
            |QueryParameter|free||false|boolean|true|

            #### Responses
            |HTTP Code|Description|Schema|
            |----|----|----|
            |200|OK|string array|
            """
        let reading = try Reading.dialect(of: page, file: "quay.md")
        #expect(reading == "swagger2markup-0.9")
        let (document, _) = try Reading.text(page, file: "quay.md")
        let parameters = document.operations[0].revisions[0].parameters
        #expect(parameters.map(\.isRequired) == [true, false])
        #expect(parameters[0].schema.kind == .array(Schema(.enumeration(["north", "south"]))))
        #expect(parameters[1].schema.defaultValue == .bool(true))
    }
}

/// Reads pages as an import does.
enum Reading {
    static func fixture(_ name: String) throws -> (SpecDocument, [Diagnostic]) {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil))
        return try read([PageReader.read(Array(Data(contentsOf: url)), file: name)])
    }

    static func text(_ text: String, file: String) throws -> (SpecDocument, [Diagnostic]) {
        try read([PageReader.read(Array(text.utf8), file: file)])
    }

    static func dialect(of text: String, file: String) throws -> String? {
        let page = try PageReader.read(Array(text.utf8), file: file)
        return try DialectRecognition.groups(of: [page]).groups.first?.dialect.name
    }

    private static func read(_ pages: [Page]) throws -> (SpecDocument, [Diagnostic]) {
        let (groups, _) = try DialectRecognition.groups(of: pages)
        let service = try #require(try groups.first?.services().first)
        let reading = try OpenAPIImporter().read(document: service.document, file: service.files[0])
        return (reading.document, service.findings + reading.findings)
    }
}

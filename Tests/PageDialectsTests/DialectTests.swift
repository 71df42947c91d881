import APISpec
import Diagnostics
import Documentation
import PageDialects
import Testing
import YAML

@Suite("Dialects of pages")
struct DialectTests {
    @Test("A dialect that does not exist is refused with the names of those that do")
    func unknownName() throws {
        let error = #expect(throws: DiagnosticError.self) { try DialectRecognition.groups(of: [], forced: "nothing") }
        #expect(error?.diagnostics.first?.message.contains("scp-guide, swagger2markup") == true)
    }

    @Test("Other pages are left to the reader of guides")
    func rest() throws {
        let page = try PageReader.read(Array("# Notes\n\n## Overview\n\nWords.\n".utf8), file: "notes.md")
        let (groups, rest) = try DialectRecognition.groups(of: [page])
        #expect(groups.isEmpty)
        #expect(rest.map(\.file) == ["notes.md"])
    }

    @Test("Models and overviews beside operations that no dialect knows are pages of a guide")
    func siteOfGuide() throws {
        func page(_ text: String, _ file: String) throws -> Page {
            try PageReader.read(Array("<html><body><main>\(text)</main></body></html>".utf8), file: file)
        }
        let overview = try page("<h1>Quay</h1><h2 id=overview>Overview</h2><p>Berths.</p>", "quay/index.html")
        let model = try page(
            """
            <h1>Berth</h1><table><thead><tr><th>Name<th>Description<th>Schema<th>Default<tbody>
            <tr><td>name<br><em>required</em><td>Name<br>Example : <code>b1</code><td>string<td></table>
            """, "quay/models/berth/index.html")
        let operation = try page("<h1>1.0</h1><pre><code>get /v1/berths</code></pre>", "quay/apis/list/1.0/index.html")
        let site = [overview, model, operation]
        let found = try DialectRecognition.groups(of: site)
        #expect(found.groups.isEmpty)
        #expect(found.rest.map(\.file) == site.map(\.file))
        // By themselves such pages are definitions of a reference.
        #expect(try DialectRecognition.groups(of: [overview, model]).groups.count == 1)
    }

    @Test("Includes and attributes of AsciiDoc are refused by name")
    func refused() {
        for (page, words) in [
            ("= Quay\n\ninclude::paths.adoc[]\n", "include::paths.adoc[]"),
            (":base: /quay\n\n= Quay\n\n== Paths\n\nThe base is {base}.\n", "`{base}`"),
            ("= Quay\n\n== Paths\n\n|===\n|A|B\n", "cut off"),
        ] {
            let error = #expect(throws: DiagnosticError.self) {
                try PageReader.read(Array(page.utf8), file: "quay.adoc")
            }
            #expect(error?.diagnostics.count == 1)
            #expect(error?.diagnostics.first?.message.contains(words) == true)
        }
    }

    @Test("Calls for headings above tables of another grammar make no doubt")
    func callsForHeadings() throws {
        let text = """
            # Quay v1

            ## List ships

            ### `GET /ships`

            <h3 id="list-parameters">Parameters</h3>

            |Name|In|Type|Required|Description|
            |---|---|---|---|---|
            |depth|query|integer|false|none|

            <h3 id="list-responses">Responses</h3>

            |Status|Meaning|Description|Schema|
            |---|---|---|---|
            |200|OK|Ships|string|
            """
        #expect(try Reading.dialect(of: text, file: "quay.md") == "widdershins")
        let (document, _) = try Reading.text(text, file: "quay.md")
        #expect(document.operations.map { $0.revisions[0].path } == ["/ships"])
    }

    /// A reference, and what a page of widdershins has.
    private static let reference = """
        # Quay

        ## Paths

        ### All
        ```
        GET /quay
        ```

        #### Responses

        |HTTP Code|Description|Schema|
        |---|---|---|
        |**200**|OK|string|


        """
    private static let widdershins = """
        ## listLoaves

        `GET /loaves`

        <h3 id="list-responses">Responses</h3>

        |Status|Meaning|Description|Schema|
        |---|---|---|---|
        |200|[OK](https://tools.ietf.org/html/rfc7231#section-6.3.1)|The loaves|[Loaf](#schemaloaf)|

        # Schemas

        <h2 id="tocS_Loaf">Loaf</h2>

        ### Properties

        |Name|Type|Required|Restrictions|Description|
        |---|---|---|---|---|
        |number|integer(int64)|false|none|none|


        """

    @Test("Operations in two dialects on one page are an error that names both; one of them may be named")
    func twoDialects() throws {
        let page = try PageReader.read(Array((Self.reference + Self.widdershins).utf8), file: "two.md")
        let error = #expect(throws: DiagnosticError.self) { try DialectRecognition.groups(of: [page]) }
        #expect(error?.diagnostics.count == 1)
        let message = error?.diagnostics.first?.message ?? ""
        #expect(message.contains("`swagger2markup`") && message.contains("`widdershins`"))
        for name in ["swagger2markup", "widdershins"] {
            let groups = try DialectRecognition.groups(of: [page], forced: name).groups
            #expect(groups.map(\.dialect.name) == [name])
            #expect(try groups[0].services().count == 1)
        }
    }

    @Test("A forced dialect reads what speaks for too little by itself")
    func forced() throws {
        let text = "# Quay\n\n## API\n\n### All\n```\nGET /quay\n```\n"
        let page = try PageReader.read(Array(text.utf8), file: "weak.md")
        #expect(try DialectRecognition.groups(of: [page]).groups.isEmpty)
        let groups = try DialectRecognition.groups(of: [page], forced: "swagger2markup").groups
        #expect(try groups[0].services()[0].document["paths"]?.entries?.map(\.key.text) == ["/quay"])
    }

    @Test("A page with a title of its own beside a whole reference is left out, which is told")
    func readme() throws {
        let readme = try PageReader.read(Array("# Readme\n\n## Overview\n\nHow to build.\n".utf8), file: "README.md")
        let page = try PageReader.read(Array(Self.reference.utf8), file: "api.md")
        let (groups, rest) = try DialectRecognition.groups(of: [readme, page])
        #expect(rest.isEmpty)
        let services = try groups.flatMap { try $0.services() }
        #expect(services.map(\.files) == [["api.md"]])
        #expect(services[0].findings.contains { $0.rule == "page-unread" && $0.location?.file == "README.md" })
    }
}

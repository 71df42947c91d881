import Diagnostics
import EmbeddedDocuments
import Testing

@Suite("Pages from which no document is read")
struct RefusalTests {
    @Test(
        "A page that shows none says nothing",
        arguments: [
            "<h1>How to show an API</h1><pre><code>&lt;redoc spec-url=\"api.json\"&gt;&lt;/redoc&gt;\nSwaggerUIBundle({ url: \"api.json\" })</code></pre>",
            "<script type=\"application/ld+json\">{\"@type\": \"WebSite\", \"openapi\": \"3.0.0\", \"paths\": {}}</script><p>News</p>",
            "<script id=\"__NEXT_DATA__\" type=\"application/json\">{\"props\": {\"openapi\": \"3.0.0\", \"paths\": {}}}</script>",
            "<!-- <redoc spec-url=\"api.json\"></redoc> --><p>Gone</p>",
            "<textarea><redoc spec-url=\"api.json\"></redoc></textarea>",
            "<a href=\"package.json\">Package</a> <a href=\"https://openapi.example/\">OpenAPI</a>",
            "<script>var settings = { url: 'api.json', openapi: false };</script><p>Settings</p>",
        ])
    func none(body: String) async throws {
        let shelf = Shelf()
        let reading = try await read(Harbour.page(body), shelf)
        #expect(reading.documents.isEmpty)
        #expect(reading.refusal == nil)
        #expect(shelf.requests == [])
    }

    @Test(
        "What would have to be computed is named with its line, and never read by halves",
        arguments: [
            ("<script>\nSwaggerUIBundle({ url: address() })</script>", 5, "address()"),
            (
                "<script>\nSwaggerUIBundle({ spec: {\n openapi: '3.0.0', info: {},\n paths: paths() } })</script>", 7,
                "paths()"
            ),
            ("<script>\nSwaggerUIBundle({ spec: { openapi: '3.0.0', ...rest, paths: {} } })</script>", 5, "rest"),
            (
                "<script>\nvar s = { openapi: '3.0.0', paths: {} };\ns.paths = more();\nRedoc.init(s)</script>", 6,
                "more()"
            ),
            ("<script>\nRedoc.init(dark ? 'a.json' : 'b.json')</script>", 5, "a.json"),
        ])
    func computed(body: String, line: Int, quoted: String) async throws {
        let reading = try await read(Harbour.page(body), Shelf(["site/docs/a.json": Harbour.crane]))
        #expect(reading.documents.isEmpty)
        let problem = try #require(reading.refusal?.diagnostics.first)
        #expect(problem.rule == "embedded-document-unread")
        #expect(problem.message.contains(quoted))
        #expect(problem.location?.line == line)
        #expect(reading.isCertain)
    }

    @Test("A viewer that does not say where the document is")
    func noAddress() async throws {
        let page = Harbour.page(
            "<div id=swagger-ui></div><script id=swagger-settings type=application/json>{\"fetchSchemaWithQuery\": true}</script><script src=swagger-ui-init.js></script>",
            head: "<meta name=generator content=\"Quay 1.4\">")
        let reading = try await read(page, at: .address("https://harbour.example/docs/?theme=sea"))
        let message = try #require(reading.refusal?.diagnostics.first?.message)
        #expect(message.contains("Swagger UI"))
        #expect(message.contains("Quay 1.4"))
        #expect(message.contains("swagger-ui-init.js"))
        #expect(message.contains("https://harbour.example/docs/?format=openapi"))
    }

    @Test(
        "A script that breaks off: the document holds its end tag as it stands, or the page is cut off",
        arguments: [
            "<script>SwaggerUIBundle({ spec: {\"openapi\": \"3.0.0\", \"info\": {\"title\": \"ends </script> here\"}, \"paths\": {}} })</script>",
            "<div id=swagger-ui></div><script>SwaggerUIBundle({ spec: {\"openapi\": \"3.0.0\", \"paths\": {\"/a\": {",
        ])
    func cutOff(body: String) async throws {
        let reading = try await read("<!DOCTYPE html>\n<body>" + body)
        #expect(reading.documents.isEmpty)
        #expect(reading.refusal?.diagnostics.count == 1)
        #expect(reading.refusal?.diagnostics.first?.message.contains("breaks off") == true)
    }

    @Test(
        "Pages that hold parts of a document, packed or as text",
        arguments: [
            (
                "<script type=application/json id=pier-operation-bodies>{\"a\": \"H4sI\"}</script><h1>Harbour</h1>",
                "packed"
            ),
            (
                "<script>var defs = {}\ndefs[\"Ferry\"] = {\"type\": \"object\"};</script><script>var schemaWrapper = {};</script>",
                "html2"
            ),
        ])
    func packed(body: String, word: String) async throws {
        let reading = try await read(Harbour.page(body))
        #expect(reading.documents.isEmpty)
        #expect(reading.refusal?.diagnostics.first?.message.contains(word) == true)
        #expect(reading.isCertain)
    }

    @Test(
        "Nothing is loaded that was not allowed",
        arguments: [
            ("file:///etc/harbour.json", "file:"),
            ("https://elsewhere.example/api.json", "--allow-host elsewhere.example"),
            ("//elsewhere.example/api.json", "elsewhere.example"),
            ("http://127.0.0.1:9000/api.json", "--allow-host 127.0.0.1"),
            ("http://harbour.example/api.json", "--allow-host harbour.example"),
            ("https://harbour.example:8443/api.json", "8443"),
            ("https://user:secret@elsewhere.example/api.json", "elsewhere.example"),
            ("ftp://harbour.example/a", "ftp:"),
        ])
    func foreign(address: String, word: String) async throws {
        let shelf = Shelf()
        let page = Harbour.page("<redoc spec-url=\"\(address)\"></redoc>")
        let reading = try await read(page, shelf, at: .address("https://harbour.example/docs/"))
        #expect(reading.documents.isEmpty)
        #expect(reading.refusal?.diagnostics.count == 1)
        #expect(reading.refusal?.diagnostics.first?.message.contains(word) == true)
        #expect(shelf.requests == [])
    }

    @Test("A host that is allowed is asked")
    func allowed() async throws {
        let shelf = Shelf(["https://elsewhere.example/api.json": Harbour.json])
        let page = Harbour.page("<redoc spec-url=\"https://elsewhere.example/api.json\"></redoc>")
        #expect(try await read(page, shelf, hosts: ["Elsewhere.example"]).documents.count == 1)
    }

    @Test(
        "A saved page names files of its folder and of the one above, no others",
        arguments: [
            "../../api.json", "/../../x.json", "..%2F..%2Fapi.json", "\\..\\..\\api.json",
        ])
    func outside(reference: String) async throws {
        let shelf = Shelf(["api.json": Harbour.json, "x.json": Harbour.json])
        let reading = try await read(Harbour.page("<redoc spec-url=\"\(reference)\"></redoc>"), shelf)
        #expect(reading.documents.isEmpty)
        #expect(shelf.requests.allSatisfy { $0.hasPrefix("site/") })
        #expect(reading.refusal?.diagnostics.count == 1)
    }

    @Test("A path from the root of a site that nobody knows is a file beside the page, with a warning")
    func savedRoot() async throws {
        let page = Harbour.page("<script>SwaggerUIBundle({url: '/openapi.json'})</script>")
        let reading = try await read(page, Shelf(["site/docs/openapi.json": Harbour.json]))
        #expect(reading.documents.first?.findings.contains { $0.rule == "embedded-document-saved-root" } == true)
        #expect(try await read(page).refusal?.diagnostics.first?.message.contains("/openapi.json") == true)
    }
}

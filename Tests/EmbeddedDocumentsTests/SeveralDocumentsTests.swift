import Diagnostics
import EmbeddedDocuments
import Testing

@Suite("Pages with several documents")
struct SeveralDocumentsTests {
    static let shelf = ["site/docs/a.json": Harbour.crane, "site/docs/b.json": Harbour.json]

    @Test(
        "The one that is shown first is read, with a note that names the others; or all",
        arguments: [
            "<script>SwaggerUIBundle({ urls: [{url: 'a.json', name: 'Crane'}, {name: 'Harbour', url: 'b.json'}], 'urls.primaryName': 'Harbour' })</script>",
            "<script>var c = JSON.parse('{\"urls\": [{\"url\": \"b.json\", \"name\": \"Harbour\\u0027s\"}, {\"url\": \"a.json\", \"name\": \"Crane\"}]}');\nif (c.urls.length == 1) { c.url = c.urls[0].url }\nSwaggerUIBundle(c)</script>",
            "<script>Scalar.createApiReference('#app', { sources: [{ title: 'Crane', url: 'a.json' }, { title: 'Harbour', url: 'b.json', default: true }] })</script>",
            "<select id=v><option value=a.json>Crane</option><option value=b.json selected>Harbour</option></select><script>var s = document.getElementById('v'); s.onchange = function () { Redoc.init(s.value) }; Redoc.init(s.value)</script>",
            "<redoc spec-url=b.json></redoc><rapi-doc spec-url=a.json></rapi-doc>",
        ])
    func several(body: String) async throws {
        let reading = try await read(Harbour.page(body), Shelf(Self.shelf))
        #expect(reading.documents.map(title) == ["Harbour"])
        let note = try #require(reading.documents.first?.findings.last)
        #expect(note.rule == "embedded-document-choice")
        #expect(note.message.contains("a.json"))
        let all = try await read(Harbour.page(body), Shelf(Self.shelf), all: true)
        #expect(Set(all.documents.compactMap(title)) == ["Harbour", "Crane"])
        #expect(all.documents.count == 2)
    }

    @Test("What is named first and is missing is said; the next one is read")
    func missing() async throws {
        let page = Harbour.page("<redoc spec-url=gone.json></redoc><rapi-doc spec-url=b.json></rapi-doc>")
        let reading = try await read(page, Shelf(Self.shelf))
        #expect(reading.documents.map(title) == ["Harbour"])
        #expect(reading.documents[0].findings.map(\.rule) == ["embedded-document", "embedded-document-skipped"])
    }

    @Test("What a script changes is read as it is served, with a warning")
    func changed() async throws {
        let page = Harbour.page(
            "<script>\nfetch('b.json').then(r => r.json()).then(spec => {\n  spec.servers = [{ url: location.origin }]\n  delete spec.paths['/x'].post\n  Scalar.createApiReference('#app', { content: spec })\n})</script>"
        )
        let reading = try await read(page, Shelf(Self.shelf))
        #expect(reading.documents.map(title) == ["Harbour"])
        #expect(reading.documents[0].findings.last?.rule == "embedded-document-changed")
        #expect(reading.documents[0].findings.last?.location?.line == 6)
    }
}

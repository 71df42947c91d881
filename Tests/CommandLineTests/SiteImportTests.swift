import Foundation
import PageServing
import Testing

@Suite("apidoc import of a service whose operations stand on pages of their own, by address")
struct SiteImportTests {
    let tool: Tool

    init() throws { tool = try Tool() }

    private static let overview = """
        <!doctype html><html lang=en><head><title>Orchard</title></head><body><main><h1>Orchard</h1>
        <h2 id=overview>Overview</h2><p>An API for an orchard.</p>
        <h2 id=version>Version</h2><table><thead><tr><th>Version<th>Version Status<th>Not Before<tbody>
        <tr><td>1.0<td>CURRENT<td>-</table>
        <h2 id=openapi-url>OpenAPI URL</h2><p>https://orchard.{region}.{environment}.example.com</p>
        <h2>Environment and Region List</h2><table><thead><tr><th>Environment<th>Region<tbody>
        <tr><td>s<td>kr-west1</table>
        <p><a href="apis/showtree/1.0/">1.0</a> <a href="about/">About</a></p></main></body></html>
        """

    private static let operation = """
        <!doctype html><html lang=en><head><title>1.0</title></head><body><main>
        <nav aria-label=breadcrumb><ol class=breadcrumb><li>Orchard<li>Show Tree<li>1.0</ol></nav><h1>1.0</h1>
        <pre><code>get /v1/trees/{tree_id}</code></pre><h2 id=description>Description</h2><p>Show a tree.</p>
        <h3 id=state>State</h3><p>ACTIVE (CURRENT)</p>
        <h2 id=parameters>Parameters</h2><table><thead><tr><th>Type<th>Name<th>Description<th>Schema<th>Default<tbody>
        <tr><td>path<td>tree_id<br><em>required</em><td>Tree ID<td>string<td>None</table>
        <h2 id=responses>Responses</h2><table><thead><tr><th>HTTP Code<th>Description<th>Schema<tbody>
        <tr><td>204<td>No Content<td>None</table></main></body></html>
        """

    private func serve(index: String) throws -> PageServer {
        try PageServer { request, connection in
            let type = ["Content-Type: text/html; charset=utf-8"]
            switch request.path {
            case "/orchard/": connection.answer(200, type, Self.overview)
            case "/orchard/apis/showtree/1.0/": connection.answer(200, type, Self.operation)
            case "/orchard/about/":
                connection.answer(200, type, "<html><body><main><h1>About</h1><p>Nothing.</p></main></body></html>")
            case "/orchard/search-index.json": connection.answer(200, ["Content-Type: application/json"], index)
            default: connection.answer(404)
            }
        }
    }

    @Test("What the site names and has no page for is told, and so is a page of nothing")
    func missing() throws {
        let server = try serve(
            index: #"[{"title":"1.0","ref":"/orchard/apis/prunetree/1.0/","body":"x"},{"ref":"/other/apis/a/1.0/"}]"#)
        defer { server.stop() }
        let run = try tool.run("import", server.url("/orchard/"), "-o", "orchard.yaml")
        #expect(run.status == 0, "\(run.errors)")
        let spec = try #require(tool.read("orchard.yaml"))
        #expect(spec.contains("path: /v1/trees/{tree_id}"), "\(spec)")
        #expect(run.errors.contains("prunetree") && run.errors.contains("[missing-page]"), "\(run.errors)")
        #expect(run.errors.contains("[other-page]"), "\(run.errors)")
        #expect(!server.requests.contains { $0.path.hasPrefix("/other/") })
    }

    @Test("A site of more pages than are fetched")
    func cutShort() throws {
        let pages = (0..<2_100).map { #"{"ref":"/orchard/apis/z\#($0)/1.0/"}"# }.joined(separator: ",")
        let server = try serve(index: #"[{"ref":"/orchard/apis/showtree/1.0/"},\#(pages)]"#)
        defer { server.stop() }
        let run = try tool.run("import", server.url("/orchard/"), "-o", "orchard.yaml")
        #expect(run.errors.contains("[pages-cut-short]"), "\(run.errors.suffix(500))")
        #expect(server.requests.count <= 2_100)
    }
}

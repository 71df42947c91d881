import Foundation
import PageServing
import Synchronization
import Testing

@Suite("apidoc update of a service whose operations stand on pages of their own")
struct SiteUpdateTests {
    private let tool: Tool
    private let site = SharedSite()

    init() throws { tool = try Tool() }

    /// An invented service: a page for each operation, an overview that links to them, and a search index.
    private struct Orchard: Sendable {
        var linked = ["showtree", "listtrees"]
        var indexed: [String] = []
        var words: [String: String] = [:]
        var statuses: [String: Int] = [:]
        var hasTags = true
        var nonce = ""

        var overview: String {
            let links = linked.map { "<a href=\"apis/\($0)/1.0/\">\($0)</a>" }.joined(separator: " ")
            return """
                <!doctype html><html lang=en><head><title>Orchard</title></head><body><main><h1>Orchard</h1>
                <h2 id=overview>Overview</h2><p>An API for an orchard.</p>
                <h2 id=version>Version</h2><table><thead><tr><th>Version<th>Version Status<th>Not Before<tbody>
                <tr><td>1.0<td>CURRENT<td>-</table>
                <h2 id=openapi-url>OpenAPI URL</h2><p>https://orchard.{region}.{environment}.example.com</p>
                <h2>Environment and Region List</h2><table><thead><tr><th>Environment<th>Region<tbody>
                <tr><td>s<td>kr-west1</table><p>\(links)</p></main><!-- \(nonce) --></body></html>
                """
        }

        func operation(_ name: String) -> String {
            """
            <!doctype html><html lang=en><head><title>1.0</title></head><body><main>
            <nav aria-label=breadcrumb><ol class=breadcrumb><li>Orchard<li>\(name)<li>1.0</ol></nav><h1>1.0</h1>
            <pre><code>get /v1/\(name)/{tree_id}</code></pre><h2 id=description>Description</h2>
            <p>\(words[name] ?? "Something with \(name).")</p><h3 id=state>State</h3><p>ACTIVE (CURRENT)</p>
            <h2 id=parameters>Parameters</h2><table><thead><tr><th>Type<th>Name<th>Description<th>Schema<th>Default<tbody>
            <tr><td>path<td>tree_id<br><em>required</em><td>Tree ID<td>string<td>None</table>
            <h2 id=responses>Responses</h2><table><thead><tr><th>HTTP Code<th>Description<th>Schema<tbody>
            <tr><td>204<td>No Content<td>None</table></main></body></html>
            """
        }

        func answer(_ request: PageServer.Request, _ connection: PageServer.Connection) {
            let name = request.path.split(separator: "/").dropFirst(2).first.map(String.init) ?? ""
            if let status = statuses[name] { return connection.answer(status) }
            let text: String
            switch request.path {
            case "/orchard/": text = overview
            case "/orchard/search-index.json":
                let entries = indexed.map { #"{"ref":"/orchard/apis/\#($0)/1.0/"}"# }.joined(separator: ",")
                return connection.answer(200, ["Content-Type: application/json"], "[\(entries)]")
            case _ where request.path.hasPrefix("/orchard/apis/"): text = operation(name)
            default: return connection.answer(404)
            }
            let tag = "\"\(text.utf8.reduce(5381) { ($0 &* 33 &+ Int($1)) & 0xFFFF_FFFF })\""
            if hasTags, request.headers["if-none-match"] == tag { return connection.answer(304, ["ETag: \(tag)"]) }
            connection.answer(
                200, ["Content-Type: text/html; charset=utf-8"] + (hasTags ? ["ETag: \(tag)"] : []), text)
        }
    }

    /// The site, which tests change between runs.
    private final class SharedSite: Sendable {
        let orchard = Mutex(Orchard())
    }

    private func change(_ edit: (inout sending Orchard) -> Void) { site.orchard.withLock { edit(&$0) } }

    private func start() throws -> PageServer {
        let server = try PageServer { [site] request, connection in
            site.orchard.withLock(\.self).answer(request, connection)
        }
        let run = try tool.run("import", server.url("/orchard/"), "-o", "spec/orchard.yaml")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try tool.run("generate").status == 0)
        return server
    }

    @Test(
        "Nothing has changed: no file is touched, and no page of an operation is sent again", arguments: [true, false])
    func unchanged(hasTags: Bool) throws {
        change { $0.hasTags = hasTags }
        let server = try start()
        defer { server.stop() }
        let marks = try tool.marks()
        let before = server.requests.count
        let run = try tool.run("update")
        #expect(run.status == 0 && run.output == "spec/orchard.yaml: no changes\n", "\(run.output)\(run.errors)")
        #expect(try tool.marks() == marks)
        let asked = server.requests.dropFirst(before).filter { $0.path.hasPrefix("/orchard/apis/") }
        #expect(asked.count == 2, "\(asked)")
        #expect(asked.allSatisfy { ($0.headers["if-none-match"] != nil) == hasTags })
        // Another look of the overview is not a change either, and --full reads everything.
        change { $0.nonce = "built at 03:17" }
        #expect(try tool.run("update").output.contains("no changes"))
        #expect(try tool.run("update", "--full").output.contains("no changes"))
        #expect(try tool.marks() == marks)
    }

    @Test("Pages that are new are found by a link and by the search index")
    func added() throws {
        let server = try start()
        defer { server.stop() }
        change {
            $0.linked.append("prunetree")
            $0.indexed = ["watertree"]
        }
        let run = try tool.run("update")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        let spec = try #require(tool.read("spec/orchard.yaml"))
        for name in ["showtree", "listtrees", "prunetree", "watertree"] {
            #expect(spec.contains("path: /v1/\(name)/{tree_id}"))
            #expect(spec.contains("page: \(server.url("/orchard/apis/\(name)/1.0/"))"))
        }
        let marks = try tool.marks()
        #expect(try tool.run("update").output.contains("no changes"))
        #expect(try tool.marks() == marks)
        change { $0.words["prunetree"] = "Cuts a tree." }
        #expect(try tool.run("update").status == 0)
        #expect(tool.read("spec/orchard.yaml")?.contains("Cuts a tree.") == true)
    }

    @Test("All pages that are gone are named at once, hold the update back, and can be taken")
    func gone() throws {
        change { $0.linked = ["showtree", "listtrees", "prunetree"] }
        let server = try start()
        defer { server.stop() }
        let before = tool.contents()
        // One is linked to and is not there, the other is neither; what is not linked to any more and is there stays.
        change {
            $0.linked = ["showtree"]
            $0.statuses = ["showtree": 404, "prunetree": 410]
        }
        let run = try tool.run("update")
        #expect(run.status == 1, "\(run.errors)")
        #expect(tool.contents() == before)
        for name in ["showtree", "prunetree"] {
            let words = "the page `apis/\(name)/1.0/` of the service could not be read"
            #expect(run.errors.contains(words), "\(run.errors)")
            let page = server.url("/orchard/apis/\(name)/1.0/")
            #expect(run.output.contains("(read from \(page))"), "\(run.output)")
        }
        #expect(!run.output.contains("`listtrees` is missing"))
        #expect(try tool.run("update", "--accept", "all").status == 0)
        #expect(tool.read("spec/orchard.yaml")?.contains("prunetree") == false)
        #expect(try tool.run("generate", "--check").status == 0)
    }

    @Test("A page that the site fails to send is not a loss: nothing is written, and nothing can be taken")
    func failing() throws {
        let server = try start()
        defer { server.stop() }
        let before = tool.contents()
        change { $0.statuses = ["showtree": 401] }
        let run = try tool.run("update", "--accept", "all")
        #expect(run.status == 2)
        #expect(run.errors.contains("apis/showtree/1.0/:1:1: error: the page needs a login"), "\(run.errors)")
        #expect(tool.contents() == before)
    }
}

import Foundation
import Testing

@Suite("apidoc import of pages that show OpenAPI documents")
struct EmbeddedImportTests {
    let tool: Tool

    init() throws {
        tool = try Tool()
        for (name, title, path) in [("quay", "Quay", "/boats"), ("crane", "Crane", "/loads")] {
            _ = try tool.write(
                """
                {"openapi": "3.0.3", "info": {"title": "\(title)", "version": "1"},
                 "servers": [{"url": "https://quay.example"}],
                 "paths": {"\(path)": {"get": {"operationId": "list\(title)", "responses": {"200": {"description": "All"}}}}}}
                """, to: "site/\(name).json")
        }
    }

    private func page(_ body: String, _ name: String = "site/docs.html") throws -> String {
        try tool.write(
            "<!DOCTYPE html>\n<html><body>\n<div id=\"swagger-ui\"></div>\n\(body)\n</body></html>\n", to: name)
    }

    /// A spec without what it says of its sources.
    private func content(_ spec: String) -> String? {
        tool.read(spec).map { text in
            var isSource = false
            return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
                if line == "sources:" { isSource = true } else if !line.hasPrefix(" ") { isSource = false }
                return !isSource
            }.joined(separator: "\n")
        }
    }

    @Test(
        "The spec is that of the document; the note says where it was found; the sources are the page and the document")
    func address() throws {
        _ = try page("<script>SwaggerUIBundle({ url: 'quay.json' })</script>")
        let run = try tool.run("import", "site/docs.html", "-o", "spec/page.yaml")
        #expect(run.status == 0)
        #expect(
            run.errorLines.first?.hasPrefix("site/docs.html:4:32: note: this page shows an OpenAPI document") == true)
        #expect(run.errorLines.first?.hasSuffix("[embedded-document]") == true)
        #expect(try tool.run("import", "site/quay.json", "-o", "spec/document.yaml").status == 0)
        #expect(content("spec/page.yaml") == content("spec/document.yaml"))
        let spec = try #require(tool.read("spec/page.yaml"))
        #expect(spec.contains("page: docs.html"))
        #expect(spec.contains("page: quay.json"))
        #expect(spec.contains("foundOn: docs.html"))
        #expect(try tool.run("check", "spec/page.yaml").status == 0)
    }

    @Test("A page that shows a document is read for it wherever a spec is")
    func inPlaceOfSpec() throws {
        _ = try page("<script>SwaggerUIBundle({ url: 'quay.json' })</script>")
        let exported = try tool.run("export", "site/docs.html")
        #expect(exported.status == 0, "\(exported.errors)")
        #expect(exported.output.contains("/boats:"))
        #expect(exported.errors.contains("[embedded-document]"))
        #expect(try tool.run("serve", "site/docs.html", "--explain").output.contains("Quay: 1 operation"))
        #expect(try tool.run("diff", "site/quay.json", "site/docs.html", "--fail-on", "any").status == 0)
        #expect(try tool.run("versions", "site/docs.html").status == 0)
        #expect(try tool.run("generate", "site/docs.html", "-o", "Out").status == 0)
        // The code is that of the document, which counts when it changes.
        _ = try tool.write(
            (tool.read("site/quay.json") ?? "").replacing("/boats", with: "/ships"), to: "site/quay.json")
        #expect(try tool.run("generate", "site/docs.html", "-o", "Out").status == 0)
        #expect(tool.read("Out/QuayAPI/Clients/V1Client.swift")?.contains("/ships") == true)
        _ = try page("<script>SwaggerUIBundle({ url: location.hash })</script>")
        #expect(try tool.run("export", "site/docs.html").errors.contains("[embedded-document-unread]"))
        let address = try tool.run("serve", "https://quay.example/docs")
        #expect(address.status == 2)
        #expect(address.errors.contains("this is an address"))
    }

    @Test("A document in the page is read with its lines")
    func inPage() throws {
        _ = try page(
            """
            <script>
            Redoc.init({ openapi: '3.0.3', info: { title: 'Quay', version: '1', },
              paths: { '/boats': { get: { responses: { 200: { description: 'All' } },
                'trace-me': true } } } })
            </script>
            """)
        let run = try tool.run("import", "site/docs.html", "-o", "spec/quay.yaml")
        #expect(run.status == 0)
        #expect(run.errors.contains("site/docs.html:7:"))
    }

    @Test("A folder gets all documents of a page, a file the one that is shown first")
    func several() throws {
        _ = try page(
            "<script>SwaggerUIBundle({ urls: [{ url: 'crane.json', name: 'C' }, { url: 'quay.json', name: 'Q' }], 'urls.primaryName': 'Q' })</script>"
        )
        let one = try tool.run("import", "site/docs.html", "-o", "spec/one.yaml")
        #expect(one.status == 0)
        #expect(one.errors.contains("`C (crane.json)`"))
        #expect(tool.read("spec/one.yaml")?.contains("listQuay") == true)
        #expect(try tool.run("import", "site/docs.html", "-o", "all/").status == 0)
        #expect(tool.files().filter { $0.hasPrefix("all/") } == ["all/crane.yaml", "all/quay.yaml"])
    }

    @Test("A folder with a page and its document holds one service")
    func folder() throws {
        try FileManager.default.removeItem(atPath: tool.path("site/crane.json"))
        _ = try page("<redoc spec-url=\"../quay.json\"></redoc>", "site/deep/docs.html")
        let run = try tool.run("import", "site", "-o", "spec/quay.yaml")
        #expect(run.status == 0)
    }

    @Test("A link out of the folder is not followed")
    func link() throws {
        try FileManager.default.createDirectory(atPath: tool.path("other/deep/site"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: tool.path("other/deep/site/api.json"), withDestinationPath: tool.path("site/quay.json"))
        _ = try page("<redoc spec-url=api.json></redoc>", "other/deep/site/docs.html")
        let run = try tool.run("import", "other/deep/site/docs.html", "-o", "spec/quay.yaml")
        #expect(run.status == 2)
        #expect(run.errors.contains("outside the folder"))
    }

    @Test("One diagnostic for a page that does not say where its document is, and for other hosts")
    func refusals() throws {
        _ = try page("<script src=\"swagger-ui-init.js\"></script>")
        let silent = try tool.run("import", "site/docs.html", "-o", "spec/quay.yaml")
        #expect(silent.status == 2)
        #expect(silent.errorLines.count == 1)
        #expect(silent.errors.contains("?format=openapi"))
        _ = try page("<script>SwaggerUIBundle({ url: 'http://127.0.0.1:9/api.json' })</script>")
        let foreign = try tool.run("import", "site/docs.html", "-o", "spec/quay.yaml")
        #expect(foreign.status == 2)
        #expect(foreign.errorLines.count == 1)
        #expect(foreign.errors.contains("--allow-host 127.0.0.1"))
        #expect(tool.read("spec/quay.yaml") == nil)
    }

    @Test("A script that a page loads is read for itself")
    func script() throws {
        _ = try tool.write("window.onload = () => SwaggerUIBundle({ url: 'quay.json' })", to: "site/init.js")
        #expect(try tool.run("import", "site/init.js", "-o", "spec/quay.yaml").status == 0)
        #expect(tool.read("spec/quay.yaml")?.contains("listQuay") == true)
    }
}

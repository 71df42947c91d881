import Foundation
import Testing

/// Pages of other generators, imported and updated by the tool.
@Suite("Dialects from the command line")
struct DialectCommandTests {
    let tool: Tool

    init() throws { tool = try Tool() }

    private static let parameters = """
        #### Parameters

        |Type|Name|Description|Schema|
        |---|---|---|---|
        |**Query**|**depth**  <br>*optional*|Metres|integer (int32)|


        """
    private static let members = """
        |Name|Schema|
        |---|---|
        |**id**  <br>*required*|integer (int64)|


        """
    private static let address = "### URI scheme\n*Host* : quay.example  \n*Schemes* : HTTPS\n\n"
    private static let version = "### Version information\n*Version* : 1.0\n\n"
    private static let page = """
        # Quay

        <a name="overview"></a>
        ## Overview

        \(version)\(address)<a name="paths"></a>
        ## Paths

        <a name="listships"></a>
        ### Ships
        ```
        GET /ships
        ```

        \(parameters)#### Responses

        |HTTP Code|Description|Schema|
        |---|---|---|
        |**200**|OK|[Ship](#ship)|

        <a name="definitions"></a>
        ## Definitions

        <a name="ship"></a>
        ### Ship

        \(members)
        """

    private func start(_ page: String = page, _ options: String...) throws {
        _ = try tool.write(page, to: "quay.md")
        let run = try tool.run(["import", "quay.md", "-o", "spec/quay.yaml"] + options)
        #expect(run.status == 0, "\(run.errors)")
    }

    private func update(_ page: String, _ options: String...) throws -> Tool.Run {
        _ = try tool.write(page, to: "quay.md")
        return try tool.run(["update", "spec/quay.yaml", "quay.md"] + options)
    }

    @Test("Tables of parameters and of models that are gone are held back, and kept where that is accepted")
    func lostTables() throws {
        try start()
        let before = tool.read("spec/quay.yaml")
        let unlisted = Self.page.replacing(Self.parameters, with: "")
        #expect(try update(unlisted).status == 1)
        #expect(tool.read("spec/quay.yaml") == before)
        #expect(try update(unlisted, "--accept", "listships/parameters").status == 0)
        let kept = try #require(tool.read("spec/quay.yaml"))
        #expect(kept.contains("lost: [parameters]") && kept.contains("recovered: [earlier-table]"))
        #expect(try update(Self.page).status == 0)
        #expect(tool.read("spec/quay.yaml") == before)

        let untold = Self.page.replacing(Self.members, with: "")
        let run = try update(untold)
        #expect(run.status == 1)
        #expect(tool.read("spec/quay.yaml") == before)
        #expect(try update(untold, "--accept", "Ship").status == 0)
        #expect(tool.read("spec/quay.yaml")?.contains("recovered: [earlier-table]") == true)
    }

    @Test("A dialect that a person named is that of later updates, too")
    func named() throws {
        let weak = "# Quay\n\n## API\n\n### All\n```\nGET /quay\n```\n"
        try start(weak, "--dialect", "swagger2markup")
        let run = try update(weak.replacing("### All", with: "### Everything"))
        #expect(run.status == 0, "\(run.errors)")
        #expect(tool.read("spec/quay.yaml")?.contains("Everything") == true)
        // A page that is something else now is none of the dialect any more.
        let other = try update("# Sign in\n\nPlease sign in.\n")
        #expect(other.status == 2, "\(other.errors)")
    }

    @Test("A page without an address or a version says so")
    func unsaid() throws {
        _ = try tool.write(Self.page.replacing(Self.address, with: ""), to: "a.md")
        #expect(
            try tool.run("import", "a.md", "-o", "a.yaml").errors.contains("openapi-missing-server")
        )
        _ = try tool.write(Self.page.replacing("*Version* : 1.0", with: ""), to: "v.md")
        #expect(try tool.run("import", "v.md", "-o", "v.yaml").errors.contains("v.md:6:1: warning: "))
        _ = try tool.write(Self.page, to: "w.md")
        #expect(try !tool.run("import", "w.md", "-o", "w.yaml").errors.contains("openapi-missing"))
    }

    @Test("A page about something else beside a reference is left out")
    func folder() throws {
        _ = try tool.write(Self.page, to: "docs/api.md")
        _ = try tool.write("# Readme\n\nHow to build.\n", to: "docs/README.md")
        let run = try tool.run("import", "docs", "-o", "spec/quay.yaml")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("README.md:1:1: warning: "))
    }

    @Test("Pages of two dialects in one folder are told as such, both named")
    func twoDialects() throws {
        _ = try tool.write(Self.page, to: "docs/quay.md")
        _ = try tool.write(
            """
            # Dock v1.0

            ## listBerths

            `GET /berths`

            |Status|Meaning|Description|Schema|
            |---|---|---|---|
            |200|[OK](https://tools.ietf.org/html/rfc7231#section-6.3.1)|All|string|

            """, to: "docs/dock.md")
        let run = try tool.run("import", "docs", "-o", "all.yaml")
        #expect(run.status == 2)
        let lines = run.errors.split(separator: "\n").filter { $0.contains(" error: ") }
        #expect(lines.count == 1, "\(run.errors)")
        #expect(run.errors.contains("`swagger2markup` (docs/quay.md)"), "\(run.errors)")
        #expect(run.errors.contains("`widdershins` (docs/dock.md)"), "\(run.errors)")
        // In a folder each has its own.
        #expect(try tool.run("import", "docs", "-o", "specs/").status == 0)
    }

    @Test("A page that can be read is not replaced by what a page beside it shows")
    func links() throws {
        let viewer =
            "<html><body><redoc spec-url=\"pay.json\"></redoc><script src=\"redoc.standalone.js\"></script></body></html>"
        _ = try tool.write(viewer, to: "redoc.html")
        _ = try tool.write(
            """
            {"openapi": "3.0.3", "info": {"title": "Pay", "version": "1"}, "servers": [{"url": "https://pay.example"}],
             "paths": {"/pay": {"get": {"operationId": "pay", "responses": {"200": {"description": "OK"}}}}}}
            """, to: "pay.json")
        let link = "<p><a href=\"redoc.html\">The payment API</a></p>"
        let page = """
            <html><body>\(link)<h1>Quay</h1><h2 id="paths">Paths</h2><h3 id="all">GET /quay</h3><h4>Responses</h4>
            <table><thead><tr><th>HTTP Code</th><th>Description</th><th>Schema</th></tr></thead>
            <tbody><tr><td><strong>200</strong></td><td>OK</td><td>string</td></tr></tbody></table></body></html>
            """
        _ = try tool.write(page, to: "quay.html")
        _ = try tool.run("import", "quay.html", "-o", "quay.yaml")
        #expect(tool.read("quay.yaml")?.contains("/quay") == true)
        _ = try tool.write("<html><body>\(link)</body></html>", to: "list.html")
        _ = try tool.run("import", "list.html", "-o", "list.yaml")
        #expect(tool.read("list.yaml")?.contains("/pay") == true)
    }

    @Test("A word in a text says nothing of what made the page")
    func words() throws {
        let guide = try String(contentsOfFile: Tool.sample, encoding: .utf8)
        let damaged = guide.replacing("Overview\n", with: "Overview\nNot a graphiql page.\n").prefix(
            guide.utf8.count / 2)
        _ = try tool.write(String(damaged), to: "cut.txt")
        let run = try tool.run("import", "cut.txt", "-o", "cut.yaml")
        #expect(!run.errors.lowercased().contains("graphql"), "\(run.errors)")
        _ = try tool.write("<html><body><div id=\"graphiql\">Loading</div></body></html>", to: "page.html")
        #expect(try tool.run("import", "page.html", "-o", "page.yaml").errors.contains("GraphQL"))
    }

    @Test("A folder with four files in two forms: each form is a whole reference, which is told")
    func twoForms() throws {
        for (suffix, heading) in [("md", "#"), ("adoc", "=")] {
            _ = try tool.write(
                "\(heading) Quay\n\n\(heading)\(heading) Overview\n\nBerths.\n", to: "docs/overview.\(suffix)")
        }
        let paths = Self.page[Self.page.range(of: "<a name=\"paths\">")!.lowerBound...]
        _ = try tool.write(String(paths), to: "docs/paths.md")
        _ = try tool.write(
            """
            [[_paths]]
            == Paths

            === Ships
            ....
            GET /ships
            ....

            ==== Responses

            [options="header", cols=".^2a,.^14a,.^4a"]
            |===
            |HTTP Code|Description|Schema
            |**200**|OK|string
            |===

            """, to: "docs/paths.adoc")
        let run = try tool.run("import", "docs", "-o", "quay.yaml")
        #expect(run.status == 2)
        #expect(run.errors.contains("each describe all of the service `quay`"), "\(run.errors)")
    }

    @Test("A file without a word beside others is left out with a note; alone it is an error")
    func blankFile() throws {
        _ = try tool.write(Self.page, to: "quay.md")
        _ = try tool.write(" \n", to: "security.md")
        let run = try tool.run("import", "quay.md", "security.md", "-o", "quay.yaml")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("security.md:1:1: note: the page is empty and is left out [other-page]"))
        #expect(try tool.run("import", "security.md", "-o", "none.yaml").status == 2)
        let blank = try tool.run("import", "security.md", "security.md", "-o", "none.yaml")
        #expect(blank.status == 2)
        #expect(blank.errors.contains("security.md:1:1: error: the page is empty"), "\(blank.errors)")
    }

    @Test("Several pages that are each the whole reference are named: one of them counts")
    func severalForms() throws {
        _ = try tool.write(Self.page, to: "docs/quay.md")
        _ = try tool.write(Self.page, to: "docs/old/quay.md")
        let run = try tool.run("import", "docs", "-o", "quay.yaml")
        #expect(run.status == 2)
        #expect(
            run.errors.contains("`docs/old/quay.md`, `docs/quay.md` each describe all of the service `quay`"),
            "\(run.errors)")
        #expect(run.errors.contains("import the one that counts"))
        #expect(tool.read("quay.yaml") == nil)
    }
}

import Foundation
import Testing

@Suite("OpenAPI documents and pages in the place of specs, and documents of several files")
struct DocumentsAsSpecsTests {
    let tool: Tool

    init() throws { tool = try Tool() }

    private func document(version: String, most: Int) -> String {
        """
        openapi: 3.0.3
        info: {title: Loom, version: \(version)}
        servers: [{url: 'https://loom.example.test'}]
        paths:
          /threads:
            get:
              operationId: listThreads
              parameters: [{name: size, in: query, schema: {type: integer, maximum: \(most)}}]
              responses: {'204': {description: None.}}
        """
    }

    @Test("diff compares two documents of one version each, whatever the version is called")
    func diff() throws {
        _ = try tool.write(document(version: "1.0.0", most: 20), to: "old.yaml")
        _ = try tool.write(document(version: "1.0.1", most: 10), to: "new.yaml")
        let result = try tool.run("diff", "old.yaml", "new.yaml", "--format", "json")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("request-parameter-constraint-tightened"), "\(result.output)")
        #expect(result.output.contains("version-renamed"))
        #expect(!result.output.contains("version-removed"))
        #expect(try tool.run("diff", "old.yaml", "new.yaml", "--fail-on", "breaking").status == 1)
        #expect(try tool.run("diff", "old.yaml", "old.yaml", "--fail-on", "any").status == 0)
    }

    @Test("generate, export, versions and serve take documents and pages")
    func others() throws {
        _ = try tool.write(document(version: "1.0.0", most: 20), to: "loom.yaml")
        for input in ["loom.yaml", Tool.sample] {
            let generated = try tool.run("generate", input, "-o", "Out")
            #expect(generated.status == 0, "\(generated.errors)")
            #expect(try tool.run("versions", input).status == 0)
            let explained = try tool.run("serve", input, "--explain")
            #expect(explained.status == 0, "\(explained.errors)")
        }
        let exported = try tool.run("export", "loom.yaml", "--version", "1.0.0", "--format", "json")
        #expect(exported.output.contains("\"operationId\": \"listThreads\""), "\(exported.output)\(exported.errors)")
        let bad = try tool.write("openapi: 3.1.0\npaths: {/a: {$ref: lost.yaml}}\n", to: "bad.yaml")
        let refused = try tool.run("export", bad, "--version", "1")
        #expect(refused.status == 2 && refused.errors.contains("bad.yaml:2:"), "\(refused.errors)")
    }

    private func writeFiles() throws {
        _ = try tool.write(
            """
            openapi: 3.1.0
            info: {title: Loom, version: '1'}
            servers: [{url: 'https://loom.example.test'}]
            paths: {/threads: {$ref: paths/threads.yaml}}
            """, to: "api/loom.yaml")
        _ = try tool.write(
            """
            get:
              operationId: listThreads
              responses:
                '200': {description: ok, content: {application/json: {schema: {$ref: ../../shared/thread.json}}}}
            """, to: "api/paths/threads.yaml")
        _ = try tool.write(
            #"{"type": "object", "properties": {"colour": {"type": "string"}}}"#, to: "shared/thread.json")
    }

    @Test("References are followed within a folder, and nowhere else")
    func severalFiles() throws {
        try writeFiles()
        let outside = try tool.run("import", "api/loom.yaml", "-o", "out.yaml")
        #expect(outside.status == 2)
        #expect(outside.errors.contains("api/paths/threads.yaml:4:"), "\(outside.errors)")
        #expect(outside.errors.contains("--root"))
        #expect(tool.read("out.yaml") == nil)
        let inside = try tool.run("import", "api/loom.yaml", "-o", "out.yaml", "--root", ".")
        #expect(inside.status == 0, "\(inside.errors)")
        let spec = try #require(tool.read("out.yaml"))
        for page in ["page: loom.yaml", "page: paths/threads.yaml", "page: ../shared/thread.json"] {
            #expect(spec.contains(page), "\(spec)")
        }
        #expect(spec.contains("colour: {type: string}"))
    }

    @Test("A spec of files of one folder is updated from them")
    func updateWithRoot() throws {
        try writeFiles()
        _ = try tool.run("import", "api/loom.yaml", "-o", "spec/loom.yaml", "--root", ".")
        let update = ["update", "spec/loom.yaml", "api/loom.yaml"]
        #expect(try tool.run(update).errors.contains("--root"))
        _ = try tool.write(#"{"type": "object", "properties": {"hue": {"type": "string"}}}"#, to: "shared/thread.json")
        let run = try tool.run(update + ["--root", ".", "--accept", "all"])
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(tool.read("spec/loom.yaml")?.contains("hue: {type: string}") == true)
        #expect(try tool.run("update", "--root", ".").status == 64)
    }

    @Test("generate renders again where the overlay beside a document or a file that it refers to has changed")
    func generateAgain() throws {
        try writeFiles()
        _ = try tool.write(
            "get: {operationId: listThreads, responses: {'204': {$ref: 'answers.yaml'}}}\n",
            to: "api/paths/threads.yaml")
        _ = try tool.write("description: None.\n", to: "api/paths/answers.yaml")
        for command in [["generate", "api/loom.yaml"], ["generate"]] {
            _ = try tool.write("apidoc: 1\nspec: api/loom.yaml\n", to: "apidoc.yaml")
            try? FileManager.default.removeItem(atPath: tool.path("api/loom.overlay.yaml"))
            func isRendered(_ what: String) throws {
                let run = try tool.run(command)
                #expect(run.status == 0 && !run.errors.hasSuffix(" 0 of them changed\n"), "\(what): \(run.errors)")
                #expect(try tool.run(command + ["--check"]).status == 0, "\(what)")
                #expect(try tool.run(command).errors.hasSuffix(" 0 of them changed\n"), "\(what)")
            }
            _ = try tool.write("description: Nothing, as of \(command.count).\n", to: "api/paths/answers.yaml")
            try isRendered("a file that a reference leads to")
            _ = try tool.write(
                """
                overlay: 1.1.0
                info: {title: Ours, version: '1'}
                actions: [{target: $.info, update: {description: Ours.}}]

                """, to: "api/loom.overlay.yaml")
            try isRendered("an overlay that was not there")
            _ = try tool.write(
                """
                overlay: 1.1.0
                info: {title: Ours, version: '1'}
                actions: [{target: $.info, update: {description: Ours alone.}}]

                """, to: "api/loom.overlay.yaml")
            try isRendered("an overlay")
        }
    }

    @Test("A link that leads out of the folder leads nowhere")
    func links() throws {
        try writeFiles()
        _ = try tool.write(
            "get: {operationId: a, responses: {'200': {$ref: 'linked.yaml'}}}\n", to: "api/paths/threads.yaml")
        _ = try tool.write("description: secret\n", to: "shared/secret.yaml")
        try FileManager.default.createSymbolicLink(
            atPath: tool.path("api/paths/linked.yaml"), withDestinationPath: tool.path("shared/secret.yaml"))
        let result = try tool.run("import", "api/loom.yaml", "-o", "out.yaml")
        #expect(result.status == 2 && result.errors.contains("outside the folder"), "\(result.errors)")
    }

    @Test("A folder of fragments with one root is one description")
    func folder() throws {
        try writeFiles()
        _ = try tool.write(
            "get: {operationId: a, responses: {'200': {description: ok}}}\n", to: "api/paths/threads.yaml")
        let result = try tool.run("import", "api", "-o", "out.yaml")
        #expect(result.status == 0, "\(result.errors)")
        #expect(tool.read("out.yaml")?.contains("  a:\n") == true)
    }
}

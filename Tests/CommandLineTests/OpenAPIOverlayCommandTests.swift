import Foundation
import Testing

@Suite("Overlays of OpenAPI change documents wherever these are taken")
struct OpenAPIOverlayCommandTests {
    let tool: Tool

    init() throws {
        tool = try Tool()
        _ = try tool.write(Self.document, to: "vendor/kiln.yaml")
        _ = try tool.write(Self.overlay, to: "changes/kiln.yaml")
    }

    private static let document = """
        openapi: 3.1.0
        info: {title: Kiln, version: '1.0'}
        servers: [{url: 'https://kiln.example.test'}]
        paths:
          /pots:
            get: {operationId: listPots, responses: {'204': {description: None.}}}
            delete: {operationId: breakPots, responses: {'204': {description: None.}}}
        """

    private static let overlay = """
        overlay: 1.1.0
        info: {title: Ours, version: '1'}
        actions:
        - {target: "$.paths['/pots'].delete", remove: true}
        - target: $.paths['/pots'].get
          update: {parameters: [{name: glaze, in: query, schema: {type: string}}]}
        """

    @Test("import applies it, the spec remembers it, and update applies it again")
    func importAndUpdate() throws {
        let imported = try tool.run(
            "import", "vendor/kiln.yaml", "-o", "spec/kiln.yaml", "--overlay", "changes/kiln.yaml")
        #expect(imported.status == 0, "\(imported.errors)")
        let spec = try #require(tool.read("spec/kiln.yaml"))
        #expect(spec.contains("name: glaze") && !spec.contains("breakPots"), "\(spec)")
        #expect(spec.contains("page: ../changes/kiln.yaml") && spec.contains("overlay: true"), "\(spec)")
        #expect(try tool.run("check", "spec/kiln.yaml").status == 0)

        let added = "    post: {operationId: firePot, responses: {'204': {description: None.}}}\n"
        _ = try tool.write(Self.document + "\n" + added, to: "vendor/kiln.yaml")
        let updated = try tool.run("update", "spec/kiln.yaml", "vendor/kiln.yaml")
        #expect(updated.status == 0, "\(updated.errors)")
        let after = try #require(tool.read("spec/kiln.yaml"))
        #expect(after.contains("firePot") && !after.contains("breakPots"), "\(after)")
        #expect(after.contains("name: glaze") && after.contains("page: ../changes/kiln.yaml"), "\(after)")

        try FileManager.default.removeItem(atPath: tool.path("changes/kiln.yaml"))
        let lost = try tool.run("update", "spec/kiln.yaml", "vendor/kiln.yaml")
        #expect(lost.errors.contains("name it with --overlay") || lost.output.contains("name it with --overlay"))
        #expect(lost.status == 2, "\(lost.output)")
        #expect(tool.read("spec/kiln.yaml") == after)
    }

    @Test("Documents in the place of specs take it, by name or beside the document")
    func otherCommands() throws {
        let named = try tool.run(
            "export", "vendor/kiln.yaml", "--version", "1.0", "--format", "json", "--overlay", "changes/kiln.yaml")
        #expect(named.output.contains("glaze") && !named.output.contains("breakPots"), "\(named.errors)")
        _ = try tool.write(Self.overlay, to: "vendor/kiln.overlay.yaml")
        let beside = try tool.run("export", "vendor/kiln.yaml", "--version", "1.0", "--format", "json")
        #expect(beside.output.contains("glaze") && !beside.output.contains("breakPots"), "\(beside.errors)")
        let explained = try tool.run("serve", "vendor/kiln.yaml", "--explain")
        #expect(explained.output.contains("1 operation"), "\(explained.output)\(explained.errors)")
        _ = try tool.write(Self.document, to: "plain.yaml")
        let changes = try tool.run("diff", "plain.yaml", "vendor/kiln.yaml")
        #expect(changes.output.contains("breakPots"), "\(changes.output)\(changes.errors)")
        let same = try tool.run(
            "diff", "plain.yaml", "vendor/kiln.yaml", "--overlay", "changes/kiln.yaml", "--fail-on", "any")
        #expect(same.status == 0, "\(same.output)\(same.errors)")
    }

    @Test("One that would change nothing is refused: specs have been changed by theirs already")
    func ignored() throws {
        _ = try tool.run("import", "vendor/kiln.yaml", "-o", "spec/kiln.yaml")
        let overlay = ["--overlay", "changes/kiln.yaml"]
        for command in [
            ["export", "spec/kiln.yaml", "--version", "1.0"], ["versions", "spec/kiln.yaml"],
            ["serve", "spec/kiln.yaml", "--explain"], ["generate", "spec/kiln.yaml"],
            ["diff", "spec/kiln.yaml", "--from", "1.0", "--to", "1.0"], ["diff", "spec/kiln.yaml", "spec/kiln.yaml"],
        ] {
            let run = try tool.run(command + overlay)
            #expect(run.status == 2 && run.output.isEmpty, "\(command)")
            #expect(run.errors.hasPrefix("changes/kiln.yaml:1:1: error: `spec/kiln.yaml` "), "\(run.errors)")
        }
        // One of two is enough: a spec against what its document says now.
        let diff = try tool.run(["diff", "spec/kiln.yaml", "vendor/kiln.yaml"] + overlay)
        #expect(diff.status == 0 && diff.output.contains("breakPots"), "\(diff.errors)")
        _ = try tool.write("apidoc: 1\nspec: vendor/kiln.yaml\n", to: "apidoc.yaml")
        for command in [["generate"], ["generate", "--config", "apidoc.yaml"], ["update"]] {
            #expect(try tool.run(command + overlay).status == 64, "\(command)")
        }
        #expect(!tool.files().contains("Generated"))
    }

    @Test("What does not fit is told with its place")
    func problems() throws {
        _ = try tool.write(
            "overlay: 1.0.0\ninfo: {title: A, version: '1'}\nactions: [{target: pots, remove: true}]\n", to: "bad.yaml")
        let refused = try tool.run("import", "vendor/kiln.yaml", "-o", "out.yaml", "--overlay", "bad.yaml")
        #expect(refused.status == 2 && refused.errors.contains("bad.yaml:3:20: error: "), "\(refused.errors)")
        _ = try tool.write(
            "overlay: 1.0.0\ninfo: {title: A, version: '1'}\nextends: bowls.yaml\nactions: [{target: $.tags, remove: true}]\n",
            to: "other.yaml")
        let strict = try tool.run("import", "vendor/kiln.yaml", "-o", "out.yaml", "--overlay", "other.yaml", "--strict")
        #expect(strict.status == 1, "\(strict.errors)")
        #expect(strict.errors.contains("[openapi-overlay-of-another]"))
        #expect(strict.errors.contains("other.yaml:4:20: warning: "), "\(strict.errors)")
        #expect(try tool.run("import", "vendor/kiln.yaml", "-o", "out.yaml", "--overlay", "other.yaml").status == 0)
    }
}

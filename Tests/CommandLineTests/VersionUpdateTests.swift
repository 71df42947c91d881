import Foundation
import PageServing
import Synchronization
import Testing

@Suite("apidoc update of a spec that was made of a document for each version")
struct VersionUpdateTests {
    let tool: Tool

    init() throws { tool = try Tool() }

    private static func document(_ version: String, paths: [String]) -> String {
        let items = paths.map { path in
            """
              \(path):
                get:
                  operationId: list\(path.dropFirst(1).capitalized)
                  responses: {'200': {description: OK, content: {application/json: {schema: {type: string}}}}}

            """
        }
        return """
            openapi: 3.0.3
            info: {title: Pier, version: '\(version)'}
            servers: [{url: 'https://pier.example.com'}]
            paths:

            """ + items.joined()
    }

    @Test("Named documents are told apart by their versions, and all are needed")
    func files() throws {
        _ = try tool.write(Self.document("1.0", paths: ["/boats"]), to: "old.yaml")
        _ = try tool.write(Self.document("2.0", paths: ["/boats", "/ropes"]), to: "new.yaml")
        let run = try tool.run(
            "import", "--version-of", "1.0=old.yaml", "--version-of", "2.0=new.yaml", "-o", "spec/pier.yaml")
        #expect(run.status == 0, "\(run.errors)")
        let spec = try #require(tool.read("spec/pier.yaml"))
        #expect(spec.contains("version: '1.0'") && spec.contains("version: '2.0'"), "\(spec)")
        _ = try tool.run("generate")
        let before = tool.files().map { tool.read($0) }
        let one = try tool.run("update", "spec/pier.yaml", "new.yaml")
        #expect(one.status == 2)
        #expect(one.errors.contains("name all of them: `1.0=FILE 2.0=FILE`"), "\(one.errors)")
        #expect(try tool.run("update", "spec/pier.yaml", "2.0=new.yaml").status == 2)
        #expect(try tool.run("update", "spec/pier.yaml", "2.0=new.yaml", "1.0=old.yaml").output.contains("no changes"))
        #expect(tool.files().map { tool.read($0) } == before)
        _ = try tool.write(Self.document("2.0", paths: ["/boats", "/ropes", "/tides"]), to: "new.yaml")
        let update = try tool.run("update", "spec/pier.yaml", "1.0=old.yaml", "2.0=new.yaml")
        #expect(update.status == 0, "\(update.output)\(update.errors)")
        #expect(update.output.contains("listTides"))
        let new = try #require(tool.read("spec/pier.yaml"))
        #expect(new.contains("'1.0'") && new.contains("listTides"))
        #expect(try tool.run("generate", "--check").status == 0)
    }

    @Test("By address all documents are read again where one has changed")
    func addresses() throws {
        let paths = Mutex(["/boats", "/ropes"])
        let server = try PageServer { request, connection in
            let new = paths.withLock(\.self)
            let (tag, text) =
                request.path == "/old.yaml"
                ? ("old", Self.document("1.0", paths: ["/boats"]))
                : ("new\(new.count)", Self.document("2.0", paths: new))
            let type = ["Content-Type: application/yaml", "ETag: \"\(tag)\""]
            guard request.headers["if-none-match"] != "\"\(tag)\"" else { return connection.answer(304, type) }
            connection.answer(200, type, text)
        }
        defer { server.stop() }
        let run = try tool.run(
            "import", "--version-of", "1.0=\(server.url("/old.yaml"))", "--version-of",
            "2.0=\(server.url("/new.yaml"))",
            "-o", "spec/pier.yaml")
        #expect(run.status == 0, "\(run.errors)")
        _ = try tool.run("generate")
        #expect(try tool.run("update").output.contains("no changes"))
        paths.withLock { $0.append("/tides") }
        let update = try tool.run("update")
        #expect(update.status == 0, "\(update.output)\(update.errors)")
        #expect(update.output.contains("listTides"))
        let spec = try #require(tool.read("spec/pier.yaml"))
        #expect(spec.contains("'1.0'") && spec.contains("'2.0'") && spec.contains("listTides"), "\(spec)")
        #expect(try tool.run("generate", "--check").status == 0)
        // What only one version loses is held back as anything else.
        paths.withLock { $0 = ["/ropes", "/tides"] }
        let held = try tool.run("update")
        #expect(held.status == 1)
        #expect(held.output.contains("the operation `listBoats` in version 2.0 is missing"), "\(held.output)")
    }

    @Test("A version that was added is read again with the others", arguments: [true, false])
    func added(isMerged: Bool) throws {
        for (number, version) in ["1.0", "2.0", "3.0"].enumerated() {
            let paths = Array(["/boats", "/ropes", "/tides"].prefix(number + 1))
            // The newest calls the first operation otherwise: it keeps its name all the same.
            let text = Self.document(version, paths: paths)
            _ = try tool.write(
                version == "3.0" ? text.replacing("listBoats", with: "showBoats") : text, to: "\(version).yaml")
        }
        let first = isMerged ? ["--version-of", "1.0=1.0.yaml", "--version-of", "2.0=2.0.yaml"] : ["2.0.yaml"]
        #expect(try tool.run(["import"] + first + ["-o", "spec/pier.yaml"]).status == 0)
        let addition = try tool.run("update", "spec/pier.yaml", "--version-of", "3.0=3.0.yaml")
        #expect(addition.status == 0, "\(addition.errors)")
        let spec = try #require(tool.read("spec/pier.yaml"))
        #expect(spec.contains("version: '3.0'") && spec.contains("  listBoats:\n"))
        let named = (isMerged ? ["1.0=1.0.yaml", "2.0=2.0.yaml"] : ["2.0.yaml"]) + ["3.0=3.0.yaml"]
        let again = try tool.run(["update", "spec/pier.yaml"] + named)
        #expect(again.status == 0, "\(again.output)\(again.errors)")
        #expect(again.output.contains("no changes"), "\(again.output)")
        #expect(tool.read("spec/pier.yaml") == spec)
        let incomplete = try tool.run("update", "spec/pier.yaml", "3.0=3.0.yaml")
        #expect(incomplete.status == 2)
        #expect(
            incomplete.errors.contains("`\(isMerged ? "1.0=FILE 2.0=FILE" : "2.0.yaml") 3.0=FILE`"),
            "\(incomplete.errors)")
        // A change of what was added comes in as any other.
        _ = try tool.write(Self.document("3.0", paths: ["/boats", "/ropes", "/tides", "/crews"]), to: "3.0.yaml")
        let changed = try tool.run(["update", "spec/pier.yaml"] + named)
        #expect(changed.status == 0 && changed.output.contains("listCrews"), "\(changed.output)\(changed.errors)")
    }

    @Test("By address, too")
    func addedByAddress() throws {
        let server = try PageServer { request, connection in
            let version = request.path == "/old.yaml" ? "1.0" : "2.0"
            let paths = version == "1.0" ? ["/boats"] : ["/boats", "/ropes"]
            connection.answer(200, ["Content-Type: application/yaml"], Self.document(version, paths: paths))
        }
        defer { server.stop() }
        #expect(try tool.run("import", server.url("/old.yaml"), "-o", "spec/pier.yaml").status == 0)
        let addition = try tool.run("update", "spec/pier.yaml", "--version-of", "2.0=\(server.url("/new.yaml"))")
        #expect(addition.status == 0, "\(addition.errors)")
        let spec = tool.read("spec/pier.yaml")
        let again = try tool.run("update", "spec/pier.yaml")
        #expect(again.status == 0 && again.output.contains("no changes"), "\(again.output)\(again.errors)")
        #expect(tool.read("spec/pier.yaml") == spec)
    }
}

import Foundation
import Testing

@Suite("apidoc import of OpenAPI documents")
struct OpenAPIImportTests {
    let tool: Tool

    init() throws { tool = try Tool() }

    private func document(_ version: String, _ members: String) -> String {
        """
        openapi: 3.1.0
        info: {title: Shed, version: '\(version)'}
        servers: [{url: 'https://shed.example'}]
        paths:
          /tools/{id}:
            get:
              operationId: show_tool
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses:
                '200':
                  description: OK
                  content: {application/json: {schema: {$ref: '#/components/schemas/Tool'}}}
        components:
          schemas:
            Tool: {type: object, required: [name], properties: {name: {type: string}\(members)}}

        """
    }

    @Test("A document becomes a spec, and a client")
    func one() throws {
        _ = try tool.write(document("2.0", ", weight: {type: [number, 'null']}"), to: "shed.yaml")
        let result = try tool.run("import", "shed.yaml", "-o", "out.yaml")
        #expect(result.status == 0, "\(result.errors)")
        let spec = try #require(tool.read("out.yaml"))
        #expect(spec.contains("operationId: show_tool"))
        #expect(spec.contains("weight: {type: number, nullable: true}"))
        #expect(try tool.run("check", "out.yaml").status == 0)
        #expect(try tool.run("generate", "out.yaml").status == 0)
        let client = try #require(tool.read("Generated/ShedAPI/Clients/V2_0Client.swift"))
        #expect(client.contains("public func showTool(id: String) async throws -> Tool"))
    }

    @Test("check reads documents as it reads specs")
    func check() throws {
        _ = try tool.write(document("1", ""), to: "good.yaml")
        #expect(try tool.run("check", "good.yaml").status == 0)
        _ = try tool.write(document("1", ", a: {$ref: '#/components/schemas/None'}"), to: "bad.yaml")
        let result = try tool.run("check", "bad.yaml")
        #expect(result.status != 0 && result.errors.contains("bad.yaml:15:"), "\(result.errors)")
    }

    @Test("Documents of several versions share what is equal")
    func versions() throws {
        _ = try tool.write(document("1", ""), to: "a.yaml")
        _ = try tool.write(document("2", ", weight: {type: number}"), to: "b.yaml")
        let result = try tool.run(
            "import", "--version-of", "1.0=a.yaml", "--version-of", "1.1=b.yaml", "-o", "out.yaml")
        #expect(result.status == 0, "\(result.errors)")
        let spec = try #require(tool.read("out.yaml"))
        #expect(spec.contains("Tool:") && spec.contains("Tool1Dot1:"))
        let diff = try tool.run("diff", "out.yaml", "--from", "1.0", "--to", "1.1")
        #expect(diff.output.contains("weight"), "\(diff.output)\(diff.errors)")
    }

    @Test(
        "What cannot be read: a place, exit code 2, and the old spec stands",
        arguments: [
            ("swagger: '2.0'\n", "1:10: error: "), ("openapi: 3.1.0\ninfo: {}\ninfo: {}\n", "3:1: error: "),
            (
                "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {/a: {get: {responses: "
                    + "{'200': {$ref: 'https://evil.example/x.yaml'}}}}}\n", "3:46: error: "
            ),
        ])
    func broken(_ text: String, _ place: String) throws {
        _ = try tool.write("old", to: "out.yaml")
        _ = try tool.write(text, to: "in.yaml")
        let result = try tool.run("import", "in.yaml", "-o", "out.yaml")
        #expect(result.status == 2)
        #expect(result.errors.contains("in.yaml:\(place)"), "\(result.errors)")
        #expect(tool.read("out.yaml") == "old")
    }
}

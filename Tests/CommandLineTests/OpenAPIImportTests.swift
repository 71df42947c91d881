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
        _ = try tool.write(document("1", ", a: {type: string, type: string}"), to: "bad.yaml")
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
        #expect(spec.contains("Tool:") && spec.contains("Tool@1.1:"))
        let diff = try tool.run("diff", "out.yaml", "--from", "1.0", "--to", "1.1")
        #expect(diff.output.contains("weight"), "\(diff.output)\(diff.errors)")
    }

    @Test(
        "What cannot be read: a place, exit code 2, and the old spec stands",
        arguments: [
            ("swagger: '1.2'\n", "1:10: error: "), ("openapi: 3.1.0\ninfo: {}\ninfo: {}\n", "3:1: error: "),
            (
                "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {/a: {get: {responses: "
                    + "{'200': {$ref: '../elsewhere/x.yaml'}}}}}\n", "3:46: error: "
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

@Suite("Bodies and parameters of OpenAPI documents in generated clients")
struct OpenAPIRenderingTests {
    let tool: Tool

    init() throws { tool = try Tool() }

    /// The client and the models of a document with one POST to `/x`.
    private func generated(_ operation: String, schemas: String = "S: {type: object}") throws -> String {
        _ = try tool.write(
            """
            openapi: 3.1.0
            info: {title: Shed, version: '1'}
            servers: [{url: 'https://shed.example'}]
            paths:
              /x:
                post:
                  operationId: send
                  \(operation)
            components:
              schemas:
                \(schemas)

            """, to: "in.yaml")
        let imported = try tool.run("import", "in.yaml", "-o", "out.yaml")
        #expect(imported.status == 0, "\(imported.errors)")
        let result = try tool.run("generate", "out.yaml")
        #expect(result.status == 0, "\(result.errors)")
        return tool.files().filter { $0.hasPrefix("Generated/ShedAPI/") && $0.hasSuffix(".swift") }.compactMap(
            tool.read
        )
        .joined()
    }

    @Test("A multipart body has files for binary members")
    func multipart() throws {
        let code = try generated(
            """
            requestBody:
                    required: true
                    content: {multipart/form-data: {schema: {$ref: '#/components/schemas/S'}}}
                  responses: {'204': {description: Sent}}
            """,
            schemas: "S: {type: object, required: [f], properties: {f: {type: string, format: binary}}}")
        #expect(code.contains("public var f: FilePart"))
        #expect(code.contains("content: .multipart(body)"))
    }

    @Test(
        "What bodies are written in, and what answers come as",
        arguments: [
            ("application/x-www-form-urlencoded", "{$ref: '#/components/schemas/S'}", "content: .form(body)"),
            ("text/plain", "{type: string}", "content: .text(body, as: \"text/plain\")"),
            (
                "application/octet-stream", "{type: string, format: binary}",
                ".binary(body, as: \"application/octet-stream\")"
            ),
            (
                "application/merge-patch+json", "{$ref: '#/components/schemas/S'}",
                ".json(body, as: \"application/merge-patch+json\")"
            ),
        ])
    func bodies(_ type: String, _ schema: String, _ expected: String) throws {
        let code = try generated(
            """
            requestBody: {required: true, content: {\(type): {schema: \(schema)}}}
                  responses: {'200': {description: OK, content: {image/png: {}}}}
            """)
        #expect(code.contains(expected), "\(code)")
        #expect(code.contains("-> StreamedResponse"), "\(code)")
    }

    @Test("Styles, cookies, ranges of statuses")
    func parameters() throws {
        let code = try generated(
            """
            parameters:
                    - {name: filter, in: query, style: deepObject, schema: {$ref: '#/components/schemas/S'}}
                    - {name: ids, in: query, explode: false, schema: {type: array, items: {type: integer}}}
                    - {name: session, in: cookie, schema: {type: string}}
                  responses: {2XX: {description: OK, content: {application/json: {schema: {type: string}}}}}
            """, schemas: "S: {type: object, properties: {a: {type: string}}}")
        #expect(code.contains("Styled(filter, .deepObject)"), "\(code)")
        #expect(code.contains("Styled(ids, .form(explode: false))"))
        #expect(code.contains("cookies: [\"session\": session]"))
        #expect(code.contains("success: [.range(2)]"))
    }
}

import Foundation
import Testing

@Suite("Swift names of operations that have no id of their own")
struct MadeNamesTests {
    private let tool: Tool

    init() throws { tool = try Tool() }

    private static let document = """
        openapi: 3.1.0
        info: {title: Boats, version: '1'}
        servers: [{url: 'https://boats.example'}]
        paths:
          /get/boats:
            get:
              parameters: [{name: since, in: query, schema: {type: string}}]
              responses:
                '200':
                  description: Boats.
                  content: {application/json: {schema: {type: object, properties: {count: {type: integer}}}}}
        """

    @Test("A file of names that was recorded under an older rule keeps its names")
    func recordedNames() throws {
        _ = try tool.write(Self.document, to: "boats-openapi.yaml")
        #expect(try tool.run("import", "boats-openapi.yaml", "-o", "spec/boats.yaml").status == 0)
        #expect(tool.read("spec/boats.yaml")?.contains("  getBoats:\n") == true)
        #expect(try tool.run("generate").status == 0)
        let names = try #require(tool.read("spec/boats.names.yaml"))
        #expect(names.contains("getBoats: getBoats\n"))
        #expect(names.contains("GetBoatsResponse200: GetBoatsResponse200"))

        // As it was written before, when the verb was said twice.
        let old = names.replacing("getBoats", with: "getGetBoats").replacing("GetBoatsR", with: "GetGetBoatsR")
        _ = try tool.write(old, to: "spec/boats.names.yaml")
        #expect(try tool.run("generate").status == 0)
        let kept = try #require(tool.read("spec/boats.names.yaml"))
        #expect(kept.contains("getBoats: getGetBoats\n"))
        #expect(kept.contains("GetBoatsResponse200: GetGetBoatsResponse200"))
        #expect(!kept.contains("unused"))
        let client = try #require(tool.files().first { $0.hasSuffix("Clients/V1Client.swift") })
        #expect(tool.read(client)?.contains("func getGetBoats(") == true)
        #expect(try tool.run("generate", "--check").status == 0)
    }
}

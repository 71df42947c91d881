import APISpec
import Diagnostics
import OpenAPIInterop
import Testing

/// Descriptions in several files.
struct SeveralFilesTests {
    private static let root = """
        openapi: 3.1.0
        info: {title: Mill, version: '1'}
        servers: [{url: https://mill.example.test}]
        paths:
          /sacks: {$ref: 'paths/sacks.yaml'}
        components:
          schemas:
            Sack: {$ref: 'schemas/sack.yaml'}
        """

    private static let files = [
        "paths/sacks.yaml": """
            get:
              operationId: listSacks
              parameters: [{$ref: '../parameters.yaml#/page'}]
              responses:
                '200':
                  description: Sacks.
                  content: {application/json: {schema: {type: array, items: {$ref: '../schemas/sack.yaml'}}}}
                default: {$ref: '../mill.yaml#/components/responses/None'}
            """,
        "parameters.yaml": "page: {name: page, in: query, schema: {type: integer}}",
        "schemas/sack.yaml": """
            type: object
            properties:
              grain: {$ref: 'grains.yaml#/$defs/Grain'}
              lies_on: {$ref: '#'}
              holds: {$ref: 'sack.yaml'}
              weight: {$ref: 'grains.yaml#weight'}
            """,
        "schemas/grains.yaml": """
            $defs:
              Grain: {type: string, enum: [rye, oat]}
              W: {$anchor: weight, type: number}
            """,
    ]

    private func read(_ text: String, files: [String: String]) throws -> OpenAPIImport {
        try OpenAPIImporter().read(
            Array(text.utf8), file: "api/mill.yaml",
            references: { path in
                guard let file = files[path] else { throw DiagnosticError("there is no file `\(path)`", at: nil) }
                return (Array(file.utf8), "api/\(path)")
            })
    }

    @Test func areReadAsOne() throws {
        let text = Self.root.replacing("schemas:\n", with: "responses: {None: {description: None.}}\n  schemas:\n")
        let document = try read(text, files: Self.files).document
        #expect(document.operations.map(\.id) == ["listSacks"])
        let revision = document.operations[0].revisions[0]
        #expect(revision.parameters.map(\.name) == ["page"])
        #expect(revision.responses.map(\.status) == [200, 0])
        #expect(revision.responses[0].schema?.kind == .array(Schema(.reference("Sack"))))
        #expect(document.schemas.map(\.name) == ["Sack", "Grain", "weight"])
        #expect(
            document.schemas[0].properties.map(\.schema.kind)
                == [.reference("Grain"), .reference("Sack"), .reference("Sack"), .reference("weight")])
    }

    @Test func whatIsMissingOrWrongIsNamedWithItsFile() {
        func problems(_ files: [String: String]) -> [String] {
            do {
                _ = try read(Self.root, files: files)
                return []
            } catch { return (error as? DiagnosticError)?.diagnostics.map(\.description) ?? ["\(error)"] }
        }
        var files = Self.files
        files["parameters.yaml"] = nil
        #expect(
            problems(files).contains(
                "api/paths/sacks.yaml:3:21: error: there is no file `parameters.yaml` "
                    + "(at `paths/sacks.yaml#/get/parameters/0`)"))
        files["parameters.yaml"] = "page: [\n"
        #expect(problems(files).contains { $0.hasPrefix("api/parameters.yaml:") })
    }
}

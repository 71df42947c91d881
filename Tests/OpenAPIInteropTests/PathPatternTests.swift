import APIModel
import APISpec
import Diagnostics
import OpenAPIExport
import OpenAPIInterop
import Testing

/// Paths whose values have several segments, as gateways of gRPC services write them.
@Suite struct PathPatternTests {
    private static func document(_ paths: String...) -> String {
        var text =
            "openapi: 3.1.0\ninfo: {title: Shelves, version: '1'}\nservers: [{url: 'https://a.example'}]\npaths:\n"
        for (index, path) in paths.enumerated() {
            text += "  \(path):\n    get:\n      operationId: call\(index)\n"
            text += "      parameters: [{name: name, in: path, required: true, schema: {type: string}}]\n"
            text += "      responses: {'204': {description: OK}}\n"
        }
        return text
    }

    private func read(_ text: String) throws -> OpenAPIImport {
        try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml")
    }

    @Test(
        "They are imported without a word, and exported to the same document", arguments: [OpenAPIDialect.v3_0, .v3_1])
    func roundTrip(dialect: OpenAPIDialect) throws {
        let paths = [
            "/v1/{name=shelves/*}", "/v1/{name=shelves/*}:archive", "/v1/{name=shelves/*}/books", "/v1/f/{name=**}",
        ]
        let first = try read(Self.document(paths[0], paths[1], paths[2], paths[3]))
        #expect(first.findings.isEmpty, "\(first.findings)")
        let revisions = first.document.operations.map { $0.revisions[0] }
        #expect(revisions.map(\.path) == paths)
        #expect(
            revisions.allSatisfy { $0.parameters.map(\.name) == ["name"] && $0.parameters[0].schema.pattern == nil })
        let spec = SpecWriter().write(first.document)
        let model = APIModel(try SpecReader().read(Array(spec.utf8), file: "a.yaml").document)
        let value = try OpenAPIExporter(dialect: dialect).document(model, version: "1")
        #expect(SpecWriter().write(try read(OpenAPIText.yaml(value)).document) == spec)
    }

    @Test func aCallKnowsWhatItsValuesLookLike() throws {
        let model = APIModel(try read(Self.document("/v1/{name=shelves/*}")).document)
        let parameter = try #require(model.operations[0].calls[0].pathParameters.first)
        #expect(parameter.schema.pattern == "^shelves/[^/]+$")
        #expect(parameter.schema.example == .string("shelves/1"))
    }

    @Test(
        "What is no pattern is told with its place, and taken for one segment", arguments: ["a*", "**/a", "", "a//b"])
    func unknownPatterns(pattern: String) throws {
        let result = try read(Self.document("'/v1/{name=\(pattern)}'"))
        #expect(result.findings.map(\.rule) == ["openapi-unusable-path"])
        #expect(result.findings.first?.location?.line == 5)
        #expect(result.findings.first?.message.contains("#/paths/~1v1~1{name=") == true)
        #expect(result.document.operations[0].revisions[0].parameters.map(\.name) == ["name"])
    }
}

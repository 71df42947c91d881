import APIModel
import APISpec
import Diagnostics
import OpenAPIExport
import OpenAPIInterop
import Testing

struct ExportErrorTests {
    private func message(_ document: SpecDocument, version: String = "1.0", locations: SpecLocations? = nil) -> String {
        do {
            _ = try OpenAPIExporter(dialect: .v3_0).document(APIModel(document), version: version, locations: locations)
            return "nothing thrown"
        } catch {
            return "\(error)"
        }
    }

    @Test func aVersionThatIsMissing() {
        #expect(
            message(Sample.backup, version: "2.0")
                == "apidoc: error: Backup has no version 2.0; choose one of 1.1, 1.0")
        let empty = SpecDocument(service: Service(id: "x", title: "X", server: .init(url: "")))
        #expect(
            message(empty, locations: SpecLocations(whole: SourceLocation(file: "x.yaml")))
                == "x.yaml:1:1: error: X has no version 1.0; its spec names no versions")
    }

    @Test func twoOperationsWithOneMethodAndPath() {
        let document = Sample.document([Sample.revision(), Sample.revision("/y"), Sample.revision()])
        var locations = SpecLocations(whole: SourceLocation(file: "x.yaml"))
        locations.note(["operations", "operation3"], at: SourceLocation(file: "x.yaml", line: 7, column: 3))
        #expect(
            message(document, locations: locations)
                == "x.yaml:7:3: error: operations `operation1` and `operation3` are both `GET /x` in version 1.0, "
                + "and OpenAPI allows one; correct or remove one of them in an overlay")
    }

    @Test func everyErrorIsReported() {
        let document = Sample.document([Sample.revision(method: "GET IT"), Sample.revision("x\ny")])
        #expect(
            message(document)
                == """
                apidoc: error: `GET IT` of operation `operation1` in version 1.0 is no method that a request can have; \
                correct it, or remove the operation in an overlay
                apidoc: error: the path `x\\u{A}y` of operation `operation2` in version 1.0 does not start with `/`, \
                as OpenAPI demands; correct the path in an overlay
                """)
    }

    @Test(arguments: ["/{", "/}", "/{}", "/{{a}}", "/{a}/{b", "/{a/b}", "/{a?}"])
    func bracesThatEncloseNoName(path: String) {
        #expect(
            message(Sample.document([Sample.revision(path)]))
                == "apidoc: error: the braces in the path `\(path)` of operation `operation1` in version 1.0 do not "
                + "enclose a name each, as OpenAPI demands; correct the path in an overlay")
    }
}

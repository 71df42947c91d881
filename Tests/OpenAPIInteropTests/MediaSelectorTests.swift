import APIModel
import APISpec
import Diagnostics
import OpenAPIInterop
import Testing

@Suite("Media types that select a version")
struct MediaSelectorTests {
    /// A service whose paths answer in these media types, without the version; an empty one stands for no response.
    private func merged(_ paths: [(path: String, type: String)]) throws -> MergedVersions {
        try OpenAPIImporter().merge(
            ["37.1", "37.2"].map { version in
                let items = paths.map { path, type in
                    let method = type.isEmpty ? "delete" : "get"
                    let answer =
                        type.isEmpty
                        ? "'204': {description: Gone}"
                        : "'200': {description: OK, content: {'\(type.replacing("VERSION", with: version))': {schema: {type: string}}}}"
                    return
                        "  \(path): {\(method): {operationId: \(method)\(path.dropFirst()), responses: {\(answer)}}}\n"
                }
                let text = """
                    openapi: 3.0.3
                    info: {title: Cloud, version: '\(version)'}
                    servers: [{url: 'https://cloud.example'}]
                    paths:

                    """ + items.joined()
                let read = try OpenAPIImporter().read(Array(text.utf8), file: "\(version).yaml")
                return VersionedDocument(id: version, document: read.document, locations: read.locations)
            })
    }

    @Test(
        "What differs between types besides the version may be nothing, and is whole words",
        arguments: [
            (
                ["application/json;version=VERSION", "application/vnd.cloud.vm+json;version=VERSION"],
                "application/{schema}json;version={version}"
            ),
            (
                ["application/vnd.cloud+json;version=VERSION", "application/vnd.cloud.disks+json;version=VERSION"],
                "application/vnd.cloud{schema}+json;version={version}"
            ),
            (
                [
                    "application/vnd.cloud.disk+json;version=VERSION",
                    "application/vnd.cloud.disks+json;version=VERSION",
                ],
                "application/vnd.cloud.{schema}+json;version={version}"
            ),
            (
                ["application/json;version=VERSION", "application/vnd.cloud+json; version=VERSION"],
                "application/{schema}version={version}"
            ),
        ])
    func patterns(_ types: [String], _ pattern: String) throws {
        let result = try merged(zip(["/vms", "/disks"], types).map { ($0, $1) })
        #expect(result.document.service.selector?.pattern == pattern)
        #expect(result.document.service.selector?.omittedBy == [])
        #expect(result.findings.map(\.rule) == ["version-selector-found"])
        #expect(result.document.operations.allSatisfy { $0.revisions.map(\.versions) == [["37.2", "37.1"]] })
        for (operation, type) in zip(APIModel(result.document).calls(in: "37.1"), types) {
            #expect(operation.revision.responses[0].mediaType == type.replacing("VERSION", with: "37.1"))
            let selector = try #require(result.document.service.selector)
            #expect(selector.value(inMediaType: operation.revision.responses[0].mediaType) == "37.1")
        }
    }

    @Test("A type that says the version elsewhere is told of, and stays as it is")
    func others() throws {
        let result = try merged([
            ("/vms", "application/vnd.cloud.vm+json;version=VERSION"),
            ("/disks", "application/vnd.cloud.disk+json;version=VERSION"), ("/old", "text/vnd.cloud.VERSION+csv"),
        ])
        #expect(result.document.service.selector?.omittedBy == ["getold"])
        #expect(result.findings.map(\.rule) == ["version-selector-found", "version-selector-missing"])
        let call = try #require(APIModel(result.document).calls(in: "37.1").last)
        #expect(call.revision.responses[0].mediaType == "text/vnd.cloud.37.1+csv")
    }

    @Test("A call without an answer asks with a type of its path, else with one that the version has elsewhere")
    func withoutBody() throws {
        let result = try merged([
            ("/vms", "application/vnd.cloud.vm+json;version=VERSION"),
            ("/disks", "application/vnd.cloud.disk+json;version=VERSION"), ("/tasks", ""),
        ])
        let calls = APIModel(result.document).calls(in: "37.1")
        #expect(calls.last?.operation == "deletetasks")
        #expect(calls.last?.versionedMediaType == "application/vnd.cloud.vm+json;version=37.1")
        #expect(calls[1].versionedMediaType == "application/vnd.cloud.disk+json;version=37.1")
        #expect(result.document.service.selector?.omittedBy == [])
    }
}

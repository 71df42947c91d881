import APISpec
import Testing

@testable import SwiftRendering

@Suite("What was recovered, and from what")
struct RecoveryArticleTests {
    /// A service whose operation was recovered in the same way in two versions, and otherwise in a third.
    private func rendered(recovered: Bool = true) throws -> RenderedService {
        func mark(_ evidence: String) -> String { recovered ? ", recovered: [\(evidence)]" : "" }
        let text = """
            apidoc: 1
            service: {id: attic, title: Attic, server: {url: 'https://attic.example'}}
            versions: {'3': {status: current}, '2': {status: supported}, '1': {status: deprecated}}
            operations:
              showJar:
                title: Show Jar
                method: GET
                path: /jars/{key}
                revisions:
                  - versions: ['3', '2']
                    parameters: [{name: key, in: path, type: string, required: true\(mark("path"))}]
                    responses:
                      '200': {schema: Jar\(mark("name, response-example"))}
                      '404': {\(mark("sibling-operations").dropFirst(2))}
                      '409': {\(mark("sibling-operations").dropFirst(2))}
                  - versions: ['1']
                    parameters: [{name: key, in: path, type: string, required: true}]
                    responses: {'200': {schema: Jar\(mark("earlier-table"))}}
            schemas:
              Jar: {properties: {id: {type: string, required: true}, state: {type: string}}}
            resources:
              jar:
                collection: /jars
                member: /jars/{key}
                show: showJar
                identifier: id
                state: {property: state\(recovered ? ", inferred: [property-name]" : "")}
            """
        let document = try SpecReader().read(Array(text.utf8), file: "attic.yaml").document
        return try RenderingSample.render(document)
    }

    @Test("Evidence stands once, however many versions and methods have what it is for")
    func once() throws {
        let files = try rendered().module.files
        let article = try #require(files.first { $0.path == "AtticAPI.docc/Recovered.md" }).text
        #expect(
            article.hasSuffix(
                """
                ## Operations

                - `showJar` of versions 3 and 2: the parameter `key` from `path`; the response 200 from `name` and
                  `response-example`; the responses 404 and 409 from `sibling-operations`.
                - `showJar` of version 1: the response 200 from `earlier-table`.

                ## States

                - `jar`: that `state` is its state, from `property-name`.

                """), "\(article)")
        let sources = files.filter { $0.path.hasSuffix(".swift") }.map(\.text).joined()
        for evidence in ["response-example", "sibling-operations", "earlier-table", "property-name"] {
            #expect(!sources.contains(evidence), "\(evidence)")
        }
        #expect(files.contains { $0.path == "AtticAPI.docc/AtticAPI.md" && $0.text.contains("<doc:Recovered>") })
    }

    @Test("A method says what of it was recovered, in the versions that it is of")
    func methods() throws {
        let files = try rendered().module.files
        func client(_ version: String) -> String {
            files.first { $0.path == "Clients/\(version).swift" }?.text ?? ""
        }
        let all =
            "Recovered from the rest of the documentation: the parameter `key` and the responses 200, 404 and 409."
        #expect(client("SinceV2").contains(all), "\(client("SinceV2"))")
        #expect(client("V1Client").contains("Recovered from the rest of the documentation: the response 200."))
        #expect(client("V1Client").contains("That this is the state is inferred."))
    }

    @Test("Where tables state everything there is no article, and no link to one")
    func nothing() throws {
        let files = try rendered(recovered: false).module.files
        #expect(!files.contains { $0.path.hasSuffix("Recovered.md") || $0.text.contains("<doc:Recovered>") })
    }
}

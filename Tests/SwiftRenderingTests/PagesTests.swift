import APISpec
import Testing

@testable import SwiftRendering

@Suite("Lists in pages and encoded parameters")
struct PagesTests {
    /// The client and the tests of a service with a list that pages like this.
    private func rendered(
        paging: String, parameters: String = "{name: after, in: query, type: string}", answer: String = "schema: Shelf",
        headers: String = "{}", shelf: String = "", more: String = ""
    ) throws -> (client: String, tests: String) {
        let text = """
            apidoc: 1
            service: {id: attic, title: Attic, server: {url: 'https://attic.example'}}
            versions: {'1': {status: current}}
            operations:
              listJars:
                title: List Jars
                method: GET
                path: /jars
                revisions:
                  - versions: ['1']
                    parameters: [\(parameters)]
                    responses: {'200': {\(answer), headers: \(headers)}}
              showJar:
                title: Show Jar
                method: GET
                path: /jars/{key}
                revisions:
                  - versions: ['1']
                    parameters: [{name: key, in: path, encoding: base64url, type: string, required: true, example: 'a?>~'}]
                    responses: {'200': {schema: Jar}}
            schemas:
              Jar: {properties: {id: {type: integer, required: true}}}
              Shelf:
                properties:
                  jars: {type: array, items: {schema: Jar}, required: true}
            \(shelf)
            resources:
              jar:
                collection: /jars
                list: listJars
                paging: \(paging)
            \(more)
            """
        let document = try SpecReader().read(Array(text.utf8), file: "attic.yaml").document
        let service = try RenderingSample.render(document)
        func file(_ files: [RenderedFile], _ name: String) -> String {
            files.first { $0.path.hasSuffix(name) }?.text.split(separator: "\n").map {
                $0.drop { $0 == " " }
            }.joined(separator: " ") ?? ""
        }
        return (file(service.module.files, "V1Client.swift"), file(service.tests.files, "V1Tests.swift"))
    }

    @Test("A page that each call has to name begins with the first one by itself")
    func requiredPages() throws {
        let client = try rendered(
            paging: "{by: page, position: page, first: 1}",
            parameters: "{name: page, in: query, type: integer, required: true}"
        ).client
        #expect(client.contains("func all() -> ItemSequence<Shelf, Jar> { pages().items }"))
        #expect(client.contains("func pages(page: Int = 1) -> PageSequence<Shelf, Jar> {"))
        #expect(client.contains("first: page,"))
        #expect(client.contains("func listJars(page: Int) async throws"))
    }

    @Test("Markers that are numbers are numbers for the call")
    func numbers() throws {
        let client = try rendered(
            paging: "{by: marker, position: after, last: id}", parameters: "{name: after, in: query, type: integer}"
        ).client
        #expect(
            client.contains(
                "PageSequence( marker: after.map { String($0) }, items: { $0.jars }, last: { String($0.id) }, fetch: { "
                    + "try await client.listJars(after: $0.flatMap { Int($0) }) } )"), "\(client)")
    }

    @Test("What reads a list to its end is called neither as a method nor as a type of the service")
    func pager() throws {
        let client = try rendered(paging: "{by: marker, position: after, last: id}").client
        #expect(client.contains("var listJarsPager: ListJarsPager { ListJarsPager(client: self) }"), "\(client)")
        #expect(!client.contains("var listJars:") && !client.contains("struct ListJars:"))
        let taken = try rendered(
            paging: "{by: marker, position: after, last: id}",
            shelf: "  ListJarsPager: {properties: {id: {type: string}}}"
        ).client
        #expect(taken.contains("var listJarsPagerPager: ListJarsPagerPager {"), "\(taken)")
    }

    @Test("A place deep in the answer may be missing on the way")
    func deep() throws {
        let client = try rendered(
            paging: "{by: marker, position: after, next: /meta/next, more: /meta/more}",
            shelf:
                "      meta: {schema: Meta}\n  Meta: {properties: {next: {type: string}, more: {type: boolean, required: true}}}"
        ).client
        #expect(client.contains("next: { $0.meta?.next }, more: { $0.meta?.more }, fetch:"), "\(client)")
    }

    @Test("Addresses and header fields")
    func addresses() throws {
        let body = try rendered(
            paging: "{by: address, next: next}", parameters: "", shelf: "      next: {type: string, nullable: true}"
        ).client
        #expect(
            body.contains(
                "next: { $0.next }, fetch: { try await Client(connection: client.connection.following($0)).listJars() }"
            ), "\(body)")
        let link = try rendered(
            paging: "{by: address, nextHeader: Link}", parameters: "", answer: "type: array, items: {schema: Jar}",
            headers: "{Link: {type: string}}"
        ).client
        #expect(link.contains("items: { $0 }, fetchPage: { PageReply("), "\(link)")
        #expect(link.contains("link: { $0.link }"))
    }

    @Test(
        "What leads to no page is not a list in pages",
        arguments: [
            "{by: none}", "{by: marker, position: after, next: kind}", "{by: marker, position: kind, last: id}",
        ])
    func none(paging: String) throws {
        let client = try rendered(
            paging: paging,
            parameters: "{name: after, in: query, type: string}, {name: kind, in: query, type: string, enum: [a, b]}",
            shelf: "      kind: {type: boolean}"
        ).client
        #expect(!client.contains("PageSequence"), "\(client)")
    }

    @Test("What is wanted in Base64 is given as it is, and encoded by the client")
    func base64() throws {
        let (client, tests) = try rendered(paging: "{by: none}")
        #expect(client.contains(#""/jars/\(key, base64: .urlSafe)""#), "\(client)")
        #expect(client.contains("sent in Base64"))
        #expect(tests.contains(#"showJar(key: "a?>~")"#) && tests.contains("/jars/"), "\(tests)")
    }
}

import Diagnostics
import Testing

@testable import APISpec

@Suite("What a way of paging names is there")
struct PagingCheckTests {
    /// A list with two responses of success, of which the second leads deeper.
    private func document(_ paging: Paging?, lost: Set<Revision.LostTable> = []) -> SpecDocument {
        func property(_ name: String, _ kind: Schema.Kind) -> NamedSchema.Property {
            .init(name: name, isRequired: true, schema: Schema(kind))
        }
        let header = ResponseHeader(name: "X-Next", schema: Schema(.string(format: nil)))
        var revision = Revision(
            versions: ["1"], method: "GET", path: "/jars",
            parameters: [
                Parameter(name: "page", location: .query, isRequired: false, schema: Schema(.integer(format: nil))),
                Parameter(name: "token", location: .header, isRequired: false, schema: Schema(.string(format: nil))),
            ],
            responses: [
                Response(status: 200, schema: Schema(.reference("Jars"))),
                Response(status: 202, schema: Schema(.reference("Later"))),
                Response(status: 404, schema: Schema(.reference("Problem"))),
            ])
        revision.responses[0].headers = [header]
        revision.lost = lost
        var resource = Resource(name: "jar", collection: "/jars")
        resource.list = "listJars"
        resource.paging = [paging].compactMap(\.self)
        return SpecDocument(
            service: Service(id: "shop", title: "Shop", server: .init(url: "https://shop.example.com")),
            versions: [APIVersion(id: "1", status: .current)],
            operations: [Operation(id: "listJars", title: "", revisions: [revision])],
            schemas: [
                NamedSchema(
                    name: "Jars", properties: [property("meta", .reference("Meta")), property("free", .unknown)]),
                NamedSchema(
                    name: "Meta", properties: [property("next", .string(format: nil)), property("more", .boolean)]),
                NamedSchema(name: "Later", properties: [property("total", .integer(format: nil))]),
                NamedSchema(name: "Problem", properties: [property("reason", .string(format: nil))]),
            ],
            resources: [resource])
    }

    private func said(_ document: SpecDocument) -> [String] {
        SpecValidator().validate(document, locations: SpecLocations(whole: SourceLocation(file: "a.yaml")))
            .filter { $0.rule == SpecRules.missingPagingPart.id }.map(\.message)
    }

    private func said(_ change: (inout Paging) -> Void) -> [String] {
        var paging = Paging(.page)
        change(&paging)
        return said(document(paging))
    }

    @Test("What is there is fine")
    func there() {
        #expect(said(document(nil)).isEmpty)
        #expect(said { _ in }.isEmpty)
        let all = said { paging in
            paging.position = "page"
            paging.nextHeader = "x-next"
            paging.next = "/meta/next"
            paging.more = "/meta/more"
            paging.count = "total"
        }
        #expect(all.isEmpty)
    }

    @Test("Query parameters, not parameters of another kind")
    func parameters() {
        #expect(said { $0.position = "pages" } == ["`listJars` has no query parameter `pages`"])
        #expect(said { $0.size = "token" } == ["`listJars` has no query parameter `token`"])
    }

    @Test("Header fields of responses of success, in any case")
    func fields() {
        #expect(said { $0.nextHeader = "X-NEXT" }.isEmpty)
        #expect(said { $0.nextHeader = "X-Later" }.count == 1)
        #expect(said { $0.countHeader = "X-Total" }.first?.hasSuffix("has a header field `X-Total`") == true)
    }

    @Test("Properties at any depth, of some response of success")
    func places() {
        #expect(said { $0.next = "/meta/nxt" }.first?.hasSuffix("has a property `/meta/nxt`") == true)
        #expect(said { $0.next = "/total/deeper" }.isEmpty, "nothing tells what a number has in it")
        #expect(said { $0.more = "/more" }.count == 1)
        #expect(said { $0.count = "reason" }.count == 1, "only failures have it")
        #expect(said { $0.next = "/free/next" }.isEmpty, "nothing tells what is in it")
    }

    @Test("Where a table is lost, nobody knows what it would name")
    func lostTables() {
        var paging = Paging(.page)
        paging.position = "pages"
        paging.nextHeader = "X-Later"
        paging.next = "nothing"
        #expect(said(document(paging)).count == 3)
        for table in Revision.LostTable.allCases { #expect(said(document(paging, lost: [table])).count == 1) }
    }

    @Test("A model whose table is lost may have everything; one of which something is known has that")
    func lostModels() {
        var paging = Paging(.page)
        paging.next = "/meta/nxt"
        var lost = document(paging)
        lost.schemas[1].isLost = true
        #expect(said(lost).count == 1)
        lost.schemas[1].properties = []
        #expect(said(lost).isEmpty)
    }

    @Test("Paging without an operation that lists")
    func withoutList() {
        var document = document(Paging(.page))
        document.resources[0].list = nil
        #expect(said(document) == ["`paging` has no operation under `list`"])
        document.resources[0].paging = []
        #expect(said(document).isEmpty)
    }
}

@Suite("The form of a spec keeps its differences small")
struct SpecFormTests {
    private func text(_ change: (inout SpecDocument) -> Void) throws -> String {
        var document = try SpecSample.read().document
        change(&document)
        return SpecWriter().write(document)
    }

    @Test("A source with nothing but its digest is one line, and one with more is not")
    func sources() throws {
        func lines(_ change: (inout Source) -> Void) throws -> [String] {
            let all = try text { change(&$0.sources[0]) }.split(separator: "\n").map(String.init)
            let start = try #require(all.firstIndex(of: "sources:")),
                end = try #require(all.firstIndex(of: "versions:"))
            return Array(all[(start + 1)..<end])
        }
        #expect(try lines { _ in }.count == 1)
        #expect(try lines { $0.etag = #""a-rather-long-tag-of-a-page-0123456789""# }.count == 3)
        #expect(try lines { $0.lastModified = "Sat, 31 Jan 2026 12:00:00 GMT" }.count == 3)
        #expect(try lines { $0.foundOn = "https://docs.example.com/a/page/with/a/long/address" }.count == 3)
    }

    @Test("A version without an address of its own is one line")
    func versions() throws {
        #expect(try text { _ in }.contains("\n  '1.1': {status: current}\n"))
        let served = try text { $0.versions[0].server = .init(url: "https://v1.example.com") }
        #expect(served.contains("\n  '1.1':\n    status: current\n    server:"))
        #expect(try text { $0.versions[0].security = [] }.contains("\n  '1.1':\n    status: current\n"))
        #expect(try text { $0.versions[0].requirements = [] }.contains("\n  '1.1':\n    status: current\n"))
    }

    @Test("One way of paging is a mapping, several are a list")
    func paging() throws {
        var way = Paging(.page)
        way.position = "size"
        let one = try text { $0.resources[0].paging = [way] }
        #expect(one.contains("paging: {by: page"))
        let two = try text { $0.resources[0].paging = [way, Paging(.none)] }
        #expect(two.contains("paging:\n      - {by: page"))
        #expect(try SpecSample.read(two).document.resources[0].paging.map(\.kind) == [.page, .none])
    }

    @Test("The page of a revision is a text, several are a list")
    func pages() throws {
        let one = try text { $0.operations[0].revisions[0].pages = ["a.html"] }
        #expect(one.contains("source: a.html\n"))
        let two = try text { $0.operations[0].revisions[0].pages = ["a.html", "b.html"] }
        #expect(two.contains("source: [a.html, b.html]\n"))
        for text in [one, two] { #expect(SpecWriter().write(try SpecSample.read(text).document) == text) }
    }

    @Test("Lines end before the 120th column, where something can be broken")
    func width() throws {
        let long = try text { document in
            document.schemas[0].properties[1].schema.kind = .enumeration((0..<60).map { "VALUE_\($0)" })
        }
        let lines = long.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 120 }, "\(lines.map(\.count).max() ?? 0)")
    }
}

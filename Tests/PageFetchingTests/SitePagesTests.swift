import Diagnostics
import Foundation
import HTTPTypes
import PageFetching
import ServiceRuntime
import Synchronization
import Testing

@Suite("Pages below an address")
struct SitePagesTests {
    private typealias Site = [String: String]

    /// Links as a test writes them: a line each.
    private static let links: @Sendable ([UInt8]) -> [String] = { bytes in
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("->") }
            .map { String($0.dropFirst(2)) }
    }

    private func transport(_ site: Site, _ status: @escaping @Sendable (String) -> Int? = { _ in nil }) -> StubTransport
    {
        StubTransport { request in
            let path = request.path ?? ""
            if let status = status(path) { return .answer(status) }
            guard let body = site[path] else { return .answer(404) }
            let type = path.hasSuffix(".json") ? "application/json" : "text/html"
            return .answer(200, [.contentType: type], body)
        }
    }

    private func collect(_ transport: StubTransport, from path: String = "/en/orchard/", limit: Int? = nil) async throws
        -> SitePages.Result
    {
        let fetching = Fetching(transport: transport)
        let address = "https://docs.example.com\(path)"
        var site = SitePages(fetcher: fetching.fetcher, links: Self.links)
        if let limit { site.limit = limit }
        return try await site.collect(from: address, fetching.page(address))
    }

    @Test("Links are followed on the same host below the service, each page once")
    func links() async throws {
        let transport = transport([
            "/en/orchard/":
                "->apis/\n->/en/other/\n->https://elsewhere.example.com/en/orchard/x/\n->models/tag/#a\n->_print/\n->x.pdf\n->?q=1",
            "/en/orchard/apis/": "->../\n->show/1.0/\n->show/1.0/index.html\n->show/1.0\n->/en/orchard/apis/list/1.0/",
            "/en/orchard/apis/show/1.0/": "->/en/orchard/models/tag/", "/en/orchard/apis/list/1.0/": "x",
            "/en/orchard/models/tag/": "tag",
        ])
        let result = try await collect(transport)
        #expect(result.found.map(\.path) == ["", "apis/", "apis/list/1.0/", "apis/show/1.0/", "models/tag/"])
        #expect(result.missing == [])
        #expect(!result.isCutShort)
        #expect(Set(transport.urls).count == transport.urls.count)
        #expect(transport.urls.allSatisfy { $0.hasPrefix("https://docs.example.com/") })
    }

    @Test(
        "The search index is a list of addresses, whatever its form",
        arguments: [
            #"[{"href":"/en/orchard/apis/show/1.0/","title":"Show"},{"href":"/en/other/apis/x/"}]"#,
            #"{"docs":{"\/en\/orchard\/apis\/show\/1.0\/":{"body":"get \"/v1/x\" a\n"}}}"#,
            #"{"items":["https://docs.example.com/en/orchard/apis/show/1.0/"],"n":[1,"/a b"]}"#,
        ])
    func index(json: String) async throws {
        for place in ["/en/search-index.json", "/search-index.json"] {
            let transport = transport(["/en/orchard/": "overview", place: json, "/en/orchard/apis/show/1.0/": "show"])
            let result = try await collect(transport)
            #expect(result.found.map(\.path) == ["", "apis/show/1.0/"])
        }
    }

    @Test("An index that the page names")
    func namedIndex() async throws {
        let transport = transport([
            "/en/orchard/": "<input data-src=/a/search-index.1f.json>",
            "/a/search-index.1f.json": #"["/en/orchard/apis/show/1.0/"]"#,
            "/en/orchard/apis/show/1.0/": "show",
        ])
        #expect(try await collect(transport).found.map(\.path) == ["", "apis/show/1.0/"])
    }

    @Test("A page that is not there is told and stops nothing")
    func missing() async throws {
        let transport = transport(["/en/orchard/": "->apis/a/1.0/\n->apis/b/1.0/", "/en/orchard/apis/b/1.0/": "b"])
        let result = try await collect(transport)
        #expect(result.found.map(\.path) == ["", "apis/b/1.0/"])
        #expect(result.missing.map(\.path) == ["apis/a/1.0/"])
        #expect(result.missing.first?.diagnostics.first?.message.contains("status 404") == true)
    }

    @Test("A gateway that is busy is asked again")
    func busy() async throws {
        let counts = Mutex<[String: Int]>([:])
        let transport = transport(["/en/orchard/": "->apis/a/1.0/", "/en/orchard/apis/a/1.0/": "a"]) { path in
            let count = counts.withLock { counts in
                counts[path, default: 0] += 1
                return counts[path] ?? 0
            }
            return path.hasPrefix("/en/orchard/apis") && count <= 2 ? 503 : nil
        }
        let result = try await collect(transport)
        #expect(result.found.map(\.path) == ["", "apis/a/1.0/"])
        #expect(result.missing == [])
    }

    @Test("What was there before is asked for in any case, and as a whole where others stand below it")
    func known() async throws {
        let asked = Mutex<[String: String]>([:])
        let pages = [
            "/en/orchard/": "->apis/show/1.0/\n->apis/show/2.0/", "/en/orchard/apis/show/": "->3.0/",
            "/en/orchard/apis/show/2.0/": "two", "/en/orchard/apis/show/3.0/": "three",
        ]
        let transport = StubTransport { request in
            let path = request.path ?? ""
            asked.withLock { $0[path] = request.headerFields[.ifNoneMatch] ?? "" }
            if request.headerFields[.ifNoneMatch] != nil { return .answer(304) }
            if path.hasSuffix("/failing/1.0/") { return .answer(503) }
            return pages[path].map { .answer(200, [.contentType: "text/html"], $0) } ?? .answer(404)
        }
        let fetching = Fetching(transport: transport)
        let address = "https://docs.example.com/en/orchard/"
        let known = ["apis/show/", "apis/show/1.0/", "apis/show/1.0/index.html", "apis/list/1.0/"].map { path in
            PageRequest(url: address + path, etag: "\"a\"")
        }
        let others = ["apis/gone/1.0/", "apis/failing/1.0/"].map { PageRequest(url: address + $0) }
        let elsewhere = PageRequest(url: "https://elsewhere.example.com/en/orchard/x/")
        let site = SitePages(fetcher: fetching.fetcher, links: Self.links)
        let overview = try await fetching.page(address)
        let result = try await site.collect(from: address, overview, known: known + others + [elsewhere])
        #expect(
            result.found.map(\.path) == [
                "", "apis/list/1.0/", "apis/show/", "apis/show/1.0/", "apis/show/2.0/", "apis/show/3.0/",
            ])
        #expect(result.found.filter { $0.page == .unchanged }.map(\.path) == ["apis/list/1.0/", "apis/show/1.0/"])
        #expect(result.missing.map(\.path) == ["apis/failing/1.0/", "apis/gone/1.0/"])
        #expect(result.missing.map(\.isGone) == [false, true])
        #expect(result.missing.map(\.isKnown) == [true, true])
        let validator = asked.withLock { $0["/en/orchard/apis/show/"] }
        #expect(validator == "")
        #expect(SitePages.isBelow(address + "apis/show/1.0/", address))
        #expect(!SitePages.isBelow(address, address + "apis/show/1.0/") && !SitePages.isBelow(address, address))
    }

    @Test("Where a site starts: at the page that all others stand below, wherever it is named")
    func starts() {
        func starts(_ paths: String...) -> [Int] { SitePages.starts(of: paths.map { "https://docs.example.com\($0)" }) }
        #expect(starts("/a/apis/x/1.0/index.html", "/a/apis/x/index.html", "/a/apis/y/", "/a/index.html") == [3])
        #expect(starts("/a/", "/a/apis/x/1.0/", "/b/", "/b/apis/y/1.0/", "/c/") == [0, 2])
        #expect(starts("/a/one.html", "/a/two.html", "/a/index.html", "/a/three.html") == [2])
        #expect(starts("/a/one.html", "/a/two.html") == [0])
        #expect(starts("/a/", "/a/") == [0] || starts("/a/", "/a/") == [1])
        #expect(starts("/a/one/", "/a/two/") == [] && starts("/a/") == [] && starts() == [])
        #expect(starts("/a/", "/a/x?q=1", "/a/_print/") == [])
        #expect(SitePages.starts(of: ["https://a.example/", "https://b.example/x/", "no address"]) == [])
    }

    @Test("A site without an end")
    func bounded() async throws {
        let numbers = (0..<50).map { "->apis/a\($0)/1.0/" }.joined(separator: "\n")
        var pages: Site = ["/en/orchard/": numbers]
        for number in 0..<50 { pages["/en/orchard/apis/a\(number)/1.0/"] = "->x/\n->y/" }
        let transport = transport(pages)
        let result = try await collect(transport, limit: 10)
        #expect(result.isCutShort)
        #expect(result.found.count + result.missing.count <= 11)
    }

    @Test("The printable page, where the overview links to it")
    func printable() async throws {
        let transport = transport(["/en/orchard/": "->_print/", "/en/orchard/_print/": "all"])
        let fetching = Fetching(transport: transport)
        let site = SitePages(fetcher: fetching.fetcher, links: Self.links)
        let address = "https://docs.example.com/en/orchard/"
        let overview = try await fetching.page(address)
        let printable = try await site.printable(of: address, overview)
        #expect(printable?.address == address + "_print/")
        #expect(printable?.page.text == "all")
    }
}

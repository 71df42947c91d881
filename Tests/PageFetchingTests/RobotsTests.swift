import Diagnostics
import HTTPTypes
import ServiceRuntime
import Synchronization
import Testing

@testable import PageFetching

@Suite("What a site lets programs read")
struct RobotsTests {
    @Test(
        "The longest rule that fits decides",
        arguments: [
            ("/en/orchard/", true), ("/en/orchard/drafts/", false), ("/en/orchard/drafts/final/", true),
            ("/en/orchard/a.pdf", false), ("/en/orchard/a.pdf/", true), ("/private", false), ("/private/x", false),
            ("/%70rivate", false), ("/caf%c3%a9/", false), ("/café/", false), ("/x/secret/y", false), ("/equal", true),
        ])
    func rules(path: String, isAllowed: Bool) {
        let file = RobotsFile(
            Array(
                """
                # A comment
                user-agent: otherbot
                Disallow: /

                User-Agent: *
                Disallow: /en/orchard/drafts # unfinished
                Allow: /en/orchard/drafts/final
                Disallow: /*.pdf$
                Disallow: /private
                Disallow: /caf%C3%A9
                disallow : */secret/
                Disallow: /equal
                Allow: /equal
                Crawl-delay: 7
                Sitemap: https://docs.example.com/map.xml
                nonsense
                """.utf8))
        #expect(file.allows(path) == isAllowed)
    }

    @Test("A group for this program counts instead of the one for all; an empty rule allows everything")
    func groups() {
        let own = RobotsFile(
            Array("User-agent: *\nDisallow: /\n\nUser-agent: a\nUser-agent: APIDOC\nDisallow: /b\n".utf8))
        #expect(own.allows("/a") && !own.allows("/b"))
        let open = RobotsFile(Array("User-agent: *\nDisallow: /\nUser-agent: apidoc\nDisallow:\n".utf8))
        #expect(open.allows("/a"))
        #expect(RobotsFile([]).allows("/a"))
        #expect(RobotsFile(Array("<html>User-agent: *</html>".utf8)).allows("/a"))
    }

    @Test("Rules with many stars are fitted in bounded time")
    func stars() {
        let rules = "User-agent: *\nDisallow: /" + String(repeating: "*a", count: 2000) + "b$"
        #expect(RobotsFile(Array(rules.utf8)).allows("/" + String(repeating: "a", count: 8000)))
    }

    private func collect(
        robots status: Int, _ body: String = ""
    ) async throws -> (SitePages.Result, [String]) {
        let transport = StubTransport { request in
            switch request.path ?? "" {
            case "/robots.txt": .answer(status, [.contentType: "text/plain"], body)
            case "/en/orchard/": .answer(200, [.contentType: "text/html"], "->apis/a/1.0/\n->apis/b/1.0/")
            case "/en/orchard/apis/a/1.0/", "/en/orchard/apis/b/1.0/": .answer(200, [.contentType: "text/html"], "x")
            default: .answer(404)
            }
        }
        let fetching = Fetching(transport: transport)
        let address = "https://docs.example.com/en/orchard/"
        let links: @Sendable ([UInt8]) -> [String] = { bytes in
            String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("->") }
                .map { String($0.dropFirst(2)) }
        }
        let site = SitePages(fetcher: fetching.fetcher, links: links)
        let result = try await site.collect(from: address, fetching.page(address))
        return (result, transport.urls)
    }

    @Test("Pages that a site asks to leave alone are told, not read")
    func disallowed() async throws {
        let (result, urls) = try await collect(
            robots: 200, "User-agent: *\nDisallow: /en/orchard/apis/b")
        #expect(result.found.map(\.path) == ["", "apis/a/1.0/"])
        #expect(result.missing.map(\.path) == ["apis/b/1.0/"])
        #expect(result.missing.first?.diagnostics.first?.message.contains("robots.txt") == true)
        #expect(!urls.contains { $0.hasSuffix("apis/b/1.0/") })
        #expect(urls.count { $0.hasSuffix("/robots.txt") } == 1)
    }

    @Test("A site without the file, or one that guards it, may be read", arguments: [404, 410, 403])
    func none(status: Int) async throws {
        let (result, _) = try await collect(robots: status)
        #expect(result.found.map(\.path) == ["", "apis/a/1.0/", "apis/b/1.0/"])
    }

    @Test("A site that fails to give the file is not read on")
    func failing() async throws {
        let (result, _) = try await collect(robots: 503)
        #expect(result.found.map(\.path) == [""])
        #expect(result.missing.count == 2)
    }
}

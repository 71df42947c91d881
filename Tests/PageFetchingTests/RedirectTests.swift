import HTTPTypes
import PageFetching
import PageServing
import Testing

@Suite(.timeLimit(.minutes(5))) struct RedirectTests {
    private let advice = "open the address in a browser; if the page shows, save it to a file and name that"

    @Test(arguments: [301, 302, 303, 307, 308])
    func redirectIsFollowed(_ status: Int) async throws {
        let server = try PageServer { request, connection in
            if request.path == "/new/page" { return connection.answer(200, [], "page") }
            connection.answer(status, ["Location: ../new/./page#part"], "moved")
        }
        defer { server.stop() }
        let page = try await Fetching().page(server.url("/old/page"))
        #expect(page.text == "page")
        #expect(page.finalURL == server.url("/new/page"))
        #expect(server.requests.map(\.path) == ["/old/page", "/new/page"])
    }

    @Test func redirectToAnotherHost() async throws {
        let other = try PageServer { _, connection in connection.answer(200, [], "page") }
        defer { other.stop() }
        let url = other.url("/page", host: "localhost")
        let server = try PageServer { _, connection in connection.answer(302, ["Location: \(url)"]) }
        defer { server.stop() }
        let page = try await Fetching().page(server.url("/"))
        #expect(page.text == "page")
        #expect(page.finalURL == url)
    }

    @Test func fiveRedirectsAndNoMore() async throws {
        let server = try PageServer { request, connection in
            let number = Int(request.path.dropFirst()) ?? 0
            if number == 0 { return connection.answer(200, [], "page") }
            connection.answer(302, ["Location: /\(number - 1)"])
        }
        defer { server.stop() }
        #expect(try await Fetching().page(server.url("/5")).text == "page")
        #expect(
            await Fetching().message(server.url("/6"))
                == "the site redirects more than 5 times, at last to \(server.url("/0")), "
                + "after a redirect to \(server.url("/1")); \(advice)")
        #expect(server.requests.count == 12)
        var none = Fetching()
        none.options.redirects = 0
        #expect(
            await none.message(server.url("/1"))
                == "the site redirects more than 0 times, at last to \(server.url("/0")); \(advice)")
    }

    @Test func circlesAreToldApart() async throws {
        let server = try PageServer { request, connection in
            switch request.path {
            case "/self": connection.answer(302, ["Location: #again"])
            case "/a": connection.answer(302, ["Location: /b"])
            default: connection.answer(302, ["Location: /x/../a"])
            }
        }
        defer { server.stop() }
        #expect(
            await Fetching().message(server.url("/self"))
                == "the site redirects in a circle, back to \(server.url("/self")); \(advice)")
        #expect(
            await Fetching().message(server.url("/a"))
                == "the site redirects in a circle, back to \(server.url("/a")), "
                + "after a redirect to \(server.url("/b")); \(advice)")
        #expect(server.requests.count == 3)
    }

    @Test(arguments: [
        ("file:///etc/passwd", "file:///etc/passwd, which is of file, not of https or http"),
        ("javascript:alert(1)", "javascript:alert(1), which is of javascript, not of https or http"),
        ("data:text/html,x", "data:text/html,x, which is of data, not of https or http"),
        ("ftp://host/page", "ftp://host/page, which is of ftp, not of https or http"),
        ("http://me:hunter2@host/", "http://host/, which holds a user name or a password"),
        ("http://", "http://, which names no host"), ("http:", "http:, which names no host"),
        ("//", "//, which names no host"), ("///etc/passwd", "///etc/passwd, which names no host"),
        ("http://host:99999/", "http://host:99999/, which has a port that is not a number from 1 to 65535"),
        ("/a\tb", #"/a\u{9}b, which holds a line break or another control character"#),
    ])
    func targetsThatAreNotFollowed(_ location: String, _ expected: String) async throws {
        let server = try PageServer { _, connection in connection.answer(302, ["Location: \(location)"]) }
        defer { server.stop() }
        #expect(await Fetching().message(server.url("/")) == "the site redirects to \(expected); \(advice)")
        #expect(server.requests.count == 1)
    }

    @Test func longTargetIsRefusedAndShortened() async throws {
        let long = "/" + String(repeating: "a", count: 9_000)
        let server = try PageServer { _, connection in connection.answer(302, ["Location: \(long)"]) }
        defer { server.stop() }
        #expect(
            await Fetching().message(server.url("/"))
                == "the site redirects to \(long.prefix(200))…, which is longer than 8000 bytes; \(advice)")
    }

    /// `URLSession` on Linux gives no response for these, so that they are failures there too, if others.
    @Test(
        arguments: [
            (nil, "(status 301) without saying where to"), ("", "(status 301) without saying where to"),
            ("   ", "(status 301) without saying where to"),
            (
                "http://[::1/", "to http://[::1/, which has a host name with characters that host names do not have"
            ),
        ] as [(String?, String)])
    func targetsThatAreNone(_ location: String?, _ expected: String) async throws {
        let transport = StubTransport { _ in .answer(301, location.map { [.location: $0] } ?? [:]) }
        #expect(
            await Fetching(transport: transport).message("https://host/") == "the site redirects \(expected); \(advice)"
        )
        let header = location.map { ["Location: \($0)"] } ?? []
        let server = try PageServer { _, connection in connection.answer(301, header) }
        defer { server.stop() }
        #expect(await !Fetching().message(server.url("/")).isEmpty)
    }

    @Test func targetsAreShownWithoutSecrets() async throws {
        let server = try PageServer { request, connection in
            request.path == "/"
                ? connection.answer(302, ["Location: /page?session_token=abc"]) : connection.answer(404)
        }
        defer { server.stop() }
        #expect(
            await Fetching().message(server.url("/"))
                == "there is no page at this address (status 404), after a redirect to "
                + "\(server.url("/page?session_token=<redacted>")); "
                + "look up where the page has moved and name that address")
    }

    @Test func redirectFromHTTPSToHTTPIsRefused() async throws {
        let transport = StubTransport { _ in .answer(301, [.location: "http://other.example/page"]) }
        #expect(
            await Fetching(transport: transport).message("https://docs.example/page")
                == "the site redirects from https to http://other.example/page, and what comes over http can be changed "
                + "on its way; look up the https address of the page and name that")
        #expect(transport.urls == ["https://docs.example/page"])
    }

    @Test func redirectFromHTTPToHTTPSIsFollowed() async throws {
        let transport = StubTransport { request in
            request.scheme == "http"
                ? .answer(301, [.location: "https://docs.example/page"]) : .answer(200, [:], "page")
        }
        #expect(try await Fetching(transport: transport).page("http://docs.example/page").text == "page")
        #expect(transport.urls == ["http://docs.example/page", "https://docs.example/page"])
    }

    @Test func otherStatusesOfTheClassAreNoRedirects() async throws {
        let server = try PageServer { _, connection in connection.answer(300, ["Location: /page"]) }
        defer { server.stop() }
        #expect(
            await Fetching().message(server.url("/"))
                == "the site answered with status 300, not with a page; \(advice)")
    }

    @Test func attemptsBeginAtTheAddressOfThePage() async throws {
        let server = try PageServer { request, connection in
            switch request.number {
            case 1, 3: connection.answer(302, ["Location: /page"])
            case 2: connection.answer(503)
            default: connection.answer(200, [], "page")
            }
        }
        defer { server.stop() }
        #expect(try await Fetching().page(server.url("/")).text == "page")
        #expect(server.requests.map(\.path) == ["/", "/page", "/", "/page"])
    }
}

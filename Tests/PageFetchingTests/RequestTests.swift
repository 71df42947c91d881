import PageFetching
import PageServing
import Testing

@Suite(.timeLimit(.minutes(5))) struct RequestTests {
    @Test func pageAndItsHeaders() async throws {
        let server = try PageServer { _, connection in
            connection.answer(
                200,
                [
                    "Content-Type: text/html; charset=utf-8", "ETag: \"v1\"",
                    "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT",
                ], "<p>문서</p>")
        }
        defer { server.stop() }
        let url = server.url("/guide/./1.2/?a=b")
        let page = try await Fetching().page("\(url)#part")
        #expect(
            page
                == .content(
                    bytes: Array("<p>문서</p>".utf8), etag: "\"v1\"", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT",
                    finalURL: server.url("/guide/1.2/?a=b"), contentType: "text/html; charset=utf-8"))
        let request = try #require(server.requests.first)
        #expect(request.path == "/guide/1.2/?a=b")
        #expect(request.headers["user-agent"] == "apidoc/1.2.3 (+documentation reader)")
        #expect(request.headers["accept"] == "text/html, text/plain;q=0.9, */*;q=0.1")
        #expect(request.headers["accept-encoding"] == "identity")
        #expect(request.headers["host"] == "127.0.0.1:\(server.port)")
        for name in ["if-none-match", "if-modified-since", "cookie", "authorization", "referer"] {
            #expect(request.headers[name] == nil, "\(name)")
        }
    }

    @Test(arguments: [
        "/%EB%AC%B8%EC%84%9C", "/문서", "/a b", "/a'b(c)*d!e,f;g=h:i@j$k&l+m", "/a?b=[1]&c={2}&d=\"3\"&e=|", "/%7e%zz",
        "/?x=a/../b?c", "//double//", "/<>\\^`",
    ])
    func addressesAreSentInOneSpelling(_ path: String) async throws {
        let server = try PageServer { request, connection in connection.answer(200, [], request.path) }
        defer { server.stop() }
        let page = try await Fetching().page(server.url(path))
        #expect(page.finalURL == server.url(page.text ?? ""))
        #expect(page.text?.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } == true)
    }

    @Test func versionIsAToken() async throws {
        let server = try PageServer { request, connection in
            connection.answer(200, [], request.headers["user-agent"] ?? "")
        }
        defer { server.stop() }
        var fetching = Fetching(options: .init(version: "1.0 (beta)\r\nX-Evil: 1"))
        #expect(try await fetching.page(server.url("/")).text == "apidoc/1.0betaX-Evil1 (+documentation reader)")
        fetching.options.version = "\n"
        #expect(try await fetching.page(server.url("/")).text == "apidoc/unknown (+documentation reader)")
    }

    @Test func emptyListAsksNothing() async throws {
        #expect(try await Fetching().fetcher.fetch([]).isEmpty)
    }

    @Test(arguments: [
        (401, "the page needs a login (status 401); log in with a browser, save it to a file and name that"),
        (403, "the page needs a login (status 403); log in with a browser, save it to a file and name that"),
        (
            404,
            "there is no page at this address (status 404); look up where the page has moved and name that address"
        ),
        (
            410,
            "there is no page at this address (status 410); look up where the page has moved and name that address"
        ),
        (407, "the proxy needs a login (status 407); check the settings of the proxy"),
        (
            204,
            "the site answered with status 204, not with a page; open the address in a browser; if the page shows, "
                + "save it to a file and name that"
        ),
        (
            418,
            "the site answered with status 418, not with a page; open the address in a browser; if the page shows, "
                + "save it to a file and name that"
        ),
    ])
    func statusesSayWhatToDo(_ status: Int, _ expected: String) async throws {
        let server = try PageServer { _, connection in connection.answer(status, ["Retry-After: 1"], "") }
        defer { server.stop() }
        let fetching = Fetching()
        #expect(
            await fetching.failure(server.url("/page?token=abc"))
                == "\(server.url("/page?token=<redacted>")):1:1: error: \(expected)")
        #expect(server.requests.count == 1)
        #expect(fetching.clock.sleeps.isEmpty)
    }
}

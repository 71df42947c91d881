import PageFetching
import PageServing
import Testing

@Suite(.timeLimit(.minutes(5))) struct ConditionalTests {
    private let date = "Sun, 06 Nov 1994 08:49:37 GMT"

    @Test func unchangedPage() async throws {
        let server = try PageServer { request, connection in
            request.headers["if-none-match"] == "W/\"v1\"" || request.headers["if-modified-since"] != nil
                ? connection.answer(304) : connection.answer(200, [], "new")
        }
        defer { server.stop() }
        let url = server.url("/")
        #expect(try await Fetching().page(url, etag: "W/\"v1\"") == .unchanged)
        #expect(try await Fetching().page(url, lastModified: date) == .unchanged)
        #expect(try await Fetching().page(url, etag: "\"v0\"").text == "new")
        #expect(server.requests.map { $0.headers["if-none-match"] } == ["W/\"v1\"", nil, "\"v0\""])
        #expect(server.requests.map { $0.headers["if-modified-since"] } == [nil, date, nil])
    }

    @Test func unchangedAfterARedirect() async throws {
        let server = try PageServer { request, connection in
            request.path == "/" ? connection.answer(302, ["Location: /page"]) : connection.answer(304)
        }
        defer { server.stop() }
        #expect(try await Fetching().page(server.url("/"), etag: "\"v1\"") == .unchanged)
        #expect(server.requests.allSatisfy { $0.headers["if-none-match"] == "\"v1\"" })
    }

    @Test func unchangedThatNobodyAsked() async throws {
        let server = try PageServer { _, connection in connection.answer(304) }
        defer { server.stop() }
        #expect(
            await Fetching().message(server.url("/"))
                == "the site says the page is unchanged (status 304), though it was not asked that; "
                + "open the address in a browser; if the page shows, save it to a file and name that")
        #expect(server.requests.count == 1)
    }

    /// Files that keep them can be edited by anyone.
    @Test(
        arguments: [
            ("v1", nil), ("\"a\"\r\nX-Evil: 1", nil), ("\"a b\"", nil), ("\"", nil), ("", nil), ("w/\"a\"", nil),
            ("\"a\"b\"", nil), ("\"ä\"", nil), (nil, "yesterday"), (nil, "Sun, 06 Nov 1994 08:49:37 GMT\r\nX-Evil: 1"),
            (nil, ""),
        ] as [(String?, String?)])
    func malformedValidatorsAreNotSent(_ etag: String?, _ lastModified: String?) async throws {
        let server = try PageServer { _, connection in connection.answer(200, [], "page") }
        defer { server.stop() }
        let page = try await Fetching().page(server.url("/"), etag: etag, lastModified: lastModified)
        #expect(page.text == "page")
        let headers = try #require(server.requests.first).headers
        #expect(headers["if-none-match"] == nil && headers["if-modified-since"] == nil && headers["x-evil"] == nil)
    }

    @Test func malformedValidatorsAreNotKept() async throws {
        let long = "\"" + String(repeating: "a", count: 1_023) + "\""
        for headers in [["ETag: v1", "Last-Modified: soon"], ["ETag: \(long)"], ["ETag:", "Last-Modified:"]] {
            let server = try PageServer { _, connection in connection.answer(200, headers, "page") }
            defer { server.stop() }
            #expect(
                try await Fetching().page(server.url("/"))
                    == .content(
                        bytes: Array("page".utf8), etag: nil, lastModified: nil, finalURL: server.url("/"),
                        contentType: nil))
        }
    }
}

import HTTPTypes
import PageFetching
import PageServing
import Testing

@Suite(.timeLimit(.minutes(5))) struct HostileHeaderTests {
    @Test(arguments: [
        "Content-Type: \u{1B}[2Jtext/html", "Content-Type: ", "Content-Type: text/html\u{202E}", "Content-Type: ;;;=",
        "ETag: \"\u{1B}[2J\"", "Set-Cookie: a=b; Path=/", "Refresh: 0; url=http://host/",
        "Content-Location: /elsewhere", "Link: <http://host/>; rel=canonical", "Location: http://host/elsewhere",
        "Retry-After: 99999", "WWW-Authenticate: Basic realm=\"x\"", "Content-Encoding: identity",
    ])
    func pageIsReadAllTheSame(_ header: String) async throws {
        let server = try PageServer { _, connection in connection.answer(200, [header], "page") }
        defer { server.stop() }
        let page = try await Fetching().page(server.url("/"))
        guard case .content(let bytes, let etag, _, let finalURL, let contentType) = page else {
            Issue.record("not a page: \(page)")
            return
        }
        #expect(bytes == Array("page".utf8))
        #expect(etag == nil)
        #expect(finalURL == server.url("/"))
        #expect((contentType ?? "").utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
        #expect(server.requests.count == 1)
    }

    @Test(arguments: ["-1", "1e3", "0x10", "4, 4", "٤", "abc", ""])
    func lengthsThatAreNone(_ length: String) async throws {
        let transport = StubTransport { _ in .answer(200, [.contentLength: length], "page") }
        #expect(try await Fetching(transport: transport).page("https://host/").text == "page")
    }

    @Test func lengthBeyondAllNumbers() async throws {
        let transport = StubTransport { _ in .answer(200, [.contentLength: "99999999999999999999"], "page") }
        #expect(
            await Fetching(transport: transport).message("https://host/")
                == "the page is larger than the limit of 64 MB; name an address with less on it, such as the printable "
                + "page of one service")
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\npage", "nonsense\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "\0",
    ])
    func answersThatAreNone(_ answer: String) async throws {
        let server = try PageServer { _, connection in connection.write(answer) }
        defer { server.stop() }
        var fetching = Fetching()
        fetching.options.attempts = 2
        fetching.options.attemptTimeout = .seconds(2)
        // What exactly is wrong is for the transport to say; here it matters that nothing hangs or crashes.
        _ = await fetching.message(server.url("/"))
        #expect((1...2).contains(server.requests.count))
    }

    @Test func longTypeIsShortened() async throws {
        let type = "image/" + String(repeating: "x", count: 240)
        let transport = StubTransport { _ in .answer(200, [.contentType: type], "page") }
        #expect(
            await Fetching(transport: transport).message("https://host/")
                == "there is no page at this address but \(type.prefix(100))…; "
                + "name the address of a page of text or HTML")
    }
}

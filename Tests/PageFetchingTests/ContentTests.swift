import HTTPTypes
import PageFetching
import PageServing
import Testing

@Suite(.timeLimit(.minutes(5))) struct ContentTests {
    @Test(arguments: [
        "image/png", "IMAGE/SVG+XML; charset=utf-8", "application/pdf", "application/zip", "application/gzip",
        "video/mp4",
        "audio/ogg", "font/woff2", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "text/css", "text/event-stream",
    ])
    func typesWithoutPages(_ type: String) async throws {
        let server = try PageServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nContent-Length: 100\r\n\r\n")
            connection.waitForClose()
        }
        defer { server.stop() }
        let shown = type.lowercased().prefix { $0 != ";" }
        #expect(
            await Fetching().message(server.url("/"))
                == "there is no page at this address but \(shown); name the address of a page of text or HTML")
        #expect(server.requests.count == 1)
    }

    @Test(arguments: [
        "text/html", "text/plain; charset=utf-8", "application/xhtml+xml", "application/json", "application/yaml",
        "application/octet-stream", "text/markdown", "application/x-unknown", "nonsense",
    ])
    func typesThatMayBePages(_ type: String) async throws {
        let server = try PageServer { _, connection in connection.answer(200, ["Content-Type: \(type)"], "page") }
        defer { server.stop() }
        let page = try await Fetching().page(server.url("/"))
        #expect(
            page
                == .content(
                    bytes: Array("page".utf8), etag: nil, lastModified: nil, finalURL: server.url("/"),
                    contentType: type)
        )
    }

    @Test func loginForm() async throws {
        let form = "<html><form action=/login><input name=user><input type=password name=p></form>"
        let server = try PageServer { request, connection in
            switch request.path {
            case "/html": connection.answer(200, ["Content-Type: text/html"], form)
            case "/untyped": connection.answer(200, [], form)
            case "/text": connection.answer(200, ["Content-Type: text/plain"], form)
            default: connection.answer(302, ["Location: /html"])
            }
        }
        defer { server.stop() }
        let expected =
            "this is a login form, not the documentation; log in with a browser, save the page to a file and name that"
        #expect(await Fetching().message(server.url("/html")) == expected)
        #expect(await Fetching().message(server.url("/untyped")) == expected)
        // Text may show how such a field is written.
        #expect(try await Fetching().page(server.url("/text")).text == form)
        #expect(
            await Fetching().message(server.url("/guide"))
                == "this is a login form, not the documentation, after a redirect to \(server.url("/html")); "
                + "log in with a browser, save the page to a file and name that")
    }

    @Test func compressedBodyThatNobodyUnpacks() async throws {
        let transport = StubTransport { _ in .answer(200, [.contentType: "text/html"], "\u{1F}\u{8B}") }
        #expect(try await Fetching(transport: transport).page("https://host/").text == "\u{1F}\u{8B}")
        let server = try PageServer { _, connection in connection.writeGzip() }
        defer { server.stop() }
        #expect(
            await Fetching().message(server.url("/"))
                == "the page came compressed, though it was asked for as it is; open the address in a browser and save it "
                + "to a file and name that")
    }

    @Test func codingThatNobodyKnows() async throws {
        let server = try PageServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: apple-pie\r\nContent-Length: 4\r\n\r\nabcd")
        }
        defer { server.stop() }
        let message = await Fetching().message(server.url("/"))
        #expect(message.hasPrefix("the page came compressed, though it was asked for as it is; "), "\(message)")
        #expect(server.requests.count == 1)
    }
}

extension PageServer.Connection {
    /// The first bytes of a file of gzip, without the header that tells of it.
    fileprivate func writeGzip() {
        write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n")
        write([0x1F, 0x8B, 0x08, 0x00])
    }
}

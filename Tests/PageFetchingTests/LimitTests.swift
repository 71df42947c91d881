import Foundation
import HTTPTypes
import PageFetching
import PageServing
import ServiceRuntime
import Testing

@Suite(.timeLimit(.minutes(5))) struct LimitTests {
    private var small: Fetching {
        var fetching = Fetching()
        fetching.options.sizeLimit = 1_536
        return fetching
    }

    private let tooLarge =
        "the page is larger than the limit of 1.5 KB; name an address with less on it, such as the printable page of one "
        + "service"

    @Test func sizeByHeader() async throws {
        let server = try PageServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1537\r\n\r\n")
            connection.waitForClose()
        }
        defer { server.stop() }
        #expect(await small.patient.message(server.url("/")) == tooLarge)
        #expect(server.requests.count == 1)
    }

    @Test func sizeByStream() async throws {
        let chunk = "400\r\n" + String(repeating: "x", count: 1_024) + "\r\n"
        let server = try PageServer { _, connection in
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            // It would never end.
            while connection.write(chunk) { Thread.sleep(forTimeInterval: 0.001) }
        }
        defer { server.stop() }
        #expect(await small.message(server.url("/")) == tooLarge)
        #expect(server.requests.count == 1)
    }

    @Test func exactlyTheLimitIsRead() async throws {
        let page = String(repeating: "x", count: 1_536)
        let server = try PageServer { request, connection in
            if request.number == 1 { return connection.answer(200, [], page) }
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n600\r\n\(page)\r\n0\r\n\r\n")
        }
        defer { server.stop() }
        #expect(try await small.page(server.url("/")).text == page)
        #expect(try await small.page(server.url("/")).text == page)
    }

    @Test func slowAnswerIsGivenUp() async throws {
        let server = try PageServer { _, connection in connection.waitForClose() }
        defer { server.stop() }
        var fetching = Fetching()
        fetching.options.attemptTimeout = .milliseconds(100)
        #expect(
            await fetching.message(server.url("/"))
                == "the page was not there within 0.1 seconds; gave up after 4 attempts; "
                + "nothing was changed, try again later")
        #expect(server.requests.count == 4)
    }

    @Test func slowBodyIsGivenUp() async throws {
        let server = try PageServer { request, connection in
            if request.number == 2 { return connection.answer(200, [], "page") }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            // Each byte comes in time, the page does not.
            while connection.write("x") { Thread.sleep(forTimeInterval: 0.02) }
        }
        defer { server.stop() }
        var fetching = Fetching()
        fetching.options.attemptTimeout = .milliseconds(300)
        #expect(try await fetching.page(server.url("/")).text == "page")
        fetching.options.attempts = 1
        #expect(
            await fetching.message(server.url("/"))
                == "the page was not there within 0.3 seconds; gave up after 1 attempt; "
                + "nothing was changed, try again later")
    }

    @Test func redirectsCountForTheTimeOfAnAttempt() async throws {
        let clock = ManualClock()
        let transport = StubTransport { request in
            clock.advance(by: .seconds(16))
            return .answer(302, [.location: "\(request.path ?? "")a"])
        }
        var fetching = Fetching(transport: transport, clock: clock)
        fetching.options.attempts = 1
        #expect(
            await fetching.message("https://host/")
                == "the page was not there within 30 seconds, after a redirect to https://host/aa; "
                + "gave up after 1 attempt; nothing was changed, try again later")
        #expect(transport.timeouts == [.seconds(30), .seconds(14)])
    }

    @Test func cutBodyIsTriedAgain() async throws {
        let server = try PageServer { request, connection in
            if request.number == 3 { return connection.answer(200, [], "the whole page") }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\nthe whole")
        }
        defer { server.stop() }
        #expect(try await Fetching().page(server.url("/")).text == "the whole page")
        #expect(server.requests.count == 3)
    }

    @Test func bodyThatIsAlwaysCut() async throws {
        let server = try PageServer { request, connection in
            if request.path == "/length" {
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\nthe whole")
            } else {
                connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nthe whole\r\n")
            }
        }
        defer { server.stop() }
        // How a broken connection is called is for the transport to say.
        let ending = "; gave up after 4 attempts; nothing was changed, try again later"
        let withLength = await Fetching().message(server.url("/length"))
        #expect(withLength.hasPrefix("the page was cut off after 9 of 14 bytes: ") && withLength.hasSuffix(ending))
        let inChunks = await Fetching().message(server.url("/chunked"))
        #expect(inChunks.hasPrefix("the page was cut off after 9 bytes: ") && inChunks.hasSuffix(ending))
        #expect(server.requests.count == 8)
    }

    @Test func bodyThatTheTransportDoesNotMissIsCutAllTheSame() async throws {
        let transport = StubTransport { _ in .answer(200, [.contentLength: "14"], "the whole") }
        #expect(
            await Fetching(transport: transport).message("https://host/")
                == "the page was cut off after 9 of 14 bytes; gave up after 4 attempts; "
                + "nothing was changed, try again later")
        // The length is that of something compressed, which the transport has unpacked.
        let unpacking = StubTransport { _ in
            .answer(200, [.contentLength: "14", .contentEncoding: "br"], "the whole")
        }
        #expect(try await Fetching(transport: unpacking).page("https://host/").text == "the whole")
    }
}

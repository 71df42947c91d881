import Foundation
import HTTPTypes
import PageFetching
import PageServing
import ServiceRuntime
import Testing

@Suite(.timeLimit(.minutes(5))) struct RetryTests {
    @Test(arguments: [408, 425, 429, 500, 502, 503, 504])
    func failureThatPasses(_ status: Int) async throws {
        let server = try PageServer { request, connection in
            request.number < 3 ? connection.answer(status) : connection.answer(200, [], "page")
        }
        defer { server.stop() }
        let fetching = Fetching()
        #expect(try await fetching.page(server.url("/")).text == "page")
        #expect(server.requests.count == 3)
        #expect(fetching.clock.sleeps == [.milliseconds(500), .seconds(1)])
    }

    @Test func failureForEver() async throws {
        let server = try PageServer { _, connection in connection.answer(503) }
        defer { server.stop() }
        let fetching = Fetching()
        #expect(
            await fetching.message(server.url("/"))
                == "the site failed (status 503); gave up after 4 attempts; nothing was changed, try again later")
        #expect(server.requests.count == 4)
        #expect(fetching.clock.sleeps == [.milliseconds(500), .seconds(1), .seconds(2)])
    }

    @Test func otherFailuresForEver() async throws {
        let server = try PageServer { request, connection in connection.answer(Int(request.path.dropFirst()) ?? 0) }
        defer { server.stop() }
        #expect(
            await Fetching().message(server.url("/429"))
                == "the site gets too many requests (status 429); gave up after 4 attempts; "
                + "nothing was changed, try again later or fetch fewer pages")
        #expect(
            await Fetching().message(server.url("/408"))
                == "the site did not take the request (status 408); gave up after 4 attempts; "
                + "nothing was changed, try again later")
    }

    @Test func numberOfAttempts() async throws {
        let server = try PageServer { _, connection in connection.answer(500) }
        defer { server.stop() }
        var fetching = Fetching()
        for attempts in [1, 0, -1] {
            fetching.options.attempts = attempts
            #expect(
                await fetching.message(server.url("/"))
                    == "the site failed (status 500); gave up after 1 attempt; nothing was changed, try again later")
        }
        #expect(server.requests.count == 3)
    }

    @Test func waitsGrowToALimitWithFullJitter() async throws {
        let transport = StubTransport { _ in .answer(500) }
        var fetching = Fetching(transport: transport)
        fetching.options.attempts = 8
        _ = await fetching.message("https://host/")
        #expect(fetching.clock.sleeps == [0.5, 1, 2, 4, 8, 8, 8].map { .seconds($0) })
        for (random, expected) in [(0.0, 0.0), (0.25, 0.125), (-3, 0), (7, 0.5), (.nan, 0)] {
            let clock = ManualClock()
            let fetcher = PageFetcher(transport: transport, clock: clock, randomness: { random })
            _ = try? await fetcher.fetch([PageRequest(url: "https://host/")])
            #expect(clock.sleeps.first == .seconds(expected), "\(random)")
        }
    }

    @Test(arguments: [
        ("7", 7), ("0", 0.5), ("60", 60), ("Sun, 06 Nov 1994 08:49:47 GMT", 10), ("Sun, 06 Nov 1994 08:49:00 GMT", 0.5),
        ("Sunday, 06-Nov-94 08:49:47 GMT", 10), ("Sun Nov  6 08:49:47 1994", 10),
        ("soon", 0.5), ("-5", 0.5), ("1e9", 0.5), ("", 0.5), ("Sun, 99 Nov 1994 08:49:47 GMT", 0.5),
    ])
    func retryAfterIsObeyed(_ value: String, _ seconds: Double) async throws {
        let server = try PageServer { request, connection in
            request.number == 1
                ? connection.answer(429, ["Retry-After: \(value)"]) : connection.answer(200, [], "page")
        }
        defer { server.stop() }
        let fetching = Fetching()
        #expect(try await fetching.page(server.url("/")).text == "page")
        #expect(fetching.clock.sleeps == [.seconds(seconds)])
    }

    @Test(arguments: [
        ("61", "61 seconds"), ("99999999999999999999", "4294967296 seconds"),
        ("Sun, 06 Nov 1994 09:49:37 GMT", "3600 seconds"), ("Fri, 31 Dec 9999 23:59:59 GMT", "4294967296 seconds"),
    ])
    func longRetryAfterIsNotWaitedFor(_ value: String, _ shown: String) async throws {
        let server = try PageServer { _, connection in connection.answer(503, ["Retry-After: \(value)"]) }
        defer { server.stop() }
        let fetching = Fetching()
        #expect(
            await fetching.message(server.url("/"))
                == "the site failed (status 503); gave up after 1 attempt, since the site asks to wait \(shown); "
                + "nothing was changed, try again later")
        #expect(server.requests.count == 1)
        #expect(fetching.clock.sleeps.isEmpty)
    }

    @Test func timeInAllIsBounded() async throws {
        let clock = ManualClock()
        let transport = StubTransport { _ in
            clock.advance(by: .seconds(50))
            return .answer(503)
        }
        var fetching = Fetching(transport: transport, clock: clock)
        #expect(
            await fetching.message("https://host/")
                == "the site failed (status 503); gave up after 3 attempts, since the time for a page is 120 seconds; "
                + "nothing was changed, try again later")
        #expect(transport.timeouts == [.seconds(30), .seconds(30), .milliseconds(18_500)])
        fetching.options.totalTimeout = .milliseconds(50_400)
        #expect(
            await fetching.message("https://host/")
                == "the site failed (status 503); gave up after 1 attempt, since the time for a page is 50.4 seconds; "
                + "nothing was changed, try again later")
    }

    @Test func refusedConnectionIsTriedAgain() async throws {
        let server = try PageServer { _, _ in }
        server.stop()
        let fetching = Fetching()
        #expect(
            await fetching.message(server.url("/"))
                == "the site cannot be reached: the host does not accept connections (NSURLErrorDomain -1004); "
                + "gave up after 4 attempts; check the address and the network")
        #expect(fetching.clock.sleeps.count == 3)
    }

    @Test func connectionThatClosesIsTriedAgain() async throws {
        let server = try PageServer { request, connection in
            if request.number == 3 { connection.answer(200, [], "page") }
        }
        defer { server.stop() }
        #expect(try await Fetching().page(server.url("/")).text == "page")
        #expect(server.requests.count == 3)
    }

    @Test func unknownErrorsAreTriedAgainAndNotShown() async throws {
        struct Unknown: Error, CustomStringConvertible {
            var description: String { "secret" }
        }
        let transport = StubTransport { _ in throw Unknown() }
        #expect(
            await Fetching(transport: transport).message("https://host/")
                == "the connection broke before there was an answer: Unknown; gave up after 4 attempts; "
                + "nothing was changed, try again later")
    }

    @Test func reasonsOfTheTransportHaveNoSecrets() async throws {
        let transport = StubTransport { _ in
            throw TransportError(.notSent, reason: "'https://host/?token=abc' cannot be sent")
        }
        #expect(
            await Fetching(transport: transport).message("https://host/?token=abc")
                == "the site cannot be reached: 'https://host/?token=<redacted>' cannot be sent; "
                + "gave up after 4 attempts; check the address and the network")
    }
}

import Diagnostics
import Foundation
import HTTPTypes
import PageFetching
import PageServing
import ServiceRuntime
import Synchronization
import Testing

/// Counts how many are inside at once.
private final class Crowd: Sendable {
    private let state = Mutex((inside: 0, most: 0))

    var most: Int { state.withLock { $0.most } }

    func enter() {
        state.withLock { state in
            state.inside += 1
            state.most = max(state.most, state.inside)
        }
    }

    func leave() { state.withLock { $0.inside -= 1 } }
}

@Suite(.timeLimit(.minutes(5))) struct ConcurrencyTests {
    @Test func resultsAreInTheOrderOfTheRequests() async throws {
        let server = try PageServer { request, connection in
            let number = Int(request.path.dropFirst()) ?? 0
            Thread.sleep(forTimeInterval: Double(6 - number) * 0.01)
            connection.answer(200, [], request.path)
        }
        defer { server.stop() }
        let pages = try await Fetching().fetcher.fetch((0...6).map { PageRequest(url: server.url("/\($0)")) })
        #expect(pages.map(\.text) == (0...6).map { "/\($0)" })
    }

    /// More pages than are fetched at once, which arrive in any order: each result is that of its own request.
    ///
    /// In optimised builds pages were once kept under each other's addresses, so this also runs optimised
    /// (`scripts/optimised-tests`).
    @Test(arguments: 0..<10) func eachPageIsThatOfItsRequest(round: Int) async throws {
        let transport = StubTransport { request in
            try await Task.sleep(for: .microseconds(Int.random(in: 0...3_000)))
            return .answer(200, [.eTag: "\"\(request.path ?? "")\""], request.path ?? "")
        }
        let paths = (0..<60).shuffled().map { "/\($0)" }
        // Ten hosts, so that pages wait for their host as well as for the whole.
        let requests = paths.enumerated().map { PageRequest(url: "https://host\($0.offset % 10)\($0.element)") }
        let pages = try await Fetching(transport: transport).fetcher.fetch(requests)
        #expect(pages.map(\.text) == paths)
        #expect(pages.map(\.finalURL) == requests.map(\.url))
        #expect(pages.map(\.etag) == paths.map { "\"\($0)\"" })
    }

    @Test func sixtyPagesOverLoopback() async throws {
        let server = try PageServer { request, connection in
            Thread.sleep(forTimeInterval: Double.random(in: 0...0.004))
            connection.answer(200, [], request.path)
        }
        defer { server.stop() }
        let paths = (0..<60).shuffled().map { "/\($0)" }
        let pages = try await Fetching().fetcher.fetch(paths.map { PageRequest(url: server.url($0)) })
        #expect(pages.map(\.text) == paths)
    }

    @Test func twoAtOnceFromOneHostAndFourInAll() async throws {
        let (all, one, other) = (Crowd(), Crowd(), Crowd())
        let server = try PageServer { request, connection in
            let host = request.headers["host"]?.hasPrefix("localhost") == true ? other : one
            for crowd in [all, host] { crowd.enter() }
            Thread.sleep(forTimeInterval: 0.04)
            for crowd in [all, host] { crowd.leave() }
            connection.answer(200, [], "page")
        }
        defer { server.stop() }
        let hosts = ["127.0.0.1", "localhost"]
        let requests = (0..<12).map { PageRequest(url: server.url("/\($0)", host: hosts[$0 % 2])) }
        _ = try await Fetching().fetcher.fetch(requests)
        #expect(one.most == 2)
        #expect(other.most == 2)
        #expect((3...4).contains(all.most))
    }

    @Test func twoAtOnceWhereThereIsOneHost() async throws {
        let crowd = Crowd()
        let server = try PageServer { _, connection in
            crowd.enter()
            Thread.sleep(forTimeInterval: 0.03)
            crowd.leave()
            connection.answer(200, [], "page")
        }
        defer { server.stop() }
        _ = try await Fetching().fetcher.fetch((0..<8).map { PageRequest(url: server.url("/\($0)")) })
        #expect(crowd.most == 2)
        #expect(server.requests.count == 8)
    }

    @Test func fourInAllOfManyHosts() async throws {
        let crowd = Crowd()
        let transport = StubTransport { _ in
            crowd.enter()
            try await Task.sleep(for: .milliseconds(20))
            crowd.leave()
            return .answer(200, [:], "page")
        }
        let requests = (0..<12).map { PageRequest(url: "https://host\($0)/") }
        _ = try await Fetching(transport: transport).fetcher.fetch(requests)
        #expect(crowd.most == 4)
        #expect(transport.urls.count == 12)
    }

    /// Pages that wait for each other's hosts must not wait for ever.
    @Test func redirectsKeepTheBoundOfTheirHost() async throws {
        let crowds = ["a": Crowd(), "b": Crowd()]
        let transport = StubTransport { request in
            let host = request.authority ?? ""
            crowds[host]?.enter()
            try await Task.sleep(for: .milliseconds(10))
            crowds[host]?.leave()
            if request.path == "/page" { return .answer(200, [:], "page") }
            return .answer(302, [.location: "https://\(host == "a" ? "b" : "a")/page"])
        }
        let requests = (0..<10).map { PageRequest(url: "https://\($0 % 2 == 0 ? "a" : "b")/\($0)") }
        let pages = try await Fetching(transport: transport).fetcher.fetch(requests)
        #expect(pages.map(\.text) == Array(repeating: "page", count: 10))
        #expect(crowds["a"]?.most == 2)
        #expect(crowds["b"]?.most == 2)
    }

    @Test func atLeastOneAtOnce() async throws {
        var fetching = Fetching(transport: StubTransport { _ in .answer(200, [:], "page") })
        fetching.options.pagesAtOnce = 0
        fetching.options.pagesAtOncePerHost = -1
        #expect(try await fetching.page("https://host/").text == "page")
    }

    @Test func firstFailureCancelsWhatIsOnItsWay() async throws {
        let closed = Mutex(0)
        let server = try PageServer { request, connection in
            if request.path == "/bad" {
                Thread.sleep(forTimeInterval: 0.08)
                return connection.answer(401)
            }
            if connection.waitForClose() { closed.withLock { $0 += 1 } }
        }
        defer { server.stop() }
        let urls = ["/slow", "/bad", "/later"].map { server.url($0) }
        var fetching = Fetching()
        fetching.options.pagesAtOncePerHost = 3
        #expect(
            await fetching.patient.failure(urls[0], urls[1], urls[2])
                == "\(urls[1]):1:1: error: the page needs a login (status 401); "
                + "log in with a browser, save it to a file and name that")
        let others = server.requests.count { $0.path != "/bad" }
        for _ in 0..<100 where closed.withLock({ $0 }) < others { try await Task.sleep(for: .milliseconds(10)) }
        #expect(closed.withLock { $0 } == others)
    }

    @Test func nothingIsAskedAfterAFailure() async throws {
        let server = try PageServer { _, connection in
            Thread.sleep(forTimeInterval: 0.02)
            connection.answer(401)
        }
        defer { server.stop() }
        let requests = (0..<20).map { PageRequest(url: server.url("/\($0)")) }
        await #expect(throws: DiagnosticError.self) { try await Fetching().fetcher.fetch(requests) }
        // Two at once; one more may come in before the failure is known.
        #expect((1...4).contains(server.requests.count))
    }

    @Test func everyFailureThatWasFoundIsListed() async throws {
        let arrived = Mutex(0)
        let transport = StubTransport { request in
            // Both response only when both were asked, and do not look whether they are cancelled.
            arrived.withLock { $0 += 1 }
            while arrived.withLock({ $0 }) < 2 { await Task.yield() }
            return .answer(request.path == "/a" ? 404 : 401)
        }
        #expect(
            await Fetching(transport: transport).failure("https://host/b", "https://host/a") == """
                https://host/b:1:1: error: the page needs a login (status 401); log in with a browser, save it to a file \
                and name that
                https://host/a:1:1: error: there is no page at this address (status 404); look up where the page has moved \
                and name that address
                """)
    }

    @Test func cancelledPagesAreNoFailuresWhateverTheTransportCallsThem() async throws {
        let transport = StubTransport { request in
            if request.path == "/bad" { return .answer(401) }
            while !Task.isCancelled { await Task.yield() }
            throw TransportError(.connectionLost, reason: "the connection broke")
        }
        #expect(
            await Fetching(transport: transport).failure("https://host/slow", "https://host/bad")
                == "https://host/bad:1:1: error: the page needs a login (status 401); "
                + "log in with a browser, save it to a file and name that")
    }

    @Test func allThatAreMissingAreNamedAtOnce() async throws {
        let server = try PageServer { request, connection in
            request.path.hasPrefix("/gone") ? connection.answer(404) : connection.answer(200, [], "page")
        }
        defer { server.stop() }
        let paths = (0..<9).map { $0 % 3 == 0 ? "/gone\($0)" : "/\($0)" }
        let error = await #expect(throws: DiagnosticError.self) {
            try await Fetching().fetcher.fetch(paths.map { PageRequest(url: server.url($0)) })
        }
        #expect(
            error?.diagnostics.compactMap(\.location?.file) == ["/gone0", "/gone3", "/gone6"].map { server.url($0) })
        #expect(server.requests.count == 9)
    }

    @Test func cancellationEndsEverything() async throws {
        let closed = Mutex(0)
        let server = try PageServer { _, connection in
            if connection.waitForClose() { closed.withLock { $0 += 1 } }
        }
        defer { server.stop() }
        let urls = (0..<5).map { PageRequest(url: server.url("/\($0)")) }
        let task = Task { try await Fetching().fetcher.fetch(urls) }
        while server.requests.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        for _ in 0..<100 where closed.withLock({ $0 }) < 2 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(closed.withLock { $0 } == 2)
        #expect(server.requests.count == 2)
    }

    @Test func cancellationEndsAWait() async throws {
        let transport = StubTransport { _ in .answer(503, [.retryAfter: "50"]) }
        let fetcher = PageFetcher(transport: transport)
        let task = Task { try await fetcher.fetch([PageRequest(url: "https://host/")]) }
        while transport.urls.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func cancelledBeforeItBegan() async throws {
        let transport = StubTransport { _ in .answer(200, [:], "page") }
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await Fetching(transport: transport).page("https://host/")
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(transport.urls.isEmpty)
    }
}

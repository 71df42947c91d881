import HTTPTypes
import PageFetching
import PageServing
import Synchronization
import Testing

private final class Log: Sendable {
    private let entries = Mutex<[FetchProgress]>([])

    var all: [FetchProgress] { entries.withLock { $0 } }

    func add(_ entry: FetchProgress) { entries.withLock { $0.append(entry) } }
}

@Suite(.timeLimit(.minutes(5))) struct ProgressTests {
    @Test func stepsOfAPage() async throws {
        let log = Log()
        let transport = StubTransport { _ in
            log.all.count < 2 ? .answer(503) : .answer(200, [.contentLength: "4"], "page")
        }
        let fetching = Fetching(transport: transport, onProgress: { log.add($0) })
        _ = try await fetching.page("https://HOST/page?key=abc#part")
        let url = "https://host/page?key=<redacted>"
        #expect(
            log.all == [
                FetchProgress(page: 0, url: url, attempt: 1),
                FetchProgress(page: 0, url: url, attempt: 2),
                FetchProgress(page: 0, url: url, bytes: 0, total: 4, attempt: 2),
                FetchProgress(page: 0, url: url, bytes: 4, total: 4, attempt: 2),
                FetchProgress(page: 0, url: url, bytes: 4, total: 4, attempt: 2, isDone: true),
            ])
    }

    @Test func bytesGrowAndEachPageEndsOnce() async throws {
        let log = Log()
        let page = String(repeating: "x", count: 300_000)
        let server = try PageServer { _, connection in connection.answer(200, [], page) }
        defer { server.stop() }
        let requests = (0..<3).map { PageRequest(url: server.url("/\($0)")) }
        _ = try await Fetching(onProgress: { log.add($0) }).fetcher.fetch(requests)
        for number in 0..<3 {
            let steps = log.all.filter { $0.page == number }
            #expect(steps.map(\.bytes) == steps.map(\.bytes).sorted())
            #expect(steps.filter(\.isDone).count == 1)
            #expect(steps.last?.isDone == true && steps.last?.bytes == 300_000)
            #expect(steps.count > 3)
        }
    }

    @Test func unchangedPageIsDone() async throws {
        let log = Log()
        let transport = StubTransport { _ in .answer(304) }
        _ = try await Fetching(transport: transport, onProgress: { log.add($0) }).page("https://host/", etag: "\"a\"")
        #expect(log.all.last == FetchProgress(page: 0, url: "https://host/", bytes: 0, total: 0, isDone: true))
    }
}

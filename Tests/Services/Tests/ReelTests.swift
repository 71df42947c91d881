import MockService
import ReelAPI
import ServiceRuntime
import Testing
import URLSessionTransport

private typealias Client = Reel.V1.Client

@Suite("Lists that are read page by page, against the mock service")
struct ReelTests {
    private func client(_ mock: MockService) -> Client {
        Client(
            connection: Client.connection(
                endpoint: .init(url: mock.url), authentication: .none, transport: URLSessionTransport()))
    }

    private func mock() async throws -> MockService {
        try await MockService.start(specFile: specFile)
    }

    private var specFile: String {
        #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/spec/reel.yaml"
    }

    /// The queries of the requests that a mock has seen.
    private func queries(_ mock: MockService) -> [String] {
        mock.requests.map { $0.target.split(separator: "?").dropFirst().joined() }
    }

    @Test("Numbers that begin at 1, without a count")
    func numbers() async throws {
        let mock = try await mock()
        #expect(try await client(mock).listByNumberPager.all(limit: 2).collect(upTo: 9).map(\.id) == ["a", "b", "c"])
        #expect(queries(mock) == ["page=1&limit=2", "page=2&limit=2", "page=3&limit=2"])
    }

    @Test("Numbers that begin at 1 by their description, with a flag")
    func flag() async throws {
        let mock = try await mock()
        #expect(try await client(mock).listByFlagPager.all(limit: 2).collect(upTo: 9).map(\.id) == ["a", "b", "c"])
        #expect(queries(mock) == ["pageNumber=1&limit=2", "pageNumber=2&limit=2"])
    }

    @Test("Offsets with a count")
    func offsets() async throws {
        let mock = try await mock()
        #expect(try await client(mock).listByOffsetPager.all(limit: 2).collect(upTo: 9).map(\.id) == ["a", "b", "c"])
        #expect(queries(mock) == ["offset=0&limit=2", "offset=2&limit=2"])
    }

    @Test("Markers in the body, in a header field, and of the last item")
    func markers() async throws {
        let mock = try await mock()
        let client = client(mock)
        #expect(try await client.listByMarkerPager.all(limit: 2).collect(upTo: 9).map(\.id) == ["a", "b", "c"])
        #expect(try await client.listByHeaderPager.all(limit: 1).collect(upTo: 9).map(\.id) == ["a", "b", "c"])
        #expect(mock.requests.count == 5)
    }

    @Test("Addresses in the body and in the field Link")
    func addresses() async throws {
        let mock = try await mock()
        let client = client(mock)
        #expect(try await client.listByAddressPager.all(limit: 2).collect(upTo: 9).map(\.id) == ["a", "b", "c"])
        #expect(try await client.listByLinkPager.all(limit: 1).collect(upTo: 9).map(\.id) == ["a", "b", "c"])
        #expect(mock.requests.count == 5)
    }

    @Test("Lists below an object, with links that name the next page by their relation")
    func wrapped() async throws {
        let mock = try await mock()
        let client = client(mock)
        #expect(try await client.listInObjectPager.all(limit: 2).collect(upTo: 9).map(\.id) == ["a", "b", "c"])
        #expect(queries(mock) == ["page=1&limit=2", "page=2&limit=2"])
        #expect(try await client.listByRelationPager.all(limit: 2).collect(upTo: 9).map(\.id) == ["a", "b", "c"])
        #expect(try await client.listByOtherLinksPager.all(limit: 1).collect(upTo: 9).map(\.id) == ["a", "b", "c"])
        #expect(mock.requests.count == 7)
        let last = try await client.listByOtherLinks(limit: 3)
        #expect(last.result.links.map { $0.rel?.rawValue } == ["self"])
    }

    @Test("What was created is found in a list below an object")
    func createdBelow() async throws {
        let mock = try await mock()
        let client = client(mock)
        for number in 0..<5 { _ = try await client.addScene(body: .init(name: "scene \(number)")) }
        let names = (0..<5).map { "scene \($0)" }
        #expect(try await client.listScenesPager.all(limit: 2).collect(upTo: 9).map(\.name) == names)
        #expect(queries(mock).suffix(3) == ["offset=0&limit=2", "offset=2&limit=2", "offset=4&limit=2"])
        try await mock.stop()
    }

    @Test("What was created is listed once, and reading goes on where it stood")
    func created() async throws {
        let mock = try await mock()
        let client = client(mock)
        for number in 0..<7 { _ = try await client.addClip(body: .init(name: "clip \(number)")) }
        let names = (0..<7).map { "clip \($0)" }
        #expect(try await client.listClipsPager.all().collect(upTo: 9).map(\.name) == names)
        #expect(try await client.listClipsPager.all(limit: 3).collect(upTo: 9).map(\.name) == names)

        var pages = client.listClipsPager.pages(limit: 3).makeAsyncIterator()
        let first = try #require(try await pages.next())
        let saved = try #require(pages.position?.rawValue)
        let position = try #require(PagePosition(rawValue: saved))
        let rest = try await client.listClipsPager.pages(limit: 3).starting(at: position).items.collect(upTo: 9)
        #expect(first.clips.map(\.name) + rest.map(\.name) == names)
        try await mock.stop()
    }
}

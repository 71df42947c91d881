import ServiceRuntime
import Synchronization
import Testing

@Suite struct PagesTests {
    /// A service that lists numbers, with the habits that services have.
    private final class Lister: Sendable {
        struct Page: Sendable {
            var contents: [Int]?
            var count: Int?
        }

        enum Count { case total, none, ofPage, always(Int) }

        private let state: Mutex<(all: [Int], requests: [Int])>
        let size: Int
        let count: Count
        /// The number of the first page; a page before that is the first one, too, or empty.
        let base: Int
        let isEmptyBeforeBase: Bool
        let ignoresPage: Bool
        /// Called before each response.
        let onRequest: @Sendable (Lister, Int) throws -> Void

        init(
            _ all: Int, size: Int, count: Count = .total, base: Int = 0, isEmptyBeforeBase: Bool = false,
            ignoresPage: Bool = false, onRequest: @escaping @Sendable (Lister, Int) throws -> Void = { _, _ in }
        ) {
            state = Mutex((Array(0..<all), []))
            self.size = size
            self.count = count
            self.base = base
            self.isEmptyBeforeBase = isEmptyBeforeBase
            self.ignoresPage = ignoresPage
            self.onRequest = onRequest
        }

        var requests: [Int] { state.withLock { $0.requests } }

        func change(_ change: @Sendable (inout [Int]) -> Void) { state.withLock { change(&$0.all) } }

        func page(_ page: Int) async throws -> Page {
            state.withLock { $0.requests.append(page) }
            try onRequest(self, page)
            let all = state.withLock { $0.all }
            var contents = [Int]()
            if page >= base || !isEmptyBeforeBase {
                let number = ignoresPage ? 0 : max(0, page - base)
                contents = Array(all.dropFirst(number * size).prefix(size))
            }
            let count: Int? =
                switch count {
                case .total: all.count
                case .none: nil
                case .ofPage: contents.count
                case .always(let count): count
                }
            return Page(contents: contents.isEmpty ? nil : contents, count: count)
        }

        func pages(first: Int = 0, asking size: Int? = 3) -> PageSequence<Page, Int> {
            PageSequence(first: first, size: size, items: { $0.contents }, count: \.count) { try await self.page($0) }
        }
    }

    private func expect(
        _ lister: Lister, asking size: Int? = 3, items: Int, requests: [Int],
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await lister.pages(asking: size).items.collect(upTo: 1000)
        #expect(found == Array(0..<items), sourceLocation: location)
        #expect(lister.requests == requests, sourceLocation: location)
    }

    @Test func countEndsWithoutAFurtherRequest() async throws {
        try await expect(Lister(7, size: 3), items: 7, requests: [0, 1, 2])
        try await expect(Lister(6, size: 3), items: 6, requests: [0, 1])
        try await expect(Lister(2, size: 3), items: 2, requests: [0])
        try await expect(Lister(0, size: 3), items: 0, requests: [0])
    }

    @Test func onAFullPageTheCountMayBeThatOfThePage() async throws {
        try await expect(Lister(3, size: 3), items: 3, requests: [0, 1])
        try await expect(Lister(3, size: 3, count: .ofPage), items: 3, requests: [0, 1])
        try await expect(Lister(7, size: 3, count: .ofPage), items: 7, requests: [0, 1, 2])
        try await expect(Lister(6, size: 3, count: .ofPage), items: 6, requests: [0, 1, 2])
    }

    @Test func withoutACountAnEmptyPageEnds() async throws {
        try await expect(Lister(7, size: 3, count: .none), items: 7, requests: [0, 1, 2, 3])
        try await expect(Lister(0, size: 3, count: .none), items: 0, requests: [0])
    }

    @Test func sizeMayBeUnknownOrIgnored() async throws {
        for size in [nil, 0, -1] {
            try await expect(Lister(7, size: 3), asking: size, items: 7, requests: [0, 1, 2])
            try await expect(Lister(7, size: 3, count: .ofPage), asking: size, items: 7, requests: [0, 1, 2, 3])
            try await expect(Lister(7, size: 3, count: .none), asking: size, items: 7, requests: [0, 1, 2, 3])
        }
        // It gives fewer than asked for, or more.
        try await expect(Lister(7, size: 3), asking: 100, items: 7, requests: [0, 1, 2])
        try await expect(Lister(7, size: 3, count: .none), asking: 100, items: 7, requests: [0, 1, 2, 3])
        try await expect(Lister(7, size: 5), asking: 2, items: 7, requests: [0, 1])
        try await expect(Lister(7, size: 100), asking: 2, items: 7, requests: [0, 1])
    }

    @Test func aRepeatedPageEnds() async throws {
        try await expect(Lister(2, size: 5, count: .none, ignoresPage: true), items: 2, requests: [0, 1])
        try await expect(Lister(5, size: 5, ignoresPage: true), asking: 5, items: 5, requests: [0, 1])
        try await expect(Lister(5, size: 5, count: .ofPage, ignoresPage: true), asking: 5, items: 5, requests: [0, 1])
        // There may be more: one page further is tried, once.
        try await expect(Lister(9, size: 5, ignoresPage: true), asking: 5, items: 5, requests: [0, 1, 2])
        try await expect(Lister(5, size: 5, count: .none, ignoresPage: true), asking: 5, items: 5, requests: [0, 1, 2])
    }

    @Test func aPageThatRepeatsTheFirstEnds() async throws {
        let requests = Mutex<[Int]>([])
        let pages = PageSequence(size: 2, items: { (items: [String]) in items }) { page in
            requests.withLock { $0.append(page) }
            return page == 1 ? ["c", "d"] : ["a", "b"]
        }
        #expect(try await pages.items.collect(upTo: 10) == ["a", "b", "c", "d"])
        #expect(requests.withLock { $0 } == [0, 1, 2])
    }

    @Test func pagesCountedFromOne() async throws {
        try await expect(Lister(7, size: 3, base: 1), items: 7, requests: [0, 1, 2, 3])
        try await expect(Lister(7, size: 3, count: .none, base: 1), items: 7, requests: [0, 1, 2, 3, 4])
        try await expect(Lister(7, size: 3, base: 1, isEmptyBeforeBase: true), items: 7, requests: [0, 1, 2, 3])
        try await expect(Lister(3, size: 3, base: 1), items: 3, requests: [0, 1])
        try await expect(Lister(2, size: 3, base: 1), items: 2, requests: [0])
        // Where counting from 1 is documented, nothing is tried.
        let lister = Lister(7, size: 3, base: 1)
        #expect(try await lister.pages(first: 1).items.collect(upTo: 10) == Array(0..<7))
        #expect(lister.requests == [1, 2, 3])
        // A count of more than there is does not mislead for long.
        try await expect(Lister(0, size: 3, count: .always(9)), items: 0, requests: [0, 1])
    }

    @Test func oddCounts() async throws {
        try await expect(Lister(7, size: 3, count: .always(0)), items: 7, requests: [0, 1, 2, 3])
        try await expect(Lister(7, size: 3, count: .always(-1)), items: 7, requests: [0, 1, 2, 3])
        try await expect(Lister(7, size: 3, count: .always(2)), items: 7, requests: [0, 1, 2])
        try await expect(Lister(7, size: 3, count: .always(1000)), items: 7, requests: [0, 1, 2, 3])
    }

    @Test func listsThatChangeOnTheWay() async throws {
        let growing = Lister(4, size: 3) { lister, page in
            if page == 1 { lister.change { $0 += [4, 5, 6, 7] } }
        }
        try await expect(growing, items: 8, requests: [0, 1, 2])
        let shrinking = Lister(9, size: 3) { lister, page in
            if page == 1 { lister.change { $0.removeLast(3) } }
        }
        try await expect(shrinking, items: 6, requests: [0, 1])
        let emptied = Lister(9, size: 3) { lister, page in
            if page == 1 { lister.change { $0.removeAll() } }
        }
        try await expect(emptied, items: 3, requests: [0, 1])
    }
}

extension PagesTests {
    @Test func pagesAreFetchedWhenNeededAndOneAtATime() async throws {
        let lister = Lister(9, size: 3)
        let pages = lister.pages()
        let items = pages.items
        #expect(lister.requests == [])
        var iterator = items.makeAsyncIterator()
        #expect(lister.requests == [])
        for expected in 0..<3 { #expect(try await iterator.next() == expected) }
        #expect(lister.requests == [0])
        #expect(try await iterator.next() == 3)
        #expect(lister.requests == [0, 1])

        var taken: [Int] = []
        for try await item in Lister(9, size: 3).pages().items.prefix(3) { taken.append(item) }
        #expect(taken == [0, 1, 2])
        let lazy = Lister(9, size: 3)
        for try await item in lazy.pages().items where item == 4 { break }
        #expect(lazy.requests == [0, 1])
    }

    @Test func eachIterationBeginsAnew() async throws {
        let lister = Lister(4, size: 3)
        let items = lister.pages().items
        #expect(try await items.collect(upTo: 4) == [0, 1, 2, 3])
        #expect(try await items.collect(upTo: 4) == [0, 1, 2, 3])
        #expect(lister.requests == [0, 1, 0, 1])
    }

    @Test func answersOfThePages() async throws {
        var counts: [Int?] = []
        for try await page in Lister(7, size: 3).pages() { counts.append(page.contents?.count) }
        #expect(counts == [3, 3, 1])
        counts = []
        for try await page in Lister(0, size: 3).pages() { counts.append(page.count) }
        #expect(counts == [0])
        counts = []
        for try await page in Lister(3, size: 3, count: .none).pages() { counts.append(page.contents?.count) }
        #expect(counts == [3])
        let late = Lister(7, size: 3)
        for try await page in late.pages(first: 2) { #expect(page.contents == [6]) }
        #expect(late.requests == [2, 3])
        #expect(try await Lister(7, size: 3, ignoresPage: true).pages(first: .max).items.collect(upTo: 3) == [0, 1, 2])
    }

    @Test func collectingHasALimit() async throws {
        #expect(try await Lister(7, size: 3).pages().items.collect(upTo: 7).count == 7)
        for limit in [6, 0, -1] {
            let error = await failure { _ = try await Lister(7, size: 3).pages().items.collect(upTo: limit) }
            #expect(error as? TooManyItems == TooManyItems(limit: limit))
            #expect(error.map { "\($0)" } == "there are more than \(limit) items")
        }
        #expect(try await Lister(0, size: 3).pages().items.collect(upTo: 0) == [])
    }

    @Test func anErrorEnds() async throws {
        struct Broken: Error {}
        let lister = Lister(9, size: 3) { _, page in if page == 1 { throw Broken() } }
        var iterator = lister.pages().items.makeAsyncIterator()
        for expected in 0..<3 { #expect(try await iterator.next() == expected) }
        let error = await failure { _ = try await iterator.next() }
        #expect(error is Broken)
        #expect(try await iterator.next() == nil)
        #expect(lister.requests == [0, 1])
    }

    @Test func cancellationEnds() async {
        let lister = Lister(9, size: 3)
        let task = Task {
            var iterator = lister.pages().makeAsyncIterator()
            _ = try await iterator.next()
            withUnsafeCurrentTask { $0?.cancel() }
            let error = await failure { _ = try await iterator.next() }
            #expect(error is CancellationError)
            #expect(try await iterator.next() == nil)
        }
        _ = await failure { try await task.value }
        #expect(lister.requests == [0])
    }

    @Test func cancellationEndsBetweenItems() async {
        let lister = Lister(9, size: 3)
        let task = Task {
            var iterator = lister.pages().items.makeAsyncIterator()
            _ = try await iterator.next()
            withUnsafeCurrentTask { $0?.cancel() }
            let error = await failure { _ = try await iterator.next() }
            #expect(error is CancellationError)
        }
        _ = await failure { try await task.value }
        #expect(lister.requests == [0])
    }
}

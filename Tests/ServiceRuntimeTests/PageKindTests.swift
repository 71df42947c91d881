import ServiceRuntime
import Synchronization
import Testing

/// Lists whose pages are chosen by something else than their number.
@Suite struct PageKindTests {
    private struct Page: Sendable {
        var items: [Int]?
        var next: String?
        var more: Bool?
        var count: Int?
    }

    /// Responses by what a page is chosen by, and remembers what was asked for.
    private final class Book: Sendable {
        private let asked = Mutex<[String]>([])
        private let pages: @Sendable (String) throws -> Page

        init(_ pages: @escaping @Sendable (String) throws -> Page) { self.pages = pages }

        convenience init(_ pages: [String: Page]) {
            self.init { pages[$0] ?? Page() }
        }

        var requests: [String] { asked.withLock { $0 } }

        func page(_ position: String?) async throws -> Page {
            asked.withLock { $0.append(position ?? "-") }
            return try pages(position ?? "-")
        }

        func byMarker(_ marker: String? = nil) -> PageSequence<Page, Int> {
            PageSequence(marker: marker, items: { $0.items }, next: { $0.next }, more: { $0.more }) {
                try await self.page($0)
            }
        }

        func byAddress() -> PageSequence<Page, Int> {
            PageSequence(items: { $0.items }, next: { $0.next }) { try await self.page($0) }
        }

        func byItem() -> PageSequence<Page, Int> {
            PageSequence(marker: nil, items: { $0.items }, last: { String($0) }, more: { $0.more }) {
                try await self.page($0)
            }
        }

        func byOffset(_ offset: Int = 0, size: Int? = 2) -> PageSequence<Page, Int> {
            PageSequence(offset: offset, size: size, items: { $0.items }, count: { $0.count }, more: { $0.more }) {
                try await self.page(String($0))
            }
        }
    }

    @Test(arguments: [nil, ""] as [String?])
    func markersLeadToTheEnd(_ end: String?) async throws {
        let book = Book([
            "-": Page(items: [1, 2], next: "m"), "m": Page(items: [], next: "n"), "n": Page(items: [3], next: end),
        ])
        #expect(try await book.byMarker().items.collect(upTo: 9) == [1, 2, 3])
        #expect(book.requests == ["-", "m", "n"])
        #expect(try await book.byMarker("n").items.collect(upTo: 9) == [3])
    }

    @Test func aFlagEndsThoughThereIsAMarker() async throws {
        let book = Book(["-": Page(items: [1], next: "m", more: false)])
        #expect(try await book.byMarker().items.collect(upTo: 9) == [1])
        #expect(book.requests == ["-"])
    }

    @Test func aMarkerThatComesAgainIsAnErrorAfterItsPage() async throws {
        let book = Book([
            "-": Page(items: [1], next: "m"), "m": Page(items: [2], next: "n"), "n": Page(items: [3], next: "m"),
        ])
        var items: [Int] = []
        await #expect(throws: RepeatedPage(position: .marker("m"))) {
            for try await item in book.byMarker().items { items.append(item) }
        }
        #expect(items == [1, 2, 3])
        #expect(book.requests == ["-", "m", "n"])
        var pages = book.byMarker("m").makeAsyncIterator()
        for _ in 0..<2 { _ = try await pages.next() }
        await #expect(throws: RepeatedPage.self) { try await pages.next() }
        #expect(try await pages.next() == nil)
    }

    @Test func anEmptyPageThatRepeatsItsMarkerEnds() async throws {
        let book = Book(["-": Page(items: [1], next: "m"), "m": Page(items: [], next: "m")])
        #expect(try await book.byMarker().items.collect(upTo: 9) == [1])
        #expect(book.requests == ["-", "m"])
    }

    @Test func theLastItemIsTheMarker() async throws {
        let book = Book { marker in
            let first = (Int(marker) ?? 0) + 1
            return Page(items: Array(first..<min(first + 2, 6)))
        }
        #expect(try await book.byItem().items.collect(upTo: 9) == [1, 2, 3, 4, 5])
        #expect(book.requests == ["-", "2", "4", "5"])
        // A service that does not know the parameter gives the first page again.
        let deaf = Book { _ in Page(items: [1, 2]) }
        #expect(try await deaf.byItem().items.collect(upTo: 9) == [1, 2])
        #expect(deaf.requests == ["-", "2"])
        let flagged = Book { _ in Page(items: [1, 2], more: false) }
        #expect(try await flagged.byItem().items.collect(upTo: 9) == [1, 2])
        #expect(flagged.requests == ["-"])
    }

    @Test func offsetsGrowByWhatCame() async throws {
        func book(_ count: Int?, more: Bool = false) -> Book {
            Book { offset in
                let items = Array((0..<5).dropFirst(Int(offset) ?? 0).prefix(2))
                return Page(items: items, more: more ? (items.last ?? 4) < 4 : nil, count: count)
            }
        }
        for (book, requests) in [
            (book(5), ["0", "2", "4"]), (book(nil), ["0", "2", "4", "5"]), (book(nil, more: true), ["0", "2", "4"]),
        ] {
            #expect(try await book.byOffset().items.collect(upTo: 9) == [0, 1, 2, 3, 4])
            #expect(book.requests == requests)
        }
        let rest = book(5)
        #expect(try await rest.byOffset(3).items.collect(upTo: 9) == [3, 4])
        #expect(rest.requests == ["3"])
        let deaf = Book { _ in Page(items: [1, 2]) }
        #expect(try await deaf.byOffset().items.collect(upTo: 9) == [1, 2])
        #expect(deaf.requests == ["0", "2"])
    }

    @Test func aFlagLeadsThroughNumbersPastAnEmptyPage() async throws {
        let book = Book { page in
            switch page {
            case "1": Page(items: [1], more: true)
            case "2": Page(items: [], more: true)
            default: Page(items: [2], more: false)
            }
        }
        let pages = PageSequence(first: 1, items: { (page: Page) in page.items }, more: { $0.more }) {
            try await book.page(String($0))
        }
        #expect(try await pages.items.collect(upTo: 9) == [1, 2])
        #expect(book.requests == ["1", "2", "3"])
        let endless = Book { _ in Page(items: [], more: true) }
        let empty = PageSequence(first: 1, items: { (page: Page) in page.items }, more: { $0.more }) {
            try await endless.page(String($0))
        }
        #expect(try await empty.items.collect(upTo: 9) == [])
        #expect(endless.requests.count < 4)
    }

    @Test func addressesAreResolvedWhereTheyStand() async throws {
        let book = Book([
            "-": Page(items: [1], next: "https://x.example/v1/pages/2?size=1"),
            "https://x.example/v1/pages/2?size=1": Page(items: [2], next: "3"),
            "https://x.example/v1/pages/3": Page(items: [3], next: "?after=3"),
            "https://x.example/v1/pages/3?after=3": Page(items: [4]),
        ])
        #expect(try await book.byAddress().items.collect(upTo: 9) == [1, 2, 3, 4])
        let loop = Book(["-": Page(items: [1], next: "/a"), "/a": Page(items: [2], next: "/a")])
        await #expect(throws: RepeatedPage(position: .address("/a"))) {
            try await loop.byAddress().items.collect(upTo: 9)
        }
        #expect(loop.requests == ["-", "/a"])
    }

    @Test func readingGoesOnWhereItStood() async throws {
        let book = Book([
            "-": Page(items: [1, 2], next: "m:1"), "m:1": Page(items: [3], next: "n"), "n": Page(items: [4]),
        ])
        var pages = book.byMarker().makeAsyncIterator()
        #expect(pages.position == .start)
        _ = try await pages.next()
        let saved = try #require(pages.position).rawValue
        #expect(saved == "marker:m:1")
        let position = try #require(PagePosition(rawValue: saved))
        #expect(try await book.byMarker().starting(at: position).items.collect(upTo: 9) == [3, 4])
        #expect(book.requests == ["-", "m:1", "n"])
        for position in [PagePosition.start, .number(-3), .marker(""), .address("https://x.example/?a=b")] {
            #expect(PagePosition(rawValue: position.rawValue) == position)
        }
        for text in ["", "number:x", "marker", "page:3"] { #expect(PagePosition(rawValue: text) == nil) }
    }

    @Test func cancellationEnds() async throws {
        let book = Book { _ in Page(items: [1], next: "m") }
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await book.byMarker().items.collect(upTo: 9)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(book.requests == [])
    }

    @Test func anErrorEnds() async throws {
        struct Failure: Error {}
        let book = Book { marker in
            if marker == "m" { throw Failure() }
            return Page(items: [1], next: "m")
        }
        var pages = book.byMarker().makeAsyncIterator()
        _ = try await pages.next()
        await #expect(throws: Failure.self) { try await pages.next() }
        #expect(try await pages.next() == nil)
    }

    @Test(arguments: [
        (#"<https://x.example/?p=2>; rel="next""#, "https://x.example/?p=2"),
        (#"</a>; rel=prev, </b,c>; title="x, y; z\"" ; REL = "last Next""#, "/b,c"),
        ("</a>;rel=next;rel=prev", "/a"), ("</a>;rel=prev;rel=next", nil), ("</a>; rel=nextish", nil),
        (#"</a>; rel=next; anchor="/other", </b>; rel=next"#, "/b"), ("", nil), ("</a", nil), ("<>;rel=next", ""),
        (#"</a>; title="rel=next"#, nil),
    ])
    func linkFields(_ field: String, _ target: String?) {
        let page = PageReply((body: 1, headers: field), link: { $0 })
        #expect(page.next == target)
    }
}

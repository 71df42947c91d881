/// The answers of an operation that lists in pages, one for each page, fetched one after the other.
///
///     for try await page in client.listBackups.pages(size: 50) { … }
///
/// Nothing is fetched before the first page is asked for, and no page before the one ahead of it was taken. Each iteration
/// begins anew.
///
/// ## Where it ends
///
/// Services do not agree on what `page`, `size` and `count` mean, and some leave one out or ignore it. So the sequence
/// ends by what it sees:
///
/// 1. A page without items ends it, and is not given; only the first page is always given.
/// 2. A page with the same items as the page before it, or as the first one, ends it, and is not given: the service
///    ignores `page`.
/// 3. `count` ends it after the page that brings the number of items received to `count`, without a further request.
///    It counts as the number of all items only where it is larger than the number of items on the page, or equal to it
///    on a page with fewer items than `size`. On a full page the same number may be that of the page itself, and a
///    smaller number is a mistake. Each page's own `count` applies, so it may grow and shrink on the way.
/// 4. A page that is shorter than `size` does not end it by itself: the service may have a size of its own.
/// 5. Where page 0 is empty, or page 1 repeats page 0, and there are more items by `count`, or without a `count` page 1
///    is a full page, the service counts its pages from 1: one page further is tried, once. The second copy is not given.
///
/// An error ends the sequence; so does cancelling the task, with `CancellationError`. Items that are added or removed
/// while pages are read may be missed or met twice, as the service shifts them from page to page.
public struct PageSequence<Answer: Sendable, Item: Equatable & Sendable>: AsyncSequence, Sendable {
    /// The answer for a page.
    public typealias Element = Answer
    /// `ServiceError` or `CancellationError` with generated clients: whatever fetching throws.
    public typealias Failure = any Error

    let firstPage: Int
    let size: Int?
    let itemsOf: @Sendable (Answer) -> [Item]?
    let countOf: @Sendable (Answer) -> Int?
    let fetch: @Sendable (Int) async throws -> Answer

    /// A sequence of pages.
    ///
    /// `first` is the number of the page to begin with. `size` is the number of items on a full page: what is asked for,
    /// or else what is documented; nil if neither is known. `items` and `count` take the items and the number of all
    /// items from an answer. `fetch` gets one page.
    public init(
        first: Int = 0, size: Int? = nil, items: @escaping @Sendable (Answer) -> [Item]?,
        count: @escaping @Sendable (Answer) -> Int? = { _ in nil },
        fetch: @escaping @Sendable (_ page: Int) async throws -> Answer
    ) {
        firstPage = first
        self.size = size.flatMap { $0 > 0 ? $0 : nil }
        itemsOf = items
        countOf = count
        self.fetch = fetch
    }

    /// The items of all pages, one after the other.
    public var items: ItemSequence<Answer, Item> { ItemSequence(pages: self) }

    /// Reads from the first page on.
    public func makeAsyncIterator() -> Iterator { Iterator(self) }
}

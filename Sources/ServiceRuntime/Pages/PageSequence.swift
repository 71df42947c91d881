/// The responses of an operation that lists in pages, one for each page, fetched one after the other.
///
///     for try await page in client.listBackupsPager.pages(size: 50) { … }
///
/// Nothing is fetched before the first page is asked for, and no page before the one ahead of it was taken. Each
/// iteration begins anew. ``Iterator/position`` tells where it stands; ``starting(at:)`` goes on there another time.
///
/// ## Where it ends
///
/// A page that is chosen by a marker or an address is the last where it tells none, or says that nothing follows; an
/// empty page does not end it. Where a marker or an address comes again, ``RepeatedPage`` is thrown.
///
/// Services do not agree on what `page`, `size` and `count` mean, and some leave one out or ignore it. So with numbers
/// and offsets the sequence ends by what it sees:
///
/// 1. A page without items ends it, and is not given; only the first page is always given.
/// 2. A page with the same items as the page before it, or as the first one, ends it, and is not given: the service
///    ignores `page`. So it does where the last item is the marker.
/// 3. `count` ends it after the page that brings the number of items received to `count`, without a further request.
///    It counts as the number of all items only where it is larger than the number of items on the page, or equal to it
///    on a page with fewer items than `size`. On a full page the same number may be that of the page itself, and a
///    smaller number is a mistake. Each page's own `count` applies, so it may grow and shrink on the way.
/// 4. A page that is shorter than `size` does not end it by itself: the service may have a size of its own.
/// 5. Where page 0 is empty, or page 1 repeats page 0, and there are more items by `count`, or without a `count` page 1
///    is a full page, the service counts its pages from 1: one page further is tried, once. The second copy is not
///    given.
/// 6. Where the response says itself whether a page follows, that counts in place of 3, and of 1 for one empty page.
///
/// An error ends the sequence; so does cancelling the task, with `CancellationError`. Items that are added or removed
/// while pages are read may be missed or met twice, as the service shifts them from page to page.
public struct PageSequence<Answer: Sendable, Item: Equatable & Sendable>: AsyncSequence, Sendable {
    /// The response for a page.
    public typealias Element = Answer
    /// `ServiceError`, ``RepeatedPage`` or `CancellationError` with generated clients: whatever fetching throws.
    public typealias Failure = any Error

    private(set) var start: PagePosition
    let kind: PageWalk<Item>.Kind
    let itemsOf: @Sendable (Answer) -> [Item]?
    let countOf: @Sendable (Answer) -> Int?
    let moreOf: @Sendable (Answer) -> Bool?
    let nextOf: @Sendable (Answer) -> String?
    let fetch: @Sendable (PagePosition) async throws -> PageReply<Answer>

    init(
        _ kind: PageWalk<Item>.Kind, start: PagePosition, items: @escaping @Sendable (Answer) -> [Item]?,
        count: @escaping @Sendable (Answer) -> Int? = { _ in nil },
        more: @escaping @Sendable (Answer) -> Bool?, next: @escaping @Sendable (Answer) -> String? = { _ in nil },
        fetch: @escaping @Sendable (PagePosition) async throws -> PageReply<Answer>
    ) {
        self.kind = kind
        self.start = start
        itemsOf = items
        countOf = count
        moreOf = more
        nextOf = next
        self.fetch = fetch
    }

    /// The items of all pages, one after the other.
    public var items: ItemSequence<Answer, Item> { ItemSequence(pages: self) }

    /// The same list from another page on, such as one that ``Iterator/position`` told before.
    ///
    /// A position of a list that is read in another way is of no use: a number for a list with markers is left out of
    /// the request.
    public func starting(at position: PagePosition) -> PageSequence {
        var copy = self
        copy.start = position
        return copy
    }

    /// Reads from the first page on.
    public func makeAsyncIterator() -> Iterator { Iterator(self) }
}

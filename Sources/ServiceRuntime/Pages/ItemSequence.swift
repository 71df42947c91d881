/// The items of an operation that lists in pages, one after the other; pages are fetched as they are needed.
///
///     for try await backup in client.listBackupsPager.all(serverName: "web") { … }
///
/// ``PageSequence`` says where it ends. To stop earlier, leave the loop or use `prefix(_:)`: no further page is fetched.
public struct ItemSequence<Answer: Sendable, Item: Equatable & Sendable>: AsyncSequence, Sendable {
    /// An item.
    public typealias Element = Item
    /// `ServiceError` or `CancellationError` with generated clients: whatever fetching throws.
    public typealias Failure = any Error

    /// The pages that the items come from.
    public let pages: PageSequence<Answer, Item>

    init(pages: PageSequence<Answer, Item>) {
        self.pages = pages
    }

    /// All items in an array.
    ///
    /// Throws ``TooManyItems`` as soon as there are more than `limit`, so that nobody loads for ever; for the first ones
    /// only, take `prefix(_:)`. Throws what fetching throws, and `CancellationError` where the task was cancelled.
    public func collect(upTo limit: Int) async throws -> [Item] {
        var items: [Item] = []
        for try await item in self {
            guard items.count < limit else { throw TooManyItems(limit: limit) }
            items.append(item)
        }
        return items
    }

    /// Reads from the first item on.
    public func makeAsyncIterator() -> Iterator { Iterator(pages) }

    /// Reads item after item.
    public struct Iterator: AsyncIteratorProtocol, Sendable {
        private let itemsOf: @Sendable (Answer) -> [Item]?
        private var pages: PageSequence<Answer, Item>.Iterator
        private var items: [Item] = []
        private var index = 0

        init(_ pages: PageSequence<Answer, Item>) {
            itemsOf = pages.itemsOf
            self.pages = pages.makeAsyncIterator()
        }

        /// The next item, or nil at the end.
        ///
        /// Throws what fetching throws, and `CancellationError` where the task was cancelled; nothing follows then.
        public mutating func next() async throws -> Item? {
            if Task.isCancelled {
                pages.end()
                items = []
                index = 0
                throw CancellationError()
            }
            while index >= items.count {
                items = []
                index = 0
                guard let page = try await pages.next() else { return nil }
                items = itemsOf(page) ?? []
            }
            defer { index += 1 }
            return items[index]
        }
    }
}

/// There are more items than the caller wants to load.
public struct TooManyItems: Error, Hashable, Sendable, CustomStringConvertible {
    /// The limit that the caller set.
    public let limit: Int

    /// There are more than `limit` items.
    public init(limit: Int) {
        self.limit = limit
    }

    /// The limit in words.
    public var description: String { "there are more than \(limit) items" }
}

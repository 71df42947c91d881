extension PageSequence {
    /// Reads page after page.
    public struct Iterator: AsyncIteratorProtocol, Sendable {
        private let pages: PageSequence
        /// The page to fetch; nil at the end.
        private var page: Int?
        private var first: [Item]?
        private var previous: [Item] = []
        private var received = 0

        init(_ pages: PageSequence) {
            self.pages = pages
            page = pages.firstPage
        }

        /// The next page, or nil at the end.
        ///
        /// Throws what fetching throws, and `CancellationError` where the task was cancelled; nothing follows then.
        public mutating func next() async throws -> Answer? {
            guard var page else { return nil }
            self.page = nil
            while true {
                try Task.checkCancellation()
                let answer = try await pages.fetch(page)
                let items = pages.itemsOf(answer) ?? []
                let count = pages.countOf(answer)
                let isNew = first.map { !items.isEmpty && items != previous && items != $0 } ?? true
                if isCountedFromOne(page, items, count, isNew: isNew), let further = Self.page(after: page) {
                    page = further
                    continue
                }
                guard isNew else { return nil }
                take(items)
                if !isLast(items, count) { self.page = Self.page(after: page) }
                return answer
            }
        }

        /// Gives no further page.
        mutating func end() { page = nil }

        private mutating func take(_ items: [Item]) {
            received += items.count
            first = first ?? items
            previous = items
        }

        /// Whether the service turns out to count from 1 what is documented to count from 0, and there is more.
        private func isCountedFromOne(_ page: Int, _ items: [Item], _ count: Int?, isNew: Bool) -> Bool {
            guard pages.firstPage == 0 else { return false }
            if page == 0, items.isEmpty { return (count ?? 0) > 0 }
            guard page == 1, !isNew, !items.isEmpty else { return false }
            return count.map { $0 > received } ?? pages.size.map { items.count >= $0 } ?? false
        }

        /// Whether no page follows one with these items.
        private func isLast(_ items: [Item], _ count: Int?) -> Bool {
            if items.isEmpty { return true }
            guard let count else { return false }
            let isShort = pages.size.map { items.count < $0 } ?? false
            let isTotal = count > items.count || (count == items.count && isShort)
            return isTotal && received >= count
        }

        private static func page(after page: Int) -> Int? {
            let (next, overflow) = page.addingReportingOverflow(1)
            return overflow ? nil : next
        }
    }
}

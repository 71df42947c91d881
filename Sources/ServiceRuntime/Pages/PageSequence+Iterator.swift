extension PageSequence {
    /// Reads page after page.
    public struct Iterator: AsyncIteratorProtocol, Sendable {
        private let pages: PageSequence
        private var walk: PageWalk<Item>
        /// Where the page stands that is fetched next; nil at the end.
        public private(set) var position: PagePosition?
        private var problem: RepeatedPage?

        init(_ pages: PageSequence) {
            self.pages = pages
            walk = PageWalk(pages.kind, start: pages.start)
            position = pages.start
        }

        /// The next page, or nil at the end.
        ///
        /// Throws what fetching throws, ``RepeatedPage``, and `CancellationError` where the task was cancelled; nothing
        /// follows then.
        public mutating func next() async throws -> Answer? {
            if let problem {
                self.problem = nil
                throw problem
            }
            guard var position else { return nil }
            self.position = nil
            while true {
                try Task.checkCancellation()
                let page = try await pages.fetch(position)
                switch walk.step(position, facts(page)) {
                case .skip(let further):
                    position = further
                    continue
                case .end: return nil
                case .give(let following): self.position = following
                case .giveThenThrow(let problem): self.problem = problem
                }
                return page.answer
            }
        }

        /// Gives no further page.
        mutating func end() {
            position = nil
            problem = nil
        }

        private func facts(_ page: PageReply<Answer>) -> PageWalk<Item>.Facts {
            PageWalk.Facts(
                items: pages.itemsOf(page.answer) ?? [], count: page.count ?? pages.countOf(page.answer),
                more: page.hasNext ?? pages.moreOf(page.answer), next: page.next ?? pages.nextOf(page.answer))
        }
    }
}

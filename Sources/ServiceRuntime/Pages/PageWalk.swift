/// The way through the pages of one list: what follows from each response, whatever the pages are chosen by.
struct PageWalk<Item: Equatable & Sendable>: Sendable {
    /// How the next page is chosen.
    enum Kind: Sendable {
        /// By its number. `size` is the number of items on a full page, if it is known.
        case numbers(size: Int?)
        /// By the number of items before it.
        case offsets(size: Int?)
        /// By what the response tells, a marker or an address.
        case told(isAddress: Bool)
        /// By the last item of the page before.
        case lastItem(@Sendable (Item) -> String?)
    }

    /// What a response tells.
    struct Facts {
        var items: [Item]
        /// The number of all items.
        var count: Int?
        /// Whether a page follows.
        var more: Bool?
        /// What leads to it.
        var next: String?
    }

    /// What to do with a response.
    enum Step {
        /// Give it; this is the next page, if there is one.
        case give(then: PagePosition?)
        /// Give it, and throw when more is wanted.
        case giveThenThrow(RepeatedPage)
        /// Do not give it; fetch this page in its place.
        case skip(to: PagePosition)
        /// Do not give it; the list is at its end.
        case end
    }

    private let kind: Kind
    private let start: PagePosition
    private var first: [Item]?
    private var previous: [Item] = []
    private var received = 0
    private var seen: Set<PagePosition> = []

    init(_ kind: Kind, start: PagePosition) {
        self.kind = kind
        self.start = start
        if case .offsets = kind, case .number(let offset) = start { received = max(offset, 0) }
    }

    /// What follows from the response for a page.
    mutating func step(_ position: PagePosition, _ facts: Facts) -> Step {
        switch kind {
        case .numbers(let size): return number(position, facts, size)
        case .offsets(let size):
            guard isNew(facts) else { return .end }
            take(facts.items)
            // Without items the offset would stay what it is.
            let isEnd = facts.items.isEmpty || isLast(facts, size)
            return .give(then: isEnd ? nil : Self.number(position.number ?? 0, plus: facts.items.count))
        case .told(let isAddress):
            seen.insert(position)
            guard let next = facts.next, !next.isEmpty, facts.more != false else { return .give(then: nil) }
            let following: PagePosition =
                isAddress ? .address(AddressReference.resolve(next, against: position.address)) : .marker(next)
            guard seen.contains(following) else { return .give(then: following) }
            // Some services repeat the last marker on an empty page and mean that nothing is left.
            return facts.items.isEmpty ? .give(then: nil) : .giveThenThrow(RepeatedPage(position: following))
        case .lastItem(let marker):
            seen.insert(position)
            guard isNew(facts) else { return .end }
            take(facts.items)
            guard facts.more != false, let last = facts.items.last, let text = marker(last) else {
                return .give(then: nil)
            }
            let following = PagePosition.marker(text)
            return seen.contains(following)
                ? .giveThenThrow(RepeatedPage(position: following)) : .give(then: following)
        }
    }

    // MARK: Numbers

    private mutating func number(_ position: PagePosition, _ facts: Facts, _ size: Int?) -> Step {
        let page = position.number ?? 0
        let isNew = isNew(facts)
        if isCountedFromOne(page, facts, size, isNew: isNew), let further = Self.number(page, plus: 1) {
            return .skip(to: further)
        }
        guard isNew else { return .end }
        take(facts.items)
        return .give(then: isLast(facts, size) ? nil : Self.number(page, plus: 1))
    }

    /// Whether the items are others than on the page before and on the first one; the first page is always new.
    private func isNew(_ facts: Facts) -> Bool {
        guard let first else { return true }
        // A service that filters after cutting pages may give an empty one in the middle, and says so.
        if facts.items.isEmpty { return facts.more == true && !previous.isEmpty }
        return facts.items != previous && facts.items != first
    }

    private mutating func take(_ items: [Item]) {
        received += items.count
        first = first ?? items
        previous = items
    }

    /// Whether the service turns out to count from 1 what is documented to count from 0, and there is more.
    private func isCountedFromOne(_ page: Int, _ facts: Facts, _ size: Int?, isNew: Bool) -> Bool {
        guard start == .number(0) else { return false }
        if page == 0, facts.items.isEmpty { return (facts.count ?? 0) > 0 }
        guard page == 1, !isNew, !facts.items.isEmpty else { return false }
        return facts.count.map { $0 > received } ?? facts.more ?? size.map { facts.items.count >= $0 } ?? false
    }

    /// Whether no page follows one with these items.
    private func isLast(_ facts: Facts, _ size: Int?) -> Bool {
        if let more = facts.more { return !more }
        if facts.items.isEmpty { return true }
        guard let count = facts.count else { return false }
        let isShort = size.map { facts.items.count < $0 } ?? false
        let isTotal = count > facts.items.count || (count == facts.items.count && isShort)
        return isTotal && received >= count
    }

    private static func number(_ number: Int, plus step: Int) -> PagePosition? {
        let (next, overflow) = number.addingReportingOverflow(step)
        return overflow ? nil : .number(next)
    }
}

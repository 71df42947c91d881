extension PageSequence {
    /// Pages that are chosen by their number.
    ///
    /// `first` is the number of the page to begin with. `size` is the number of items on a full page: what is asked
    /// for, or else what is documented; nil if neither is known. `items`, `count` and `more` take from a response the
    /// items, the number of all items, and whether a page follows. `fetch` gets one page.
    public init(
        first: Int = 0, size: Int? = nil, items: @escaping @Sendable (Answer) -> [Item]?,
        count: @escaping @Sendable (Answer) -> Int? = { _ in nil },
        more: @escaping @Sendable (Answer) -> Bool? = { _ in nil },
        fetch: @escaping @Sendable (_ page: Int) async throws -> Answer
    ) {
        self.init(
            first: first, size: size, items: items, count: count, more: more,
            fetchPage: { PageReply(try await fetch($0)) })
    }

    /// Pages that are chosen by their number, with header fields that tell of the list.
    public init(
        first: Int = 0, size: Int? = nil, items: @escaping @Sendable (Answer) -> [Item]?,
        count: @escaping @Sendable (Answer) -> Int? = { _ in nil },
        more: @escaping @Sendable (Answer) -> Bool? = { _ in nil },
        fetchPage: @escaping @Sendable (_ page: Int) async throws -> PageReply<Answer>
    ) {
        self.init(
            .numbers(size: size.flatMap { $0 > 0 ? $0 : nil }), start: .number(first), items: items, count: count,
            more: more, fetch: { try await fetchPage($0.number ?? first) })
    }

    /// Pages that are chosen by the number of items before them, `offset` for the first of them.
    public init(
        offset: Int, size: Int? = nil, items: @escaping @Sendable (Answer) -> [Item]?,
        count: @escaping @Sendable (Answer) -> Int? = { _ in nil },
        more: @escaping @Sendable (Answer) -> Bool? = { _ in nil },
        fetch: @escaping @Sendable (_ offset: Int) async throws -> Answer
    ) {
        self.init(
            offset: offset, size: size, items: items, count: count, more: more,
            fetchPage: { PageReply(try await fetch($0)) })
    }

    /// Pages that are chosen by the number of items before them, with header fields that tell of the list.
    public init(
        offset: Int, size: Int? = nil, items: @escaping @Sendable (Answer) -> [Item]?,
        count: @escaping @Sendable (Answer) -> Int? = { _ in nil },
        more: @escaping @Sendable (Answer) -> Bool? = { _ in nil },
        fetchPage: @escaping @Sendable (_ offset: Int) async throws -> PageReply<Answer>
    ) {
        self.init(
            .offsets(size: size.flatMap { $0 > 0 ? $0 : nil }), start: .number(offset), items: items, count: count,
            more: more, fetch: { try await fetchPage($0.number ?? offset) })
    }

    /// Pages that are chosen by a marker, cursor or token: `marker` for the first, then what `next` takes from the page
    /// before; nil and an empty text mean that no page follows.
    public init(
        marker: String?, items: @escaping @Sendable (Answer) -> [Item]?,
        next: @escaping @Sendable (Answer) -> String?, more: @escaping @Sendable (Answer) -> Bool? = { _ in nil },
        fetch: @escaping @Sendable (_ marker: String?) async throws -> Answer
    ) {
        self.init(
            .told(isAddress: false), start: Self.position(marker), items: items, more: more, next: next,
            fetch: { PageReply(try await fetch($0.marker)) })
    }

    /// Pages that are chosen by a marker that a header field of the page before tells.
    public init(
        marker: String?, items: @escaping @Sendable (Answer) -> [Item]?,
        more: @escaping @Sendable (Answer) -> Bool? = { _ in nil },
        fetchPage: @escaping @Sendable (_ marker: String?) async throws -> PageReply<Answer>
    ) {
        self.init(
            .told(isAddress: false), start: Self.position(marker), items: items, more: more,
            fetch: { try await fetchPage($0.marker) })
    }

    /// Pages that are chosen by the last item of the page before, from which `last` takes the marker.
    public init(
        marker: String?, items: @escaping @Sendable (Answer) -> [Item]?, last: @escaping @Sendable (Item) -> String?,
        more: @escaping @Sendable (Answer) -> Bool? = { _ in nil },
        fetch: @escaping @Sendable (_ marker: String?) async throws -> Answer
    ) {
        self.init(
            .lastItem(last), start: Self.position(marker), items: items, more: more,
            fetch: { PageReply(try await fetch($0.marker)) })
    }

    /// Pages at the addresses that `next` takes from the page before; nil and an empty text mean that no page follows.
    /// `fetch` gets nil for the first page.
    public init(
        items: @escaping @Sendable (Answer) -> [Item]?, next: @escaping @Sendable (Answer) -> String?,
        more: @escaping @Sendable (Answer) -> Bool? = { _ in nil },
        fetch: @escaping @Sendable (_ address: String?) async throws -> Answer
    ) {
        self.init(
            .told(isAddress: true), start: .start, items: items, more: more, next: next,
            fetch: { PageReply(try await fetch($0.address)) })
    }

    /// Pages at the addresses that a header field of the page before tells.
    public init(
        items: @escaping @Sendable (Answer) -> [Item]?, more: @escaping @Sendable (Answer) -> Bool? = { _ in nil },
        fetchPage: @escaping @Sendable (_ address: String?) async throws -> PageReply<Answer>
    ) {
        self.init(
            .told(isAddress: true), start: .start, items: items, more: more,
            fetch: { try await fetchPage($0.address) })
    }

    private static func position(_ marker: String?) -> PagePosition { marker.map { .marker($0) } ?? .start }
}

extension PagePosition {
    var number: Int? { if case .number(let number) = self { number } else { nil } }
    var marker: String? { if case .marker(let marker) = self { marker } else { nil } }
    var address: String? { if case .address(let address) = self { address } else { nil } }
}

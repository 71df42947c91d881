import APIModel

/// How a mock service gives one list page by page.
struct PagePlan: Sendable {
    /// What the documentation says of the pages.
    let pagination: Pagination
    /// The query parameter with the number, the offset or the marker. Where the documentation names none, since addresses
    /// lead from page to page, the mock service's own.
    let position: String
    /// Whether the documentation does not name it.
    let isOwn: Bool
    /// The number of items on a page where the request does not say; `nil` for all.
    let size: Int?

    /// So many items a page has where no parameter says how many.
    static let ownSize = 20

    /// The plan of a call; `nil` where it lists nothing, or lists it as a whole.
    init?(_ call: Call, _ model: APIModel) {
        guard let pagination = model.pagination(of: call) else { return nil }
        self.pagination = pagination
        let names = Set(call.queryParameters.map(\.name))
        isOwn = pagination.position == nil
        position =
            pagination.position?.name
            ?? ["page_marker", "mock_page_marker"].first { !names.contains($0) } ?? "mock_service_page_marker"
        let stated = pagination.size.flatMap { model.resolved($0.schema).defaultValue?.wholeNumber }
        size = pagination.size == nil ? Self.ownSize : stated
    }

    /// The names of the parameters that choose a page.
    var controls: Set<String> { Set([position, pagination.size?.name].compactMap { $0 }) }

    // MARK: Requests

    /// What a request asks for. A number before the first page or item means the first; a size below 0 is none.
    func slice(_ query: [String: JSONValue]) -> PageSlice {
        var slice = PageSlice()
        let asked = pagination.size.flatMap { query[$0.name]?.wholeNumber }
        slice.limit = asked.flatMap { $0 >= 0 ? $0 : nil } ?? size
        let place = query[position]
        switch pagination.kind {
        case .page:
            let page = max((place?.wholeNumber ?? pagination.firstPage) - pagination.firstPage, 0)
            let (offset, isTooFar) = page.multipliedReportingOverflow(by: slice.limit ?? (page == 0 ? 0 : .max))
            slice.offset = isTooFar ? .max : offset
        case .offset: slice.offset = max(place?.wholeNumber ?? 0, 0)
        default: slice.marker = place?.parameterText.flatMap { $0.isEmpty ? nil : PageMarker($0) }
        }
        return slice
    }

    // MARK: Answers

    /// What leads to the page before one; `nil` for the first, and where marks lead forward only.
    func preceding(_ slice: PageSlice) -> JSONValue? {
        guard slice.offset > 0, let limit = slice.limit, limit > 0 else { return nil }
        switch pagination.kind {
        case .page: return .number(String(max(slice.offset / limit - 1, 0) + pagination.firstPage))
        case .offset: return .number(String(max(slice.offset - limit, 0)))
        default: return nil
        }
    }

    /// What leads to the page after one.
    func following(_ page: ListedPage, _ slice: PageSlice, _ check: SchemaCheck) -> JSONValue? {
        guard page.hasMore else { return nil }
        switch pagination.kind {
        case .page:
            guard let limit = slice.limit, limit > 0 else { return nil }
            return .number(String(slice.offset / limit + 1 + pagination.firstPage))
        case .offset: return .number(String(slice.offset + page.count))
        default:
            guard let last = page.last else { return nil }
            let schemas = [pagination.position?.schema, pagination.kind == .marker ? pagination.next?.schema : nil]
                .compactMap { $0 }
            let fitting = PageMarker.texts(last).first { text in
                schemas.allSatisfy { check.accepts(.string(text), $0) || check.accepts(.number(text), $0) }
            }
            return .string(fitting ?? last.id)
        }
    }
}

/// The part of a list that a request asks for.
struct PageSlice: Sendable {
    /// How many to leave out at the start.
    var offset = 0
    /// After what the part starts.
    var marker: PageMarker?
    /// How many at most; `nil` for all.
    var limit: Int?
}

/// A page of a list.
struct ListedPage: Sendable {
    /// What is on it, with the ids.
    var members: [(id: String, members: [String: JSONValue])] = []
    /// How many there are on all pages.
    var total = 0
    /// Whether others follow.
    var hasMore = false
    /// The last one on it.
    var last: Last?

    /// How many are on it.
    var count: Int { members.count }

    /// What tells the last one of a page from the others.
    struct Last: Sendable {
        /// Its id.
        let id: String
        /// Its number in the order of creation; no other of the list ever has it.
        let number: Int
    }
}

/// After what a page starts.
struct PageMarker: Sendable {
    /// The id that it may be.
    let id: String
    /// The number in the order of creation that it may be.
    let number: Int?

    private static let prefix = "after-"

    /// Reads a marker; any text may be an id.
    init(_ text: String) {
        id = text
        number = text.hasPrefix(Self.prefix) ? Int(text.dropFirst(Self.prefix.count)) : Int(text)
    }

    /// The texts that mark the page after an object, the best one first.
    ///
    /// The number stays right when the object is deleted. Where the documented type does not allow it, the id may do.
    static func texts(_ last: ListedPage.Last) -> [String] {
        ["\(prefix)\(last.number)", last.id, String(last.number)]
    }
}

import APIModel

/// Which part of a collection a request asks for.
struct ListRequest: Sendable {
    /// Values that a property must have one of.
    struct Filter: Sendable {
        /// The property.
        let property: String
        /// The texts of the values.
        let texts: Set<String>

        /// Whether something with these members passes. What has no such property is not filtered by it.
        func passes(_ members: [String: JSONValue]) -> Bool {
            switch members[property] {
            case nil: true
            case .array(let elements): elements.contains { $0.parameterText.map(texts.contains) ?? false }
            case let value?: value.parameterText.map(texts.contains) ?? false
            }
        }
    }

    /// What must hold.
    var filters: [Filter] = []
    /// The order; `nil` for the order of creation.
    var sort: SortKey?
    /// The part of what passes.
    var slice = PageSlice()
    /// What a marker means that nothing ever had.
    var unknownMarker = UnknownMarker.beginning

    /// What a marker means that nothing ever had.
    enum UnknownMarker: Sendable {
        /// The first page.
        case beginning
        /// A page after the last one, which is empty.
        case end
        /// Nothing: it is refused.
        case refused
    }

    /// Reads the query of a list. `defaults` are the values that the documentation states for what is not sent.
    ///
    /// Where `pages` tells how the list is read page by page, that counts. Else `page` (from the documented first page,
    /// else 0) with `size`, `offset` with `limit`, and `marker` with `limit` are understood. So are `sort=name:asc`, and
    /// `sort_key` with `sort_dir`. Any other parameter filters where it has the name of a property, and means nothing where
    /// it has not.
    init(
        _ query: [String: JSONValue], defaults: [String: JSONValue], properties: Set<String>, pages: PagePlan? = nil
    ) {
        if let pages {
            slice = pages.slice(defaults.merging(query) { $1 })
            unknownMarker = .refused
        } else {
            slice = Self.slice(query, defaults)
        }
        if let text = query["sort"]?.text ?? query["sort"]?.elements?.first?.text {
            sort = SortKey(text)
        } else if let property = query["sort_key"]?.text {
            sort = SortKey(property: property, isAscending: query["sort_dir"]?.text?.lowercased() != "desc")
        }
        if let property = sort?.property, !properties.contains(property) { sort = nil }
        let controls = Self.controls.union(pages?.controls ?? [])
        for (name, value) in query where properties.contains(name) && value != .null && !controls.contains(name) {
            let texts = (value.elements ?? [value]).compactMap(\.parameterText)
            filters.append(Filter(property: name, texts: Set(texts)))
        }
    }

    /// Where the page begins that is not chosen by a marker that is known.
    func offset(ofUnknown marker: PageMarker?, _ total: Int) -> Int {
        marker != nil && unknownMarker == .end ? total : slice.offset
    }

    /// The part that parameters of well-known names choose. What is negative is taken as the beginning, or as no limit.
    private static func slice(_ query: [String: JSONValue], _ defaults: [String: JSONValue]) -> PageSlice {
        func number(_ names: [String]) -> Int? {
            names.lazy.compactMap { (query[$0] ?? defaults[$0])?.wholeNumber }.first
        }
        var slice = PageSlice()
        slice.limit = number(["size", "limit", "page_size", "per_page"]).flatMap { $0 >= 0 ? $0 : nil }
        slice.offset = max(number(["offset"]) ?? 0, 0)
        if let page = number(["page"]), let size = slice.limit {
            let first = max(defaults["page"]?.wholeNumber ?? 0, 0)
            let (product, isTooFar) = max(page - first, 0).multipliedReportingOverflow(by: size)
            slice.offset = isTooFar ? .max : product
        }
        slice.marker = query["marker"]?.text.map { PageMarker($0) }
        return slice
    }

    /// The names of parameters that choose a part, whatever properties there are.
    static let controls: Set<String> = [
        "page", "size", "limit", "offset", "page_size", "per_page", "marker", "sort", "sort_key", "sort_dir",
    ]
}

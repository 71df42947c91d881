import APISpec

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
    /// How many to leave out at the start.
    var offset = 0
    /// The id after which the part starts.
    var marker: String?
    /// How many at most; `nil` for all.
    var limit: Int?

    /// Reads the query of a list. `defaults` are the values that the documentation states for what is not sent.
    ///
    /// Understood are `page` (from the documented first page, else 0) with `size`, `offset` with `limit`, `marker` with
    /// `limit`, `sort=name:asc`, and `sort_key` with `sort_dir`. Any other parameter filters where it has the name of a
    /// property, and means nothing where it has not.
    init(_ query: [String: JSONValue], defaults: [String: JSONValue], properties: Set<String>) {
        func number(_ names: [String]) -> Int? {
            names.lazy.compactMap { (query[$0] ?? defaults[$0])?.wholeNumber }.first.map { max($0, 0) }
        }
        limit = number(["size", "limit", "page_size", "per_page"])
        offset = number(["offset"]) ?? 0
        if let page = number(["page"]), let size = limit {
            let first = max(defaults["page"]?.wholeNumber ?? 0, 0)
            let (product, isTooFar) = max(page - first, 0).multipliedReportingOverflow(by: size)
            offset = isTooFar ? .max : product
        }
        marker = query["marker"]?.text
        if let text = query["sort"]?.text ?? query["sort"]?.elements?.first?.text {
            sort = SortKey(text)
        } else if let property = query["sort_key"]?.text {
            sort = SortKey(property: property, isAscending: query["sort_dir"]?.text?.lowercased() != "desc")
        }
        if let property = sort?.property, !properties.contains(property) { sort = nil }
        for (name, value) in query where properties.contains(name) && value != .null && !Self.controls.contains(name) {
            let texts = (value.elements ?? [value]).compactMap(\.parameterText)
            filters.append(Filter(property: name, texts: Set(texts)))
        }
    }

    /// What is wrong with the numbers that choose a part.
    static func problems(of query: [String: JSONValue]) -> [SchemaCheck.Problem] {
        ["page", "size", "limit", "offset", "page_size", "per_page"].filter { query[$0]?.wholeNumber ?? 0 < 0 }
            .map { SchemaCheck.Problem(place: "query.\($0)", demand: "must not be negative") }
    }

    /// The names of parameters that choose a part, whatever properties there are.
    static let controls: Set<String> = [
        "page", "size", "limit", "offset", "page_size", "per_page", "marker", "sort", "sort_key", "sort_dir",
    ]
}

public import APISpec

/// How a list is read page by page.
///
/// The documentation shows the parts, a page number, a page size and a list in the answer, and not how they belong
/// together. So a reader of pages must end by itself: on an empty page, on one that repeats, or by the count.
public struct Pagination: Sendable {
    /// The query parameter with the number of the page.
    public let page: Parameter
    /// The query parameter with the number of items for each page.
    public let size: Parameter
    /// The property of the answer that holds the items.
    public let items: NamedSchema.Property
    /// The type of one item.
    public let item: Schema
    /// The property of the answer that holds the number of all items; `nil` where there is none.
    public let count: NamedSchema.Property?

    /// The number of the first page: the documented default, or 0.
    public var firstPage: Int { page.schema.defaultValue.flatMap(Self.number) ?? 0 }
    /// The documented default size of a page.
    public var defaultSize: Int? { size.schema.defaultValue.flatMap(Self.number) }

    private static func number(_ value: JSONValue) -> Int? {
        if case .number(let text) = value { Int(text) } else { nil }
    }
}

extension APIModel {
    /// How the answers of a call are read page by page; `nil` where the call has no `page` and `size`, or an answer with
    /// no list or with several.
    public func pagination(of call: Call) -> Pagination? {
        guard call.revision.method == "GET", call.request == nil,
            let page = call.queryParameters.first(where: { $0.name == "page" && isWhole($0.schema) }),
            let size = call.queryParameters.first(where: { $0.name == "size" && isWhole($0.schema) }),
            case .body(let type) = call.result, !type.isNullable, let answer = schema(of: type)
        else { return nil }
        let stated = resources.first { $0.list == call.operation }?.listItems
        let lists = answer.properties.compactMap { property -> (NamedSchema.Property, Schema)? in
            guard case .array(let item) = property.schema.kind else { return nil }
            return (property, item)
        }
        let objects = lists.filter { schema(of: $0.1) != nil }
        let found =
            lists.first { $0.0.name == stated }
            ?? (objects.count == 1 ? objects[0] : lists.count == 1 ? lists[0] : nil)
        guard let (items, item) = found else { return nil }
        let count = answer.properties.first { ["count", "total_count"].contains($0.name) && isWhole($0.schema) }
        return Pagination(page: page, size: size, items: items, item: item, count: count)
    }

    private func isWhole(_ schema: Schema) -> Bool {
        if case .integer = schema.kind { true } else { false }
    }
}

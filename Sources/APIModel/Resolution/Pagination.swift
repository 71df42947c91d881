/// How the list of one call is read page by page.
///
/// What ``Paging`` states of an operation, as far as this version of it has the parts. A reader of pages has to end by
/// itself where they do not tell the end: on an empty page, on one that repeats, or by the count.
public struct Pagination: Sendable {
    /// What chooses a page; never ``Paging/Kind/none``.
    public let kind: Paging.Kind
    /// The query parameter with the number, the offset or the marker; `nil` for addresses.
    public let position: Parameter?
    /// The query parameter with the greatest number of items on a page.
    public let size: Parameter?
    /// Where the response holds the items; `nil` where it is the list itself.
    public let items: Place?
    /// The type of one item.
    public let item: Schema
    /// Where the response tells the next page.
    public let next: Place?
    /// The header field of the response that tells it.
    public let nextHeader: ResponseHeader?
    /// The property of the last item that is the marker of the next page.
    public let last: Place?
    /// Where the response says whether a page follows.
    public let more: Place?
    /// Where the response says how many items there are.
    public let count: Place?
    /// The header field of the response that says it.
    public let countHeader: ResponseHeader?
    /// The number of the first page: the documented default, or what the documentation says besides, or 0.
    public let firstPage: Int

    /// The documented default size of a page.
    public var defaultSize: Int? { size?.schema.defaultValue.flatMap(Self.number) }

    /// Where something stands in a response or in an item.
    public struct Place: Sendable {
        /// The properties that lead there, the outermost first, each with the schema that has it; never empty.
        public let steps: [Step]
        /// What the elements are where a list of links stands there, of which the one to the next page counts; `nil`
        /// for anything else.
        public var link: Link? { links.first }
        /// At most one: the schemas of a link are large, and hardly any place has one.
        private let links: [Link]

        /// A place at the end of these properties; there is at least one.
        public init(steps: [Step], link: Link? = nil) {
            self.steps = steps
            links = link.map { [$0] } ?? []
        }

        /// A link as an object: where it leads, and what is there.
        public struct Link: Sendable {
            /// The property `rel`, whose value is ``next`` where the link leads to the next page.
            public let relation: Step
            /// The property `href` with the address.
            public let target: Step

            /// The relation of a link to the next page.
            public static let next = "next"
        }

        /// A property and the schema that has it.
        public struct Step: Sendable {
            /// The schema.
            public let owner: NamedSchema
            /// The property.
            public let property: NamedSchema.Property

            /// A property with the schema that has it.
            public init(owner: NamedSchema, property: NamedSchema.Property) {
                self.owner = owner
                self.property = property
            }
        }

        /// The names of the properties.
        public var names: [String] { steps.map(\.property.name) }
        /// The property that holds it.
        public var property: NamedSchema.Property { steps[steps.count - 1].property }
        /// The type of what stands there.
        public var schema: Schema { property.schema }
        /// Whether it may be missing or `null`; so may every link among others.
        public var isOptional: Bool {
            link != nil || steps.contains { !$0.property.isRequired || $0.property.schema.isNullable }
        }
    }

    static func number(_ value: JSONValue) -> Int? {
        if case .number(let text) = value { Int(text) } else { nil }
    }
}

extension APIModel {
    /// How the responses of a call are read page by page; `nil` where the call lists nothing, or lists it as a whole.
    ///
    /// What resources state counts. A list of which none states anything is read by `page` and `size` where it has
    /// them.
    public func pagination(of call: Call) -> Pagination? {
        guard call.revision.method == "GET", call.request == nil, case .body(let type) = call.result, !type.isNullable
        else { return nil }
        let resource = resources.first { $0.list == call.operation }
        guard let list = listed(in: type, as: resource?.listItems) else { return nil }
        let finder = PaginationFinder(model: self, call: call, answer: type, items: list.items, item: list.item)
        let stated = resources.filter { $0.list == call.operation }.flatMap(\.resource.paging)
        return stated.isEmpty ? finder.plain() : stated.lazy.compactMap(finder.pagination).first
    }

    /// What resources state of the pages of a list, as far as this call of it has the parts.
    public func statedPaging(of call: Call) -> [Paging] {
        let stated = resources.filter { $0.list == call.operation }.flatMap(\.resource.paging)
        let place = resources.first { $0.list == call.operation }?.listItems
        // Where an empty list is a status of its own, another one has the list.
        let types =
            switch call.result {
            case .body(let type): [type]
            case .several(let responses): responses.compactMap(\.schema)
            case .empty, .unknown: [Schema]()
            }
        guard
            let (type, list) = types.lazy.compactMap({ type in listed(in: type, as: place).map { (type, $0) } }).first
        else { return stated.filter { $0.kind == .none } }
        let finder = PaginationFinder(model: self, call: call, answer: type, items: list.items, item: list.item)
        return stated.compactMap { paging in
            if paging.kind == .none { return paging }
            guard let found = finder.pagination(paging) else { return nil }
            var paging = paging
            paging.size = found.size?.name
            paging.next = found.next.map { Paging.place($0.names) }
            paging.nextHeader = found.nextHeader == nil ? nil : paging.nextHeader
            paging.last = found.last.map { Paging.place($0.names) }
            paging.more = found.more.map { Paging.place($0.names) }
            paging.count = found.count.map { Paging.place($0.names) }
            paging.countHeader = found.countHeader == nil ? nil : paging.countHeader
            return paging
        }
    }

    /// What a name or a JSON pointer leads to in values of a type; `nil` where it leads to nothing that is known.
    fileprivate func place(_ place: String, in schema: Schema) -> Pagination.Place? {
        var steps: [Pagination.Place.Step] = []
        for name in Paging.steps(to: place) {
            guard let step = step(name, of: steps.last?.property.schema ?? schema) else { return nil }
            steps.append(step)
        }
        return steps.isEmpty ? nil : Pagination.Place(steps: steps)
    }

    /// A property of an object.
    fileprivate func step(_ name: String, of type: Schema) -> Pagination.Place.Step? {
        guard let owner = self.schema(of: resolved(type)),
            let property = owner.properties.first(where: { $0.name == name })
        else { return nil }
        return .init(owner: owner, property: property)
    }

    /// The list in a response: at `stated`, in its only list of objects, in its only list, or itself.
    private func listed(
        in answer: Schema, as stated: String?
    ) -> (items: Pagination.Place?, item: Schema)? {
        if case .array(let item) = resolved(answer).kind { return (nil, item) }
        if let place = stated.flatMap({ place($0, in: answer) }), case .array(let item) = resolved(place.schema).kind {
            return (place, item)
        }
        guard let schema = schema(of: resolved(answer)) else { return nil }
        let lists = schema.properties.compactMap { property -> (items: Pagination.Place?, item: Schema)? in
            guard case .array(let item) = resolved(property.schema).kind else { return nil }
            return (Pagination.Place(steps: [.init(owner: schema, property: property)]), item)
        }
        let objects = lists.filter { self.schema(of: resolved($0.item)) != nil }
        return objects.count == 1 ? objects[0] : lists.count == 1 ? lists[0] : nil
    }
}

/// Finds the parts of paging in one call.
private struct PaginationFinder {
    let model: APIModel
    let call: Call
    let answer: Schema
    let items: Pagination.Place?
    let item: Schema

    /// What a stated way is in this call; `nil` where it lacks what the way cannot do without.
    func pagination(_ paging: Paging) -> Pagination? {
        let position = paging.position.flatMap { name in call.queryParameters.first { $0.name == name } }
        let next = paging.next.flatMap { self.next($0) }
        let nextHeader = header(paging.nextHeader)
        let last = paging.last.flatMap { place($0, in: item) }
        switch paging.kind {
        case .none: return nil
        case .page, .offset: guard let position, isWhole(position.schema) else { return nil }
        case .marker: guard position != nil, next ?? last != nil || nextHeader != nil else { return nil }
        case .address: guard next != nil || nextHeader != nil else { return nil }
        }
        return Pagination(
            kind: paging.kind, position: paging.kind == .address ? nil : position,
            size: paging.size.flatMap { name in call.queryParameters.first { $0.name == name && isWhole($0.schema) } },
            items: items, item: item, next: next, nextHeader: nextHeader, last: last,
            more: paging.more.flatMap { place($0, in: answer) }, count: paging.count.flatMap { place($0, in: answer) },
            countHeader: header(paging.countHeader),
            firstPage: position?.schema.defaultValue.flatMap(Pagination.number) ?? paging.first ?? 0)
    }

    /// Reading by `page` and `size`, of a list that nothing is stated of; `nil` where the call lacks one of them.
    func plain() -> Pagination? {
        guard let schema = model.schema(of: answer), items != nil else { return nil }
        var paging = Paging(.page)
        paging.position = "page"
        paging.size = "size"
        paging.count =
            schema.properties.first { ["count", "total_count"].contains($0.name) && isWhole($0.schema) }?.name
        let found = pagination(paging)
        return found?.size == nil ? nil : found
    }

    private func header(_ name: String?) -> ResponseHeader? {
        guard let name = name?.lowercased() else { return nil }
        return call.successes.flatMap(\.headers).first { $0.name.lowercased() == name }
    }

    private func place(_ place: String, in schema: Schema) -> Pagination.Place? { model.place(place, in: schema) }

    /// Where the next page is told; in a list of links by the one that leads there.
    private func next(_ next: String) -> Pagination.Place? {
        guard let place = place(next, in: answer) else { return nil }
        guard case .array(let item) = model.resolved(place.schema).kind else { return place }
        guard !item.isNullable, let relation = model.step("rel", of: item), let target = model.step("href", of: item)
        else { return nil }
        return Pagination.Place(steps: place.steps, link: .init(relation: relation, target: target))
    }

    private func isWhole(_ schema: Schema) -> Bool {
        if case .integer = model.resolved(schema).kind { true } else { false }
    }
}

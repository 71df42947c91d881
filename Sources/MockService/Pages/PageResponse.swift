import APIModel
import HTTPTypes

/// Writes into a response what it tells of the other pages.
struct PageResponse {
    private let plan: PagePlan
    private let fit: ExampleBuilder
    private let check: SchemaCheck

    init(_ plan: PagePlan, _ fit: ExampleBuilder, _ check: SchemaCheck) {
        self.plan = plan
        self.fit = fit
        self.check = check
    }

    private var pagination: Pagination { plan.pagination }

    /// The response for a page. `counts` is whether its body says how many items there are; a header field always does.
    func complete(
        _ body: JSONValue, _ answer: (JSONValue) -> MockResponse, _ page: ListedPage, _ slice: PageSlice,
        _ target: PageTarget, counts: Bool
    ) -> MockResponse {
        let following = plan.following(page, slice, check)
        let address = following.flatMap { $0.parameterText }.map { target.address(plan.position, $0) }
        var body = body
        if let place = pagination.next, let link = place.link {
            body = set(address, as: link, in: place, of: body)
        } else if let place = pagination.next {
            let isAddress = pagination.kind != .marker && !isWhole(place.schema)
            let next = isAddress ? address.map { JSONValue.string($0) } : following
            body = set(next.flatMap { fit.read($0, as: place.schema) }, at: place, in: body)
            for back in place.opposites {
                let value = plan.preceding(slice)
                let isAddress = !isWhole(back.schema) && pagination.kind != .marker
                let told = isAddress ? value?.parameterText.map { .string(target.address(plan.position, $0)) } : value
                body = set(told.flatMap { fit.read($0, as: back.schema) }, at: back, in: body)
            }
        }
        if let place = pagination.more { body = set(.bool(page.hasMore), at: place, in: body) }
        if counts, let place = pagination.count { body = set(.number(String(page.total)), at: place, in: body) }
        var result = answer(body)
        if let header = pagination.nextHeader {
            let isLink = header.name.lowercased() == "link"
            let value = isLink ? address.map { "<\($0)>; rel=\"next\"" } : following?.parameterText
            result.fields.set(header.name, to: value)
        }
        if let header = pagination.countHeader { result.fields.set(header.name, to: String(page.total)) }
        return result
    }

    private func isWhole(_ schema: Schema) -> Bool {
        if case .integer = fit.resolved(schema).kind { true } else { false }
    }

    // MARK: Places

    /// The body whose list of links at a place has the one to the next page; without an address, none that leads there.
    private func set(
        _ address: String?, as link: Pagination.Place.Link, in place: Pagination.Place, of body: JSONValue
    ) -> JSONValue {
        let relation = link.relation.property.name
        let next = Pagination.Place.Link.next
        let known = place.names.reduce(body as JSONValue?) { $0?[$1] }?.elements
        var links = (known ?? []).filter { $0[relation]?.text != next }
        if let address, case .array(let item) = fit.resolved(place.schema).kind,
            case .object(var members) = fit.make(item)
        {
            for (name, text) in [(relation, next), (link.target.property.name, address)] {
                members.removeAll { $0.name == name }
                members.append(JSONValue.Member(name, .string(text)))
            }
            links.append(.object(members))
        }
        return known == nil && links.isEmpty ? body : set(.array(links), at: place, in: body)
    }

    /// The body with a value at a place; without one, with `null` or nothing there, as the type has it.
    private func set(_ value: JSONValue?, at place: Pagination.Place, in body: JSONValue) -> JSONValue {
        set(value, place.steps[...], in: body)
    }

    private func set(
        _ value: JSONValue?, _ steps: ArraySlice<Pagination.Place.Step>, in body: JSONValue
    ) -> JSONValue {
        guard let property = steps.first?.property, case .object(var members) = body else { return body }
        let known = members.firstIndex { $0.name == property.name }
        let rest = steps.dropFirst()
        var new: JSONValue?
        if rest.isEmpty {
            new = value ?? nothing(property)
        } else {
            let inner = known.map { members[$0].value }
            if inner?.members == nil, value == nil {
                new = inner
            } else {
                let base = inner?.members == nil ? fit.make(property.schema) : inner ?? .null
                new = set(value, rest, in: base)
            }
        }
        switch (known, new) {
        case (let place?, let new?): members[place].value = new
        case (let place?, nil): members.remove(at: place)
        case (nil, let new?): members.append(JSONValue.Member(property.name, new))
        case (nil, nil): break
        }
        return .object(members)
    }

    /// What says that no page follows: `null` where the type has it, nothing where the property may be missing, else
    /// the empty text.
    private func nothing(_ property: NamedSchema.Property) -> JSONValue? {
        if check.accepts(.null, property.schema) { return .null }
        if !property.isRequired { return nil }
        return fit.read(.string(""), as: property.schema) ?? fit.make(property.schema)
    }
}

extension Pagination.Place {
    /// The places beside this one that tell the page before: `previous` beside `next`, `prev_page` beside `next_page`.
    fileprivate var opposites: [Pagination.Place] {
        guard let last = steps.last else { return [] }
        let name = last.property.name
        let names = ["previous", "prev"].flatMap { word in
            [name.replacing("next", with: word), name.replacing("Next", with: word.capitalizedFirst)]
        }
        return last.owner.properties.filter { $0.name != name && names.contains($0.name) }.map { property in
            Pagination.Place(steps: steps.dropLast() + [.init(owner: last.owner, property: property)])
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// Where a list was asked for, so that addresses of its other pages can be told.
struct PageTarget: Sendable {
    /// The host with its port.
    let authority: String
    /// The path as sent.
    let path: String
    /// The pairs of the query.
    let pairs: [FieldPair]
    /// The path of the server, as far as the request went below it.
    var base = ""

    /// The address of the page that a parameter of this value chooses.
    func address(_ parameter: String, _ value: String) -> String {
        let kept = pairs.filter { $0.name != parameter }.map { "\(PercentEncoding.encode($0.name))=\($0.raw)" }
        let query = kept + ["\(PercentEncoding.encode(parameter))=\(PercentEncoding.encode(value))"]
        return "http://\(authority)\(path)?\(query.joined(separator: "&"))"
    }
}

extension [HTTPField] {
    /// Sets a field; with no value there is none.
    fileprivate mutating func set(_ name: String, to value: String?) {
        guard let field = HTTPField.Name(name) else { return }
        removeAll { $0.name == field }
        if let value { append(HTTPField(name: field, value: value)) }
    }
}

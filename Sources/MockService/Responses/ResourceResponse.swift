import APIModel

/// How an operation on a resource answers: which parts of its response tell what is stored.
struct ResourceResponse: Sendable {
    private enum Part: Sendable {
        /// As documented, or left out.
        case fixed(JSONValue?)
        /// One property of the resource.
        case property(ObjectShape.Property)
        /// The resource, or some of it, in an object of its own.
        case object(ObjectShape)
        /// The id of the request.
        case requestID
        /// The id of the resource.
        case identifier(Schema)
        /// How many resources there are.
        case count
        /// What the query said.
        case echo(String, Schema, JSONValue?)
        /// The list, or an object that it stands in.
        case wrapped(ResourceResponse)
    }

    private let parts: [(name: String, part: Part)]
    /// The shape of an item where this is the list itself.
    private let bareItem: ObjectShape?
    /// The shape of the response where it may have members that the documentation does not name.
    private let whole: ObjectShape?
    private let fit: ExampleBuilder

    /// The response of an operation that is about one resource.
    init?(_ answer: DocumentedResponse, about resource: ResourceShape, _ model: APIModel, _ fit: ExampleBuilder) {
        guard let schema = answer.schema, let properties = fit.properties(of: schema) else { return nil }
        let shape = ObjectShape(schema, example: answer.value, documented: resource.documentedNames, model, fit)
        // Members without a name in the documentation stand beside the others where the response is the resource
        // itself.
        whole = resource.envelope == nil ? shape.flatMap { $0.hasFurther ? $0 : nil } : nil
        parts = properties.map { property in
            let stated = shape?.properties.first { $0.name == property.name }
            let inner = ObjectShape(
                property.schema, example: answer.value?[property.name], documented: resource.documentedNames, model, fit
            )
            if property.name == resource.envelope, let inner { return (property.name, .object(inner)) }
            if resource.properties.contains(property.name), let stated { return (property.name, .property(stated)) }
            if let inner, inner.properties.contains(where: { [resource.identifier, "id"].contains($0.name) }) {
                return (property.name, .object(inner))
            }
            let isText = fit.read(.string(RandomText.requestID()), as: property.schema)?.text != nil
            if property.name == "request_id", isText { return (property.name, .requestID) }
            let isNumber = if case .integer = model.resolved(property.schema).kind { true } else { false }
            if resource.identifierNames.contains(property.name), isText || isNumber {
                return (property.name, .identifier(property.schema))
            }
            return (property.name, .fixed(stated?.standIn))
        }
        bareItem = nil
        self.fit = fit
    }

    /// The response of an operation that lists resources; `nil` where it shows no list.
    init?(
        _ answer: DocumentedResponse, listing resource: ResourceShape, _ call: Call, _ model: APIModel,
        _ fit: ExampleBuilder
    ) {
        guard let schema = answer.schema else { return nil }
        let steps = resource.listItems.map { Paging.steps(to: $0) } ?? []
        self.init(schema, answer.value, steps[...], resource, Set(call.queryParameters.map(\.name)), model, fit)
    }

    /// The part of such a response that values of `schema` are, from which `steps` lead to the list.
    private init?(
        _ schema: Schema, _ example: JSONValue?, _ steps: ArraySlice<String>, _ resource: ResourceShape,
        _ queryNames: Set<String>, _ model: APIModel, _ fit: ExampleBuilder
    ) {
        self.fit = fit
        whole = nil
        let documented = resource.documentedNames
        if let items = model.items(of: schema) {
            guard let shape = ObjectShape(items, example: example?.elements?.first, documented: documented, model, fit)
            else { return nil }
            bareItem = shape
            parts = []
            return
        }
        guard let properties = fit.properties(of: schema), let list = steps.first else { return nil }
        let shape = ObjectShape(schema, example: example, model, fit)
        var hasItems = false
        parts = properties.map { property in
            let standIn = shape?.properties.first { $0.name == property.name }?.standIn
            if property.name == list,
                let inner = ResourceResponse(
                    property.schema, example?[list], steps.dropFirst(), resource, queryNames, model, fit)
            {
                hasItems = true
                return (property.name, .wrapped(inner))
            }
            let isWhole = fit.read(.number("1"), as: property.schema)?.wholeNumber != nil
            if Self.counts.contains(property.name), isWhole { return (property.name, .count) }
            if queryNames.contains(property.name) {
                return (property.name, .echo(property.name, property.schema, standIn))
            }
            return (property.name, .fixed(standIn))
        }
        bareItem = nil
        if !hasItems { return nil }
    }

    private static let counts: Set<String> = ["count", "total_count", "totalCount", "total", "total_elements"]

    // MARK: Bodies

    /// The body about a resource with these members.
    func body(_ members: [String: JSONValue], id: String, requestID: String) -> JSONValue {
        let fit = fit.forOneAnswer
        var result: [JSONValue.Member] = []
        for (name, part) in parts {
            let value: JSONValue? =
                switch part {
                case .fixed(let value): value
                case .property(let property): property.value(of: members[name], fit)
                case .object(let shape): shape.value(of: members, id: id, fit)
                case .requestID: .string(requestID)
                case .identifier(let schema): fit.read(.string(id), as: schema)
                default: nil
                }
            if let value { result.append(JSONValue.Member(name, value)) }
        }
        if let whole { result += whole.furtherMembers(of: members, fit) }
        return .object(result)
    }

    /// The body that lists resources. `query` is what the client asked for, with documented defaults.
    func body(
        listing page: [(id: String, members: [String: JSONValue])], total: Int, query: [String: JSONValue]
    ) -> JSONValue {
        if let bareItem { return .array(page.map { bareItem.value(of: $0.members, id: $0.id, fit) }) }
        var result: [JSONValue.Member] = []
        for (name, part) in parts {
            let value: JSONValue? =
                switch part {
                case .fixed(let value): value
                case .wrapped(let inner): inner.body(listing: page, total: total, query: query)
                case .count: .number(String(total))
                case .echo(let name, let schema, let standIn): echo(query[name], schema, standIn)
                default: nil
                }
            if let value { result.append(JSONValue.Member(name, value)) }
        }
        return .object(result)
    }

    private func echo(_ value: JSONValue?, _ schema: Schema, _ standIn: JSONValue?) -> JSONValue? {
        guard let value else { return fit.read(.null, as: schema) ?? standIn }
        return fit.read(value, as: schema) ?? fit.read(.array([value]), as: schema) ?? standIn
    }
}

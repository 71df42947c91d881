import APIModel
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Does what operations on resources are for: creates, lists, shows, changes and deletes what is stored.
struct ResourceBehaviour: Sendable {
    /// A request whose parts are known to be right.
    struct Request: Sendable {
        /// The values of the path, in order.
        let values: [String]
        /// The values of the query by name.
        let query: [String: JSONValue]
        /// The body.
        let body: JSONValue?
        /// Its id.
        let requestID: String
        /// Where it went.
        let target: PageTarget
    }

    private let model: APIModel
    private let resources: [ResourcePlan]
    private let store: ResourceStore
    private let fit: ExampleBuilder
    private let check: SchemaCheck
    /// Whether what the documentation leaves open is refused.
    private let isStrict: Bool
    private let now: @Sendable () -> Date

    /// The behaviour of the resources of `plan`.
    init(
        _ model: APIModel, _ plan: ServicePlan, _ store: ResourceStore, _ fit: ExampleBuilder, _ check: SchemaCheck,
        isStrict: Bool, now: @escaping @Sendable () -> Date
    ) {
        self.model = model
        self.fit = fit
        self.check = check
        self.isStrict = isStrict
        resources = plan.resources
        self.store = store
        self.now = now
    }

    /// Performs an operation.
    ///
    /// Throws 404 where the request is about something that is not there.
    func perform(_ operation: OperationPlan, _ request: Request) throws(RequestRejection) -> MockResponse {
        if let owner = operation.owner { try expect(owner, request) }
        switch operation.role {
        case .none: return repeating(operation, request)
        case .listDocumented: return listDocumented(operation, request)
        case .create(let resource, let answer): return try create(resource, answer, operation, request)
        case .list(let resource, let answer): return try list(resource, answer, operation, request)
        case .show(let resource, let answer):
            guard let shown = store.show(id(resource, request), in: scope(resource, request)) else {
                throw missing(resource, request)
            }
            return self.answer(operation, answer, shown, id(resource, request), request)
        case .update(let resource, let answer):
            return try update(resource, answer, operation, request)
        case .delete(let resource, let answer):
            guard let shown = store.remove(id(resource, request), in: scope(resource, request)) else {
                throw missing(resource, request)
            }
            return self.answer(operation, answer, shown, id(resource, request), request)
        }
    }

    // MARK: Operations

    /// The documented response; where it is of the type that was sent, what was sent.
    private func repeating(_ operation: OperationPlan, _ request: Request) -> MockResponse {
        guard operation.documented.isJSON, operation.documented.bytes != nil, let schema = operation.documented.schema,
            let body = request.body, body.members != nil, let sent = operation.call.request?.schema,
            case .reference(let name) = sent.kind, schema.kind == .reference(name),
            ["POST", "PUT", "PATCH"].contains(operation.call.revision.method), let value = fit.read(body, as: schema)
        else { return operation.documented.answer }
        return operation.documented.answer(value)
    }

    private func create(
        _ resource: Int, _ answer: ResourceResponse?, _ operation: OperationPlan, _ request: Request
    ) throws(RequestRejection) -> MockResponse {
        let plan = resources[resource]
        var object = newObject(plan, parents: Array(request.values.prefix(plan.depth)), id: nil)
        let given = sent(request.body, operation.call, plan)
        // What is not sent has its default, or is not set; the example would be somebody else's value.
        object.members.merge(unsent(given, operation.call, plan)) { $1 }
        if let id = given[plan.shape.identifier]?.parameterText, !id.isEmpty {
            object = StoredObject(id: id, parents: object.parents, members: object.members)
        }
        object.members.merge(given) { $1 }
        object.members[plan.shape.identifier] = plan.identifiers.value(object.id)
        guard let shown = store.insert(object, resource) else {
            throw RequestRejection(409, "Conflict", "there is a \(plan.resource.name) with this id already")
        }
        return located(self.answer(operation, answer, shown, object.id, request), plan, object, operation, request)
    }

    /// The response of a creation, whose documented `Location` is where what was created can be had.
    private func located(
        _ answer: MockResponse, _ plan: ResourcePlan, _ object: StoredObject, _ operation: OperationPlan,
        _ request: Request
    ) -> MockResponse {
        guard let field = answer.fields.firstIndex(where: { $0.name == .location }), let member = plan.memberPath else {
            return answer
        }
        var values = (object.parents + [object.id])[...]
        let path = member.parts.map { part -> String in
            switch part {
            case .literal(let text): text
            case .parameter: values.popFirst().map { PercentEncoding.encode($0) } ?? ""
            }
        }
        var answer = answer
        let isWhole = operation.call.successes.flatMap(\.headers).contains { header in
            // A URI has a scheme; a reference need not.
            header.name.lowercased() == "location" && fit.resolved(header.schema).kind == .string(format: "uri")
        }
        let host = isWhole ? "http://\(request.target.authority)" : ""
        answer.fields[field].value = host + request.target.base + path.joined()
        return answer
    }

    private func list(
        _ resource: Int, _ answer: ResourceResponse, _ operation: OperationPlan, _ request: Request
    ) throws(RequestRejection) -> MockResponse {
        var wanted = ListRequest(
            request.query, defaults: operation.defaults, properties: resources[resource].storedNames,
            pages: operation.pages)
        let scope = scope(resource, request)
        var found = store.list(wanted, in: scope)
        if found == nil, let marker = wanted.slice.marker, operation.documents(marker: marker.id) {
            // No page told the marker that the documentation shows, and a request as documented is right.
            wanted.slice.marker = nil
            found = store.list(wanted, in: scope)
        }
        if found == nil, !isStrict {
            // Any text is a marker for the documentation.
            wanted.unknownMarker = .end
            found = store.list(wanted, in: scope)
        }
        guard let page = found else {
            let name = operation.pages?.position ?? "marker"
            throw RequestRejection([
                .init(place: "query.\(name)", demand: "must be a marker that a page of this list told")
            ])
        }
        let query = operation.defaults.merging(request.query) { $1 }
        let body = answer.body(listing: page.members, total: page.total, query: query)
        guard let pages = operation.pages else { return operation.documented.answer(body) }
        return PageResponse(pages, fit, check).complete(
            body, operation.documented.answer, page, wanted.slice, request.target, counts: true)
    }

    /// Lists what the documentation shows: its items page by page, as if nothing else were there.
    private func listDocumented(_ operation: OperationPlan, _ request: Request) -> MockResponse {
        guard let pages = operation.pages, let value = operation.documented.value else {
            return operation.documented.answer
        }
        let slice = pages.slice(operation.defaults.merging(request.query) { $1 })
        let names = pages.pagination.items?.names ?? []
        let all = names.reduce(value as JSONValue?) { $0?[$1] }?.elements ?? []
        let marked = slice.marker.map { marker in
            let last = pages.pagination.last?.property.name
            let named = last.flatMap { name in all.firstIndex { $0[name]?.parameterText == marker.id } }
            return named.map { $0 + 1 } ?? marker.number ?? all.count
        }
        let start = max(min(marked ?? slice.offset, all.count), 0)
        let items = slice.limit.map { all[start...].prefix($0) } ?? all[start...]
        let page = ListedPage(
            members: items.map { (id: "", members: ["": $0]) }, total: all.count,
            hasMore: !items.isEmpty && items.endIndex < all.count,
            last: .init(id: String(items.endIndex), number: items.endIndex))
        let body = names.reversed().reduce(JSONValue.array(Array(items))) { inner, name in
            .object([JSONValue.Member(name, inner)])
        }
        return PageResponse(pages, fit, check).complete(
            names.isEmpty ? body : value.overlaid(with: body), operation.documented.answer, page, slice,
            request.target, counts: false)
    }

    /// Changes a member: PUT puts what is sent in the place of what was there, PATCH leaves the rest alone (RFC 9110
    /// §9.3.4, RFC 5789). PUT at a path where nothing is makes it, where 201 is documented.
    private func update(
        _ resource: Int, _ answer: ResourceResponse?, _ operation: OperationPlan, _ request: Request
    ) throws(RequestRejection) -> MockResponse {
        let plan = resources[resource]
        let id = id(resource, request)
        var given = sent(request.body, operation.call, plan)
        given[plan.shape.identifier] = nil
        let isReplacing = operation.call.revision.method == "PUT"
        // What stands below a member is a part of it, and the rest stays.
        let isWhole = isReplacing && operation.path.parameterCount == plan.depth + 1 && operation.path.endsInParameter
        let unsent = isWhole ? unsent(given, operation.call, plan) : [:]
        for name in plan.changeTimes { given[name] = given[name] ?? .string(timestamp) }
        let changes = given
        let isMergePatch = operation.call.request.map { BodyForm.isMergePatch($0.mediaType) } ?? false
        let shown = store.update(id, in: scope(resource, request)) { members in
            if isReplacing {
                members.merge(unsent) { $1 }
                members.merge(changes) { $1 }
            } else if isMergePatch {
                // At the top `null` means that nothing is set, which is told from what was never there.
                for (name, value) in changes {
                    members[name] = value == .null ? .null : (members[name] ?? .null).patched(with: value)
                }
            } else {
                Self.lay(changes, over: &members)
            }
        }
        if let shown { return self.answer(operation, answer, shown, id, request) }
        guard isWhole, operation.call.successes.contains(where: { $0.status == 201 }) else {
            throw missing(resource, request)
        }
        if let parent = plan.parent { try expect(parent, request) }
        var object = newObject(plan, parents: Array(request.values.prefix(plan.depth)), id: id)
        object.members.merge(unsent) { $1 }
        object.members.merge(changes) { $1 }
        guard let shown = store.insert(object, resource) else { throw missing(resource, request) }
        var created = located(self.answer(operation, answer, shown, id, request), plan, object, operation, request)
        created.status = 201
        return created
    }

    /// What a request may set and does not: the documented default, or nothing.
    private func unsent(_ given: [String: JSONValue], _ call: Call, _ plan: ResourcePlan) -> [String: JSONValue] {
        var values: [String: JSONValue] = [:]
        for property in sentProperties(call, plan)
        where given[property.name] == nil && property.name != plan.shape.identifier {
            if let value = model.resolved(property.schema).defaultValue {
                values[property.name] = value
            } else if plan.types[property.name] != nil {
                values[property.name] = .null
            }
        }
        return values
    }

    private func answer(
        _ operation: OperationPlan, _ answer: ResourceResponse?, _ members: [String: JSONValue], _ id: String,
        _ request: Request
    ) -> MockResponse {
        guard let answer, operation.documented.bytes != nil else { return operation.documented.answer }
        return operation.documented.answer(answer.body(members, id: id, requestID: request.requestID))
    }

    // MARK: Objects

    /// A member of a resource as the documentation shows it, with an id and times of its own.
    func newObject(_ plan: ResourcePlan, parents: [String], id: String?) -> StoredObject {
        let id =
            id
            ?? plan.identifiers.make { range in
                store.reserveID(in: range, ResourceStore.Scope(resource: plan.number, parents: parents))
            }
        var members = plan.sample
        members[plan.shape.identifier] = plan.identifiers.value(id)
        for name in plan.creationTimes + plan.changeTimes { members[name] = .string(timestamp) }
        for (name, value) in zip(plan.collection.parameterNames, parents) where plan.types[name] != nil {
            members[name] = .string(value)
        }
        if let lifecycle = plan.lifecycle { members[lifecycle.property] = .string(lifecycle.settled) }
        return StoredObject(id: id, parents: parents, members: members)
    }

    /// Lays values over members: objects member by member, anything else as a whole.
    static func lay(_ values: [String: JSONValue], over members: inout [String: JSONValue]) {
        members.merge(values) { $0.overlaid(with: $1) }
    }

    /// The members of a body, without the envelope around them if there is one, and without those that stand in
    /// responses only: clients that send back what they got change nothing by them.
    private func sent(_ body: JSONValue?, _ call: Call, _ plan: ResourcePlan) -> [String: JSONValue] {
        let readOnly = sentProperties(call, plan).filter { model.resolved($0.schema).isReadOnly }.map(\.name)
        let inner = plan.shape.envelope.flatMap { body?[$0]?.members }
        let members = (inner ?? body?.members ?? []).filter { !readOnly.contains($0.name) }
        return Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    private func sentProperties(_ call: Call, _ plan: ResourcePlan) -> [NamedSchema.Property] {
        guard let schema = call.request?.schema, let properties = model.properties(of: schema) else { return [] }
        let inner = properties.first { $0.name == plan.shape.envelope }.flatMap { model.properties(of: $0.schema) }
        return inner ?? properties
    }

    private var timestamp: String { now().ISO8601Format() }

    // MARK: Places

    private func scope(_ resource: Int, _ request: Request) -> ResourceStore.Scope {
        ResourceStore.Scope(resource: resource, parents: Array(request.values.prefix(resources[resource].depth)))
    }

    private func id(_ resource: Int, _ request: Request) -> String {
        let depth = resources[resource].depth
        return request.values.indices.contains(depth) ? request.values[depth] : ""
    }

    /// Throws 404 where the member of a resource that the path goes through is not there.
    private func expect(_ resource: Int, _ request: Request) throws(RequestRejection) {
        let depth = resources[resource].depth
        guard request.values.count > depth,
            store.contains(request.values[depth], in: scope(resource, request))
        else { throw missing(resource, request) }
    }

    private func missing(_ resource: Int, _ request: Request) -> RequestRejection {
        if resources[resource].tellsWhatIsGone, store.wasRemoved(id(resource, request), in: scope(resource, request)) {
            return RequestRejection(
                410, "Gone",
                "the \(resources[resource].resource.name) with the id `\(shortName(id(resource, request)))` was deleted"
            )
        }
        return RequestRejection(
            404, "NotFound",
            "there is no \(resources[resource].resource.name) with the id `\(shortName(id(resource, request)))`")
    }
}

extension OperationPlan {
    /// Whether the documentation shows `marker` as a value of the parameter that pages are asked for by.
    fileprivate func documents(marker: String) -> Bool {
        let schema = pages?.pagination.position?.schema
        if schema?.example?.parameterText == marker || schema?.defaultValue?.parameterText == marker { return true }
        return call.revision.example?.path.map { $0.contains("=\(marker)") } ?? false
    }
}

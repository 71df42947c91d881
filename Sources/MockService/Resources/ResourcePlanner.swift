import APIModel

/// Works out what a mock service must know of the resources of a model.
struct ResourcePlanner {
    private let model: APIModel
    private let fit: ExampleBuilder
    private let check: SchemaCheck
    private let resources: [ResolvedResource]

    /// A planner for `model`.
    init(_ model: APIModel, _ fit: ExampleBuilder, _ check: SchemaCheck) {
        self.model = model
        self.fit = fit
        self.check = check
        // Without an identifier nothing that was created could be found again.
        resources = model.resources.filter { $0.identifier != nil }
    }

    /// The plans of all resources that can be stored, in the order of the model.
    func plans() -> [ResourcePlan] {
        let parents = resources.map { resource in resources.firstIndex { $0.name == resource.parent } }
        return resources.indices.map { number in
            plan(
                resources[number], number, parent: parents[number],
                children: resources.indices.filter { parents[$0] == number })
        }
    }

    // MARK: One resource

    /// A type that shows a resource, with the value that the documentation shows of it.
    private struct Showing {
        let schema: Schema
        let properties: [NamedSchema.Property]
        let example: JSONValue
    }

    /// The path of the operation that shows one, changes it or deletes it.
    private func memberPath(_ resource: ResolvedResource) -> PathTemplate? {
        let calls = memberCalls(resource)
        let depth = resource.member.map { PathTemplate($0).parameterNames.count }
        return calls.first { $0.path.parameterNames.count == depth && RoutePath($0.path).endsInParameter }?.path
            ?? resource.member.map { PathTemplate($0) }
    }

    private func plan(_ resource: ResolvedResource, _ number: Int, parent: Int?, children: [Int]) -> ResourcePlan {
        let showings = showings(of: resource)
        let identifier = resource.identifier ?? "id"
        let member = resource.member.map { RoutePath(PathTemplate($0)) }
        var sample: [String: JSONValue] = [:]
        for showing in showings {
            for shown in showing.example.members ?? [] where sample[shown.name] == nil {
                sample[shown.name] = shown.value
            }
        }
        let shownID = sample[identifier]?.parameterText
        let identifierSchemas = showings.flatMap(\.properties).filter { $0.name == identifier }
            .map { model.resolved($0.schema) }
        let form = IdentifierForm(
            like: shownID, schemas: identifierSchemas, paths: pathSchemas(resource).map { model.resolved($0) },
            check: check)
        let called = documentedCallID(resource)
        let word = resource.name.split(separator: "-").joined(separator: "_")
        let names = [identifier, "id", "resource_id", "\(word)_id"] + [member?.parameterNames.last].compactMap { $0 }
        let shown = Set(showings.flatMap { $0.properties.map(\.name) })
        let stored = shown.union(sentNames(resource))
        return ResourcePlan(
            resource: resource, number: number, memberPath: memberPath(resource),
            collection: RoutePath(PathTemplate(resource.collection)), member: member,
            parent: parent, children: children,
            shape: ResourceShape(
                envelope: resource.envelope, listItems: resource.listItems, identifier: identifier,
                identifierNames: Set(names), properties: shown, documentedNames: stored),
            lifecycle: lifecycle(of: resource, showings), identifiers: form,
            documentedID: called ?? shownID.flatMap { $0.isEmpty ? nil : $0 } ?? form.make(), sample: sample,
            types: Dictionary(grouping: showings.flatMap(\.properties), by: \.name).mapValues { $0.map(\.schema) },
            storedNames: stored,
            creationTimes: times(showings, ["creat"]), changeTimes: times(showings, ["modif", "updat", "chang"]),
            tellsWhatIsGone: memberCalls(resource).contains { call in call.failures.contains { $0.status == 410 } })
    }

    /// The calls on one, in all versions.
    private func memberCalls(_ resource: ResolvedResource) -> [Call] {
        let operations = [resource.show].compactMap { $0 } + resource.updates + [resource.delete].compactMap { $0 }
        return operations.flatMap { operation in model.versions.compactMap { model.call(operation, in: $0.id) } }
    }

    /// The types of the parameter that chooses one in the paths of the calls on it.
    private func pathSchemas(_ resource: ResolvedResource) -> [Schema] {
        guard let member = resource.member.map({ RoutePath(PathTemplate($0)) }), member.parameterCount > 0 else {
            return []
        }
        return memberCalls(resource).compactMap { call in
            let path = RoutePath(call.path)
            guard path.isAtOrBelow(member) else { return nil }
            let name = path.parameterNames[member.parameterCount - 1]
            return call.pathParameters.first { $0.name == name && $0.encoding == nil }?.schema
        }
    }

    /// The types that show the resource, newest version first: whole in the response of `show`, and as an item of a
    /// list.
    private func showings(of resource: ResolvedResource) -> [Showing] {
        model.versions.flatMap { version -> [Showing] in
            var showings: [Showing] = []
            if let call = resource.show.flatMap({ model.call($0, in: version.id) }) {
                let answer = DocumentedResponse(call, model, fit)
                let schema = resource.envelope.map { envelope in
                    answer.schema.flatMap(model.properties)?.first { $0.name == envelope }?.schema
                }
                let value = resource.envelope.map { answer.value?[$0] }
                showings += showing(schema ?? answer.schema, value ?? answer.value)
            }
            if let call = resource.list.flatMap({ model.call($0, in: version.id) }) {
                let answer = DocumentedResponse(call, model, fit)
                let steps = resource.listItems.map { Paging.steps(to: $0) } ?? []
                let list = steps.reduce(answer.schema) { type, name in
                    type.flatMap(model.properties)?.first { $0.name == name }?.schema
                }
                let values = steps.reduce(answer.value) { $0?[$1] }
                if let items = (list ?? answer.schema).flatMap(model.items) {
                    showings += showing(items, values?.elements?.first)
                }
            }
            return showings
        }
    }

    private func showing(_ schema: Schema?, _ example: JSONValue?) -> [Showing] {
        guard let schema, let properties = fit.properties(of: schema) else { return [] }
        return [Showing(schema: schema, properties: properties, example: fit.fit(example, to: schema))]
    }

    private func lifecycle(of resource: ResolvedResource, _ showings: [Showing]) -> Lifecycle? {
        guard let property = resource.state else { return nil }
        let stated = showings.flatMap(\.properties).filter { $0.name == property }
        guard !stated.isEmpty else { return nil }
        let filters = model.versions.flatMap { version in
            resource.list.flatMap { model.call($0, in: version.id) }?.queryParameters.filter { $0.name == property }
                ?? []
        }
        let values = (stated.map(\.schema) + filters.map(\.schema)).lazy.compactMap { schema -> [String]? in
            if case .enumeration(let values) = model.resolved(schema).kind { values } else { nil }
        }.first
        let examples =
            showings.compactMap { $0.example[property]?.text } + stated.compactMap { $0.schema.example?.text }
        return Lifecycle(property: property, values: values ?? [], examples: examples)
    }

    /// The id that documented calls on a member have in their path.
    private func documentedCallID(_ resource: ResolvedResource) -> String? {
        let operations = [resource.show, resource.delete].compactMap { $0 } + resource.updates
        let calls = operations.flatMap { operation in model.versions.compactMap { model.call(operation, in: $0.id) } }
        return calls.lazy.compactMap { $0.pathParameters.last?.schema.example?.parameterText }.first { !$0.isEmpty }
    }

    /// The names of the properties that creates and updates send.
    private func sentNames(_ resource: ResolvedResource) -> [String] {
        let operations = [resource.create].compactMap { $0 } + resource.updates
        let calls = operations.flatMap { operation in model.versions.compactMap { model.call(operation, in: $0.id) } }
        return calls.compactMap(\.request).flatMap { request in
            let properties = model.properties(of: request.schema) ?? []
            let inner = properties.first { $0.name == resource.envelope }.flatMap { model.properties(of: $0.schema) }
            return (inner ?? properties).map(\.name)
        }
    }

    private func times(_ showings: [Showing], _ words: [String]) -> [String] {
        let properties = showings.flatMap(\.properties).filter { property in
            guard case .string("date-time") = model.resolved(property.schema).kind else { return false }
            return words.contains { property.name.lowercased().contains($0) }
        }
        return Set(properties.map(\.name)).sorted()
    }
}

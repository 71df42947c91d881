import APIModel

/// A test that follows a resource from its creation to its end, as far as one version has the operations for it.
struct ResourceLife {
    private let resource: ResolvedResource
    private let calls: [CallView]
    private let model: APIModel
    private let suite: TestSuite
    /// The resources that hold this one, the outermost first.
    private let parents: [ResolvedResource]

    /// A life, or `nil` where the version has nothing to follow it with: neither a call that shows one nor a list.
    init?(_ resource: ResolvedResource, calls: [CallView], model: APIModel, suite: TestSuite) {
        self.resource = resource
        self.suite = suite
        self.calls = calls
        self.model = model
        var parents: [ResolvedResource] = []
        var next = resource.parent
        while let name = next, let parent = model.resources.first(where: { $0.name == name }), parents.count < 8 {
            parents.insert(parent, at: 0)
            next = parent.parent
        }
        self.parents = parents
        guard resource.member != nil, resource.identifier != nil,
            view(resource.create) != nil || view(resource.delete) != nil,
            view(resource.show) != nil || view(resource.list) != nil
        else { return nil }
    }

    var context: TemplateContext {
        var context = TemplateContext()
        let words = resource.name.replacing("-", with: " ")
        let used = [resource.create, resource.list, resource.show, resource.delete].compactMap(view)
        let attribute = suite.attribute("The life of a \(words), \(suite.words)")
        let deprecation = CallView.testDeprecation(used + resource.updates.compactMap(view))
        context.set("attribute", "\(deprecation)\(attribute)")
        context.set("name", SwiftIdentifier("lifeOf" + Words(resource.name).upperCamel))
        context.set(
            "steps",
            steps.map { code in
                var step = TemplateContext()
                step.set("step", code)
                return step
            })
        return context
    }

    // MARK: Steps

    private var steps: [SwiftCode] {
        var steps: [SwiftCode] = []
        var holders: [SwiftCode] = []
        for (number, parent) in parents.enumerated() {
            let under: SwiftCode =
                holders.isEmpty ? "" : ", under: [\(SwiftCode.joined(holders, separator: ", "))]"
            steps.append("let parent\(number + 1) = try mock.store(\(SwiftCode.string(parent.name))\(under))")
            holders.append("parent\(number + 1)")
        }
        let name = SwiftCode.string(resource.name)
        if let create = view(resource.create) {
            steps.append(invocation(create, target: create.resultType == nil ? "" : "_ = ", id: nil))
            steps.append("let id = try #require(try mock.resources(\(name)).last?.id)")
        } else {
            let under: SwiftCode =
                holders.isEmpty ? "" : ", under: [\(SwiftCode.joined(holders, separator: ", "))]"
            steps.append("let id = try mock.store(\(name)\(under))")
        }
        if let list = view(resource.list), let count = listedCount(list) {
            steps.append(invocation(list, target: "let listed = ", id: nil))
            steps.append("#expect(listed\(count) == 1)")
        }
        if let show = view(resource.show) {
            let access = identifierAccess(show)
            steps.append(
                invocation(
                    show, target: access != nil ? "let shown = " : show.resultType == nil ? "" : "_ = ", id: "id"))
            if let access { steps.append("#expect(\(access) == id)") }
        }
        for update in resource.updates.compactMap(view) {
            steps.append(invocation(update, target: update.resultType == nil ? "" : "_ = ", id: "id"))
        }
        if let delete = view(resource.delete) {
            steps.append(invocation(delete, target: delete.resultType == nil ? "" : "_ = ", id: "id"))
            steps.append("#expect(try mock.resources(\(name)).isEmpty)")
            if let show = view(resource.show) {
                let again = invocation(show, target: show.resultType == nil ? "" : "_ = ", id: "id", indent: 16)
                steps.append("await #expect(throws: ServiceError.self) {\n\(Layout.margin(16))\(again)\n            }")
            }
        }
        return steps
    }

    private func invocation(_ view: CallView, target: SwiftCode, id: SwiftCode?, indent: Int = 12) -> SwiftCode {
        var known: [String: SwiftCode] = [:]
        let names = PathTemplate(view.call.revision.path).parameterNames
        for (number, parent) in parents.enumerated() {
            if let name = parent.member.flatMap({ PathTemplate($0).parameterNames.last }) {
                known[name] = argument(name, of: view, "parent\(number + 1)")
            }
        }
        if let id {
            let own = resource.member.flatMap { PathTemplate($0).parameterNames.last }
            if let own, names.contains(own) { known[own] = argument(own, of: view, id) }
        }
        return Layout.list(
            ValidArguments(view: view, model: model, suite: suite).code(known: known),
            open: "\(target)try await client.\(view.method)(", close: ")", indent: indent)
    }

    /// An id of the mock service, which is a text, as the type of a path parameter.
    private func argument(_ name: String, of view: CallView, _ id: SwiftCode) -> SwiftCode {
        let type = view.arguments.first { argument in
            guard case .parameter(let parameter) = argument.source else { return false }
            return parameter.location == .path && parameter.name == name
        }?.type
        return type?.source == "Int" ? "try #require(Int(\(id)))" : id
    }

    /// How the number of listed items is read; `nil` for a list that asks for a filter, or that holds no such property.
    private func listedCount(_ list: CallView) -> SwiftCode? {
        guard let items = resource.listItems, var type = list.call.resultSchema,
            !list.arguments.contains(where: { argument in
                guard case .parameter(let parameter) = argument.source else { return true }
                return parameter.location != .path && !argument.isOptional
            })
        else { return nil }
        var access: SwiftCode = ""
        for name in Paging.steps(to: items) {
            guard let schema = model.schema(of: type),
                let property = schema.properties.first(where: { $0.name == name }),
                let member = MemberNames.name(of: name, in: schema, ledger: list.plan.ledger)
            else { return nil }
            let isOptional = !property.isRequired || property.schema.isNullable
            access =
                "\(access).\(member)\(list.plan.unwrapping(property, of: schema))\(isOptional ? "?" : "" as SwiftCode)"
            type = property.schema
        }
        guard case .array = type.kind else { return nil }
        return "\(access).count"
    }

    private func identifierAccess(_ show: CallView) -> SwiftCode? {
        guard let name = resource.identifier, var schema = show.call.resultSchema.flatMap({ model.schema(of: $0) }),
            show.call.resultSchema?.isNullable == false
        else { return nil }
        var access: SwiftCode = ""
        var isOptional = false
        if let envelope = resource.envelope {
            guard let property = schema.properties.first(where: { $0.name == envelope }),
                let member = MemberNames.name(of: envelope, in: schema, ledger: show.plan.ledger),
                let inner = model.schema(of: property.schema)
            else { return nil }
            access = ".\(member)\(show.plan.unwrapping(property, of: schema))"
            isOptional = !property.isRequired || property.schema.isNullable
            schema = inner
        }
        guard let property = schema.properties.first(where: { $0.name == name }),
            let member = MemberNames.name(of: name, in: schema, ledger: show.plan.ledger)
        else { return nil }
        let whole: SwiftCode =
            "shown\(access)\(isOptional ? "?" : "").\(member)\(show.plan.unwrapping(property, of: schema))"
        if property.schema.isPlainText { return whole }
        guard case .integer = property.schema.kind else { return nil }
        let mayBeMissing = isOptional || !property.isRequired || property.schema.isNullable
        return mayBeMissing ? "\(whole).map { String($0) }" : "String(\(whole))"
    }

    private func view(_ operation: String?) -> CallView? {
        operation.flatMap { id in calls.first { $0.call.operation == id } }
    }
}

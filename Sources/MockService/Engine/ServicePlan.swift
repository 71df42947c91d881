import APIModel

/// Everything about a model that is worked out once, when a mock service starts.
struct ServicePlan: Sendable {
    /// The resources that are stored; empty for a service without state.
    let resources: [ResourcePlan]
    /// All operations of all versions.
    let operations: [OperationPlan]
    /// The paths of each version; the numbers are places in ``operations``.
    let routes: [String: RouteTree]

    /// The paths of the servers of each version that have one.
    let bases: [String: [ServerPath]]

    /// Works out a model.
    init(_ model: APIModel, isStateful: Bool, fit: ExampleBuilder, check: SchemaCheck) {
        let resources = isStateful ? ResourcePlanner(model, fit, check).plans() : []
        let roles = RoleFinder(model, resources, fit)
        let conflicts = SchemaConflict(model, fit.patterns)
        var operations: [OperationPlan] = []
        var routes: [String: RouteTree] = [:]
        for call in model.operations.flatMap(\.calls) {
            let plan = roles.plan(call, obstacle: conflicts.answerReason(call))
            routes[call.version, default: RouteTree()]
                .add(plan.path, method: call.revision.method, call: operations.count)
            operations.append(plan)
        }
        self.resources = resources
        self.operations = operations
        self.routes = routes
        bases = Dictionary(
            model.versions.map { ($0.id, ServerPath.all(model.service(in: $0.id).server)) },
            uniquingKeysWith: { first, _ in first }
        ).filter { !$0.value.isEmpty }
    }

    /// What stands at the path of a request in a version, at the path itself or below that of a server; the target then has
    /// the steps below only.
    func match(_ target: inout RequestTarget, in version: String) -> RouteTree.Match? {
        guard let routes = routes[version] else { return nil }
        guard let bases = bases[version] else { return routes.match(target.steps) }
        // A path with fixed text goes before the parameters of a bare one, one without goes after.
        for base in bases where base.hasText {
            if let match = match(&target, below: base, routes) { return match }
        }
        if let match = routes.match(target.steps) { return match }
        for base in bases where !base.hasText {
            if let match = match(&target, below: base, routes) { return match }
        }
        return nil
    }

    private func match(_ target: inout RequestTarget, below base: ServerPath, _ routes: RouteTree) -> RouteTree.Match? {
        guard let count = base.count(in: target.steps), let match = routes.match(Array(target.steps.dropFirst(count)))
        else { return nil }
        target.removeBase(count)
        return match
    }
}

/// Finds out what each operation does to what is stored.
private struct RoleFinder {
    private let model: APIModel
    private let resources: [ResourcePlan]
    private let fit: ExampleBuilder

    init(_ model: APIModel, _ resources: [ResourcePlan], _ fit: ExampleBuilder) {
        self.model = model
        self.resources = resources
        self.fit = fit
    }

    func plan(_ call: Call, obstacle: String?) -> OperationPlan {
        let path = RoutePath(call.path)
        let documented = DocumentedResponse(call, model, fit)
        let pages = PagePlan(call, model)
        var role = role(of: call, path, documented)
        if case .none = role, pages != nil, documented.isJSON { role = .listDocumented }
        let defaults = call.queryParameters.compactMap { parameter in
            model.resolved(parameter.schema).defaultValue.map { (parameter.name, $0) }
        }
        return OperationPlan(
            call: call, path: path, documented: documented, role: role, owner: owner(of: path, role),
            defaults: Dictionary(defaults, uniquingKeysWith: { first, _ in first }), pages: pages,
            obstacle: obstacle)
    }

    private func role(of call: Call, _ path: RoutePath, _ documented: DocumentedResponse) -> OperationPlan.Role {
        for (number, plan) in resources.enumerated() {
            let resource = plan.resource
            let about = ResourceResponse(documented, about: plan.shape, model, fit)
            let isOnMember = path.parameterCount > plan.depth
            switch call.operation {
            case resource.create where path.parameterCount == plan.depth: return .create(number, about)
            case resource.list where path.parameterCount == plan.depth:
                let listing = ResourceResponse(documented, listing: plan.shape, call, model, fit)
                return listing.map { .list(number, $0) } ?? .none
            case resource.show where isOnMember: return about.map { .show(number, $0) } ?? .none
            case resource.delete where isOnMember: return .delete(number, about)
            case let id where resource.updates.contains(id) && isOnMember: return .update(number, about)
            default: continue
            }
        }
        return .none
    }

    /// What must exist before anything is done: what a collection belongs to, or the member that a path goes through.
    private func owner(of path: RoutePath, _ role: OperationPlan.Role) -> Int? {
        switch role {
        case .create(let number, _), .list(let number, _): return resources[number].parent
        case .show, .update, .delete: return nil
        case .none, .listDocumented: break
        }
        let owners = resources.indices.filter { resources[$0].member.map(path.isAtOrBelow) ?? false }
        return owners.max { resources[$0].depth < resources[$1].depth }
    }
}

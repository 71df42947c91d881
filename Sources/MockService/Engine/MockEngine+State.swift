import APIModel
import Diagnostics
import Foundations
import ServiceRuntime

extension MockEngine {
    /// Stores one of each resource with the ids that documented calls use.
    func seed() {
        for number in plan.resources.indices {
            let resource = plan.resources[number]
            let object = behaviour.newObject(
                resource, parents: documentedParents(of: number), id: resource.documentedID)
            store.put(object, number)
        }
    }

    /// Stores something that a test states; see ``MockService/store(_:_:under:)``.
    func put(_ name: String, _ members: ServiceRuntime.JSONValue, under parents: [String]) throws -> String {
        let number = try resource(named: name)
        let resource = plan.resources[number]
        guard parents.count == resource.depth else {
            throw DiagnosticError(
                "a \(name) stands under \(resource.depth) other id\(resource.depth == 1 ? "" : "s"), as its path "
                    + "\(resource.resource.collection) says; \(parents.count) given",
                at: nil)
        }
        let value = Foundations.JSONValue(members)
        guard let given = value.members else {
            throw DiagnosticError("a \(name) must be given as an object", at: nil)
        }
        let problems = given.flatMap { self.problems(of: $0, resource) }
        guard problems.isEmpty else {
            throw DiagnosticError(problems.map { Diagnostic.error("\(name): \($0)", at: nil) })
        }
        let id = value[resource.shape.identifier]?.parameterText
        var object = behaviour.newObject(resource, parents: parents, id: id?.isEmpty == false ? id : nil)
        let values = Dictionary(given.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        ResourceBehaviour.lay(values, over: &object.members)
        object.members[resource.shape.identifier] = resource.identifiers.value(object.id)
        store.put(object, number)
        return object.id
    }

    /// What is stored of a resource; see ``MockService/resources(_:)``.
    func stored(_ name: String) throws -> [MockService.StoredResource] {
        store.all(try resource(named: name)).map { object in
            let members = object.members.filter { $0.value != .null }.mapValues(\.runtimeValue)
            return MockService.StoredResource(id: object.id, parents: object.parents, value: .object(members))
        }
    }

    private func resource(named name: String) throws -> Int {
        if let number = plan.resources.firstIndex(where: { $0.resource.name == name }) { return number }
        let names = plan.resources.map(\.resource.name)
        throw DiagnosticError(
            names.isEmpty
                ? "this service stores nothing"
                : "no resource is called `\(name)`; there are \(names.joined(separator: ", "))",
            at: nil)
    }

    /// A member must be a property of the resource, and have its type in at least one version.
    private func problems(of member: Foundations.JSONValue.Member, _ resource: ResourcePlan) -> [SchemaCheck.Problem] {
        guard resource.storedNames.contains(member.name) else {
            return [SchemaCheck.Problem(place: member.name, demand: "is not a property of it")]
        }
        let found = (resource.types[member.name] ?? []).map { check.problems(of: member.value, $0, at: member.name) }
        return found.contains { $0.isEmpty } ? [] : found.first ?? []
    }

    /// The ids of what the documented example of a resource belongs to.
    private func documentedParents(of number: Int) -> [String] {
        let resource = plan.resources[number]
        var parents: [String] = []
        if let parent = resource.parent {
            parents = documentedParents(of: parent) + [plan.resources[parent].documentedID]
        }
        // Steps of the path that no resource stands for have the value that a documented call has there.
        let operation = plan.operations.first { $0.path.isAtOrBelow(resource.collection) }
        while parents.count < resource.depth {
            let parameter = operation.flatMap { operation in
                operation.call.pathParameters.first { $0.name == operation.path.parameterNames[parents.count] }
            }
            parents.append(parameter.map { Self.documentedValue($0, fit) } ?? "example")
        }
        return parents
    }

    /// The text of a parameter in a documented call.
    private static func documentedValue(_ parameter: Parameter, _ fit: ExampleBuilder) -> String {
        if let text = parameter.schema.example?.parameterText { return text }
        if case .integer = fit.resolved(parameter.schema).kind {
            return fit.make(parameter.schema).parameterText ?? "1"
        }
        return "example"
    }
}

import APIModel
import Diagnostics
import Patterns
import SchemaChecks

/// What a mock service makes of a model, in words: which operation does what to which resource.
struct Explanation {
    private let model: APIModel
    private let plan: ServicePlan

    /// The explanation of a plan.
    init(_ model: APIModel, _ plan: ServicePlan) {
        self.model = model
        self.plan = plan
    }

    /// The text, with a line end after each line.
    var text: String {
        let count = model.operations.count
        var lines = [
            "\(model.service.title): \(count) operation\(count == 1 ? "" : "s"), "
                + "version\(model.versions.count == 1 ? "" : "s") \(model.versions.map(\.id).joined(separator: ", "))"
        ]
        for (number, resource) in plan.resources.enumerated() { lines += [""] + self.lines(for: resource, number) }
        let stateless = operations { $0.role.isStateless && $0.owner == nil }
        if !stateless.isEmpty {
            lines += ["", "answered as documented, whatever was called before"]
            lines += stateless.map { "  " + $0 }
        }
        let lost = model.resources.filter { resource in
            // What can only be listed is answered as documented, and is named there.
            resource.member != nil && !plan.resources.contains { $0.resource.name == resource.name }
        }
        if !lost.isEmpty, !plan.resources.isEmpty || lost.contains(where: { $0.identifier == nil }) {
            lines += ["", "not stored, since no property is known to hold an id"]
            lines += lost.map { "  \($0.name): \($0.collection)" }
        }
        let unchecked = PatternBook(model).unchecked
        if !unchecked.isEmpty {
            lines += ["", "patterns that are not checked"]
            lines += unchecked.map { "  \(printable($0.source)): \($0.problem)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(for resource: ResourcePlan, _ number: Int) -> [String] {
        let stated = resource.resource
        var rows: [(String, String)] = []
        rows.append(("members of", stated.collection))
        if let member = stated.member { rows.append(("one is", member)) }
        if let parent = resource.parent { rows.append(("belongs to", plan.resources[parent].resource.name)) }
        for (role, operation) in stated.resource.roles {
            let note = role == "list" ? resource.shape.listItems.map { ", items in `\($0)`" } ?? "" : ""
            rows.append((role == "updates" ? "update" : role, operation + note))
        }
        let envelope = resource.shape.envelope.map { ", within `\($0)`" } ?? ""
        rows.append(("id", "`\(resource.shape.identifier)`\(envelope); new ones are \(resource.identifiers)"))
        rows.append(("state", stateText(resource.lifecycle)))
        let below = operations { $0.role.isStateless && $0.owner == number }
        for (index, operation) in below.enumerated() { rows.append((index == 0 ? "as documented" : "", operation)) }
        let width = 14
        return [stated.name]
            + rows.map { name, text in
                "  " + name + String(repeating: " ", count: max(1, width - name.count)) + text
            }
    }

    private func stateText(_ lifecycle: Lifecycle?) -> String {
        guard let lifecycle else { return "none is known" }
        let way =
            lifecycle.first == lifecycle.settled ? lifecycle.settled : "\(lifecycle.first), then \(lifecycle.settled)"
        return "`\(lifecycle.property)`: \(way)" + (lifecycle.leaving.map { "; \($0) while it is deleted" } ?? "")
            + (lifecycle.isGuessed ? " (guessed: no states are documented)" : "")
    }

    /// The operations that a condition holds for in some version, each once.
    private func operations(where isMeant: (OperationPlan) -> Bool) -> [String] {
        var names: [String] = []
        for operation in plan.operations where isMeant(operation) {
            let call = operation.call
            let text = "\(call.operation) (\(call.revision.method) \(call.revision.path))"
            if !names.contains(text) { names.append(text) }
        }
        return names
    }
}

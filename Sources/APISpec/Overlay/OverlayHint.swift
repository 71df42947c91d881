import Diagnostics

extension SpecDocument {
    /// `; did you mean …?` for a target that matches nothing, where one of its names is near to one of the spec's; else
    /// nothing.
    func hint(for target: SpecPath) -> String {
        let steps = target.steps
        guard let (place, names) = firstUnknownStep(of: steps),
            let near = NearestWord.nearest(to: steps[place], among: names)
        else { return "" }
        var meant = steps
        meant[place] = near
        return "; did you mean `\(SpecPath(meant))`?"
    }

    /// The first step that the spec does not have, with the names that could stand there; `nil` where all are there.
    private func firstUnknownStep(of steps: [String]) -> (place: Int, names: [String])? {
        func unknown(_ place: Int, _ names: [String]) -> (Int, [String])? {
            steps.count > place && steps[place] != "*" && !names.contains(steps[place]) ? (place, names) : nil
        }
        switch steps.first {
        case "service": return nil
        case "versions": return unknown(1, versions.map(\.id))
        case "resources": return unknown(1, resources.map(\.name))
        case "schemas":
            let schema = schemas.first { steps.count > 1 && $0.name == steps[1] }
            return unknown(1, schemas.map(\.name)) ?? unknown(2, schema?.properties.map(\.name) ?? [])
        default:
            let operation = operations.first { steps.count > 1 && $0.id == steps[1] }
            let revisions = operation?.revisions ?? []
            let own = revisions.filter { steps.count > 2 && (steps[2] == "*" || $0.versions.contains(steps[2])) }
            return unknown(1, operations.map(\.id)) ?? unknown(2, revisions.flatMap(\.versions))
                ?? parameterStep(steps, own)
        }
    }

    /// Names of parameters may hold the sign that steps are told apart by.
    private func parameterStep(_ steps: [String], _ revisions: [Revision]) -> (Int, [String])? {
        guard steps.count == 5, steps[3] == "parameters" else { return nil }
        let names = revisions.flatMap(\.parameters).map(\.name)
        return names.contains(steps[4]) ? nil : (4, names)
    }
}

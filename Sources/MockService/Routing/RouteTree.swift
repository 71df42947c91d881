/// The paths of one version, arranged so that a request finds its operation step by step.
///
/// A fixed step goes before a parameter: `/v1/backups/check-name` is not a backup with that name.
struct RouteTree: Sendable {
    /// What stands at the end of a path.
    struct Target: Sendable {
        /// The methods with the number of what each calls, in the order of the documentation.
        var calls: [(method: String, call: Int)]

        /// The number of what a method calls.
        func call(_ method: String) -> Int? { calls.first { $0.method == method }?.call }

        /// The numbers of all that a method calls: operations that differ only in their query have one path.
        ///
        /// HEAD calls what GET does where it is not documented itself (RFC 9110, section 9.3.2).
        func numbers(_ method: String) -> [Int] {
            let stated = calls.filter { $0.method == method }.map(\.call)
            return stated.isEmpty && method == "HEAD" ? numbers("GET") : stated
        }

        /// The methods that are answered here: those of the documentation, and HEAD and OPTIONS besides.
        var methods: [String] {
            var methods: [String] = []
            for call in calls where !methods.contains(call.method) { methods.append(call.method) }
            if methods.contains("GET"), !methods.contains("HEAD") { methods.append("HEAD") }
            return methods.contains("OPTIONS") ? methods : methods + ["OPTIONS"]
        }
    }

    /// A path that was found.
    struct Match {
        /// What stands there.
        let target: Target
        /// The values of the parameters, in the order of the path.
        let values: [String]
    }

    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var others: [(step: RoutePath.Step, node: Int)] = []
        var target: Target?
    }

    private var nodes = [Node()]

    /// Adds a call. Where a method has a call at this path already, that one comes first.
    mutating func add(_ path: RoutePath, method: String, call: Int) {
        var place = 0
        for step in path.steps { place = next(from: place, step) }
        var target = nodes[place].target ?? Target(calls: [])
        target.calls.append((method, call))
        nodes[place].target = target
    }

    /// What stands at a path; `nil` where nothing does.
    func match(_ steps: [String]) -> Match? { match(steps[...], at: 0, values: []) }

    private mutating func next(from place: Int, _ step: RoutePath.Step) -> Int {
        if case .literal(let text) = step {
            if let known = nodes[place].literals[text] { return known }
            nodes.append(Node())
            nodes[place].literals[text] = nodes.count - 1
            return nodes.count - 1
        }
        if let known = nodes[place].others.first(where: { $0.step == step }) { return known.node }
        nodes.append(Node())
        nodes[place].others.append((step, nodes.count - 1))
        // A step with fixed text in it says more than a parameter alone, and that more than all the rest.
        nodes[place].others.sort { first, second in first.step.openness < second.step.openness }
        return nodes.count - 1
    }

    private func match(_ steps: ArraySlice<String>, at place: Int, values: [String]) -> Match? {
        let node = nodes[place]
        guard let step = steps.first else { return node.target.map { Match(target: $0, values: values) } }
        if let next = node.literals[step], let match = match(steps.dropFirst(), at: next, values: values) {
            return match
        }
        for other in node.others {
            if case .rest = other.step {
                for count in (1...steps.count).reversed() {
                    guard let found = other.step.values(in: steps.prefix(count).joined(separator: "/")),
                        let match = match(steps.dropFirst(count), at: other.node, values: values + found)
                    else { continue }
                    return match
                }
                continue
            }
            guard let found = other.step.values(in: step) else { continue }
            if let match = match(steps.dropFirst(), at: other.node, values: values + found) { return match }
        }
        return nil
    }
}

extension RoutePath.Step {
    /// How much a step leaves open, to look at what says more first.
    fileprivate var openness: Int {
        switch self {
        case .literal: 0
        case .mixed: 1
        case .parameter: 2
        case .rest(let last): last.isEmpty ? 4 : 3
        }
    }
}

import APIModel

/// The steps of a documented path, which requests are compared with.
struct RoutePath: Sendable {
    /// One step between slashes.
    enum Step: Sendable, Hashable {
        /// A fixed text.
        case literal(String)
        /// The value of a parameter.
        case parameter
        /// Fixed texts with the values of parameters between them, such as `{name}.json`. The first and the last text
        /// may be empty.
        case mixed([String])
    }

    /// The steps in order.
    let steps: [Step]
    /// The names of the parameters, in the order of their values in a request.
    let parameterNames: [String]

    /// Takes a documented path apart.
    init(_ template: PathTemplate) {
        var steps: [[PathTemplate.Part]] = [[]]
        var names: [String] = []
        for part in template.parts {
            switch part {
            case .parameter(let name):
                steps[steps.count - 1].append(part)
                names.append(name)
            case .literal(let text):
                for (index, piece) in text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
                    if index > 0 { steps.append([]) }
                    if !piece.isEmpty { steps[steps.count - 1].append(.literal(String(piece))) }
                }
            }
        }
        // What stands before the first slash is not a step.
        self.steps = steps.dropFirst().map(Self.step)
        parameterNames = names
    }

    /// How many parameters the path has.
    var parameterCount: Int { parameterNames.count }

    /// Whether the last step is the value of a parameter; a slash at the end does not count.
    var endsInParameter: Bool { steps.last { $0 != .literal("") } == .parameter }

    /// Whether this path lies below another, or is that path: the same steps and perhaps more; names of parameters do
    /// not matter.
    func isAtOrBelow(_ other: RoutePath) -> Bool { steps.starts(with: other.steps) }

    private static func step(_ parts: [PathTemplate.Part]) -> Step {
        if parts.isEmpty { return .literal("") }
        if case .literal(let text) = parts[0], parts.count == 1 { return .literal(text) }
        if case .parameter = parts[0], parts.count == 1 { return .parameter }
        var texts = [""]
        for part in parts {
            switch part {
            case .literal(let text): texts[texts.count - 1] += text
            case .parameter: texts.append("")
            }
        }
        return .mixed(texts)
    }
}

extension RoutePath.Step {
    /// The values of the parameters where `step` has this form; `nil` where it has not. No value is empty.
    func values(in step: String) -> [String]? {
        switch self {
        case .literal(let text): return text == step ? [] : nil
        case .parameter: return step.isEmpty ? nil : [step]
        case .mixed(let texts):
            guard let first = texts.first, let last = texts.last, step.hasPrefix(first) else { return nil }
            var rest = step.dropFirst(first.count)
            var values: [String] = []
            for text in texts.dropFirst().dropLast() {
                guard !text.isEmpty, let found = rest.dropFirst().firstRange(of: text) else { return nil }
                values.append(String(rest[..<found.lowerBound]))
                rest = rest[found.upperBound...]
            }
            guard rest.count > last.count, rest.hasSuffix(last) else { return nil }
            return values + [String(rest.dropLast(last.count))]
        }
    }
}

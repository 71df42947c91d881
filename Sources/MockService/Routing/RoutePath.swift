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
        /// All steps that are left, of which the last one ends with a text, such as that of `{path=**}:read`.
        case rest(String)
    }

    /// A piece of the value of a parameter.
    private enum Piece: Sendable {
        /// A text that stands in the path, with its slashes.
        case literal(String)
        /// What a request has there.
        case hole
    }

    /// The steps in order.
    let steps: [Step]
    /// The names of the parameters, in the order of their values in a request.
    let parameterNames: [String]
    /// What the value of each parameter is put together of: most are what stands in one step.
    private let pieces: [[Piece]]

    /// Takes a documented path apart.
    init(_ template: PathTemplate) {
        var steps: [[PathTemplate.Part]] = [[]]
        var names: [String] = []
        var pieces: [[Piece]] = []
        func add(_ text: String) {
            for (index, piece) in text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { steps.append([]) }
                if !piece.isEmpty { steps[steps.count - 1].append(.literal(String(piece))) }
            }
        }
        for part in template.parts {
            switch part {
            case .parameter(let name):
                names.append(name)
                guard let pattern = template.patterns[name] else {
                    steps[steps.count - 1].append(part)
                    pieces.append([.hole])
                    continue
                }
                var own: [Piece] = []
                for (index, step) in pattern.steps.enumerated() {
                    if index > 0 {
                        add("/")
                        own.append(.literal("/"))
                    }
                    switch step {
                    case .literal(let text):
                        add(text)
                        own.append(.literal(text))
                    case .segment:
                        steps[steps.count - 1].append(.parameter(""))
                        own.append(.hole)
                    case .rest:
                        steps[steps.count - 1].append(.parameter(Self.restMark))
                        own.append(.hole)
                    }
                }
                pieces.append(own)
            case .literal(let text): add(text)
            }
        }
        // What stands before the first slash is not a step.
        self.steps = steps.dropFirst().map(Self.step)
        parameterNames = names
        self.pieces = pieces
    }

    private static let restMark = "**"

    /// The values of the parameters, of what a request has where the path leaves its text open: decoded, and as sent where
    /// that is one piece.
    func values(_ found: [String], raw: [String?]) -> [(value: String, raw: String?)] {
        var place = 0
        return pieces.map { pieces in
            if case .hole = pieces[0], pieces.count == 1 {
                defer { place += 1 }
                guard place < found.count else { return ("", nil) }
                return (found[place], place < raw.count ? raw[place] : nil)
            }
            var value = ""
            for piece in pieces {
                switch piece {
                case .literal(let text): value += text
                case .hole:
                    value += place < found.count ? found[place] : ""
                    place += 1
                }
            }
            return (value, nil)
        }
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
        if case .parameter(restMark) = parts[0] {
            return .rest(
                parts.dropFirst().map { if case .literal(let text) = $0 { text } else { "" } }.joined())
        }
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
        case .rest(let last):
            return step.utf8.count > last.utf8.count && step.hasSuffix(last) ? [String(step.dropLast(last.count))] : nil
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

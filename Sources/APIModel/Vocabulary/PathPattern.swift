/// What the value of a path parameter looks like: `shelves/*/books/*` in `/v1/{name=shelves/*/books/*}`, as templates of
/// transcoded gRPC services say (google.api.http, Path template syntax).
///
/// The value has the slashes of the pattern, which are sent as they are.
public struct PathPattern: Sendable, Hashable {
    /// A step between slashes.
    public enum Step: Sendable, Hashable {
        /// A fixed text.
        case literal(String)
        /// Any text of one segment: `*`.
        case segment
        /// All segments that follow, at least one: `**`, which is the last step.
        case rest
    }

    /// The pattern as it is written.
    public let text: String
    /// The steps in order.
    public let steps: [Step]

    /// Reads a pattern; `nil` where it is none.
    public init?(_ text: String) {
        var steps: [Step] = []
        for step in text.split(separator: "/", omittingEmptySubsequences: false) {
            // Nothing follows what stands for all the rest.
            if step.isEmpty || steps.last == .rest { return nil }
            switch step {
            case "*": steps.append(.segment)
            case "**": steps.append(.rest)
            case _ where step.contains("*") || step.contains("=") || step.contains("{"): return nil
            default: steps.append(.literal(String(step)))
            }
        }
        self.text = text
        self.steps = steps
    }

    /// The regular expression (ECMA-262) of the values.
    public var regularExpression: String {
        let steps = steps.map { step in
            switch step {
            case .literal(let text): Self.escaped(text)
            case .segment: "[^/]+"
            case .rest: ".+"
            }
        }
        return "^" + steps.joined(separator: "/") + "$"
    }

    /// The shortest value, to show the form.
    public var sample: String {
        steps.map { step in
            switch step {
            case .literal(let text): text
            case .segment, .rest: "1"
            }
        }.joined(separator: "/")
    }

    /// Whether a text has this form.
    public func matches(_ text: String) -> Bool {
        let segments = text.split(separator: "/", omittingEmptySubsequences: false)
        for (index, step) in steps.enumerated() {
            guard index < segments.count else { return false }
            switch step {
            case .literal(let text): if segments[index] != text { return false }
            case .segment: if segments[index].isEmpty { return false }
            case .rest: return !segments[index...].joined().isEmpty
            }
        }
        return segments.count == steps.count
    }

    private static func escaped(_ text: String) -> String {
        text.map { "\\^$.|?*+()[]{}".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    }
}

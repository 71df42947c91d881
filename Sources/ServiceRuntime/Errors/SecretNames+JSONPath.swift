import Foundations

extension SecretNames {
    /// Whether the name of any member on the way to `path` suggests a secret.
    static func matches(_ path: JSONPath) -> Bool {
        path.steps.contains { step in
            if case .member(let name) = step { matches(name) } else { false }
        }
    }
}

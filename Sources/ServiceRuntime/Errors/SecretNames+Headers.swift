import Foundations

extension SecretNames {
    /// Headers of the service that may be shown, though they begin as the signing ones do.
    private static let harmlessHeaders: Set<String> = ["scp-clienttype", "scp-api-version", "scp-timestamp"]

    /// Whether the header `name` suggests a secret: as any name, and each `Scp-` header that is not known to be
    /// harmless.
    static func matchesHeader(_ name: String) -> Bool {
        let name = name.lowercased()
        return matches(name) || (name.utf8.starts(with: "scp-".utf8) && !harmlessHeaders.contains(name))
    }

    /// Whether the name of any member on the way to `path` suggests a secret.
    static func matches(_ path: JSONPath) -> Bool {
        path.steps.contains { step in
            if case .member(let name) = step { matches(name) } else { false }
        }
    }
}

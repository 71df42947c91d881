import APIModel

/// Who is let in by the requirements of two documents.
struct SecurityRelation {
    /// Names of schemes that went, by the ones that came and are of the same kind.
    let renamed: [String: String]

    init(old: Service, new: Service) {
        let before = Set(old.security.map(\.name))
        let after = Set(new.security.map(\.name))
        var renamed: [String: String] = [:]
        for scheme in old.security where !after.contains(scheme.name) {
            let partner = new.security.first { candidate in
                candidate.kind == scheme.kind && !before.contains(candidate.name)
                    && !renamed.values.contains(candidate.name)
            }
            if let partner { renamed[scheme.name] = partner.name }
        }
        self.renamed = renamed
    }

    /// How requirements changed: tightened where a client that was let in is refused now, loosened where only further
    /// ones are let in.
    func change(from old: [[SecurityRequirement]], to new: [[SecurityRequirement]]) -> Change? {
        let before = Self.alternatives(
            old.map { alternative in
                alternative.map { SecurityRequirement(renamed[$0.name] ?? $0.name, scopes: $0.scopes) }
            })
        let after = Self.alternatives(new)
        if before.contains(where: { !Self.isLetIn($0, by: after) }) { return .authenticationTightened }
        return after.contains { !Self.isLetIn($0, by: before) } ? .authenticationLoosened : nil
    }

    /// Scopes by the name of their scheme.
    private typealias Credentials = [String: Set<String>]

    private static func alternatives(_ requirements: [[SecurityRequirement]]) -> [Credentials] {
        // No requirement at all is one that everybody meets.
        guard !requirements.isEmpty else { return [[:]] }
        return requirements.map { alternative in
            Credentials(alternative.map { ($0.name, Set($0.scopes)) }, uniquingKeysWith: { $0.union($1) })
        }
    }

    /// Whether who has just these credentials meets one of several requirements.
    private static func isLetIn(_ credentials: Credentials, by alternatives: [Credentials]) -> Bool {
        alternatives.contains { alternative in
            alternative.allSatisfy { name, scopes in credentials[name].map { scopes.isSubset(of: $0) } ?? false }
        }
    }

    /// Requirements in words: `` `key` and `token` (read), or none ``.
    static func words(_ requirements: [[SecurityRequirement]]) -> String {
        guard !requirements.isEmpty else { return "none" }
        return requirements.map { alternative in
            guard !alternative.isEmpty else { return "none" }
            return alternative.map { requirement in
                let scopes = requirement.scopes.isEmpty ? "" : " (\(requirement.scopes.joined(separator: ", ")))"
                return "`\(requirement.name)`\(scopes)"
            }.joined(separator: " and ")
        }.joined(separator: ", or ")
    }

    /// A scheme in words, without its name.
    static func words(_ kind: SecurityScheme.Kind) -> String {
        switch kind {
        case .apiKey(let name, let location): "key in \(location.rawValue) `\(name)`"
        case .bearer(let format): "bearer token" + (format.map { " (\($0))" } ?? "")
        case .basic: "user and password"
        case .other(let type, let details): "\(type), \(TypeText.value(details))"
        }
    }
}

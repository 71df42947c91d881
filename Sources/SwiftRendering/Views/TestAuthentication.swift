import APIModel
import APISpec

/// What a test proves itself with: for each security scheme something that is well written.
struct TestAuthentication {
    private let schemes: [String: SecurityScheme]
    private let requirements: [[SecurityRequirement]]

    init(_ service: Service) {
        schemes = Dictionary(service.security.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        requirements = service.requirements
    }

    /// An expression that satisfies one of the requirements of each call; empty where none asks for anything, and `nil`
    /// where nothing can satisfy them all.
    func code(for calls: [Call]) -> SwiftCode? {
        var used: [SecurityScheme] = []
        for call in calls {
            let alternatives = call.revision.security ?? requirements
            guard !alternatives.isEmpty else { continue }
            let stated = alternatives.map { $0.compactMap { schemes[$0.name] } }
            // What is there already comes first, then what asks for nothing.
            let chosen = stated.first { $0.allSatisfy(used.contains) } ?? stated.first { canBeUsed($0, beside: used) }
            guard let chosen else { return nil }
            used += chosen.filter { !used.contains($0) }
        }
        let codes = used.compactMap { Self.code($0) }
        guard let first = codes.first else { return "" }
        return codes.count == 1 ? first : ".all([\(SwiftCode.joined(codes, separator: ", "))])"
    }

    private func canBeUsed(_ schemes: [SecurityScheme], beside used: [SecurityScheme]) -> Bool {
        let all = used + schemes.filter { !used.contains($0) }
        // `Authorization` has room for one.
        return schemes.allSatisfy { !Self.isUnknown($0) } && all.count(where: Self.isAuthorization) <= 1
    }

    private static func isAuthorization(_ scheme: SecurityScheme) -> Bool {
        switch scheme.kind {
        case .apiKey(let name, let place): place == .header && name.lowercased() == "authorization"
        case .bearer, .basic: true
        case .other(let type, _): type != "mutualTLS"
        }
    }

    private static func isUnknown(_ scheme: SecurityScheme) -> Bool {
        switch scheme.kind {
        case .apiKey(_, let place): place == .path
        case .bearer, .basic: false
        case .other(let type, _): !["oauth2", "openIdConnect", "mutualTLS"].contains(type)
        }
    }

    private static func code(_ scheme: SecurityScheme) -> SwiftCode? {
        switch scheme.kind {
        case .apiKey(let name, let place):
            let code: SwiftCode =
                switch place {
                case .header, .path: ".header"
                case .query: ".query"
                case .cookie: ".cookie"
                }
            return "try .apiKey(\(SwiftCode.string(name)), in: \(code), \"key\")"
        case .bearer: return "try .bearer(\"token\")"
        case .basic: return "try .basic(\"user\", \"password\")"
        case .other(let type, _): return type == "mutualTLS" ? nil : "try .bearer(\"token\")"
        }
    }
}

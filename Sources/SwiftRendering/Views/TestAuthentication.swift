import APIModel

/// What tests prove themselves with: for each security scheme something that is well written.
struct TestAuthentication {
    private let service: Service

    init(_ service: Service) {
        self.service = service
    }

    /// The argument `authentication:` with the schemes by their names; each call uses what it asks for.
    var code: SwiftCode {
        let entries = service.security.compactMap { scheme in
            Self.code(scheme).map { "\(SwiftCode.string(scheme.name)): \($0)" as SwiftCode }
        }
        return entries.isEmpty
            ? "authentication: .none"
            : Layout.list(
                entries, open: "authentication: .schemes([", close: "])", indent: 16, hasTrailingComma: true)
    }

    /// Whether one of the ways to make a call can be gone with these schemes.
    func canMake(_ call: Call) -> Bool {
        let ways = call.revision.security ?? service.requirements
        return ways.isEmpty
            || ways.contains { way in
                let schemes = way.compactMap { requirement in service.security.first { $0.name == requirement.name } }
                // `Authorization` has room for one.
                return schemes.allSatisfy { Self.code($0) != nil } && schemes.count(where: Self.isAuthorization) <= 1
            }
    }

    private static func isAuthorization(_ scheme: SecurityScheme) -> Bool {
        switch scheme.kind {
        case .apiKey(let name, let place): place == .header && name.lowercased() == "authorization"
        case .bearer, .basic: true
        case .other(let type, _): type != "mutualTLS"
        }
    }

    private static func code(_ scheme: SecurityScheme) -> SwiftCode? {
        switch scheme.kind {
        case .apiKey(let name, let place):
            let code: SwiftCode
            switch place {
            case .header: code = ".header"
            case .query: code = ".query"
            case .cookie: code = ".cookie"
            case .path: return nil
            }
            return "try .apiKey(\(SwiftCode.string(name)), in: \(code), \"key\")"
        case .bearer: return "try .bearer(\"token\")"
        case .basic: return "try .basic(\"user\", \"password\")"
        // What a connection without TLS cannot show is not asked for here.
        case .other("mutualTLS", _): return ".none"
        case .other(let type, _): return ["oauth2", "openIdConnect"].contains(type) ? "try .bearer(\"token\")" : nil
        }
    }
}

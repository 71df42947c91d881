import APIModel
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Checks that a request has what one of the security requirements of its operation asks for.
///
/// Whose token it is nobody can tell here, so only that it is there and well written counts. What a connection without
/// TLS cannot show, a client's certificate, is taken to be there.
struct SecurityCheck: Sendable {
    private let schemes: [String: SecurityScheme]
    private let requirements: [[SecurityRequirement]]

    /// The check of a service.
    init(_ service: Service) {
        schemes = Dictionary(service.security.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        requirements = service.requirements
    }

    /// Throws 401 where the request satisfies none of the requirements.
    func check(_ request: IncomingRequest, _ query: [FieldPair], _ revision: Revision) throws(RequestRejection) {
        let alternatives = revision.security ?? requirements
        guard !alternatives.isEmpty else { return }
        let stated = alternatives.map { alternative in
            alternative.compactMap { requirement in schemes[requirement.name] }
        }
        if stated.contains(where: { $0.allSatisfy { isSatisfied($0, request, query) } }) { return }
        let needs = stated.map { $0.map(Self.words).joined(separator: " and ") }
        var challenges: [String] = []
        for challenge in stated.joined().compactMap(Self.challenge) where !challenges.contains(challenge) {
            challenges.append(challenge)
        }
        throw RequestRejection(
            401, "Unauthorized", "the request needs \(needs.joined(separator: ", or "))",
            fields: challenges.map { HTTPField(name: .wwwAuthenticate, value: $0) })
    }

    private func isSatisfied(_ scheme: SecurityScheme, _ request: IncomingRequest, _ query: [FieldPair]) -> Bool {
        switch scheme.kind {
        case .apiKey(let name, let place):
            switch place {
            case .header: return !(HTTPField.Name(name).flatMap { request.fields[$0] } ?? "").isEmpty
            case .query: return query.contains { $0.name == name && !$0.value.isEmpty }
            case .cookie:
                let cookies = request.fields[.cookie].map(FieldPair.cookies) ?? []
                return cookies.contains { $0.name == name && !$0.value.isEmpty }
            case .path: return true
            }
        case .bearer: return Self.credentials("bearer", request) != nil
        case .basic:
            let text = Self.credentials("basic", request).flatMap { Data(base64Encoded: $0) }
            return text?.contains(UInt8(ascii: ":")) ?? false
        case .other(let type, let details):
            return Self.scheme(type, details).map { Self.credentials($0, request) != nil } ?? true
        }
    }

    /// What follows the name of a scheme in `Authorization` (RFC 9110 §11.6.2); `nil` where it is another or nothing.
    private static func credentials(_ scheme: String, _ request: IncomingRequest) -> String? {
        guard let value = request.fields[.authorization] else { return nil }
        let parts = value.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == scheme else { return nil }
        let text = parts[1].trimmingBlanks
        return text.isEmpty ? nil : String(text)
    }

    /// The name in `Authorization` of a scheme that has no kind of its own: those of OAuth 2 send bearer tokens.
    private static func scheme(_ type: String, _ details: JSONValue) -> String? {
        switch type {
        case "oauth2", "openIdConnect": "bearer"
        case "http": details["scheme"]?.text?.lowercased()
        default: nil
        }
    }

    // MARK: Words

    private static func words(_ scheme: SecurityScheme) -> String {
        switch scheme.kind {
        case .apiKey(let name, let place):
            switch place {
            case .header: "the header \(name)"
            case .query: "the query parameter \(name)"
            case .cookie: "the cookie \(name)"
            case .path: "the key \(name)"
            }
        case .bearer: "the header Authorization with a bearer token"
        case .basic: "the header Authorization with user and password"
        case .other(let type, let details):
            "the header Authorization with \(Self.scheme(type, details) ?? type) credentials"
        }
    }

    private static func challenge(_ scheme: SecurityScheme) -> String? {
        switch scheme.kind {
        case .apiKey: nil
        case .bearer: "Bearer"
        case .basic: "Basic realm=\"mock\""
        case .other(let type, let details):
            self.scheme(type, details).map { $0.prefix(1).uppercased() + $0.dropFirst() }
        }
    }
}

import Foundations
public import HTTPTypes

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Authentication {
    /// Where an API key is sent.
    public enum KeyPlace: Sendable, Hashable {
        /// In the header of a name.
        case header
        /// In the query parameter of a name; logs and errors never show it.
        case query
        /// In the cookie of a name.
        case cookie
    }

    /// A bearer token (RFC 6750): `Authorization: Bearer …`.
    ///
    /// Throws ``CredentialsError`` where the token is empty or has blanks, control characters or characters beyond ASCII.
    public static func bearer(_ token: String) throws -> Authentication {
        try CredentialsError.check(token, "bearer token")
        return Authentication(secrets: [token]) { request, _, _ in
            request.headerFields[.authorization] = "Bearer \(token)"
        }
    }

    /// A bearer token that `token` gives before each attempt, which may fetch a new one.
    ///
    /// Where it throws, or gives a token that cannot be sent, the call fails and nothing is sent. The last 8 tokens are
    /// hidden in errors and logs.
    public static func bearer(_ token: @escaping @Sendable () async throws -> String) -> Authentication {
        let fresh = FreshSecrets()
        return Authentication(secrets: [], fresh: fresh) { request, _, _ in
            let token = try await token()
            do {
                try CredentialsError.check(token, "bearer token")
            } catch let error as CredentialsError {
                throw RequestProblem(error.description)
            }
            fresh.add(token)
            request.headerFields[.authorization] = "Bearer \(token)"
        }
    }

    /// User and password (RFC 7617): `Authorization: Basic …`, in UTF-8.
    ///
    /// Throws ``CredentialsError`` where one has a control character, or the user a colon.
    public static func basic(_ user: String, _ password: String) throws -> Authentication {
        for (text, name) in [(user, "user"), (password, "password")]
        where !text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) {
            throw CredentialsError(description: "the \(name) has a line break or another control character")
        }
        guard !user.utf8.contains(UInt8(ascii: ":")) else {
            throw CredentialsError(description: "the user has a colon, which would end it")
        }
        let text = Data("\(user):\(password)".utf8).base64EncodedString()
        return Authentication(secrets: [password, text]) { request, _, _ in
            request.headerFields[.authorization] = "Basic \(text)"
        }
    }

    private static func withoutQueryPairs(beginningWith key: String, of target: String) -> String {
        guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")), target.contains(key) else { return target }
        let pairs = target[target.index(after: mark)...].split(separator: "&").filter { !$0.hasPrefix(key) }
        return target[..<mark] + (pairs.isEmpty ? "" : "?") + pairs.joined(separator: "&")
    }

    /// An API key in the header, query parameter or cookie `name`.
    ///
    /// Throws ``CredentialsError`` where the key is empty or has blanks, control characters or characters beyond ASCII,
    /// where a cookie cannot hold it, and where `name` cannot be the name of a header or a cookie.
    public static func apiKey(_ name: String, in place: KeyPlace, _ value: String) throws -> Authentication {
        try CredentialsError.check(value, "API key")
        do {
            switch place {
            case .header: try HeaderRules.check(name, value)
            case .cookie: _ = try Cookie.name(name)
            case .query: break
            }
        } catch let problem as RequestProblem {
            throw CredentialsError(description: problem.description)
        }
        if place == .cookie, !Cookie.isValue(value) {
            throw CredentialsError(description: "the API key has a character that a cookie cannot hold")
        }
        return Authentication(secrets: [value]) { request, _, _ in
            switch place {
            case .header: try request.headerFields.set(name, to: value)
            case .query:
                let key = PercentEncoding.encode(name, leaving: PercentEncoding.query) + "="
                // The address of a next page may hold the key of the request before it.
                let path = withoutQueryPairs(beginningWith: key, of: request.path ?? "/")
                let pair = key + PercentEncoding.encode(value, leaving: PercentEncoding.query)
                request.path = path + (path.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + pair
            case .cookie:
                let pair = "\(name)=\(value)"
                request.headerFields[.cookie] = request.headerFields[.cookie].map { "\($0); \(pair)" } ?? pair
            }
        }
    }

    /// An authentication of one's own: `apply` changes each request right before it is sent.
    ///
    /// It sees the body unless that is a stream, and the time by ``ClientConfiguration/now``. `secrets` are texts that
    /// errors and logs must not show. Where it throws, nothing is sent.
    public static func custom(
        secrets: [String] = [],
        apply: @escaping @Sendable (_ request: inout HTTPRequest, _ body: Data?, _ now: Date) async throws -> Void
    ) -> Authentication {
        Authentication(secrets: secrets, isSignature: true, apply)
    }
}

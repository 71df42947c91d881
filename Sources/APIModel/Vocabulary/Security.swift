/// A way in which requests prove who sends them (OpenAPI, Security Scheme Object).
public struct SecurityScheme: Sendable, Hashable {
    /// The name that requirements call it by; unique in the document.
    public var name: String
    /// How it works.
    public var kind: Kind
    /// What the documentation says of it.
    public var description: String?

    /// The kinds of schemes.
    public enum Kind: Sendable, Hashable {
        /// A key in a query item, a header field or a cookie of this name.
        case apiKey(name: String, in: Parameter.Location)
        /// A bearer token in `Authorization` (RFC 6750), with a hint at its format such as `JWT`.
        case bearer(format: String?)
        /// User name and password in `Authorization` (RFC 7617).
        case basic
        /// Any other scheme: its type, such as `oauth2`, and all that the document says of it.
        case other(type: String, JSONValue)
    }

    /// A scheme with its name.
    public init(name: String, kind: Kind, description: String? = nil) {
        self.name = name
        self.kind = kind
        self.description = description
    }
}

/// A scheme that a request has to satisfy.
public struct SecurityRequirement: Sendable, Hashable {
    /// The name of the scheme.
    public var name: String
    /// What the token has to allow.
    public var scopes: [String]

    /// A scheme by its name.
    public init(_ name: String, scopes: [String] = []) {
        self.name = name
        self.scopes = scopes
    }
}

public import HTTPTypes

/// One call of an operation: what generated code says about it, before anything is encoded.
public struct OperationRequest: Sendable {
    /// The HTTP methods that operations use.
    public enum Method: String, Sendable, CaseIterable {
        case get = "GET"
        case put = "PUT"
        case post = "POST"
        case delete = "DELETE"
        case patch = "PATCH"
        case head = "HEAD"
        case options = "OPTIONS"
        case trace = "TRACE"
        /// Asks with a body, and changes nothing.
        case query = "QUERY"

        /// The same method as `HTTPTypes` names it.
        public var httpMethod: HTTPRequest.Method {
            switch self {
            case .get: .get
            case .put: .put
            case .post: .post
            case .delete: .delete
            case .patch: .patch
            case .head: .head
            case .options: .options
            case .trace: .trace
            case .query: HTTPRequest.Method("QUERY") ?? .post
            }
        }
    }

    /// The name of the operation, such as `createBackup`; it appears in errors and logs.
    public let operation: String
    /// The HTTP method.
    public let method: Method
    /// The path below the service's base URL.
    public let path: RequestPath
    /// The query parameters.
    public let query: QueryParameters
    /// The header parameters; they replace headers of the same name that every request carries.
    public let headers: HeaderParameters
    /// The cookie parameters.
    public let cookies: CookieParameters
    /// The body; nil sends none.
    public let content: RequestContent?
    /// The media types that the caller can read, as the `Accept` header; nil means `application/json`.
    public let accept: String?
    /// What the request has to satisfy: all security schemes of one of these lists, by their names; nil where the service
    /// says it for all its operations, and empty where nothing is asked for.
    public let security: [[String]]?
    /// The operation's title in the documentation, such as `Create Backup`; errors say with it where to read.
    public let title: String?

    /// Describes a call of `operation`, with a body that is sent as JSON; nil sends none.
    public init(
        _ operation: String, _ method: Method, _ path: RequestPath, query: QueryParameters = [:],
        headers: HeaderParameters = [:], cookies: CookieParameters = [:], body: (any Encodable & Sendable)? = nil,
        accept: String? = nil, security: [[String]]? = nil, title: String? = nil
    ) {
        self.init(
            operation, method, path, query: query, headers: headers, cookies: cookies,
            content: body.map { .json($0) }, accept: accept, security: security, title: title)
    }

    /// Describes a call of `operation`, with a body of any media type; nil sends none.
    public init(
        _ operation: String, _ method: Method, _ path: RequestPath, query: QueryParameters = [:],
        headers: HeaderParameters = [:], cookies: CookieParameters = [:], content: RequestContent?,
        accept: String? = nil, security: [[String]]? = nil, title: String? = nil
    ) {
        self.operation = operation
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.cookies = cookies
        self.content = content
        self.accept = accept
        self.security = security
        self.title = title
    }
}

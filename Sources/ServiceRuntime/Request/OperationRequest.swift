public import HTTPTypes

/// One call of an operation: what generated code says about it, before anything is encoded.
public struct OperationRequest: Sendable {
    /// The HTTP method of an operation: any token, told apart by case (RFC 9110, section 9.1).
    public struct Method: RawRepresentable, Sendable, Hashable {
        /// The same method as `HTTPTypes` names it.
        public let httpMethod: HTTPRequest.Method

        /// Its name, as requests have it.
        public var rawValue: String { httpMethod.rawValue }

        /// The method of a name; `nil` where no request can have it.
        public init?(rawValue: String) {
            guard let method = HTTPRequest.Method(rawValue) else { return nil }
            httpMethod = method
        }

        /// The method of a name that is known when the program is written. Anything but a token is an error of the
        /// programmer.
        public static func named(_ name: StaticString) -> Method {
            guard let method = Method(rawValue: name.description) else {
                preconditionFailure("\(name) is not a token, as HTTP methods are")
            }
            return method
        }

        /// GET.
        public static let get = named("GET")
        /// PUT.
        public static let put = named("PUT")
        /// POST.
        public static let post = named("POST")
        /// DELETE.
        public static let delete = named("DELETE")
        /// PATCH.
        public static let patch = named("PATCH")
        /// HEAD.
        public static let head = named("HEAD")
        /// OPTIONS.
        public static let options = named("OPTIONS")
        /// TRACE.
        public static let trace = named("TRACE")
        /// QUERY, which asks with a body, and changes nothing.
        public static let query = named("QUERY")

        /// The methods that OpenAPI has members for.
        public static let standard: [Method] = [.get, .put, .post, .delete, .patch, .head, .options, .trace, .query]
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

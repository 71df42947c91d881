import HTTPTypes

/// Turns a described call into what is sent.
struct RequestBuilder: Sendable {
    private let base: Result<BaseURL, any Error>
    var headers: HeaderParameters

    /// Builds requests below `baseURL`; where that cannot be read, ``build(_:)`` says so.
    init(baseURL: String, headers: HeaderParameters) {
        base = Result { try BaseURL(baseURL) }
        self.headers = headers
    }

    /// The request with its encoded body.
    ///
    /// Throws a ``RequestProblem``.
    func build(_ operation: OperationRequest) throws -> (HTTPRequest, RequestContent.Encoded?) {
        if let problem = operation.path.problem {
            throw RequestProblem("the path \(operation.path.template) \(problem)")
        }
        let base = try base.get()
        var target = base.path + operation.path.encoded
        if let query = try operation.query.encoded() { target += "?" + query }

        var fields = HTTPFields()
        try fields.set("Accept", to: operation.accept ?? "application/json")
        let content = try operation.content?.encoded()
        if let content { try fields.set("Content-Type", to: content.mediaType) }
        try fields.set(headers)
        try fields.set(operation.headers)
        if let cookies = try operation.cookies.encoded() {
            // One header: a service must not be sent a second one (RFC 6265, section 5.4).
            fields[.cookie] = fields[.cookie].map { "\($0); \(cookies)" } ?? cookies
        }

        let request = HTTPRequest(
            method: operation.method.httpMethod, scheme: base.scheme, authority: base.authority, path: target,
            headerFields: fields)
        return (request, content?.body)
    }
}

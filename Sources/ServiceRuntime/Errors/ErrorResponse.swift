/// What a service said in a response that is an error.
public struct ErrorResponse: Hashable, Sendable {
    /// The HTTP status.
    public let status: Int
    /// The problems that the body names; empty where it has neither of the known forms.
    public let problems: [ServiceProblem]
    /// The ids under which the service knows the request, each once.
    public let requestIDs: [String]
    /// The beginning of the body in one line, at most 300 characters, without secrets.
    ///
    /// Of an HTML page it is the text.
    public let snippet: String
    /// How long the service asks to wait before the next attempt, by its `Retry-After` header; nil if it does not say.
    public let retryAfter: Duration?
    /// The body as it came.
    public let body: ErrorBody
    /// Where the service points to, by its `Location` header; nil where it does not.
    public let location: String?

    /// A response with a status.
    public init(
        status: Int, problems: [ServiceProblem] = [], requestIDs: [String] = [], snippet: String = "",
        retryAfter: Duration? = nil, body: ErrorBody = ErrorBody(), location: String? = nil
    ) {
        self.status = status
        self.problems = problems
        self.requestIDs = requestIDs
        self.snippet = snippet
        self.retryAfter = retryAfter
        self.body = body
        self.location = location
    }
}

extension ErrorResponse: CustomReflectable {
    /// A mirror without ``location``, whose query may be a secret.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "status": status, "problems": problems, "requestIDs": requestIDs, "snippet": snippet,
                "retryAfter": retryAfter as Any, "body": body,
            ])
    }
}

/// One problem as a service describes it.
public struct ServiceProblem: Hashable, Sendable {
    /// The code, such as `ValidationError`.
    public let code: String?
    /// The title.
    public let title: String?
    /// The explanation; services send one text or several.
    public let detail: [String]
    /// The status that belongs to this problem.
    public let status: Int?

    /// A problem with any of its parts.
    public init(code: String? = nil, title: String? = nil, detail: [String] = [], status: Int? = nil) {
        self.code = code
        self.title = title
        self.detail = detail
        self.status = status
    }
}

extension ServiceProblem: CustomStringConvertible {
    /// Code, title and explanation, as far as there are any.
    public var description: String {
        var parts: [String] = []
        if let code { parts.append(code) }
        if let title, title != code { parts.append(title) }
        if !detail.isEmpty { parts.append(detail.joined(separator: ", ")) }
        return parts.joined(separator: ": ")
    }
}

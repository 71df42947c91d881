/// What a service says of a problem in the standard form, `application/problem+json` (RFC 9457).
public struct ProblemDetails: Decodable, Hashable, Sendable {
    /// Which kind of problem it is: a reference to its documentation; nil means `about:blank`, no more than the status.
    public let type: String?
    /// The kind of problem in a few words.
    public let title: String?
    /// The status that the service chose; proxies may have changed that of the response.
    public let status: Int?
    /// What is the matter with this request.
    public let detail: String?
    /// A reference to this occurrence.
    public let instance: String?
    /// The members that the kind of problem adds.
    public let extensions: [String: JSONValue]

    private enum CodingKeys: String, CodingKey, CaseIterable { case type, title, status, detail, instance }

    /// Reads an object; members whose type is not that of the RFC are ignored, as it asks for (section 3.1).
    public init(from decoder: any Decoder) throws {
        let members = try decoder.singleValueContainer().decode([String: JSONValue].self)
        type = members["type"]?.stringValue
        title = members["title"]?.stringValue
        status = members["status"]?.intValue
        detail = members["detail"]?.stringValue
        instance = members["instance"]?.stringValue
        let known = Set(CodingKeys.allCases.map(\.rawValue))
        extensions = members.filter { !known.contains($0.key) }
    }
}

extension ServiceError {
    /// The problem in the standard form, where the service answered with `application/problem+json`.
    public var problemDetails: ProblemDetails? {
        guard let body = answer?.body, body.mediaType == "application/problem+json" else { return nil }
        return try? body.json()
    }
}

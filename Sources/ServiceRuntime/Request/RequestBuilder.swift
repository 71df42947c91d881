import Foundations
import HTTPTypes

/// Turns a described call into what is sent.
struct RequestBuilder: Sendable {
    private let base: Result<BaseURL, any Error>
    var headers: HeaderParameters
    /// The address that a response told, in place of path and query of the operation.
    var address: String?

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
        if let address { target = try Self.target(address, from: base, target) }

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

extension RequestBuilder {
    /// Path and query of an address that a response told for the target of a request.
    ///
    /// Throws a ``RequestProblem`` where it leads to another scheme, host or port: what proves who sends a request must
    /// not go there.
    private static func target(_ address: String, from base: BaseURL, _ target: String) throws -> String {
        let origin = AddressReference("\(base.scheme)://\(base.authority)\(target)")
        let found = AddressReference(address).resolved(against: origin)
        guard found.scheme == base.scheme, let authority = found.authority,
            plain(authority, base.scheme) == plain(base.authority, base.scheme)
        else {
            throw RequestProblem(
                "the address of the next page leads away from \(base.scheme)://\(base.authority); it is not followed, so "
                    + "that credentials stay with their service")
        }
        let path = PercentEncoding.repaired(found.path.hasPrefix("/") ? found.path : "/" + found.path)
        return path + (found.query.map { "?" + PercentEncoding.repaired($0) } ?? "")
    }

    /// A host with its port in lower case, without the port that the scheme has anyway.
    private static func plain(_ authority: String, _ scheme: String) -> String {
        let authority = authority.lowercased()
        let port = scheme == "https" ? ":443" : ":80"
        return authority.hasSuffix(port) ? String(authority.dropLast(port.count)) : authority
    }
}

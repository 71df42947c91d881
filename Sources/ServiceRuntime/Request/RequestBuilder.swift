import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

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
    func build(_ operation: OperationRequest) throws -> (HTTPRequest, Data?) {
        if let problem = operation.path.problem {
            throw RequestProblem("the path \(operation.path.template) \(problem)")
        }
        let base = try base.get()
        var target = base.path + operation.path.encoded
        if let query = try operation.query.encoded() { target += "?" + query }

        var fields = HTTPFields()
        fields[.accept] = "application/json"
        let body = try operation.body.map(encode)
        if body != nil { fields[.contentType] = "application/json" }
        try fields.set(headers)
        try fields.set(operation.headers)

        let request = HTTPRequest(
            method: operation.method.httpMethod, scheme: base.scheme, authority: base.authority, path: target,
            headerFields: fields)
        return (request, body)
    }

    private func encode(_ body: any Encodable & Sendable) throws -> Data {
        do {
            return try JSONCoding().encode(body)
        } catch let EncodingError.invalidValue(_, context) {
            throw RequestProblem(
                "the body cannot be encoded at \(JSONPath(context.codingPath)): \(context.debugDescription)")
        } catch {
            throw RequestProblem("the body cannot be encoded: \(type(of: error))")
        }
    }
}

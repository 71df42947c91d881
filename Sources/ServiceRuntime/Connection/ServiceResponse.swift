import Foundations
public import HTTPTypes

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A successful response before it is decoded.
public struct ServiceResponse: ResponseHead {
    /// Status and header fields.
    public let head: HTTPResponse
    /// The whole body.
    public let body: Data
    let reader: ResponseReader

    /// The value that the body holds as JSON; an empty body is `JSONValue.null` or nil.
    ///
    /// Throws ``ServiceError``.
    public func json<Answer: Decodable>(_ type: Answer.Type = Answer.self) throws -> Answer {
        try reader.decode(type, head, body)
    }

    /// The body as text, in the character set that the response names, else UTF-8.
    ///
    /// Throws ``ServiceError`` where the body is not text in that set, or where it is none of UTF-8, US-ASCII and
    /// ISO-8859-1.
    public func text() throws -> String { try reader.text(head, body) }

    /// An error for a header that is not as documented.
    public func headerError(_ reason: String) -> ServiceError { reader.unreadable(reason, head, body) }
}

/// A successful response whose body is still arriving.
public struct StreamedResponse: ResponseHead {
    /// Status and header fields.
    public let head: HTTPResponse
    /// The body, to be read once.
    ///
    /// A reader that is slow slows down the service, as far as the transport can. Reading throws ``ServiceError``, or
    /// `CancellationError`. ``ClientConfiguration/timeout`` counts until its last byte;
    /// ``ClientConfiguration/bodyLimit`` does not hold.
    public let body: ResponseBody
    let reader: ResponseReader

    /// An error for a header that is not as documented.
    public func headerError(_ reason: String) -> ServiceError { reader.unreadable(reason, head, Data()) }
}

/// What every response tells before its body.
public protocol ResponseHead: Sendable {
    /// Status and header fields.
    var head: HTTPResponse { get }
    /// An error for a header that is not as documented.
    func headerError(_ reason: String) -> ServiceError
}

extension ResponseHead {
    /// The HTTP status.
    public var statusCode: Int { head.status.code }

    /// The media type of the body in lower case, without parameters; nil if the response does not say.
    public var mediaType: String? { head.contentType }

    /// The value of a header, or nil if there is none.
    ///
    /// Throws ``ServiceError`` where the value is of another type.
    public func header<Value: HeaderValue>(_ name: String, as type: Value.Type = Value.self) throws -> Value? {
        guard let field = HTTPField.Name(name), let text = head.headerFields[field] else { return nil }
        guard let value = Value(headerText: text) else {
            // A value that suggests a secret is not quoted.
            let shown = SecretNames.matches(name) ? "" : " \(text.shortened(to: 60).debugDescription)"
            throw headerError("the value\(shown) of header '\(name)' is not of type \(type)")
        }
        return value
    }

    /// The value of a header that must be there.
    ///
    /// Throws ``ServiceError`` where it is missing or of another type.
    public func requiredHeader<Value: HeaderValue>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
        guard let value = try header(name, as: type) else { throw headerError("the header '\(name)' is missing") }
        return value
    }
}

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The body of a request and its media type.
public struct RequestContent: Sendable {
    /// What is sent.
    enum Encoded: Sendable {
        case data(Data)
        case stream(RequestStream)
    }

    private let make: @Sendable () throws -> (mediaType: String, body: Encoded)

    private init(_ make: @escaping @Sendable () throws -> (mediaType: String, body: Encoded)) { self.make = make }

    /// The media type and the bytes.
    ///
    /// Throws a ``RequestProblem``.
    func encoded() throws -> (mediaType: String, body: Encoded) { try make() }
}

extension RequestContent {
    /// JSON with sorted names; `mediaType` may be another one that is JSON, such as `application/merge-patch+json`.
    public static func json(
        _ value: any Encodable & Sendable, as mediaType: String = "application/json"
    ) -> RequestContent {
        RequestContent { (mediaType, .data(try encode(value))) }
    }

    /// `application/x-www-form-urlencoded` of an object, its fields in the order in which it encodes them.
    ///
    /// Lists repeat their name, and objects become `a[b]=c` (`deepObject`), unless `styles` says otherwise for a field.
    /// Null fields are left out; blanks are `%20`.
    public static func form(
        _ value: any Encodable & Sendable, styles: [String: QueryStyle] = [:]
    ) -> RequestContent {
        RequestContent { ("application/x-www-form-urlencoded", .data(try FormText.encode(value, styles))) }
    }

    /// `multipart/form-data` of parts.
    public static func multipart(_ form: MultipartForm) -> RequestContent {
        RequestContent { try form.encoded() }
    }

    /// `multipart/form-data` of an object, a part for each member in the order in which it encodes them.
    ///
    /// A ``FilePart`` is a part with its name and type, a scalar is plain text, an object is JSON, and a list is one part
    /// for each element. `contentTypes` and `headers` say otherwise for the part of a name. Null members are left out.
    public static func multipart(
        _ value: any Encodable & Sendable, contentTypes: [String: String] = [:],
        headers: [String: HeaderParameters] = [:], boundary: String? = nil
    ) -> RequestContent {
        RequestContent {
            try MultipartForm(try PartList(contentTypes, headers).parts(of: value), boundary: boundary).encoded()
        }
    }

    /// Text in UTF-8.
    public static func text(_ text: String, as mediaType: String = "text/plain; charset=utf-8") -> RequestContent {
        RequestContent { (mediaType, .data(Data(text.utf8))) }
    }

    /// Bytes.
    public static func binary(_ data: Data, as mediaType: String = "application/octet-stream") -> RequestContent {
        RequestContent { (mediaType, .data(data)) }
    }

    /// Bytes that are sent as they come.
    public static func binary(
        _ stream: RequestStream, as mediaType: String = "application/octet-stream"
    ) -> RequestContent {
        RequestContent { (mediaType, .stream(stream)) }
    }

    private static func encode(_ body: any Encodable & Sendable) throws -> Data {
        do {
            return try JSONCoding().encodeRequest(body)
        } catch let EncodingError.invalidValue(_, context) {
            throw RequestProblem(
                "the body cannot be encoded at \(JSONPath(context.codingPath)): \(context.debugDescription)")
        } catch {
            throw RequestProblem("the body cannot be encoded: \(type(of: error))")
        }
    }
}

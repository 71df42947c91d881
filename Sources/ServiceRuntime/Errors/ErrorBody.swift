#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The body of a response that is an error, as it came.
///
/// It may hold anything, secrets too: neither descriptions nor mirrors show it.
public struct ErrorBody: Hashable, Sendable {
    /// The bytes, at most ``ClientConfiguration/errorBodyLimit`` of them; empty where there is no body.
    public let bytes: Data
    /// The media type in lower case, without parameters; nil where the response does not say.
    public let mediaType: String?
    /// Whether the body was longer, or broke off.
    public let isIncomplete: Bool

    /// A body of bytes.
    public init(_ bytes: Data = Data(), mediaType: String? = nil, isIncomplete: Bool = false) {
        self.bytes = bytes
        self.mediaType = mediaType
        self.isIncomplete = isIncomplete
    }

    /// The value that the body holds as JSON.
    ///
    /// Throws a `DecodingError` where the body is not JSON, or JSON of another shape.
    public func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONCoding().decode(type, from: bytes)
    }

    /// The body as text in UTF-8; nil where it is none.
    public var text: String? { String(validating: bytes, as: UTF8.self) }
}

extension ErrorBody: CustomStringConvertible, CustomReflectable {
    /// The size and the media type.
    public var description: String { "\(bytes.count) bytes" + (mediaType.map { " of \($0)" } ?? "") }

    /// A mirror with the description only.
    public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}

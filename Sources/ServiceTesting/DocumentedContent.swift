/// The body of a documented request that is not sent as JSON.
public enum DocumentedContent: Sendable {
    /// The fields of `application/x-www-form-urlencoded`, not escaped; their order has no meaning.
    case form([(String, String)])
    /// The parts of `multipart/form-data` in order.
    case multipart([DocumentedPart])
    /// Text, or bytes that are text.
    case text(String)
}

/// A part of a documented multipart body.
public struct DocumentedPart: Sendable, Hashable {
    /// The name of the field.
    public let name: String
    /// The media type that the part must have; nil where any will do, or none.
    public let contentType: String?
    /// What the part holds; of a part that is JSON, any text of the same value will do.
    public let text: String

    /// A part.
    public init(_ name: String, _ text: String, contentType: String? = nil) {
        self.name = name
        self.contentType = contentType
        self.text = text
    }
}

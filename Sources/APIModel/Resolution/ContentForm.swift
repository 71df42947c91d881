/// What a body is written in, as far as a client treats it differently.
public enum ContentForm: Hashable, Sendable {
    /// JSON: `application/json`, `text/json`, and types that end in `+json` (RFC 6839, section 3.1).
    case json
    /// `application/x-www-form-urlencoded`
    case form
    /// `multipart/form-data`
    case multipart
    /// Text of any other `text/…` type.
    case text
    /// Bytes.
    case binary
    /// One item after the other, of responses only.
    case items

    /// The form of values of `schema` in a media type; its parameters do not matter.
    public init(_ mediaType: String, _ schema: Schema) {
        let type = MediaType.essence(mediaType)
        let isString =
            if case .string(let format) = schema.kind { format != "binary" && format != "byte" } else { false }
        switch type {
        case "application/x-www-form-urlencoded": self = .form
        case "multipart/form-data": self = .multipart
        case _ where MediaType.isJSON(type): self = schema.isBinary ? .binary : .json
        // Events of a stream that may never end.
        case "text/event-stream": self = .binary
        case _ where type.hasPrefix("text/") && isString: self = .text
        default: self = .binary
        }
    }
}

extension Schema {
    /// Whether the values are bytes rather than text (OpenAPI, `format: binary`).
    public var isBinary: Bool { kind == .string(format: "binary") }
}

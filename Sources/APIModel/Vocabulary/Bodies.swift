/// The body of a request.
public struct RequestBody: Sendable, Hashable {
    /// Whether a request without a body is refused.
    public var isRequired: Bool
    /// The type of the body; ``Schema/Kind/unknown`` where it is known to exist and nothing tells its type.
    public var schema: Schema
    /// The evidence for this body where no table states it; empty where one does.
    public var recovered: [String]
    /// Why a person holds a recovery to be right, from the overlay; `nil` where nobody confirmed one.
    public var confirmed: String?
    /// What the body is written in, such as `multipart/form-data`.
    public var mediaType: String
    /// How members of a form are written, where that is not the default.
    public var parts: [Part]
    /// What the body is for; the same fact as that of ``schema``.
    public var description: String? {
        get { schema.description }
        set { schema.description = newValue }
    }

    /// How one member of a form is written (OpenAPI, Encoding Object).
    public struct Part: Sendable, Hashable {
        /// The name of the member.
        public var name: String
        /// The media types that the member may have, such as `image/png, image/jpeg`.
        public var contentType: String?
        /// The header fields of the part of a multipart body.
        public var headers: [ResponseHeader]
        /// How the value is written in a URL-encoded form.
        public var style: Parameter.Style?
        /// Whether lists and objects become an item for each value.
        public var explode: Bool?

        /// A member of a form.
        public init(
            name: String, contentType: String? = nil, headers: [ResponseHeader] = [], style: Parameter.Style? = nil,
            explode: Bool? = nil
        ) {
            self.name = name
            self.contentType = contentType
            self.headers = headers
            self.style = style
            self.explode = explode
        }
    }

    /// A body of a type.
    public init(
        isRequired: Bool, schema: Schema, recovered: [String] = [], confirmed: String? = nil,
        mediaType: String = MediaType.json, parts: [Part] = []
    ) {
        self.confirmed = confirmed
        self.isRequired = isRequired
        self.schema = schema
        self.recovered = recovered
        self.mediaType = mediaType
        self.parts = parts
    }
}

/// One answer of an operation.
public struct Response: Sendable, Hashable {
    /// The status code, 100 to 599; 0 for every status without an entry of its own, and 1 to 5 for all of `1XX` to
    /// `5XX`.
    public var status: Int
    /// The documentation's words for it: `Accepted`.
    public var description: String?
    /// The type of the body; `nil` where the documentation says that there is none; ``Schema/Kind/unknown`` where
    /// nothing tells.
    public var schema: Schema?
    /// The evidence for this response where no table states it; empty where one does.
    public var recovered: [String]
    /// Why a person holds a recovery to be right, from the overlay; `nil` where nobody confirmed one.
    public var confirmed: String?
    /// What the body is written in.
    public var mediaType: String
    /// The header fields of the response.
    public var headers: [ResponseHeader]

    /// A response with a status code.
    public init(
        status: Int, description: String? = nil, schema: Schema? = nil, recovered: [String] = [],
        confirmed: String? = nil, mediaType: String = MediaType.json, headers: [ResponseHeader] = []
    ) {
        self.confirmed = confirmed
        self.status = status
        self.description = description
        self.schema = schema
        self.recovered = recovered
        self.mediaType = mediaType
        self.headers = headers
    }
}

/// A header field of a response.
public struct ResponseHeader: Sendable, Hashable {
    /// The field name.
    public var name: String
    /// Whether every response has it.
    public var isRequired: Bool
    /// Its type and what is known of its values.
    public var schema: Schema
    /// What the field means; the same fact as that of ``schema``.
    public var description: String? {
        get { schema.description }
        set { schema.description = newValue }
    }

    /// A header field of a type.
    public init(name: String, isRequired: Bool = false, schema: Schema) {
        self.name = name
        self.isRequired = isRequired
        self.schema = schema
    }
}

/// The media type that bodies have where a document says nothing else.
public enum MediaType {
    /// JSON (RFC 8259).
    public static let json = "application/json"

    /// The type without its parameters, in lower case; of a list of types the first one.
    public static func essence(_ type: String) -> String {
        // Most types are this one.
        if type == json { return json }
        return type.drop { $0 == " " || $0 == "\t" }.prefix { !";, \t".contains($0) }.lowercased()
    }

    /// Whether a type, whatever its parameters, is JSON: `application/json`, `text/json`, and what ends in `+json` (RFC
    /// 6839, section 3.1).
    public static func isJSON(_ type: String) -> Bool {
        let essence = essence(type)
        return essence == json || essence == "text/json" || essence.hasSuffix("+json")
    }
}

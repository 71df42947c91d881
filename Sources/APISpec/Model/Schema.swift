/// A type and what is known of its values, in JSON Schema's words.
public struct Schema: Sendable, Hashable {
    /// The shape of the values.
    public var kind: Kind
    /// Whether `null` is a value too.
    public var isNullable: Bool
    /// What the value means.
    public var description: String?
    /// The value that the service assumes where none is sent.
    public var defaultValue: JSONValue?
    /// A value that the documentation shows.
    public var example: JSONValue?
    /// A regular expression that strings match, in the documentation's spelling.
    public var pattern: String?
    /// The least number of characters.
    public var minLength: Int?
    /// The greatest number of characters.
    public var maxLength: Int?

    /// The shapes that values have.
    public indirect enum Kind: Sendable, Hashable {
        /// Nothing tells the type: the page has lost it. Any JSON.
        case unknown
        /// Text, with a format such as `date-time`.
        case string(format: String?)
        /// A whole number, with a format such as `int64`.
        case integer(format: String?)
        /// A number, with a format such as `double`.
        case number(format: String?)
        /// `true` or `false`.
        case boolean
        /// An object with any members.
        case object
        /// One of some strings.
        case enumeration([String])
        /// A list.
        case array(Schema)
        /// A schema of the document, by name.
        case reference(String)
        /// One of several types.
        case union([Schema])
    }

    /// A type, by default not nullable and with nothing else known.
    public init(
        _ kind: Kind, isNullable: Bool = false, description: String? = nil, defaultValue: JSONValue? = nil,
        example: JSONValue? = nil, pattern: String? = nil, minLength: Int? = nil, maxLength: Int? = nil
    ) {
        self.kind = kind
        self.isNullable = isNullable
        self.description = description
        self.defaultValue = defaultValue
        self.example = example
        self.pattern = pattern
        self.minLength = minLength
        self.maxLength = maxLength
    }
}

/// A schema with a name of its own: a model of the documentation.
public struct NamedSchema: Sendable, Hashable {
    /// The name in the documentation's spelling, such as `BackupCreateRequest1Dot2`; unique in the document.
    public var name: String
    /// What the schema is for, where the documentation says so.
    public var description: String?
    /// The members, in the order of the documentation.
    public var properties: [Property]
    /// Whether the page has lost the table: nothing is known of the members.
    public var isLost: Bool
    /// The evidence for the members where no table states them; empty where one does.
    public var recovered: [String]
    /// Why a person holds a recovery to be right, from the overlay; `nil` where nobody confirmed one.
    public var confirmed: String?

    /// A member of a schema.
    public struct Property: Sendable, Hashable {
        /// The key on the wire.
        public var name: String
        /// Whether objects without it are wrong.
        public var isRequired: Bool
        /// Its type and what is known of its values.
        public var schema: Schema

        /// A member of a type.
        public init(name: String, isRequired: Bool, schema: Schema) {
            self.name = name
            self.isRequired = isRequired
            self.schema = schema
        }
    }

    /// A named schema with its members.
    public init(
        name: String, description: String? = nil, properties: [Property] = [], isLost: Bool = false,
        recovered: [String] = [], confirmed: String? = nil
    ) {
        self.confirmed = confirmed
        self.name = name
        self.description = description
        self.properties = properties
        self.isLost = isLost
        self.recovered = recovered
    }
}

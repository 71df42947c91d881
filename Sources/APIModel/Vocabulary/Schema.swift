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
    /// Whether exactly one member of a union fits a value (`oneOf`); otherwise at least one does (`anyOf`).
    public var isExclusive: Bool
    /// The property that tells the members of a union apart.
    public var discriminator: Discriminator?
    /// The bounds of numbers, lists and objects; `nil` where there are none.
    public var limits: Limits? {
        get { bounds.first }
        set { bounds = newValue.map { [$0] } ?? [] }
    }
    /// At most one. Bounds are large and most types have none, so that they are kept elsewhere.
    private var bounds: [Limits] = []
    /// What JSON Schema 2020-12 demands of values besides, as an object of its keywords (`not`, `if`, `contains`,
    /// `dependentRequired`, …) that refers to nothing; `nil` where there is nothing of the kind.
    public var checks: JSONValue? = nil
    /// A short name for people.
    public var title: String?
    /// Whether new code should do without it.
    public var isDeprecated: Bool
    /// Whether the value stands in responses only.
    public var isReadOnly: Bool
    /// Whether the value stands in requests only.
    public var isWriteOnly: Bool
    /// Whether `null` is the only value; then ``kind`` is ``Kind/unknown``, and ``isNullable`` is set.
    public var isNullOnly = false
    /// The named schema whose definition this is, where ``APIModel/inSwift(_:)`` has put it in the place of its name.
    /// No spec states it.
    public internal(set) var definitionName: String?
    /// Whether the values are files of a multipart body, each with a name and a media type, as ``APIModel/inSwift(_:)``
    /// found out. No spec states it.
    public internal(set) var isFilePart = false

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
        /// One of some numbers, each spelt as in the source; always valid JSON.
        case numbers(type: NumberType, [String])
        /// A list.
        case array(Schema)
        /// An object whose members have any names and values of one type.
        case map(Schema)
        /// A schema of the document, by name.
        case reference(String)
        /// One of several types.
        case union([Schema])
    }

    /// The two types of numbers that JSON Schema knows.
    public enum NumberType: String, Sendable, Hashable, CaseIterable {
        /// Whole numbers.
        case integer
        /// All numbers.
        case number
    }

    /// The type whose only value is `null`.
    public static let null: Schema = {
        var schema = Schema(.unknown, isNullable: true)
        schema.isNullOnly = true
        return schema
    }()

    /// A type, by default not nullable and with nothing else known.
    public init(
        _ kind: Kind, isNullable: Bool = false, description: String? = nil, defaultValue: JSONValue? = nil,
        example: JSONValue? = nil, pattern: String? = nil, minLength: Int? = nil, maxLength: Int? = nil,
        isExclusive: Bool = false, discriminator: Discriminator? = nil, limits: Limits? = nil, title: String? = nil,
        isDeprecated: Bool = false, isReadOnly: Bool = false, isWriteOnly: Bool = false
    ) {
        self.kind = kind
        self.isNullable = isNullable
        self.description = description
        self.defaultValue = defaultValue
        self.example = example
        self.pattern = pattern
        self.minLength = minLength
        self.maxLength = maxLength
        self.isExclusive = isExclusive
        self.discriminator = discriminator
        bounds = limits.map { [$0] } ?? []
        self.title = title
        self.isDeprecated = isDeprecated
        self.isReadOnly = isReadOnly
        self.isWriteOnly = isWriteOnly
    }
}

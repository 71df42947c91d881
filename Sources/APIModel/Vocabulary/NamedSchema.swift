/// A schema with a name of its own: a model of the documentation.
public struct NamedSchema: Sendable, Hashable {
    /// The name in the documentation's spelling, such as `BackupCreateRequest1Dot2`; unique in the document.
    public var name: String
    /// What the schema is for, where the documentation says so.
    public var description: String?
    /// The members, in the order of the documentation.
    public var properties: [Property]
    /// Whether the page has lost the table, or rows of it: nothing is known of other members than ``properties``.
    public var isLost: Bool
    /// The evidence for the members where no table states them; empty where one does.
    public var recovered: [String]
    /// Why a person holds a recovery to be right, from the overlay; `nil` where nobody confirmed one.
    public var confirmed: String?
    /// What the name stands for where that is not an object with named members: an enumeration, a union, a list, a map,
    /// another schema. Then there are no properties.
    ///
    /// Its description, title and deprecation are those of the named schema; on the definition itself they are not
    /// set.
    public var definition: Schema?
    /// Which members objects may have besides ``properties``; `nil` where nothing says.
    public var additionalProperties: Additional?
    /// What JSON Schema 2020-12 demands of objects with members besides, as in ``Schema/checks``; of a definition it is
    /// its own.
    public var checks: JSONValue? = nil
    /// A short name for people.
    public var title: String?
    /// Whether new code should do without it.
    public var isDeprecated: Bool
    /// A value that the documentation shows, of an object with members; of a definition it is its own.
    public var example: JSONValue?

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

    /// Which members an object may have besides those that are named.
    public enum Additional: Sendable, Hashable {
        /// None.
        case forbidden
        /// Any, with any value.
        case any
        /// Any, with values of a type.
        indirect case schema(Schema)
    }

    /// A named schema with its members.
    public init(
        name: String, description: String? = nil, properties: [Property] = [], isLost: Bool = false,
        recovered: [String] = [], confirmed: String? = nil, definition: Schema? = nil,
        additionalProperties: Additional? = nil, title: String? = nil, isDeprecated: Bool = false,
        example: JSONValue? = nil
    ) {
        self.confirmed = confirmed
        self.name = name
        self.description = description
        self.properties = properties
        self.isLost = isLost
        self.recovered = recovered
        self.definition = definition
        self.additionalProperties = additionalProperties
        self.title = title
        self.isDeprecated = isDeprecated
        self.example = example
    }
}

extension NamedSchema {
    /// All types that the schema is made of: of its members, of further members, of its definition.
    public var types: [Schema] {
        var types = properties.map(\.schema)
        if case .schema(let schema)? = additionalProperties { types.append(schema) }
        if let definition { types.append(definition) }
        return types
    }

    /// The names of the schemas that this one mentions, at any depth, in order.
    public var referencedNames: [String] { types.flatMap(\.referencedNames) }

    /// The names of the schemas whose values lie in a value of this one itself, not in a list or map inside it.
    public var directlyReferencedNames: [String] {
        properties.flatMap(\.schema.directlyReferencedNames) + (definition?.directlyReferencedNames ?? [])
    }
}

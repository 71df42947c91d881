extension Schema {
    /// The only value of a boolean that is never the other one; `nil` where both are values, and for other types.
    public var onlyFlag: Bool? {
        guard kind == .boolean, !isNullable, case .array(let values)? = checks?["enum"], values.count == 1,
            case .bool(let flag) = values[0]
        else { return nil }
        return flag
    }

    /// The property that tells the members of a union apart (OpenAPI, Discriminator Object).
    public struct Discriminator: Sendable, Hashable {
        /// The name of the property, which every member of the union has.
        public var property: String
        /// The values of the property with the schemas that they stand for, in the order of the documentation; a
        /// schema that is not listed goes by its own name.
        public var mapping: [Target]

        /// A value with the schema that it stands for.
        public struct Target: Sendable, Hashable {
            /// The value of the property.
            public var value: String
            /// The name of the schema.
            public var schema: String

            /// A value with the name of the schema that it stands for.
            public init(_ value: String, _ schema: String) {
                self.value = value
                self.schema = schema
            }
        }

        /// A property, with the values that differ from the names of schemas.
        public init(property: String, mapping: [Target] = []) {
            self.property = property
            self.mapping = mapping
        }

        /// The values of the property that stand for a member of the union: those that are mapped to it, else its
        /// name; none for a member without a name.
        public func values(for member: Schema) -> [String] {
            let name: String
            switch (member.definitionName, member.kind) {
            case (let definition?, _): name = definition
            case (nil, .reference(let target)): name = target
            default: return []
            }
            let mapped = mapping.filter { $0.schema == name }.map(\.value)
            return mapped.isEmpty ? [name] : mapped
        }
    }

    /// The bounds of numbers, lists and objects; numbers are spelt as in the source.
    public struct Limits: Sendable, Hashable {
        /// The least number that is allowed.
        public var minimum: String?
        /// The greatest number that is allowed.
        public var maximum: String?
        /// The number that all values are above.
        public var exclusiveMinimum: String?
        /// The number that all values are below.
        public var exclusiveMaximum: String?
        /// The number of which all values are multiples.
        public var multipleOf: String?
        /// The least number of items.
        public var minItems: Int?
        /// The greatest number of items.
        public var maxItems: Int?
        /// Whether no two items are equal.
        public var uniqueItems: Bool
        /// The least number of members.
        public var minProperties: Int?
        /// The greatest number of members.
        public var maxProperties: Int?

        /// Bounds, by default none.
        public init(
            minimum: String? = nil, maximum: String? = nil, exclusiveMinimum: String? = nil,
            exclusiveMaximum: String? = nil, multipleOf: String? = nil, minItems: Int? = nil, maxItems: Int? = nil,
            uniqueItems: Bool = false, minProperties: Int? = nil, maxProperties: Int? = nil
        ) {
            self.minimum = minimum
            self.maximum = maximum
            self.exclusiveMinimum = exclusiveMinimum
            self.exclusiveMaximum = exclusiveMaximum
            self.multipleOf = multipleOf
            self.minItems = minItems
            self.maxItems = maxItems
            self.uniqueItems = uniqueItems
            self.minProperties = minProperties
            self.maxProperties = maxProperties
        }

        /// Whether nothing is bounded.
        public var isEmpty: Bool { self == Self() }

        /// The bounds that are numbers, by their key in JSON Schema.
        package static var numbers: KeyValuePairs<String, WritableKeyPath<Limits, String?>> {
            [
                "minimum": \.minimum, "maximum": \.maximum, "exclusiveMinimum": \.exclusiveMinimum,
                "exclusiveMaximum": \.exclusiveMaximum, "multipleOf": \.multipleOf,
            ]
        }

        /// The bounds that are counts of list items, by their key in JSON Schema.
        package static var itemCounts: KeyValuePairs<String, WritableKeyPath<Limits, Int?>> {
            ["minItems": \.minItems, "maxItems": \.maxItems]
        }

        /// The bounds that are counts of members, by their key in JSON Schema.
        package static var memberCounts: KeyValuePairs<String, WritableKeyPath<Limits, Int?>> {
            ["minProperties": \.minProperties, "maxProperties": \.maxProperties]
        }
    }
}

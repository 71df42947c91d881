/// The Swift type that generated code has for values, `null` and absence left aside.
///
/// What a type is called is the renderer's business: declarations are named by what the documentation calls them.
public indirect enum SwiftType: Sendable, Hashable {
    /// A type that generated code does not declare.
    case ready(Ready)
    /// A type of the user's own that stands for a schema, dotted.
    case own(String)
    /// The declaration that stands for a schema and for all that are equal to it.
    case declared(String)
    /// The declaration of an enumeration or a union without a name, after the place that spells it out.
    case spelledOut(place: String, Schema.Kind)
    /// A list.
    case list(SwiftType, hasNull: Bool)
    /// A dictionary with text as keys.
    case dictionary(SwiftType, hasNull: Bool)

    /// The types of the standard library, of Foundation and of the runtime, with their names.
    public enum Ready: String, Sendable, Hashable {
        case json = "JSONValue"
        case text = "String"
        case date = "Date"
        case bytes = "Base64Data"
        case file = "FilePart"
        case integer = "Int"
        case unsigned = "UInt64"
        case double = "Double"
        case decimal = "Decimal"
        case flag = "Bool"

        /// Whether the runtime of generated clients, or Foundation by way of it, has the type.
        public var isOfRuntime: Bool {
            switch self {
            case .json, .date, .bytes, .file, .decimal: true
            case .text, .integer, .unsigned, .double, .flag: false
            }
        }
    }
}

/// How generated code declares a member or an argument whose values have a type `T`.
public enum SwiftWrapping: Sendable, Hashable {
    /// `T`
    case plain
    /// `T?`
    case optional
    /// `Nullable<T>?`: absent and null are two things to say.
    case nullable

    /// The wrapping of a member; `isSent` says whether requests hold its object.
    public init(isRequired: Bool, isNullable: Bool, isSent: Bool) {
        self = isSent && !isRequired && isNullable ? .nullable : !isRequired || isNullable ? .optional : .plain
    }

    /// The wrapping of a member.
    public init(_ property: NamedSchema.Property, isSent: Bool) {
        self.init(isRequired: property.isRequired, isNullable: property.schema.isNullable, isSent: isSent)
    }
}

/// What users may choose about the types that values become.
public struct SwiftTypeChoices: Sendable, Hashable {
    /// What numbers with a fraction become.
    public enum NumberType: String, Sendable, Hashable, CaseIterable {
        /// `Double`, as JSON means them.
        case double
        /// `Decimal`, exact in the decimal system: for amounts of money.
        case decimal
    }

    /// What points in time become.
    public enum DateType: String, Sendable, Hashable, CaseIterable {
        /// `Date`.
        case date
        /// The text as the service sends it.
        case string
    }

    /// Swift types, dotted, that stand for schemas in place of generated ones, by the name of the schema.
    public var types: [String: String] = [:]
    /// What numbers with a fraction become.
    public var numbers = NumberType.double
    /// What points in time become.
    public var dates = DateType.date

    /// The choices of someone who says nothing.
    public init() {}
}

/// An enumeration of numbers that stays open: values that the documentation does not list decode, can be matched and are
/// written back as they came.
///
/// As ``OpenEnum``, with `Int` or `Double` as raw value:
///
///     public struct Level: OpenNumberEnum {
///         public let rawValue: Int
///         public init(rawValue: Int) { self.rawValue = rawValue }
///         public static let low = Self(rawValue: 1)
///         public static let documentedValues: [Self] = [low]
///     }
public protocol OpenNumberEnum: RawRepresentable, FieldValue, Hashable, Sendable, CustomStringConvertible,
    ParameterValue,
    HeaderValue
where RawValue: FieldValue & Hashable & ParameterValue & HeaderValue {
    /// Makes a value of any number.
    init(rawValue: RawValue)

    /// The values that the documentation lists, in its order.
    static var documentedValues: [Self] { get }
}

extension OpenNumberEnum {
    /// Whether the documentation lists this value.
    public var isDocumented: Bool { Self.documentedValues.contains(self) }

    /// The number.
    public var description: String { "\(rawValue)" }

    /// The number.
    public var parameterTexts: [String] { get throws { try rawValue.parameterTexts } }

    /// Reads the number from a header.
    public init?(headerText: String) {
        guard let value = RawValue(headerText: headerText) else { return nil }
        self.init(rawValue: value)
    }

    /// Reads the value from a number.
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(RawValue.self))
    }

    /// Writes the value as a number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

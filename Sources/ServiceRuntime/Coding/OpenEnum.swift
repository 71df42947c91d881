/// An enumeration that stays open: values that the documentation does not list decode, can be matched and are written
/// back as they came.
///
/// Generated types are structures with one static member for each documented value:
///
///     public struct PolicyType: OpenEnum {
///         public let rawValue: String
///         public init(rawValue: String) { self.rawValue = rawValue }
///         public static let vmImage = Self(rawValue: "VM_IMAGE")
///         public static let documentedValues: [Self] = [vmImage]
///     }
public protocol OpenEnum: RawRepresentable, FieldValue, Hashable, Sendable, CustomStringConvertible, ParameterValue,
    HeaderValue
where RawValue == String {
    /// Makes a value of any text.
    init(rawValue: String)

    /// The values that the documentation lists, in its order.
    static var documentedValues: [Self] { get }
}

extension OpenEnum {
    /// Whether the documentation lists this value.
    public var isDocumented: Bool { Self.documentedValues.contains(self) }

    /// The value as the service writes it.
    public var description: String { rawValue }

    /// The value as the service writes it.
    public var parameterTexts: [String] { [rawValue] }

    /// Reads the value from a header.
    public init?(headerText: String) { self.init(rawValue: headerText) }

    /// Reads the value from a string.
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the value as a string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

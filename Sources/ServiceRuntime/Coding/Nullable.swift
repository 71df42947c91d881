/// A value or an explicit null, for members where null and absence mean different things.
///
/// Generated requests have members of the type `Nullable<String>?`: nil leaves the member out, `.null` sends `null`, and
/// a value sends it. A literal is a value: `description: "nightly"`.
///
/// A plain optional would not do: `Codable` leaves out what is nil.
public enum Nullable<Wrapped> {
    /// The value `null`.
    case null
    /// A value.
    case value(Wrapped)

    /// The value, or `.null` for nil.
    public init(_ value: Wrapped?) {
        self = value.map(Nullable.value) ?? .null
    }

    /// The value, or nil for `.null`.
    public var wrapped: Wrapped? {
        if case .value(let value) = self { value } else { nil }
    }

    /// Whether this is `.null`.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }
}

extension Nullable: Sendable where Wrapped: Sendable {}

extension Nullable: Equatable where Wrapped: Equatable {}

extension Nullable: Hashable where Wrapped: Hashable {}

extension Nullable: CustomStringConvertible {
    /// The description of the value, or `null`.
    public var description: String { wrapped.map { "\($0)" } ?? "null" }
}

extension Nullable: CustomDebugStringConvertible {
    /// The value as in a debugger, or `null`.
    public var debugDescription: String { wrapped.map { String(reflecting: $0) } ?? "null" }
}

extension Nullable: Encodable where Wrapped: Encodable {
    /// Writes the value or `null`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .value(let value): try container.encode(value)
        }
    }
}

extension Nullable: Decodable where Wrapped: Decodable {
    /// Reads the value or `null`.
    ///
    /// As a member of an object, read it with `distinguished(_:)` of ``FieldReader``: `decodeIfPresent` of `Codable` gives
    /// nil for `null` as well.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self = container.decodeNil() ? .null : .value(try container.decode(Wrapped.self))
    }
}

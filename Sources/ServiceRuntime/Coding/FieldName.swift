/// The name of a member of an object, written out where the member is read or written: `fields.required("server_uuid")`.
///
/// It is a literal of the program, so that nothing is allocated or hashed to look for it, and a type with such members
/// needs no enumeration of coding keys.
public struct FieldName: CodingKey, ExpressibleByStringLiteral, Sendable {
    let literal: StaticString

    /// The name that a literal spells.
    public init(stringLiteral literal: StaticString) { self.literal = literal }

    /// None: a name comes from a literal.
    public init?(stringValue: String) { nil }

    /// None: members have names, not numbers.
    public init?(intValue: Int) { nil }

    /// The name as a string.
    public var stringValue: String { literal.description }

    /// None: members have names, not numbers.
    public var intValue: Int? { nil }

    /// The UTF-8 of the name.
    var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    }

    /// The name for containers of other coders.
    var member: MemberName { MemberName(stringValue: stringValue) }
}

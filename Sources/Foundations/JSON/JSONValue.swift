/// A JSON value as a document states it: members keep their order, numbers keep their spelling.
public indirect enum JSONValue: Sendable, Hashable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number, spelt as in the source (`3`, `123.40`, `1e9`); always valid JSON.
    case number(String)
    /// Text.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Members in order; names are unique.
    case object([Member])

    /// A name and its value.
    public struct Member: Sendable, Hashable {
        /// The key.
        public var name: String
        /// What stands under it.
        public var value: JSONValue

        /// A member of an object.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The value of the member `name`; `nil` where this is not an object or has no such member.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// Whether `text` is a number as JSON spells it (RFC 8259, section 6).
    public static func isNumber(_ text: some StringProtocol) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return false }
            var parser = JSONParser(start, count: bytes.count, as: .json, depthLimit: 0, handler: JSONCheck())
            return parser.number() != nil && parser.position == parser.end
        }
    }
}

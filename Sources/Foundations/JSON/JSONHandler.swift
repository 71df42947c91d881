/// Takes the parts of a JSON text as ``JSONParser`` meets them.
///
/// Each method says whether to go on. This, the parser and what they use are public, since the compiler specialises
/// inlinable code of other modules only where it is public. Offsets count bytes from the start of the text.
public protocol JSONHandler {
    /// What is kept of an array or object while it is open; it is copied often, so it is small.
    associatedtype Level

    /// The level around the whole text.
    var root: Level { get }

    /// Takes a string, number, boolean or null.
    ///
    /// `ordinal` is its place in an array, from 0; `UInt32.max` for the value of a member.
    mutating func scalar(_ token: JSONToken, in level: Level, ordinal: UInt32) -> Bool

    /// Takes the opening bracket of an array or object at `offset`; `nil` stops.
    mutating func begin(isObject: Bool, at offset: Int, in level: Level, ordinal: UInt32) -> Level?

    /// Takes the name of a member, the `count`th of its object, from 1.
    mutating func name(_ token: JSONToken, in level: inout Level, count: UInt32) -> Bool

    /// Takes the closing bracket of an array or object with `count` elements or members.
    mutating func end(_ level: Level, isObject: Bool, count: UInt32) -> Bool
}

/// A scalar of a JSON text.
public struct JSONToken {
    /// The kinds of scalars.
    public enum Kind: UInt8 {
        /// `null`
        case null
        /// `true`
        case `true`
        /// `false`
        case `false`
        /// A number without fraction and exponent.
        case integer
        /// A number with a fraction or an exponent.
        case number
        /// A string.
        case string
    }

    /// What it is.
    public let kind: Kind
    /// Where its text begins; of a string, behind the quotation mark.
    public let start: Int
    /// How many bytes its text has; of a string, without the quotation marks.
    public let length: Int
    /// Whether a string has escapes.
    public let isEscaped: Bool

    /// A token of the text.
    @inlinable
    public init(kind: Kind, start: Int, length: Int, isEscaped: Bool = false) {
        self.kind = kind
        self.start = start
        self.length = length
        self.isEscaped = isEscaped
    }
}

/// What may be written.
public enum JSONDialect: Sendable {
    /// JSON (RFC 8259), nothing else.
    case json
    /// JSON, and a byte order mark in front of it, which a reader may ignore (RFC 8259, section 8.1).
    case markedJSON
    /// JSON, and Python's spelling of strings, truth values and nothing: `['/aaa', True]`.
    case literal
}
